import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { createCompiledEngine, eagerEngine } from '../../../../main/trainer/training/engine/engine'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import { tensorCount } from '../../../helpers/tensor-count'

const BEGIN = 3
const UPDATES = 20

const zeros = (states: Snapshot['states']) =>
  states.map(({ shape, values }) => ({ shape, values: new Float32Array(values.length) }))

/** What goes into each update is said outright: every update is made by a training of its own. */
function slowly(
  from: Snapshot,
  config: RunConfig,
  stateInto: (update: number, now: Snapshot) => Snapshot['states'],
) {
  let now = from
  const losses: number[] = []
  const into: Snapshot['states'][] = []
  const plain = withSettings(config, { carryState: true, freezeState: false })
  for (let i = 0; i < UPDATES; i += 1) {
    const states = stateInto(now.updatesDone + 1, now)
    const learner = createLearner({ ...now, states })
    const [window] = nextWindows(learner, LESSON_SOURCE, plain, 1)
    const result = window && learner.update(window, plain.training)
    losses.push(result?.kind === 'updated' ? result.loss : Number.NaN)
    into.push(states)
    now = learner.snapshot()
    learner.dispose()
  }
  return { losses, now, last: into.at(-1) }
}

function quickly(
  from: Snapshot,
  config: RunConfig,
  together: number,
  engine: typeof eagerEngine,
  isWiped: (update: number) => boolean = () => false,
) {
  const learner = createLearner(from, () => engine)
  const losses: number[] = []
  while (losses.length < UPDATES) {
    const count = Math.min(together, UPDATES - losses.length)
    const wanted = nextWindows(learner, LESSON_SOURCE, config, count, { isWiped })
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, UPDATES))
    for (const made of learner.updateAll(windows, config.training))
      losses.push(made.kind === 'updated' ? made.loss : Number.NaN)
  }
  const found = { losses, now: learner.snapshot(), last: learner.statesIntoLast() }
  learner.dispose()
  return found
}

/** A training that has made some updates, so that it has a state. */
function begun(config: RunConfig): Snapshot {
  const learner = createLearner(freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)))
  for (let i = 0; i < BEGIN; i += 1) {
    const [window] = nextWindows(learner, LESSON_SOURCE, config, 1)
    if (window) learner.update(window, config.training)
  }
  const snapshot = learner.snapshot()
  learner.dispose()
  return snapshot
}

describe.each([
  ['rnn-tanh', 1],
  ['lstm', 3],
] as const)('the state that is carried in a network of %s cells, %i sequences', (cell, batch) => {
  const config = withSettings(LESSON, { cell, batch, layers: 2, hiddenUnits: 4, points: 4 })
  const from = begun(config)
  const compiled = createCompiledEngine()

  it.each([
    ['eager', 1],
    ['eager', 16],
    ['compiled', 1],
    ['compiled', 16],
  ] as const)('is frozen, wiped once, and both, to the last bit: %s, %i in a call', (name, together) => {
    const engine = name === 'eager' ? eagerEngine : compiled
    const wiped = [BEGIN + 5, BEGIN + 6]
    const isWiped = (update: number) => wiped.includes(update)
    const frozen = withSettings(config, { freezeState: true })
    const held = tensorCount()

    const freeze = quickly(from, frozen, together, engine)
    const asked = slowly(from, config, () => from.states)
    expect(freeze.losses).toEqual(asked.losses)
    expect(freeze.last).toEqual(from.states)
    // What goes on is the frozen state, whatever the last window ended with.
    expect(freeze.now).toEqual({ ...asked.now, states: from.states })

    const wipe = quickly(from, config, together, engine, isWiped)
    const slow = slowly(from, config, (update, now) => (isWiped(update) ? zeros(now.states) : now.states))
    expect(wipe.losses).toEqual(slow.losses)
    expect([wipe.now, wipe.last]).toEqual([slow.now, slow.last])
    expect(wipe.losses[4]).not.toBe(quickly(from, config, together, engine).losses[4])

    const both = quickly(from, frozen, together, engine, isWiped)
    const then = slowly(from, config, (update) => (update < BEGIN + 5 ? from.states : zeros(from.states)))
    expect(both.losses).toEqual(then.losses)
    expect(both.now).toEqual({ ...then.now, states: zeros(from.states) })
    expect(tensorCount()).toEqual(held)
  })

  it('is given back with its engine', () => {
    compiled.dispose()
  })
})
