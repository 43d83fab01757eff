import { runConfigOf } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LESSON_SOURCE } from '../../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import {
  createPatientEngine,
  type PatientEngine,
} from '../../../../../main/trainer/training/engine/patient-engine'
import { REFUSED } from '../../../../../main/trainer/training/engine/recordings'
import { createLearner, type Learner } from '../../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../../helpers/lesson-settings'
import { graphCount } from '../../graph/graph-count'
import { withOtherBinding } from '../../graph/other-binding'

const MANY = 1000

describe('the patient engine', () => {
  const open: { dispose: () => void }[] = []
  let before: ReturnType<typeof graphCount>
  beforeEach(() => {
    before = graphCount()
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    for (const thing of open.splice(0)) thing.dispose()
    expect(graphCount()).toEqual(before)
  })

  function bench(changes: Partial<MathSettings> = {}, onImpossible: (code: string) => void = () => {}) {
    const config = { ...LESSON_SETTINGS, ...changes }
    const snapshot = freshSnapshot(initialWeights(config), config)
    const engine = createPatientEngine(onImpossible)
    const learner = createLearner(snapshot, () => engine)
    open.push(learner, engine)
    return { config, snapshot, engine, learner }
  }

  /** One call, as a run makes it; gives how many updates it made. */
  function call(learner: Learner, config: MathSettings, count: number, left = MANY): number {
    const wanted = nextWindows(learner, LESSON_SOURCE, runConfigOf(config), count)
    const admitted = learner.admitted(wanted, config, left)
    return learner.updateAll(wanted.slice(0, admitted), config).length
  }

  function prepareAll(engine: PatientEngine): number {
    let pieces = 0
    for (; engine.isPreparing(); pieces += 1) engine.prepare()
    return pieces
  }

  const recorded = () => graphCount().sessions - before.sessions

  it('makes updates one by one while it gets ready for several, then all in one call', () => {
    const { engine, learner, config } = bench()
    let pieces = 0
    expect(call(learner, config, 16)).toBe(1)
    while (engine.isPreparing()) {
      expect(recorded()).toBeLessThanOrEqual(1)
      expect(call(learner, config, 16)).toBe(1)
      engine.prepare()
      pieces += 1
    }
    expect(pieces).toBeGreaterThanOrEqual(4)
    expect(call(learner, config, 16)).toBe(16)
    expect(recorded()).toBe(1)
  })

  it.each<Partial<MathSettings>>([
    {},
    { cell: 'lstm', batch: 3, optimizer: 'rmsprop', learningRate: 0.001 },
    { cell: 'gru', layers: 2, hiddenUnits: 8, shown: 'after-update' },
    { cell: 'rnn-relu', optimizer: 'sgd', momentum: 0.9, learningRate: 0.01, clipNorm: 0.1 },
    { family: 'tensorflow', optimizer: 'adam-tensorflow', carryState: false },
    { cell: 'lstm', hiddenUnits: 64, batch: 17 },
  ])('gives eager to the last bit, whenever a recording gets ready: %o', (changes) => {
    const { snapshot, config } = bench(changes)
    const eager = createLearner(snapshot)
    open.push(eager)
    eager.updateAll(nextWindows(eager, LESSON_SOURCE, runConfigOf(config), 12), config)
    for (const piecesACall of [0, 1, 3, 100]) {
      const { engine, learner } = bench(changes)
      while (learner.updatesDone() < 12) {
        call(learner, config, Math.min(4, 12 - learner.updatesDone()))
        for (let i = 0; i < piecesACall; i += 1) engine.prepare()
      }
      expect(learner.snapshot()).toEqual(eager.snapshot())
    }
  })

  it('leaves nothing behind when a recording is abandoned after any of its pieces', () => {
    const { engine, learner, config } = bench()
    call(learner, config, 16)
    const pieces = prepareAll(engine)
    for (let done = 0; done < pieces; done += 1) {
      const other = bench({ hiddenUnits: 5 })
      call(other.learner, other.config, 16)
      const held = { ...graphCount() }
      for (let i = 0; i < done; i += 1) other.engine.prepare()
      other.engine.abandon()
      expect(other.engine.isPreparing()).toBe(false)
      const left = graphCount()
      expect(left.sessions).toBe(before.sessions + 1)
      expect(left.tensors).toBeLessThan(held.tensors)
      for (const thing of open.splice(2)) thing.dispose()
    }
  })

  it('records nothing for so few updates that it would not pay off', () => {
    const { engine, learner, config } = bench()
    for (let left = 4; left > 0; left -= 1) {
      call(learner, config, 1, left)
      expect(engine.isPreparing()).toBe(false)
    }
    call(learner, config, 1, 5)
    expect(engine.isPreparing()).toBe(true)
  })

  it('begins no recording for a length of calls that is asked for once, as between two sequences', () => {
    const { engine, learner, config } = bench()
    for (let length = 14; length > 1; length -= 1) {
      call(learner, config, length)
      expect(engine.isPreparing()).toBe(false)
    }
    call(learner, config, 4)
    expect(engine.isPreparing()).toBe(true)
    prepareAll(engine)
    expect(call(learner, config, 4)).toBe(4)
  })

  it.each([5, 9, 12, 15, 40])('has calls of all updates between two breaks, %d apart', (apart) => {
    const { engine, learner, config } = bench({ hiddenUnits: 2, points: 3 })
    /** All updates up to the next break, by calls as a run makes them; a piece of a recording after each. */
    const lengths = () => {
      const made: number[] = []
      for (let left = apart; left > 0; left -= made.at(-1) as number) {
        made.push(call(learner, config, Math.min(16, left)))
        engine.prepare()
      }
      return made
    }
    for (let times = 0; times < 5; times += 1) lengths()
    expect(lengths()).toEqual(apart === 40 ? [16, 16, 8] : [apart])
    // Nor of the lengths on the way there.
    expect(recorded()).toBeLessThanOrEqual(3)
  })

  it('gives a form up that nobody wants any more', () => {
    const { engine, learner, config } = bench()
    call(learner, config, 1)
    engine.prepare()
    for (let i = 0; i < 20; i += 1) call(learner, { ...config, points: 3 }, 1)
    prepareAll(engine)
    expect(recorded()).toBe(1)
    // Of the form that was wanted last: it needs nothing any more.
    call(learner, { ...config, points: 3 }, 1)
    expect(engine.isPreparing()).toBe(false)
  })

  it('records every length of windows of random lengths', () => {
    const { engine, learner, config } = bench({ span: 'random' })
    for (let i = 0; i < 60; i += 1) {
      call(learner, config, 1)
      engine.prepare()
    }
    expect(engine.isPreparing()).toBe(false)
    expect(recorded()).toBe(3)
  })

  it('goes on eagerly where no graph can be written, says so once, and tries again when it is told to', () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('darwin')
    vi.stubEnv('TMPDIR', '/nowhere/at/all')
    const complaints: string[] = []
    const { engine, learner, config, snapshot } = bench({}, (code) => complaints.push(code))
    for (let i = 0; i < 30; i += 1) {
      expect(call(learner, config, 16)).toBe(1)
      engine.prepare()
    }
    expect(complaints).toEqual(['ENOENT'])
    expect(engine.isPreparing()).toBe(false)
    const eager = createLearner(snapshot)
    open.push(eager)
    eager.updateAll(nextWindows(eager, LESSON_SOURCE, runConfigOf(config), 30), config)
    expect(learner.snapshot()).toEqual(eager.snapshot())
    vi.unstubAllEnvs()
    engine.hope()
    call(learner, config, 16)
    prepareAll(engine)
    expect(call(learner, config, 16)).toBe(16)
    vi.restoreAllMocks()
  })

  it('goes on eagerly where TensorFlow refuses a graph or memory runs short, says so once, and leaves nothing behind', () => {
    for (const refused of ['loadSavedModel', 'runSavedModel']) {
      const complaints: string[] = []
      const { engine, learner, config, snapshot } = bench({}, (why) => complaints.push(why))
      const refuse = () => {
        throw new Error('OOM when allocating tensor')
      }
      withOtherBinding({ [refused]: refuse }, () => {
        for (let i = 0; i < 12; i += 1) {
          expect(call(learner, config, 16)).toBe(1)
          engine.prepare()
        }
      })
      expect(complaints).toEqual([REFUSED])
      expect(recorded()).toBe(0)
      const eager = createLearner(snapshot)
      open.push(eager)
      eager.updateAll(nextWindows(eager, LESSON_SOURCE, runConfigOf(config), 12), config)
      expect(learner.snapshot()).toEqual(eager.snapshot())
    }
  })

  it('runs a recording of many updates here while the first run of another is made elsewhere', () => {
    const { engine, learner, config, snapshot } = bench()
    call(learner, config, 16)
    prepareAll(engine)
    let made = 1
    for (let length = 15; length > 8; length -= 2) {
      // Asked for twice it is recorded.
      for (let i = 0; i < 2; i += 1) made += call(learner, config, length)
      expect(engine.isPreparing()).toBe(true)
      while (engine.isPreparing()) {
        if (engine.canPrepare()) engine.prepare()
        else made += call(learner, config, 16)
      }
      made += call(learner, config, length)
    }
    const eager = createLearner(snapshot)
    open.push(eager)
    eager.updateAll(nextWindows(eager, LESSON_SOURCE, runConfigOf(config), made), config)
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })

  it('goes on eagerly where a recording cannot be run any more, says so once, and leaves nothing of it', () => {
    const complaints: string[] = []
    const { engine, learner, config, snapshot } = bench({}, (why) => complaints.push(why))
    call(learner, config, 16)
    prepareAll(engine)
    expect(call(learner, config, 16)).toBe(16)
    const refuse = () => {
      throw new Error('OOM when allocating tensor')
    }
    withOtherBinding({ runSavedModel: refuse }, () => {
      expect(call(learner, config, 16)).toBe(16)
      expect(call(learner, config, 16)).toBe(1)
    })
    expect(complaints).toEqual([REFUSED])
    expect(recorded()).toBe(0)
    const eager = createLearner(snapshot)
    open.push(eager)
    eager.updateAll(nextWindows(eager, LESSON_SOURCE, runConfigOf(config), 34), config)
    expect(learner.snapshot()).toEqual(eager.snapshot())
  })
})
