import type { RunConfig } from '@contract/settings/run-config'
import type { Scored } from './score/scored'
import type { Source } from './source/source'

/** Windows that are looked at, at least: two periods, or more. */
const LEAST_WINDOWS = 4
/** Time steps that are looked at, at least: the linear rival fits on ten for each weight. */
const LEAST_TIME_STEPS = 40
/** Time steps that a rule looks back over: two values of a sine wave say all of it, and more have no news. */
const LOOKED_BACK = 2

/**
 * The lesson's curve as scores look at it: the windows that a run of it sees first, one behind another, as one training part
 * that rivals are fitted on and judged by. Each window is a stretch of its own, as the time from the end of one to the start
 * of the next is not always a time step: with the end included it is none.
 */
export function scoredLesson(source: Source, config: RunConfig): Scored {
  const inputs: number[] = []
  const targets: number[] = []
  const gaps: number[] = []
  let position = 0
  const isEnough = () => inputs.length >= LEAST_TIME_STEPS && position % 2 === 0
  // Whole periods, so that no part of one counts more than another.
  for (let update = 0; update < LEAST_WINDOWS || !isEnough(); update += 1) {
    // In the times of the first period: those of later ones are rounded ever more, and a rule could take that for news.
    const window = source.windowAt({ position: position % 2, update }, config)
    const shown = source.shown(window)
    inputs.push(...shown.inputs)
    targets.push(...shown.targets)
    gaps.push(inputs.length - 1)
    position += window.advance
  }
  const { length } = inputs
  return {
    // In a formula, sin(t−1) is the sine one time step before.
    inputs: [{ name: 'sin', values: Float64Array.from(inputs) }],
    targets: [{ name: source.facts.targets[0] ?? '', values: Float64Array.from(targets) }],
    parts: { train: [0, length], validation: [length, length], test: [length, length] },
    horizon: 0,
    window: LOOKED_BACK,
    gaps,
  }
}
