import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { KeptTouch } from '@contract/timeline/kept-touches'
import { describe, expect, it } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { type ReplayedUpdate, replay } from '../../../../main/trainer/timeline/replay'
import { eagerAtOnce } from '../../../../main/trainer/training/engine/patient-engine'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { greatestDifference } from '../../../helpers/reference'

/** Trainings of another framework that were touched on the way, see test/fixtures/make/touched_training.py. */
type Touched = {
  readonly hiddenUnits: number
  readonly layers: number
  readonly batch: number
  readonly seed: number
  readonly learningRate: number
  readonly points: number
  readonly touchedAfter: number
  readonly weight: {
    readonly name: string
    readonly row: number
    readonly place: number
    readonly value: number
  }
  readonly shifts: readonly { readonly layer: number; readonly unit: number | null; readonly by: number }[]
  readonly silenced: { readonly layer: number; readonly unit: number }
  readonly runs: {
    readonly [Cell in 'rnn-tanh' | 'lstm']: {
      readonly updates: readonly { readonly loss: number; readonly prediction: readonly number[] }[]
      readonly names: readonly string[]
      readonly parameters: readonly (readonly number[])[]
      readonly firstMoments: readonly (readonly number[])[]
      readonly state: readonly (readonly number[])[]
    }
  }
}

const file = resolve(import.meta.dirname, '../../../fixtures/reference/torch-touched-training.json')
const { touchedAfter, weight, shifts, silenced, runs, ...settings } = JSON.parse(
  readFileSync(file, 'utf8'),
) as Touched
const TOUCHES: readonly KeptTouch[] = [
  {
    kind: 'weight',
    name: weight.name,
    index: weight.row * settings.hiddenUnits + weight.place,
    value: weight.value,
  },
  ...shifts.map((shift) => ({ kind: 'shifted', ...shift }) as const),
  { kind: 'unit', ...silenced, held: 'zero' },
]

describe.each(['rnn-tanh', 'lstm'] as const)(
  'a training of a network of %s cells that is touched',
  (cell) => {
    const theirs = runs[cell]
    const { hiddenUnits, layers, batch, seed, learningRate, points } = settings
    const config = withSettings(LESSON, { cell, hiddenUnits, layers, batch, seed, learningRate, points })

    function trained(touches: readonly KeptTouch[]) {
      const pieces = replay({
        from: freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)),
        to: theirs.updates.length,
        source: LESSON_SOURCE,
        settingsAt: () => config,
        touchesAt: (update) => (update === touchedAfter + 1 ? touches : []),
        engine: () => eagerAtOnce,
      })
      const made: ReplayedUpdate[] = []
      for (;;) {
        const piece = pieces.next()
        if (piece.done) return { made, snapshot: piece.value.snapshot }
        made.push(...piece.value)
      }
    }

    const numbersOf = (made: readonly ReplayedUpdate[]) =>
      made.flatMap(({ loss, predictions }) => [loss, ...predictions])

    it('is what PyTorch makes of it in the 20 updates after that', () => {
      const { made, snapshot } = trained(TOUCHES)
      const expected = theirs.updates.flatMap(({ loss, prediction }) => [loss, ...prediction])
      expect(greatestDifference(numbersOf(made), expected)).toBeLessThan(1e-4)
      const inOrder = (lists: readonly (readonly number[])[]) =>
        new Map(theirs.names.map((name, i) => [name, lists[i]]))
      const [parameters, moments] = [inOrder(theirs.parameters), inOrder(theirs.firstMoments)]
      for (const [name, { values }] of snapshot.parameters)
        expect(greatestDifference([...values], [...(parameters.get(name) ?? [])])).toBeLessThan(1e-4)
      for (const [name, { values }] of snapshot.slots.get('first-moment') ?? [])
        expect(greatestDifference([...values], [...(moments.get(name) ?? [])])).toBeLessThan(1e-4)
      for (const [i, { values }] of snapshot.states.entries())
        expect(greatestDifference([...values], [...(theirs.state[i] ?? [])])).toBeLessThan(1e-4)
    })

    it.each(TOUCHES.map((touch, i) => [touch.kind, i] as const))(
      'is another one without one of the touches: %s, %i',
      (_, left) => {
        const { made } = trained(TOUCHES.filter((__, i) => i !== left))
        const after = theirs.updates
          .slice(touchedAfter)
          .flatMap(({ loss, prediction }) => [loss, ...prediction])
        expect(greatestDifference(numbersOf(made.slice(touchedAfter)), after)).toBeGreaterThan(1e-3)
      },
    )
  },
)
