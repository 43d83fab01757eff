import { runConfigOf } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LESSON_SOURCE } from '../../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../../main/trainer/data/source/next-windows'
import { nativeBackend } from '../../../../../main/trainer/graph/native/native-binding'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import {
  createPatientEngine,
  type PatientEngine,
} from '../../../../../main/trainer/training/engine/patient-engine'
import { REFUSED } from '../../../../../main/trainer/training/engine/recordings'
import { createLearner, type Learner } from '../../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { TrainingWindow } from '../../../../../main/trainer/training/update/window-rows'
import { LESSON_SETTINGS, type MathSettings } from '../../../../helpers/lesson-settings'
import { graphCount } from '../../graph/graph-count'
import { withOtherBinding } from '../../graph/other-binding'

const MANY = 1000
/** Updates of these take long: always, one after the other without a recording, and as many as are made in a call. */
const LARGE: Partial<MathSettings> = { cell: 'lstm', hiddenUnits: 96, layers: 2, points: 80, batch: 48 }
const MANY_STEPS: Partial<MathSettings> = { points: 180, layers: 2, hiddenUnits: 64, batch: 24 }
/** Of so few sequences reading the parameters takes longer than multiplying with them. */
const FEW_SEQUENCES: Partial<MathSettings> = {
  cell: 'lstm',
  hiddenUnits: 384,
  layers: 2,
  points: 12,
  batch: 1,
}
const SEVERAL: Partial<MathSettings> = { hiddenUnits: 160, batch: 24, points: 20 }

const bytesOf = (learner: Learner) =>
  Buffer.concat(
    [...learner.parameters().values()].map(({ values }) =>
      Buffer.from(values.buffer, values.byteOffset, values.byteLength),
    ),
  )

