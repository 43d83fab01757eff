import type { ExperimentRun } from '@contract/experiment/experiment'
import { MOST_LOSSES, MOST_SHOWN } from '@contract/experiment/limits'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { openSource } from '../../../../main/trainer/data/open-source'
import type { FindSeries } from '../../../../main/trainer/data/source/source'
import { createBestRival } from '../../../../main/trainer/many/best-rival'
import { createForwards } from '../../../../main/trainer/many/forwards'
import { madeRun } from '../../../../main/trainer/many/made-run'
import type { PatientEngine } from '../../../../main/trainer/training/engine/patient-engine'
import { tensorCount } from '../../../helpers/tensor-count'
import { good, smallRun } from '../judged-bench'
import { anyCase, wordsOf } from '../timeline/replay-cases/any-case'
import { seriesOf } from '../timeline/replay-cases/any-series'
import { engineOf } from '../timeline/replay-cases/training'
import { type Compared, findOf, runInApp } from './run-in-app'

const COUNT = Number(process.env.UNROLL_REPLAYS)
const SEED = Number(process.env.UNROLL_SEED)
const PER_TEST = Math.min(COUNT, 10)

function toEnd<T>(pieces: Generator<void, T>): T {
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}

/** Makes a run alone; a second passes with each look at the clock. */
function alone(
  config: RunConfig,
  find: FindSeries,
  engine: PatientEngine,
  shown: 'all' | 'last' = 'all',
): ExperimentRun {
  const source = good(openSource(config, find))
  const forward = createForwards()(config)
  const rivalLoss = toEnd(createBestRival()(source, config))
  let seconds = 0
  const now = () => 1000 * seconds++
  const made = toEnd(madeRun({ index: 7, config, shown }, { source, engine, forward, rivalLoss, now }))
  forward.dispose()
  return made
}

function comparedOf({
  seconds: _,
  index: __,
  stride: ___,
  validationLoss: ____,
  validationLosses,
  ...run
}: ExperimentRun): Compared {
  // A run that ends before it is evaluated for the first time cannot be told by what the app sends from one without a validation part.
  const evaluated = evaluationsOf({ validationLosses }).length > 0 ? validationLosses : new Float32Array()
  return { ...run, validationLosses: evaluated, shown: run.shown.map(({ at: _, ...window }) => window) }
}

function evaluationsOf({ validationLosses }: Pick<ExperimentRun, 'validationLosses'>): [number, number][] {
  return [...validationLosses].flatMap((loss, i) => (Number.isNaN(loss) ? [] : [[i, loss]]))
}

/** Windows at random have no break, so that all calls have one length. */
const SMALL = { order: 'random', window: 4, hiddenUnits: 2 } as const

const eager = () => engineOf({ engine: 'eager', perCall: [1], pieces: 0, seed: 1 }).engine
const compiled = (perCall: number) =>
  engineOf({ engine: 'compiled', perCall: [perCall], pieces: 0, seed: 1 }).engine

