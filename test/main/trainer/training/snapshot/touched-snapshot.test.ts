import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LESSON_SOURCE } from '../../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../../main/trainer/network/shape/network-of'
import { createCompiledEngine, eagerEngine } from '../../../../../main/trainer/training/engine/engine'
import { createLearner } from '../../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../../main/trainer/training/snapshot/snapshot'
import { touchedSnapshot } from '../../../../../main/trainer/training/snapshot/touched-snapshot'
import { tensorCount } from '../../../../helpers/tensor-count'

const UNITS = 4
const BATCH = 3
const SMALL = { layers: 2, hiddenUnits: UNITS, points: 4, batch: BATCH } as const

/** A training that has made three updates. */
function begun(config: RunConfig): Snapshot {
  const learner = createLearner(freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)))
  learner.updateAll(nextWindows(learner, LESSON_SOURCE, config, 3), config.training)
  const snapshot = learner.snapshot()
  learner.dispose()
  return snapshot
}

/** Numbers of a snapshot that nobody else has, to be written into. */
function copyOf(snapshot: Snapshot) {
  const parameters = new Map(
    [...snapshot.parameters].map(([name, { shape, values }]) => [name, { shape, values: values.slice() }]),
  )
  const states = snapshot.states.map(({ shape, values }) => ({ shape, values: values.slice() }))
  const numbers = (name: string) => parameters.get(name)?.values ?? new Float32Array()
  return {
    snapshot: { ...snapshot, parameters, states },
    numbers,
    h: states[0]?.values ?? new Float32Array(),
  }
}

/** The next update of a training with some touches, or none, wiped before or not. */
function updated(
  from: Snapshot,
  config: RunConfig,
  engine = eagerEngine,
  touches: readonly KeptTouch[] = [],
  isWiped = false,
) {
  const learner = createLearner(from, () => engine)
  const edits = { isWiped: () => isWiped, touchesAt: () => touches }
  const [window] = nextWindows(learner, LESSON_SOURCE, config, 1, edits)
  if (!window) throw new Error('there is no window')
  const made = learner.update(window, config.training)
  const found = { made, now: learner.snapshot(), into: learner.statesIntoLast() }
  learner.dispose()
  return found
}

const TOUCHES: readonly KeptTouch[] = [
  { kind: 'weight', name: 'rnn.weight_hh_l1', index: 5, value: -0.75 },
  { kind: 'weight', name: 'out.bias', index: 0, value: 0.3, was: 1 },
  { kind: 'shifted', layer: 1, unit: 2, by: 0.1 },
  { kind: 'shifted', layer: 0, unit: null, by: -0.7 },
  { kind: 'unit', layer: 0, unit: 3, held: 'zero' },
  { kind: 'unit', layer: 1, unit: 1, held: 'zero' },
]

/** The same by hand. */
function byHand(from: Snapshot, isWiped = false) {
  const { snapshot, numbers, h } = copyOf(from)
  numbers('rnn.weight_hh_l1')[5] = -0.75
  numbers('out.bias')[0] = 0.3
  if (isWiped) for (const { values } of snapshot.states) values.fill(0)
  for (let sequence = 0; sequence < BATCH; sequence += 1) {
    const at = (BATCH + sequence) * UNITS + 2
    h[at] = (h[at] ?? 0) + 0.1
    for (let unit = 0; unit < UNITS; unit += 1)
      h[sequence * UNITS + unit] = (h[sequence * UNITS + unit] ?? 0) - 0.7
  }
  for (const [name, unit] of [
    ['rnn.weight_hh_l0', 3],
    ['rnn.weight_ih_l1', 3],
    ['rnn.weight_hh_l1', 1],
    ['out.weight', 1],
  ] as const) {
    const values = numbers(name)
    for (let row = 0; row < values.length / UNITS; row += 1) values[row * UNITS + unit] = 0
  }
  return snapshot
}

