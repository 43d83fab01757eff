// @vitest-environment happy-dom
import type { InsideAsk, InsideQuestion } from '@contract/inside/inside'
import { ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { openPage, type TestPage } from '../helpers/page'
import { toldOf } from './states-told'

let page: TestPage
afterEach(async () => await page.close())

const state = () => page.world.store.getState()
const press = (key: string) =>
  page.settle(
    () => void page.get('inside-heat').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  )

function lastAsk<Kind extends InsideAsk['kind']>(kind: Kind): InsideAsk<Kind> | undefined {
  const asks = page.fake.asked
    .filter(({ name }) => name === 'inside')
    .flatMap(({ args }) => (args[0] as InsideQuestion).asks)
  return asks.findLast((ask) => ask.kind === kind) as InsideAsk<Kind> | undefined
}

async function opened(options: Parameters<typeof openPage>[0] = {}) {
  page = await openPage(options)
  await page.settle(() => page.fake.train(3))
  page.fake.tellInside(({ runId, asks }) => ok({ runId, update: 3, told: toldOf(asks) }))
  await page.click('tab-inside')
  await page.settle()
}

const itemsOf = (testId: string, list: string) =>
  [...page.get(testId).querySelectorAll(`${list} > li`)].map((item) => item.textContent)

describe('the units of a network', () => {
  it('are gone through by keys, read, and let go', async () => {
    await opened()
    await press('ArrowDown')
    await press('ArrowDown')
    await press('End')
    expect(page.text('inside-heat-reading')).toBe('unit 2, time step 2: −0.400')
    expect(page.text('inside-trace-name')).toBe('Hidden state h of unit 2, layer 1')
    await press('ArrowUp')
    await press('ArrowLeft')
    expect(page.text('inside-heat-reading')).toBe('unit 1, time step 1: 0.100')
    await press('Escape')
    expect([state().insideUnit, state().insideStep]).toEqual([null, null])
    expect(page.find('inside-trace')).toBeNull()
  })

  it('stand in the order that is chosen, and keys go by it', async () => {
    await opened()
    await page.choose('inside-order', 'input')
    await press('ArrowDown')
    await press('Home')
    expect(page.text('inside-heat-reading')).toBe('unit 1, time step 1: 0.100correlation with the input 1')
    await press('ArrowDown')
    expect(page.text('inside-heat-reading')).toBe('unit 2, time step 1: −0.200correlation with the input −1')
  })

  it('stay picked in other views and when the run goes on', async () => {
    await opened()
    await press('ArrowDown')
    await page.click('tab-learning')
    await page.settle(() => page.fake.train(1))
    await page.click('tab-inside')
    await page.settle()
    expect(state().insideUnit).toBe(0)
    expect(lastAsk('unit')).toEqual({ kind: 'unit', layer: 0, unit: 0 })
  })

  it('have their weights as bars, the largest first', async () => {
    await opened()
    expect(page.text('inside-unit-summary')).toMatch(/^Press a line above/)
    await press('ArrowDown')
    await page.settle()
    expect(page.text('inside-unit-summary')).toBe('Unit 1 of layer 1')
    const to = itemsOf('inside-weights-to', 'div > .weight-bars')
    expect(to.slice(0, 3)).toEqual(['unit 10−1.000', 'unit 90.900', 'unit 8−0.800'])
    expect(to).toHaveLength(8)
    expect(page.get('inside-weights-to').querySelector('summary')?.textContent).toBe(
      '… 5 more, of 0.300 at most',
    )
    expect(itemsOf('inside-weights-away', 'div > .weight-bars')).toEqual([
      'unit 2−2.000',
      'output cos t1.500',
      'unit 10.200',
    ])
    await page.click('inside-let-go')
    expect(state().insideUnit).toBeNull()
  })
})

describe('the arithmetic of a time step', () => {
  it('is that of the prediction at the last time step, and what it is in its column’s unit', async () => {
    await opened()
    await page.settle()
    expect(lastAsk('arithmetic')).toMatchObject({ unit: null, output: 0, timeStep: 1 })
    expect(page.text('inside-arithmetic-summary')).toBe('The prediction of "cos t" at time step 2')
    expect(page.get('inside-sum-prediction').querySelector('.sum-formula')?.textContent).toBe(
      'ŷ₁ = 0.5 + 0.5·h₁ = 0.75',
    )
    expect(page.text('inside-line-unscaled')).toBe('In the unit of its column: ŷ₁·2 − 1 = 0.5')
  })

  it('has the largest terms of a unit first, the rest together, and a sum that is that of all', async () => {
    await opened()
    await press('ArrowDown')
    await press('Home')
    await page.settle()
    expect(lastAsk('arithmetic')).toMatchObject({ layer: 0, unit: 0, timeStep: 0 })
    expect(page.get('inside-sum-h').querySelector('.sum-formula')?.textContent).toBe(
      'h₁ = tanh(0.5·h₁[t−1] − 1·h₂[t−1] + 0.5 + …) = 0.7509',
    )
    const items = itemsOf('inside-sum-h', 'div > .terms')
    expect(items[0]).toBe('0.5= 0.5 · 1unit 1, one time step before')
    expect(items[2]).toBe('0.5bias')
    expect(items.at(-2)).toMatch(/^… 4 more, together 0\.1/)
    expect(items.at(-1)).toBe('sum 0.975; tanh(0.975) = 0.7509')
  })
})
