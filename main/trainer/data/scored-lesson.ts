import type { RunConfig } from '@contract/settings/run-config'
import type { Scored } from './score/scored'
import type { Source } from './source/source'

/** Windows that are looked at, at least: two periods, or more. */
const LEAST_WINDOWS = 4
/** Time steps for each that the linear rival may look back: it fits on ten rows for each weight. */
const ROWS_A_STEP = 11
/** The linear rival looks no farther back. */
const FARTHEST = 200

/**
 * The lesson's curve as scores look at it: the windows that a run of it sees first, one behind another, as one training part
 * that rivals are fitted on and judged by. Rules look back over `points` time steps of it, wherever a window begins; with
 * the end included in each window, that is told twice, as the network sees it.
 */
export function scoredLesson(source: Source, config: RunConfig): Scored {
  const { points } = config.data
  const wanted = ROWS_A_STEP * (Math.min(points, FARTHEST) + 1)
  const inputs: number[] = []
  const targets: number[] = []
  let position = 0
  // Whole periods, so that no part of one counts more than another.
  for (let update = 0; update < LEAST_WINDOWS || inputs.length < wanted || position % 2 > 0; update += 1) {
    // In the times of the first period: those of later ones are rounded ever more, and a rule could take that for news.
    const window = source.windowAt({ position: position % 2, update }, config)
    const shown = source.shown(window)
    inputs.push(...shown.inputs)
    targets.push(...shown.targets)
    position += window.advance
  }
  const { length } = inputs
  const [input = '', target = ''] = [source.facts.inputs[0], source.facts.targets[0]]
  return {
    inputs: [{ name: input, values: Float64Array.from(inputs) }],
    targets: [{ name: target, values: Float64Array.from(targets) }],
    parts: { train: [0, length], validation: [length, length], test: [length, length] },
    horizon: 0,
    window: points,
    gaps: [],
  }
}
