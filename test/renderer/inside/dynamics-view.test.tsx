// @vitest-environment happy-dom
import type { InsideDynamics, InsidePlane } from '@contract/inside/dynamics'
import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import { ok } from '@contract/result'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { onPlane } from '../../../renderer/store/selectors/inside/plane'
import { madeUp } from '../../helpers/saying'
import { openPage, type TestPage } from '../helpers/page'

let page: TestPage
afterEach(() => page.close())

/** Half a turn's eigenvalues, inside of the circle. */
const FACTS = { eigenvalues: { re: Float64Array.of(0, 0), im: Float64Array.of(0.5, -0.5) }, stretch: 0.9 }
const DYNAMICS: InsideDynamics = {
  ...{ kind: 'dynamics', cell: 'rnn-tanh', layer: 0, timeStep: 1, timeSteps: 2, size: 2 },
  ...{ kernel: FACTS, jacobian: { ...FACTS, stretch: 0.7 }, growth: Math.log(0.5) },
}
/** Three states in a line. */
const PLANE: InsidePlane = {
  ...{ kind: 'plane', layer: 0, units: 2, states: Float32Array.of(0, 0, 3, 4, 6, 8) },
  ...{ mean: Float64Array.of(3, 4), components: Float64Array.of(0.6, 0.8) },
}

/** Answers every question from now on, and keeps what was asked. */
function answering(dynamics: InsideDynamics, plane: InsidePlane, update: number) {
  const asked: InsideAsk[] = []
  const told = (ask: InsideAsk): InsideFound => {
    asked.push(ask)
    if (ask.kind === 'dynamics') return { value: { ...dynamics, timeStep: ask.timeStep ?? 1 } }
    return ask.kind === 'plane' ? { value: plane } : { problem: madeUp('Nothing of that.') }
  }
  vi.spyOn(page.fake.api.request, 'inside').mockImplementation(async ({ runId, asks }) =>
    ok({ runId, update, told: asks.map(told) }),
  )
  return asked
}

async function opened(dynamics: Partial<InsideDynamics> = {}, language: 'en' | 'zh' = 'en') {
  page = await openPage({ language })
  await page.settle(() => page.fake.train(3))
  const asked = answering({ ...DYNAMICS, ...dynamics }, PLANE, 3)
  await page.click('tab-inside')
  await page.click('inside-view-dynamics')
  await page.settle()
  return asked
}

describe('the dynamics', () => {
  it('are asked of the layer and the time step that are shown, and say what a change becomes', async () => {
    const asked = await opened()
    expect(asked).toContainEqual({ kind: 'dynamics', layer: 0, timeStep: null })
    expect(asked).toContainEqual({ kind: 'plane', layer: 0 })
    expect(page.text('inside-eigenvalues-summary')).toBe(
      'Over this window a small change of the state shrinks, to 0.500 times its size each time step: the layer forgets.',
    )
    expect([...page.get('dynamics-figures').children].map((line) => line.textContent)).toEqual([
      'Jacobian at time step 2: spectral radius 0.500   largest singular value 0.700',
      'recurrent kernel: spectral radius 0.500   largest singular value 0.900',
      'growth rate λ −0.693 a time step',
    ])
    expect(page.get('dynamics-plane').querySelectorAll('.plot-points path').length).toBe(4)
    expect(page.find('dynamics-too-large')).toBeNull()
  })

  it.each([
    [{}, /below 1.*must vanish/],
    [{ kernel: { ...FACTS, stretch: 1 } }, /1 or more.*does not follow/],
    [{ cell: 'lstm' }, /Gates decide/],
  ] as const)('say what follows from the kernel and what does not: %o', async (changes, sentence) => {
    await opened(changes)
    expect(page.text('dynamics-bound')).toMatch(sentence)
  })

  it('say that a state is too large, and show the rest', async () => {
    await opened({ size: 1024, jacobian: { eigenvalues: null, stretch: null }, growth: null })
    expect(page.text('dynamics-too-large')).toBe(
      'The state has 1,024 numbers: what is missing here would take too long to compute.',
    )
    expect(page.find('inside-eigenvalues-summary')).toBeNull()
    expect(page.get('dynamics-plane').querySelectorAll('.plot-points path').length).toBe(2)
    expect(page.text('dynamics-figures')).toContain('spectral radius –')
  })

  it('keep the plane as it was fitted, until somebody wants another one', async () => {
    await opened()
    expect(page.text('inside-path-summary')).toBe(
      'The plane was fitted at update 3 and stays as it is; 100% of how these states differ lies in it.',
    )
    // States that differ across the plane's only direction.
    const turned: InsidePlane = {
      ...{ ...PLANE, states: Float32Array.of(0, 0, -4, 3, -8, 6) },
      ...{ mean: Float64Array.of(-4, 3), components: Float64Array.of(-0.8, 0.6) },
    }
    answering(DYNAMICS, turned, 4)
    await page.settle(() => page.fake.train(1))
    await page.settle()
    expect(page.text('inside-path-summary')).toMatch('fitted at update 3 and stays as it is; 0.00%')
    await page.click('fit-anew')
    expect(page.text('inside-path-summary')).toMatch('fitted at update 4 and stays as it is; 100%')
  })

  it('mark and read the time step that is pointed at', async () => {
    await opened()
    await page.settle(
      () =>
        void page
          .get('inside-path-plot')
          .dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true })),
    )
    expect(page.text('path-reading')).toBe('time step 1   component 1 0.000   component 2 0.000')
    expect(page.get('inside-path-plot').querySelectorAll('.ring path').length).toBe(1)
    await page.settle()
    expect(page.text('dynamics-figures')).toContain('Jacobian at time step 1:')
  })

  it('are told in Chinese', async () => {
    await opened({}, 'zh')
    expect(page.text('dynamics-bound')).toMatch(/^循环核的最大奇异值小于 1/)
    expect(page.text('inside-path-summary')).toMatch(/^这个平面按第 3 次更新拟合/)
  })
})

describe('states in a plane', () => {
  it('lie along its components, with the share of how they differ', () => {
    const plane = {
      ...{ update: 1, mean: Float64Array.of(1, 1, 1) },
      components: Float64Array.of(1, 0, 0, 0, 1, 0),
    }
    const path = onPlane(plane, [1, 1, 1, 4, 1, 1, 1, 3, 5, 4, 3, 5])
    expect([...path.x]).toEqual([0, 3, 0, 3])
    expect([...path.y]).toEqual([0, 0, 2, 2])
    // Sums of squares around the means: 9, 4 and 16.
    expect(path.shares[0]).toBeCloseTo(9 / 29, 12)
    expect(path.shares[1]).toBeCloseTo(4 / 29, 12)
    expect(onPlane(plane, [2, 2, 2, 2, 2, 2]).shares).toEqual([Number.NaN, Number.NaN])
  })
})