describe('a run that is made alone', () => {
  it.each(Array.from({ length: Math.ceil(COUNT / PER_TEST) }, (_, i) => i))(
    'is to the last bit what it is in the app: cases %i',
    async (block) => {
      for (let i = block * PER_TEST; i < Math.min((block + 1) * PER_TEST, COUNT); i += 1) {
        const aCase = anyCase((SEED + i) % 2 ** 31)
        const { begin, updates, series, again, first } = aCase
        const patience = i % 3 === 0 ? 1 + (i % 7) : 0
        const config = withSettings(begin, { updates: 2 * updates, patience })
        const find = findOf(series && seriesOf(series))
        const { engine } = engineOf(again)
        try {
          const before = tensorCount()
          const made = alone(config, find, engine)
          engine.dispose()
          expect(tensorCount()).toEqual(before)
          const inApp = await runInApp(config, find, first.engine === 'eager' ? 'eager' : 'compiled')
          expect(comparedOf(made)).toEqual(inApp)
        } catch (error) {
          throw new Error(wordsOf(aCase), { cause: error })
        }
      }
    },
  )

  it.each([1, 16])('breaks at the same update, also in the midst of %i in a call', async (perCall) => {
    const changes = { cell: 'rnn-relu', optimizer: 'sgd', learningRate: 3, hiddenUnits: 8 } as const
    const config = withSettings(LESSON, { ...changes, points: 5 })
    const engine = compiled(perCall)
    const made = alone(config, findOf(null), engine)
    engine.dispose()
    expect(made.end).toBe('diverged')
    expect(made.updates % 16).toBeGreaterThan(1)
    expect(comparedOf(made)).toEqual(await runInApp(config, findOf(null), 'eager'))
  })

  it('ends out of patience at the same update, with the same best one; at its goal that is its end', async () => {
    const changes = { ...SMALL, updates: 2000, patience: 40, learningRate: 0.05 }
    const config = smallRun('random-walk', changes)
    const engine = compiled(16)
    const made = alone(config, findOf(null), engine)
    expect(made.end).toBe('patience')
    expect(made.validationLoss).toBe(made.validationLosses.at(-1))
    expect(comparedOf(made)).toEqual(await runInApp(config, findOf(null), 'compiled'))
    const upToThere = withSettings(config, { updates: made.updates })
    const other = alone(upToThere, findOf(null), engine)
    engine.dispose()
    expect(other.end).toBe('goal')
    expect(comparedOf(other)).toEqual(await runInApp(upToThere, findOf(null), 'eager'))
  })

  it('says the validation loss of its last weights, also where it was not evaluated there', async () => {
    const config = smallRun('sunspots', { updates: 40 })
    const made = alone(config, findOf(null), eager())
    expect(made.validationLosses.at(-1)).toBeNaN()
    // A run that ends where it is evaluated anyway, with the same updates before.
    const interval = made.validationLosses.findIndex((loss, i) => i > 0 && !Number.isNaN(loss)) + 1
    const longer = alone(withSettings(config, { updates: interval }), findOf(null), eager())
    expect(longer.validationLoss).toBe(longer.validationLosses.at(-1))
    expect(alone(withSettings(config, { updates: interval }), findOf(null), eager()).validationLoss).toBe(
      made.validationLosses[interval - 1],
    )
  })

  it('keeps no more of a long run than of a shorter one, and the first and the last update always', async () => {
    const updates = MOST_LOSSES + 101
    const config = smallRun('sunspots', { ...SMALL, updates, window: 2, batch: 1 })
    const engine = compiled(16)
    const made = alone(config, findOf(null), engine)
    engine.dispose()
    const whole = await runInApp(config, findOf(null), 'compiled')
    expect(made.stride).toBe(2)
    expect([...made.losses]).toEqual([...whole.losses].filter((_, i) => i % 2 === 0 || i === updates - 1))
    expect([made.lastLoss, made.bestLoss, made.best]).toEqual([whole.lastLoss, whole.bestLoss, whole.best])
    const stride = 8
    expect(updates / MOST_SHOWN).toBeGreaterThan(stride / 2)
    expect(comparedOf(made).shown).toEqual(
      whole.shown.filter((_, i) => i % stride === 0 || i === updates - 1),
    )
    const times = made.shown.map(({ at }) => at)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    expect(made.seconds).toBe(times.at(-1))
    // An evaluation stands at the next update that is kept.
    expect(evaluationsOf(whole).length).toBeGreaterThan(10)
    expect(evaluationsOf(made)).toEqual(evaluationsOf(whole).map(([i, loss]) => [Math.ceil(i / 2), loss]))
  })

  it('keeps the last window alone where no more is wanted', () => {
    const { shown } = alone(LESSON, findOf(null), eager(), 'last')
    expect(shown.map(({ update }) => update)).toEqual([LESSON.training.updates])
  })
})
