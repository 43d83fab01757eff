import type { InsideUpdate } from '@contract/inside/update'
import { sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { placeWords } from '../../../renderer/panels/inside/update/place-words'
import { placeAt, placesOf } from '../../../renderer/panels/inside/update/places'

const UPDATE: InsideUpdate = {
  kind: 'update',
  timeSteps: 2,
  outputs: 1,
  stateNorms: [Float64Array.of(0.5, 1.25, 2)],
  gradientNorms: [Float64Array.of(0.001, 0.01, 0.2)],
  predictions: Float64Array.of(0.5, 0.25),
  targets: Float64Array.of(1, 0.75),
  byPredictions: Float64Array.of(-0.5, -0.5),
  batch: 1,
  loss: 0.25,
  batchLoss: 0.25,
  norm: 4,
  greatest: 1,
  share: 0.25,
  optimizer: 'sgd',
  learningRate: 0.1,
  momentum: 0.5,
  optimizerUpdate: 3,
  weight: {
    ...{ tensor: 'rnn.weight_hh_l0', index: 5, shape: [4, 4], before: 1, after: 0.85 },
    ...{ gradient: 4, clipped: 1, slotsBefore: [1], slotsAfter: [1.5] },
  },
  tensors: [],
  lossAfter: 0.2,
  broke: null,
}
const english = sayIn('en')
const wordsAt = (at: number, update = UPDATE) => {
  const { sentence, formulas } = placeWords(update, placeAt(at, update.timeSteps), 0, english)
  return [sentence, ...formulas].join(' | ')
}

describe('the places of an update', () => {
  it('go forward through the time steps, and back to the wall', () => {
    const kinds = Array.from({ length: placesOf(2) }, (_, at) => placeAt(at, 2))
    expect(kinds).toEqual([
      { kind: 'state' },
      { kind: 'forward', step: 0 },
      { kind: 'forward', step: 1 },
      { kind: 'loss' },
      { kind: 'backward', step: 1 },
      { kind: 'backward', step: 0 },
      { kind: 'wall' },
      { kind: 'clip' },
      { kind: 'optimizer' },
      { kind: 'weights' },
    ])
  })

  it('are told with their formulas and the numbers in them', () => {
    expect(wordsAt(1)).toBe('Forward pass, time step 1 | ‖h₁‖ = 1.25   ŷ₁ = 0.5   y₁ = 1   (ŷ − y)² = 0.25')
    expect(wordsAt(3)).toBe(
      'The loss: the mean of all squared errors of the window | L = (0.25 + 0.25) / 2 = 0.25',
    )
    expect(wordsAt(4)).toContain('‖∂L/∂h₂‖ = 0.2')
    expect(wordsAt(6)).toContain('‖∂L/∂h₀‖ = 0.001')
    expect(wordsAt(7)).toBe(
      'Clipping | ‖g‖ = 4 is above 1: the gradient is scaled by 1 / (‖g‖ + 10⁻⁶) = 0.25.',
    )
    expect(wordsAt(8)).toBe(
      'SGD moves the weight rnn.weight_hh_l0[1, 1] | b ← momentum · b + g = 0.5 · 1 + 1 = 1.5 | w ← w − lr · b = 1 − 0.1 · 1.5 = 0.85',
    )
    expect(wordsAt(9)).toContain('the loss was 0.25 and is 0.2.')
  })

  it('say where the update ends that cannot be made', () => {
    expect(wordsAt(8, { ...UPDATE, broke: 'gradient' })).toBe(
      'This update cannot be made: its gradient is not finite.',
    )
    expect(wordsAt(7, { ...UPDATE, greatest: 0, share: 1 })).toContain('clipping is off')
  })
})