describe('updates that take long', () => {
  const open: { dispose: () => void }[] = []
  let before: ReturnType<typeof graphCount>
  beforeEach(() => {
    before = graphCount()
  })
  afterEach(() => {
    for (const thing of open.splice(0)) thing.dispose()
    expect(graphCount()).toEqual(before)
  })

  function bench(changes: Partial<MathSettings>, onImpossible: (why: string) => void = () => {}) {
    const config = { ...LESSON_SETTINGS, ...changes }
    const snapshot = freshSnapshot(initialWeights(config), config)
    const engine = createPatientEngine(onImpossible)
    const [learner, eager] = [createLearner(snapshot, () => engine), createLearner(snapshot)]
    open.push(learner, engine, eager)
    return { config, engine, learner, eager }
  }

  function windowsOf(learner: Learner, config: MathSettings, count: number): readonly TrainingWindow[] {
    const wanted = nextWindows(learner, LESSON_SOURCE, runConfigOf(config), count)
    return wanted.slice(0, learner.admitted(wanted, config, MANY))
  }

  /** Does what there is to do until the coming updates can be made, as a run does; gives how often they could not. */
  function untilReady(engine: PatientEngine, learner: Learner, config: MathSettings, count = 1): number {
    for (let times = 0; ; times += 1) {
      if (learner.isReady(windowsOf(learner, config, count), config, MANY)) return times
      if (engine.canPrepare()) engine.prepare()
      else while (engine.isElsewhere());
    }
  }

  function make(learner: Learner, config: MathSettings, count = 1) {
    return learner.updateAll(windowsOf(learner, config, count), config)
  }

  it.each([LARGE, { ...LARGE, carryState: false, shown: 'after-update' as const }])(
    'are recorded first and made by another thread, with the numbers of eager ones to the last bit: %o',
    (changes) => {
      const { config, engine, learner, eager } = bench(changes)
      for (let update = 0; update < 3; update += 1) {
        expect(untilReady(engine, learner, config)).toBeGreaterThan(0)
        expect(engine.isPreparing()).toBe(false)
        // Asked again, it is as ready as before, and begins nothing.
        expect(untilReady(engine, learner, config)).toBe(0)
        expect(engine.isElsewhere()).toBe(false)
        expect(make(learner, config)).toEqual(make(eager, config))
      }
      expect(learner.snapshot()).toEqual(eager.snapshot())
      expect(graphCount().sessions).toBe(before.sessions + 1)
    },
  )

  it('are recorded first where they are long without a recording alone, and made here with it', () => {
    const { config, engine, learner, eager } = bench(MANY_STEPS)
    for (let update = 0; update < 3; update += 1) {
      const times = untilReady(engine, learner, config)
      if (update === 0) expect(times).toBeGreaterThan(0)
      else expect(times).toBe(0)
      expect(make(learner, config)).toEqual(make(eager, config))
    }
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it('are made several in a call by another thread, where those take long', () => {
    const { config, engine, learner, eager } = bench(SEVERAL)
    const count = engine.updatesPerCall(config, config.points, MANY)
    expect(count).toBeGreaterThan(4)
    // One alone is short: it is made at once, while all are being recorded.
    expect(learner.isReady(windowsOf(learner, config, count), config, MANY)).toBe(true)
    expect(make(learner, config, count)).toHaveLength(1)
    while (engine.isPreparing()) engine.prepare()
    expect(untilReady(engine, learner, config, count)).toBeGreaterThan(0)
    expect(make(learner, config, count)).toHaveLength(count)
    for (let i = 0; i < 1 + count; i += 1) make(eager, config)
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it('are made by another thread while all of a call are recorded, where one alone is long', () => {
    const { config, engine, learner, eager } = bench(FEW_SEQUENCES)
    const count = engine.updatesPerCall(config, config.points, MANY)
    expect(count).toBeGreaterThan(4)
    // As at a slow pace first.
    expect(untilReady(engine, learner, config)).toBeGreaterThan(0)
    make(learner, config)
    windowsOf(learner, config, count)
    expect([engine.isPreparing(), engine.canPrepare(), engine.isAhead()]).toEqual([true, true, false])
    expect(learner.isReady(windowsOf(learner, config, count), config, MANY)).toBe(false)
    // There is no thread for what the recording would have to wait for, until that one is done.
    while (engine.isElsewhere()) if (engine.canPrepare()) expect(engine.isElsewhere()).toBe(false)
    expect([engine.canPrepare(), engine.isAhead()]).toEqual([true, true])
    expect(make(learner, config, count)).toHaveLength(1)
    while (engine.isPreparing()) if (engine.canPrepare()) engine.prepare()
    expect(untilReady(engine, learner, config, count)).toBeGreaterThan(0)
    expect(make(learner, config, count)).toHaveLength(count)
    for (let i = 0; i < 2 + count; i += 1) make(eager, config)
    // So many numbers are compared as bytes.
    expect(bytesOf(learner).equals(bytesOf(eager))).toBe(true)
  })

  it('are begun anew where something was changed meanwhile, and what was begun does not count', () => {
    const { config, engine, learner, eager } = bench(LARGE)
    untilReady(engine, learner, config)
    make(learner, config)
    make(eager, config)
    const changed = { ...config, learningRate: 0.3, clipNorm: 0.001 }
    expect(learner.isReady(windowsOf(learner, config, 1), config, MANY)).toBe(false)
    expect(learner.isReady(windowsOf(learner, changed, 1), changed, MANY)).toBe(false)
    untilReady(engine, learner, changed)
    expect(make(learner, changed)).toEqual(make(eager, changed))
    // Also where nobody asked whether they are ready.
    expect(learner.isReady(windowsOf(learner, config, 1), config, MANY)).toBe(false)
    expect(make(learner, changed)).toEqual(make(eager, changed))
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it.each<[string, Partial<TrainingWindow>]>([
    ['where some sequences start anew', { continues: Uint8Array.from({ length: 48 }, (_, i) => i % 2) }],
    ['where all do', { continues: new Uint8Array(48) }],
    ['after a touch', { touches: [{ kind: 'weight', name: 'rnn.weight_hh_l0', index: 3, value: 0.25 }] }],
  ])('start %s from what eager ones start from', (_, special) => {
    const { config, engine, learner, eager } = bench(LARGE)
    untilReady(engine, learner, config)
    for (let update = 0; update < 3; update += 1) {
      const windows = (of: Learner) => windowsOf(of, config, 1).map((window) => ({ ...window, ...special }))
      const [own, theirs] = [windows(learner), windows(eager)]
      while (!learner.isReady(own, config, MANY));
      expect(learner.updateAll(own, config)).toEqual(eager.updateAll(theirs, config))
      expect(learner.statesIntoLast()).toEqual(eager.statesIntoLast())
    }
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it('are waited for by whoever makes them before they are done', () => {
    const { config, engine, learner, eager } = bench(LARGE)
    untilReady(engine, learner, config)
    make(learner, config)
    expect(learner.isReady(windowsOf(learner, config, 1), config, MANY)).toBe(false)
    make(learner, config)
    for (let i = 0; i < 2; i += 1) make(eager, config)
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it.each(['at once', 'when it is done'])('leave nothing where the training ends meanwhile, %s', (when) => {
    const { config, engine, learner } = bench(LARGE)
    untilReady(engine, learner, config)
    make(learner, config)
    learner.isReady(windowsOf(learner, config, 1), config, MANY)
    if (when === 'when it is done') while (engine.isElsewhere());
    learner.dispose()
    engine.abandon()
    const other = bench({ ...LARGE, seed: 5 })
    const next = createLearner(other.learner.snapshot(), () => engine)
    open.unshift(next)
    untilReady(engine, next, other.config)
    expect(make(next, other.config)).toEqual(make(other.eager, other.config))
  })

  it('are made here while somebody else has begun something, whoever may never take it', () => {
    const [other, own] = [bench({}), bench(LARGE)]
    untilReady(own.engine, own.learner, own.config)
    make(own.learner, own.config)
    make(own.eager, own.config)
    other.learner.isReady(windowsOf(other.learner, other.config, 16), other.config, MANY)
    while (other.engine.canPrepare()) other.engine.prepare()
    expect(other.engine.isPreparing()).toBe(true)
    expect(untilReady(own.engine, own.learner, own.config)).toBe(0)
    expect(make(own.learner, own.config)).toEqual(make(own.eager, own.config))
    // As soon as that is given up, another thread makes them again.
    other.engine.abandon()
    expect(untilReady(own.engine, own.learner, own.config)).toBeGreaterThan(0)
  })

  it('record no length of a call because it was asked for while they were made', () => {
    const { config, engine, learner } = bench(SEVERAL)
    const sessions = () => graphCount().sessions - before.sessions
    const count = engine.updatesPerCall(config, config.points, MANY)
    make(learner, config, count)
    while (engine.isPreparing()) engine.prepare()
    const recorded = sessions()
    // As of an update that is made elsewhere, and polled.
    for (let i = 0; i < 5; i += 1) windowsOf(learner, config, count - 2)
    expect(engine.isPreparing()).toBe(false)
    expect(sessions()).toBe(recorded)
  })

  it('drop what was begun where a call of another kind is asked for', () => {
    const { config, engine, learner, eager } = bench(LARGE)
    untilReady(engine, learner, config)
    make(learner, config)
    make(eager, config)
    expect(learner.isReady(windowsOf(learner, config, 1), config, MANY)).toBe(false)
    const other = { ...config, carryState: false }
    untilReady(engine, learner, other)
    expect(make(learner, other)).toEqual(make(eager, other))
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it('break as eager ones do, and leave the training where it was', () => {
    const { config, engine, learner, eager } = bench({ ...LARGE, optimizer: 'sgd', clipNorm: 1e9 })
    const wild = { ...config, learningRate: 1e30 }
    untilReady(engine, learner, wild)
    const [broken, eagerly] = [make(learner, wild), make(eager, wild)]
    expect(broken).toEqual(eagerly)
    expect(learner.snapshot()).toEqual(eager.snapshot())
    untilReady(engine, learner, config)
    expect(make(learner, config)).toEqual(make(eager, config))
  })

  it('go on eagerly where their first run is refused, which is said once', () => {
    const { binding } = nativeBackend()
    const complaints: string[] = []
    const { config, engine, learner, eager } = bench(LARGE, (why) => complaints.push(why))
    let isTaken = false
    const setCalls = (kind: number) => {
      isTaken = kind === 2
      binding.setCalls(kind)
    }
    const runSavedModel = (...args: Parameters<typeof binding.runSavedModel>) => {
      const outputs = binding.runSavedModel(...args)
      if (!isTaken) return outputs
      for (const { id } of outputs) binding.deleteTensor(id)
      throw new Error('OOM when allocating tensor')
    }
    withOtherBinding({ setCalls, runSavedModel }, () => {
      untilReady(engine, learner, config)
      for (let update = 0; update < 2; update += 1) {
        expect(make(learner, config)).toEqual(make(eager, config))
        expect(untilReady(engine, learner, config)).toBe(0)
      }
    })
    expect(complaints).toEqual([REFUSED])
    expect(graphCount().sessions).toBe(before.sessions)
  })
})
