import { inEachPart, type PartRange } from '@contract/data/parts'
import { RIVAL_NAMES } from '@contract/data/scores'
import type { RivalLine, RunRivals } from '@contract/run/run-scores'
import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../../data/open-source'
import type { Yardsticks } from '../../data/score/metrics'
import type { Scored } from '../../data/score/scored'
import { rivalScores, yardsticksInPieces } from '../../data/score/scores'
import { seasonalPeriodInPieces } from '../../data/score/seasonal-period'
import { scoredLesson } from '../../data/scored-lesson'
import { scoredSeries } from '../../data/scored-series'

/** Target rows of a part that are scored: of a longer one, the last so many. */
const MOST_ROWS = 20_000
/** Rows of the training part that a season is looked for in: the last so many. */
const MOST_FOR_SEASON = 100_000

/** The rivals of a run, and what it takes to compare a network with them. */
export type FoundRivals = {
  readonly told: RunRivals
  /** With parts of no more rows than are scored. */
  readonly scored: Scored
  readonly periods: readonly (number | null)[]
  readonly yardsticks: readonly Yardsticks[]
}

/**
 * Fits the rivals of a run on its whole training part, and scores them; of the lesson on its curve. It yields between pieces
 * of some hundredths of a second at most, however long the series is.
 */
export function* findRivals(
  runId: string,
  source: OpenedSource,
  config: RunConfig,
): Generator<void, FoundRivals> {
  const whole = wholeOf(source, config)
  const [from, to] = whole.parts.train
  const periods: (number | null)[] = []
  for (const { values } of whole.targets) {
    periods.push(yield* seasonalPeriodInPieces(values.subarray(Math.max(from, to - MOST_FOR_SEASON), to)))
    yield
  }
  const yardsticks = yield* yardsticksInPieces(whole, periods)
  yield
  const scored: Scored = {
    ...whole,
    parts: inEachPart((part) => {
      const [from, to] = whole.parts[part]
      const rows = scoredRows({ from, to })
      return [rows.from, rows.to]
    }),
  }
  const outputs: RunRivals['outputs'][number][] = []
  for (const [output, { name }] of whole.targets.entries()) {
    const rivals = yield* rivalScores(scored, output, yardsticks[output] as Yardsticks)
    outputs.push({ name, period: periods[output] ?? null, rivals })
    yield
  }
  const scales = whole.targets.map((_, output) => source.series?.scalers.targets[output]?.scale ?? 1)
  const told: RunRivals = {
    runId,
    rows: inEachPart((part): PartRange => ({ from: scored.parts[part][0], to: scored.parts[part][1] })),
    outputs,
    lines: linesOf(outputs, scales),
  }
  return { told, scored, periods, yardsticks }
}

function wholeOf(source: OpenedSource, config: RunConfig): Scored {
  const { source: from } = config.data
  if (from.kind === 'lesson') return scoredLesson(source, config)
  if (!source.series) throw new Error('a run of a series should have been opened with it')
  return scoredSeries(source.series, from, config.data)
}

/** The rows of a part by which rivals and network are scored. */
export function scoredRows({ from, to }: PartRange): PartRange {
  return { from: Math.max(from, to - MOST_ROWS), to }
}

/** Each rival's mean squared error over all outputs: that of an output counts as often as it has targets. */
export function linesOf(outputs: RunRivals['outputs'], scales: readonly number[]): readonly RivalLine[] {
  return RIVAL_NAMES.map((name) => ({
    name,
    mse: inEachPart((part) => {
      let [squares, count] = [0, 0]
      for (const [output, { rivals }] of outputs.entries()) {
        const rival = rivals.find((each) => each.name === name)
        if (!rival?.available) return null
        const errors = rival.errors[part]
        if (!errors) continue
        squares += (errors.mse * errors.count) / (scales[output] as number) ** 2
        count += errors.count
      }
      return count === 0 ? null : squares / count
    }),
  }))
}
