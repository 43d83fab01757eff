/** Runs of one experiment. */
export const MOST_RUNS = 1000
export const MOST_SEEDS = 200
/** Seeds that a person is offered. */
export const USUAL_SEEDS = 20
/** Values of one varied setting. */
export const MOST_VALUES = 30
/** Runs of a race. */
export const LANES = { min: 2, max: 6 } as const
/** Losses of a run that are kept; of a longer one every second, fourth, … */
export const MOST_LOSSES = 4096
/** Windows of a run of a race that are kept; of a longer one every second, fourth, … */
export const MOST_SHOWN = 1024
/** A cell whose first runs, so many, have all diverged is not gone on with. */
export const SKIPPED_AFTER = 5
