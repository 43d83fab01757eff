import type { Touch } from '@contract/inside/touched'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { runPass } from '../../../../../main/trainer/inside/pass/pass'
import { touchedPass } from '../../../../../main/trainer/inside/touch/touched-pass'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { whyUntouchable } from '../../../../../main/trainer/network/shape/touchable'
import { greatestDifference } from '../../../../helpers/reference'
import { NUMPY_CASES, windowOf } from '../numpy-touched'

it('has all cells and all kinds of touches', () => {
  expect(NUMPY_CASES.map(({ network }) => network.cell)).toEqual(['rnn-tanh', 'rnn-relu', 'gru', 'lstm'])
  const kinds = NUMPY_CASES.flatMap(({ touched }) => touched.flatMap(({ touches }) => touches))
  expect([...new Set(kinds.map(({ kind }) => kind))].sort()).toEqual(
    ['gate', 'input', 'noise', 'shifted', 'unit', 'weight', 'wiped'].sort(),
  )
})

describe.each(NUMPY_CASES.map((each) => ({ cell: each.network.cell, each })))(
  'numpy says the same of a touched $cell',
  ({ each }) => {
    it.each(each.touched.map((told) => ({ name: JSON.stringify(told.touches), told })))(
      'by $name',
      ({ told }) => {
        const pass = touchedPass(windowOf(each, told.touches), told.touches)
        expect(greatestDifference(pass.predictions, told.predictions)).toBeLessThan(1e-13)
        for (const [layer, hidden] of told.hidden.entries())
          expect(
            greatestDifference(pass.layers[layer]?.states.h.subarray(each.network.hiddenUnits) ?? [], hidden),
          ).toBeLessThan(1e-13)
      },
    )

    it('and leaves everything that it was given as it was', () => {
      const window = windowOf(each)
      const before = structuredClone({ inputs: window.inputs, states: window.states })
      for (const { touches } of each.touched) touchedPass(window, touches)
      expect({ inputs: window.inputs, states: window.states }).toEqual(before)
      const again = runPass(window.net, window.inputs, window.states)
      expect(again.predictions).toEqual(window.pass.predictions)
    })
  },
)

describe('a touch of what there is not', () => {
  const [network] = NUMPY_CASES.flatMap((each) => (each.network.cell === 'gru' ? [each.network] : []))
  if (!network) throw new Error('there is no GRU')
  const why = (touch: Touch) => {
    const problem = whyUntouchable(touch, network, 6)
    return problem && inEnglish(problem)
  }

  it('is refused in one sentence, and at the very edge it is not', () => {
    const { parameters } = describeNetwork(network)
    const [first] = parameters
    if (!first) throw new Error('there are no parameters')
    const weight = { kind: 'weight', name: first.name, value: 1 } as const
    expect(why({ kind: 'input', timeStep: 5, column: 1, value: 0 })).toBeNull()
    expect(why({ kind: 'input', timeStep: 6, column: 1, value: 0 })).toBe(
      'This window has 6 time steps of 2 inputs; input 2 at time step 7 is none of them.',
    )
    expect(why({ kind: 'unit', layer: 1, unit: 3, held: 'zero' })).toBeNull()
    expect(why({ kind: 'unit', layer: 2, unit: 3, held: 'zero' })).toBe(
      'This network has 2 layers of 4 hidden units; unit 4 of layer 3 is none of them.',
    )
    expect(why({ kind: 'shifted', layer: 0, unit: 4, by: 1 })).toMatch(/unit 5 of layer 1/)
    expect(why({ kind: 'noise', layer: 1, deviation: 1, seed: 1 })).toBeNull()
    expect(why({ kind: 'gate', layer: 0, gate: 'update', unit: null, held: 1 })).toBeNull()
    expect(why({ kind: 'gate', layer: 0, gate: 'forget', unit: null, held: 1 })).toBe(
      'The cells of this network have no such gate.',
    )
    expect(why({ ...weight, index: 12 * 2 - 1 })).toBeNull()
    expect(why({ ...weight, index: 12 * 2 })).toBe(
      '"rnn.weight_ih_l0" of this network has 24 numbers; number 25 is none of them.',
    )
    expect(why({ ...weight, name: 'other', index: 0 })).toMatch(/has 0 numbers/)
  })
})
