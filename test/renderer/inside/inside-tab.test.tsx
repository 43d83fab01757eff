// @vitest-environment happy-dom
import type { InsideQuestion } from '@contract/inside/inside'
import { fail, ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../../helpers/saying'
import { openPage, type TestPage } from '../helpers/page'
import { toldOf } from './states-told'

let page: TestPage
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
/** The questions about the window that were asked. */
const asked = () =>
  page.fake.asked
    .filter(({ name }) => name === 'inside')
    .map(({ args }) => args[0] as InsideQuestion)
    .filter(({ asks }) => asks.some(({ kind }) => kind === 'states'))
const wait = (milliseconds: number) =>
  page.settle(async () => void (await vi.advanceTimersByTimeAsync(milliseconds)))

/** What is told of an update, whatever is asked. */
function tell(update: number) {
  page.fake.tellInside(({ runId, asks }) => ok({ runId, update, told: toldOf(asks) }))
}

async function opened(updates: number) {
  page = await openPage()
  if (updates > 0) await page.settle(() => page.fake.train(updates))
}

describe('the Inside tab', () => {
  it('is there when there is something to show, and asks only while it is shown', async () => {
    await opened(0)
    expect(page.find('tab-inside')).toBeNull()
    await page.settle(() => page.fake.train(3))
    expect(asked()).toEqual([])
    tell(3)
    await page.click('tab-inside')
    await page.settle()
    expect(asked()).toEqual([
      { runId: state().description?.id, update: 3, sequence: 0, asks: [{ kind: 'states' }], lane: 'live' },
    ])
    expect(page.text('inside-curve-summary')).toBe(
      'The window of update 3, with the weights and the state that went into it',
    )
    await page.click('tab-learning')
    await page.settle(() => page.fake.train(1))
    expect(asked().length).toBe(1)
  })

  it('is there before the first update of a network that comes out of a file, to look into it alone', async () => {
    await opened(0)
    const { description } = state()
    if (!description) throw new Error('there is no run')
    const origin = { kind: 'file', name: 'trained.pt' } as const
    await page.settle(() => page.fake.emit('runOpened', { ...description, origin, updatesBefore: 500 }))
    tell(501)
    await page.click('tab-inside')
    await page.settle()
    expect(asked().map(({ update }) => update)).toEqual([null])
    expect(page.text('inside-curve-summary')).toContain('The window of update 501,')
    // Of two changes before the same update each is another window.
    const { run } = state()
    if (!run) throw new Error('there is no run')
    for (const learningRate of [0.1, 0.2]) {
      const events = [{ update: 501, before: { learningRate: 0.02 }, after: { learningRate } }]
      await page.settle(() => page.fake.emit('runChanged', { ...run, events }))
    }
    expect(asked().map(({ update }) => update)).toEqual([null, null, null])
    await page.click('tab-learning')
    expect(page.find('prediction-chart')).toBeNull()
  })

  it('asks about the update that is marked, and says why nothing can be told', async () => {
    await opened(5)
    tell(5)
    await page.click('tab-inside')
    tell(2)
    await page.settle(() => state().goTo(2))
    await wait(200)
    expect(asked().map(({ update }) => update)).toEqual([5, 2])
    page.fake.tellInside(() => fail('no-run', madeUp('It has gone.')))
    await page.settle(() => state().goTo(null))
    await wait(200)
    expect(page.get('inside-curve').querySelector('[role="alert"]')?.textContent).toBe('It has gone.')
    // What failed is not asked again and again.
    await wait(2000)
    expect(asked().length).toBe(3)
  })

  it('asks again about an update that could not be told when it is come back to', async () => {
    await opened(5)
    tell(5)
    await page.click('tab-inside')
    // As when another update was gone to meanwhile, which has called it off.
    page.fake.tellInside(() => fail('no-run', madeUp('This was called off.')))
    await page.settle(() => state().goTo(2))
    await wait(200)
    await page.settle(() => state().goTo(4))
    tell(2)
    await page.settle(() => state().goTo(2))
    await wait(200)
    expect(asked().map(({ update }) => update)).toEqual([5, 2, 2])
    expect(page.get('inside-curve').querySelector('[role="alert"]')).toBeNull()
  })

  it('asks a few times a second while the run trains, with the weights of now', async () => {
    await opened(1)
    await page.click('start-pause')
    tell(2)
    await page.click('tab-inside')
    await page.settle()
    for (let i = 0; i < 10; i += 1) await page.settle(() => page.fake.train(1))
    expect(asked().map(({ update }) => update)).toEqual([null])
    await wait(249)
    expect(asked().length).toBe(1)
    await wait(1)
    expect(asked().length).toBe(2)
  })

  it('looks at the sequence of the batch that is chosen, where there are several', async () => {
    await opened(3)
    tell(3)
    await page.click('tab-inside')
    await page.settle()
    expect(page.find('inside-sequence')).toBeNull()
    await page.settle(
      async () => void (await page.fake.api.request.createRun(withSettings(LESSON, { batch: 4 }))),
    )
    await page.settle(() => page.fake.train(3))
    await page.settle()
    const before = asked().length
    await page.choose('inside-sequence', '2')
    await page.settle()
    expect(
      asked()
        .slice(before)
        .map(({ sequence }) => sequence),
    ).toEqual([2])
    await page.settle(() => state().pinStep(1))
    expect(page.text('pinned-step')).toBe(
      'Time step 2 is pinned; the other tabs show the first sequence alone.',
    )
    await page.click('tab-learning')
    await page.settle()
    expect(page.text('prediction-reading')).toMatch(/^Wheel to zoom/)
    // A time step of the curves is one of the first sequence.
    await page.settle(() => state().pinPoint(0))
    expect(state()).toMatchObject({ insideSequence: 0, insideStep: 0, marked: 1 })
    await page.settle()
    expect(page.text('prediction-reading')).toMatch(/^update 1 /)
  })

  it('reads one time step after the other by keys, and has the numbers as a table', async () => {
    await opened(3)
    tell(3)
    await page.click('tab-inside')
    await page.settle()
    const plot = page.get('inside-curve-plot')
    const press = (key: string) =>
      page.settle(() => void plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
    await press('End')
    expect(page.text('inside-reading')).toBe('time step 2   input 0.200   target –   prediction 0.750')
    await press('ArrowLeft')
    expect(page.text('inside-reading')).toBe('time step 1   input 0.100   target 1.000   prediction 0.500')
    await press('Escape')
    expect(page.text('inside-reading')).toMatch(/^Point at a time step/)
    const details = page.get('inside-states').querySelector('details') as HTMLDetailsElement
    await page.settle(() => {
      details.open = true
      details.dispatchEvent(new Event('toggle'))
    })
    expect([...details.querySelectorAll('tr')].map((row) => row.textContent)).toEqual([
      'time step12',
      '10.1−0.2',
      '20.3−0.4',
    ])
  })
})