describe.each([
  ['rnn-tanh', 'adam', 'pytorch'],
  ['rnn-relu', 'sgd', 'pytorch'],
  ['gru', 'rmsprop', 'pytorch'],
  ['lstm', 'adam', 'pytorch'],
  ['lstm', 'adam-tensorflow', 'tensorflow'],
] as const)('an update of a network of %s cells by %s after touches', (cell, optimizer, family) => {
  const config = withSettings(LESSON, { ...SMALL, cell, optimizer, family, momentum: 0.5 })
  const from = begun(config)

  it.each(['eager', 'compiled'] as const)('is that of the snapshot that was edited by hand: %s', (name) => {
    const compiled = createCompiledEngine()
    onTestFinished(compiled.dispose)
    const engine = name === 'eager' ? eagerEngine : compiled
    const held = tensorCount()
    const hand = byHand(from)
    expect(touchedSnapshot(from, TOUCHES)).toEqual(hand)
    const found = updated(from, config, engine, TOUCHES)
    expect(found).toEqual(updated(hand, config, engine))
    expect(found.into).toEqual(hand.states)
    expect(found.now).not.toEqual(updated(from, config, engine).now)
    const frozen = withSettings(config, { freezeState: true })
    // What is frozen is shifted from then on.
    expect(updated(from, frozen, engine, TOUCHES).now.states).toEqual(hand.states)
    if (name === 'eager') expect(tensorCount()).toEqual(held)
  })

  it('is wiped before it is shifted', () => {
    expect(updated(from, config, eagerEngine, TOUCHES, true)).toEqual(updated(byHand(from, true), config))
  })
})

describe('a snapshot after touches', () => {
  const config = withSettings(LESSON, SMALL)
  const from = begun(config)

  it('has what the optimiser keeps as it was, and nothing else is another', () => {
    const before = copyOf(from).snapshot
    const touched = touchedSnapshot(from, TOUCHES)
    expect(touched.slots).toBe(from.slots)
    expect(from).toEqual(before)
    const { parameters: _, states: __, ...rest } = touched
    expect(from).toMatchObject(rest)
    expect(touchedSnapshot(from, [])).toEqual(from)
  })

  it('is rounded to float32 at each shift', () => {
    const [h] = touchedSnapshot(from, [
      { kind: 'shifted', layer: 0, unit: 0, by: 1e8 },
      { kind: 'shifted', layer: 0, unit: 0, by: -1e8 },
    ]).states
    expect(h?.values[0]).toBe(0)
  })
})

describe('a window with touches', () => {
  const config = withSettings(LESSON, { ...SMALL, optimizer: 'sgd' })
  const from = begun(config)

  it('is by itself in a call, first and later', () => {
    const learner = createLearner(from)
    onTestFinished(learner.dispose)
    const windows = (at: number) => {
      const touchesAt = (update: number) => (update === at ? TOUCHES : [])
      return nextWindows(learner, LESSON_SOURCE, config, 4, { touchesAt })
    }
    const admitted = (at: number) => learner.admitted(windows(at), config.training, 100)
    expect([4, 5, 6, 7, 8].map(admitted)).toEqual([1, 1, 2, 3, 4])
    expect(() => learner.updateAll(windows(5), config.training)).toThrow(/not the first of its call/)
    expect(() => learner.updateAll(windows(4), config.training)).toThrow(/not the first of its call/)
  })

  it('changes nothing where its update breaks, whose tensor is told', () => {
    const learner = createLearner(from)
    onTestFinished(learner.dispose)
    const touches: readonly KeptTouch[] = [
      { kind: 'weight', name: 'out.bias', index: 0, value: 1e18 },
      { kind: 'shifted', layer: 0, unit: null, by: 1 },
    ]
    const held = tensorCount()
    const [window] = nextWindows(learner, LESSON_SOURCE, config, 1, { touchesAt: () => touches })
    if (!window) throw new Error('there is no window')
    const made = learner.update(window, { ...config.training, learningRate: 1e22 })
    expect(made).toMatchObject({ kind: 'diverged' })
    expect(learner.snapshot()).toEqual(from)
    expect(tensorCount()).toEqual(held)
  })
})
