// @vitest-environment happy-dom
import type { InsideGradient } from '@contract/inside/gradient'
import type { InsideAnswer } from '@contract/inside/inside'
import { ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { decadesAround } from '../../../renderer/plots/numbers/decades'
import { madeUp } from '../../helpers/saying'
import { openPage, type TestPage } from '../helpers/page'

let page: TestPage
afterEach(() => page.close())

const { NaN: none } = Number
/** Three time steps, of which each keeps a tenth of a gradient. */
const GRADIENT: InsideGradient = {
  ...{ kind: 'gradient', layer: 0, timeSteps: 3, rows: [0, 1, 2] },
  norms: Float64Array.of(0.5, none, none, 0.04, 0.4, none, 0.002, 0.02, 0.2),
  profile: Float64Array.of(0.45, 0.38, 0.2),
  ratios: Float64Array.of(1, 0.1, 0.01),
  ...{ slope: -1, reach: 2, diagnosis: 'cut-by-window' },
}

/** Answers the next question, which is of one thing. */
function answering(gradient: InsideGradient | null) {
  const told = gradient ? { value: gradient } : { problem: madeUp('Nothing of that.') }
  const runId = page.world.store.getState().description?.id ?? ''
  page.fake.answer('inside', ok<InsideAnswer>({ runId, update: 3, told: [told] }))
}

async function opened(gradient: InsideGradient | null, language: 'en' | 'zh' = 'en') {
  page = await openPage({ language })
  await page.settle(() => page.fake.train(3))
  answering(null)
  await page.click('tab-inside')
  await page.settle()
  answering(gradient)
  await page.click('inside-view-gradient')
  await page.settle()
}

const press = (id: string, key: string) =>
  page.settle(() => void page.get(id).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))

describe('the gradient through time', () => {
  it('says how far a loss reaches back, with slope and reach', async () => {
    await opened(GRADIENT)
    expect(page.text('inside-gradient-summary')).toBe(
      'Cut by the window: where the window begins, 1.00% of a gradient is left, and it ends there. This is common and no fault; a longer window would let the network learn from further back.',
    )
    expect(page.text('gradient-figures')).toBe(
      'slope −1.000 decades a time step   reach (1%) 2 of 2 time steps',
    )
    expect(page.find('gradient-sampled')).toBeNull()
  })

  it('reads the loss of one time step at another one, by keys, and marks it in all pictures', async () => {
    await opened(GRADIENT)
    await press('gradient-triangle', 'Home')
    expect(page.text('gradient-reading')).toBe(
      'loss of time step 3, at time step 1: 0.00200, 1.00% of what it is at its own',
    )
    expect(page.text('gradient-profile-reading')).toBe('time step 1: ‖∂L/∂h‖ 0.450')
    await press('gradient-triangle', 'ArrowDown')
    await press('gradient-triangle', 'ArrowRight')
    expect(page.text('gradient-reading')).toBe(
      'loss of time step 2, at time step 2: 0.400, 100% of what it is at its own',
    )
    await press('gradient-profile', 'End')
    expect(page.text('gradient-reading')).toBe(
      'loss of time step 2: it does not depend on what comes later, at time step 3',
    )
    for (const id of ['gradient-triangle', 'gradient-profile'])
      expect(page.get(id).querySelectorAll('.plot-cross line').length).toBeGreaterThan(0)
  })

  it('says that the losses are sampled, and tells the numbers of those that are', async () => {
    const norms = Float64Array.of(0.04, 0.4, none, 0.002, 0.02, 0.2)
    await opened({ ...GRADIENT, rows: [1, 2], norms })
    expect(page.text('gradient-sampled')).toBe(
      'The losses of 2 of 3 time steps are followed, evenly spaced: all would take too long.',
    )
    const details = page.get('inside-gradient').querySelector('details') as HTMLDetailsElement
    await page.settle(() => {
      details.open = true
      details.dispatchEvent(new Event('toggle'))
    })
    expect([...details.querySelectorAll('tr')].map((row) => row.textContent)).toEqual([
      'loss of time step123',
      '20.040.4–',
      '30.0020.020.2',
    ])
  })

  it.each([
    [{ diagnosis: 'healthy', reach: 1 }, /^Healthy: 1% of a gradient still arrives 1 time step back/],
    [{ diagnosis: 'vanishing', reach: 1 }, /^Vanishing: .* only 1 time step back.*GRU and LSTM/],
    [
      { diagnosis: 'exploding', ratios: Float64Array.of(1, 30, 900) },
      /^Exploding: .* 900 times its size.*Gradient clipping/,
    ],
    [{ diagnosis: null, reach: null, profile: Float64Array.of(0, 0, 0) }, /no time step of this window/],
    [
      { diagnosis: null, reach: null, slope: null, profile: Float64Array.of(none, none, none) },
      /not finite any more/,
    ],
  ] as const)('says what becomes of it: %o', async (changes, sentence) => {
    await opened({ ...GRADIENT, ...changes })
    expect(page.text('inside-gradient-summary')).toMatch(sentence)
  })

  it('says it in Chinese, and why nothing can be told', async () => {
    await opened({ ...GRADIENT, diagnosis: 'vanishing', slope: Number.NEGATIVE_INFINITY }, 'zh')
    expect(page.text('inside-gradient-summary')).toMatch(/^梯度消失：只有 2 个时间步之内还有 1% 以上的梯度/)
    expect(page.text('gradient-figures')).toMatch('−∞ 个数量级')
    await page.close()
    await opened(null)
    expect(page.get('inside-gradient').querySelector('[role="alert"]')?.textContent).toBe('Nothing of that.')
  })
})

describe('the ends of a logarithmic axis', () => {
  it('are the powers of ten around all numbers that have a logarithm, or so many of the greatest', () => {
    const numbers = [0.02, 3, 0, -1, none, Number.POSITIVE_INFINITY]
    expect(decadesAround(numbers)).toEqual({ min: 0.01, max: 10 })
    expect(decadesAround([1e-30, 5], 8)).toEqual({ min: 1e-7, max: 10 })
    expect(decadesAround([1])).toEqual({ min: 0.1, max: 1 })
    expect(decadesAround([5e-324, 1e308])).toEqual({ min: 1e-300, max: 1e300 })
    expect(decadesAround([0, none])).toBeNull()
  })
})
