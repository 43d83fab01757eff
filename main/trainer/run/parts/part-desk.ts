import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { PartPredictions, PartPredictionsFrom } from '@contract/run/parts/part-predictions'
import { regimeOf } from '../../data/windows/regime'
import type { Clock } from '../../system/clock'
import { holdWeights } from '../../training/evaluate/held-weights'
import { createBackground } from '../judging/background'
import type { Judged } from '../judging/judge'
import type { Moments } from '../moments/moments'
import { predictPart } from './predict-part'

/** The part of the time that it may take from a training: it is asked for again and again, and nobody waits for the last. */
const SHARE = 0.2

/** What it takes to tell what a run says of a part. */
type PartAsked = Omit<PartPredictionsFrom, 'runId'>

/** Tells what the network of a run says of rows of its parts, in pieces beside the training, of which it changes nothing. */
export type PartDesk = {
  /**
   * Fails with `invalid-setting` for the lesson and for rows that are not in the part, with `no-run` when another stretch is
   * asked for meanwhile, or the run ends, and as `Moments.at` does.
   */
  readonly predict: (asked: PartAsked) => Promise<Result<PartPredictions>>
  readonly dispose: () => void
}

export function createPartDesk(clock: Clock, run: Judged, moments: Pick<Moments, 'at'>): PartDesk {
  const { id, source, network, learner, config, isTraining } = run
  const background = createBackground(clock, isTraining)
  let newest = 0

  return {
    predict: async ({ part, from, count, update }) => {
      const { series } = source
      if (!series) return fail('invalid-setting', text('parts.ofLesson'))
      const all = series.parts[part]
      const rows = { from: Math.max(from, all.from), to: Math.min(from + count, all.to) }
      if (rows.from >= rows.to) return fail('invalid-setting', text('parts.notThere', { row: from + 1 }))
      newest += 1
      const mine = newest
      background.callOff('part')
      const calledOff = () => fail('no-run', text('parts.calledOff'))
      const moment = update === null ? ok(null) : await moments.at(update)
      if (!moment.ok) return moment
      if (mine !== newest) return calledOff()
      const then = moment.value
      return new Promise((tell) => {
        const pieces = (function* () {
          const regime = regimeOf(then?.config ?? config())
          const told = then?.update ?? learner.updatesDone()
          // Only work that has begun is sure to come to its end, and gives back what it holds.
          const { parameters, release } = then
            ? holdWeights(network, then.snapshot.parameters)
            : learner.keepPacked()
          try {
            const question = { series, network, regime, part, rows }
            const said = yield* predictPart(question, parameters)
            const outputs = said.map((output, index) => ({
              ...output,
              name: source.facts.targets[index] ?? '',
            }))
            const jumps = series.gaps.filter((row) => row >= rows.from && row + 1 < rows.to)
            tell(ok({ runId: id, part, rows, update: told, outputs, jumps }))
          } finally {
            release()
          }
        })()
        background.begin('part', { pieces, share: SHARE, onCalledOff: () => tell(calledOff()) })
      })
    },
    dispose: () => {
      newest += 1
      background.dispose()
    },
  }
}
