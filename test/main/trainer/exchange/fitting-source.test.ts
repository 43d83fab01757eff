import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { checkSource } from '../../../../main/trainer/exchange/fitting-source'
import { drawnWeights, sourceOf } from '../weights/drawn-weights'

describe('weights that are to be trained on', () => {
  it.each([
    [1, 1],
    [3, 2],
    [32, 16],
  ])('have as many inputs and outputs as their source: %i and %i', (inputs, outputs) => {
    expect(checkSource('a.npz', drawnWeights({ inputs, outputs }))).toEqual({ ok: true, value: undefined })
  })

  it('or there is a sentence', () => {
    const { snapshot } = drawnWeights({ inputs: 3, outputs: 2 })
    const sentence = (inputs: number, outputs: number) => {
      const config = withSettings(LESSON, { source: sourceOf(inputs, outputs) })
      const checked = checkSource('a.npz', { snapshot, config })
      return checked.ok ? '' : inEnglish(checked.error.text)
    }
    expect(sentence(1, 1)).toBe(
      '"a.npz" has a network of 3 inputs and 2 outputs, but the lesson has 1 input and 1 output; open a series with as many first, or choose other weights.',
    )
    expect(sentence(3, 1)).toBe(
      '"a.npz" has a network of 3 inputs and 2 outputs, but the series of this run has 3 inputs and 1 output; choose weights of a network with as many, or other columns.',
    )
  })
})
