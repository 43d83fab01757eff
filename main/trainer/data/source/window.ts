import type { KeptTouch } from '@contract/timeline/kept-touches'

/** What one update sees. The numbers of a time step stand beside each other: [batch, time step, feature]. */
export type Window = {
  readonly timeSteps: number
  /** As the network sees them, one sequence after the other; the first is shown: [batch, time step, input]. */
  readonly inputs: Float32Array
  /** What it must say, in the same places: [batch, time step, output]; 0 where it is missing. */
  readonly targets: Float32Array
  /** 0 where a target is missing, 1 where it is not, [batch, time step, output]; null when none is. */
  readonly mask: Uint8Array | null
  /** 0 for a sequence that does not go on from the window before, so that no state is carried into it: [batch]; null: all go on. */
  readonly continues: Uint8Array | null
  /** What is touched of the training before the update on it, when its sequences have started anew; left out where nothing is. */
  readonly touches?: readonly KeptTouch[]
  /** Place of the first time step of the first sequence on the run's axis, and from each to the next. */
  readonly start: number
  readonly step: number
  /** How far the run moves on by it: the next window is at `position + advance`. */
  readonly advance: number
}

/** Where a run stands in its source. */
export type Cursor = {
  /** Half periods of the lesson's curve that were seen, or windows of a series: whole. */
  readonly position: number
  /** Updates made, from 0. */
  readonly update: number
}

/** The places of a window's time steps on the run's axis, of its first sequence. */
export function placesOf({
  start,
  step,
  timeSteps,
}: Pick<Window, 'start' | 'step' | 'timeSteps'>): Float64Array {
  return Float64Array.from({ length: timeSteps }, (_, i) => start + i * step)
}
