import type { Series } from '@contract/data/series'
import type { ExperimentRun } from '@contract/experiment/experiment'
import { ok } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import { rivalErrors } from '@contract/run/pausing/judged'
import type { RunConfig } from '@contract/settings/run-config'
import { createShelf } from '../../../../main/trainer/data/shelf/shelf'
import type { FindSeries } from '../../../../main/trainer/data/source/source'
import { createJudgedBench, good } from '../judged-bench'

/** All of an experiment's run but for its time and what is thinned out of it. */
export type Compared = Omit<ExperimentRun, 'seconds' | 'index' | 'stride' | 'validationLoss' | 'shown'> & {
  readonly shown: readonly Omit<ExperimentRun['shown'][number], 'at'>[]
}

/** @param series in the place of every one; null: those that the app makes */
export function findOf(series: Series | null): FindSeries {
  return series ? () => ok(series) : createShelf(null).find
}

/** Trains the same run in the trainer, as the app does, and says what an experiment would have to say of it. */
export async function runInApp(config: RunConfig, find: FindSeries, engine: EngineName): Promise<Compared> {
  const bench = createJudgedBench({ ...createShelf(null), find })
  const { trainer } = bench
  await trainer.setPace('max')
  await trainer.setEngine(engine)
  good(await trainer.createRun(config))
  bench.runUntilIdle()
  good(await trainer.startRun())
  bench.runUntilIdle()
  const state = bench.state()
  const rivals = bench.payloads('rivalsFound').at(-1)
  const batches = bench.payloads('updates')
  const all = <Name extends 'losses' | 'validationLosses'>(name: Name) =>
    Float32Array.from(batches.flatMap((batch) => [...batch[name]]))
  const losses = all('losses')
  const validation = all('validationLosses')
  const series = rivals && rivals.rows.validation.to > rivals.rows.validation.from
  return {
    end: state?.phase === 'diverged' ? 'diverged' : (state?.endedBy ?? 'failed'),
    updates: state?.updatesDone ?? 0,
    losses,
    validationLosses:
      series && validation.some((loss) => !Number.isNaN(loss)) ? validation : new Float32Array(),
    lastLoss: losses.at(-1) ?? null,
    bestLoss: losses.length > 0 ? Math.min(...losses) : null,
    best: state?.best ?? null,
    rivalLoss: rivals ? (rivalErrors(rivals, 'validation').at(-1)?.mse ?? null) : null,
    shown: batches.flatMap((batch) => {
      let at = 0
      return [...batch.lengths].map((length, i) => {
        const [from, to] = [at * batch.outputs, (at + length) * batch.outputs]
        at += length
        return {
          update: batch.firstUpdate + i,
          start: batch.starts[i] ?? Number.NaN,
          step: batch.steps[i] ?? Number.NaN,
          targets: batch.targets.slice(from, to),
          predictions: batch.predictions.slice(from, to),
        }
      })
    }),
  }
}
