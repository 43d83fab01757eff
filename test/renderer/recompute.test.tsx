// @vitest-environment happy-dom
import { fail } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

afterEach(async () => {
  await page?.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
const asked = () => page.fake.asked.filter(({ name }) => name === 'recomputeWith').map(({ args }) => args[0])

async function train(updates: number) {
  await page.settle(() => page.fake.train(updates))
  await page.settle()
}

async function setRate(rate: string) {
  await page.type('learning-rate', rate)
  await page.settle(() => void vi.advanceTimersByTime(300))
}

/** A run of 60 updates whose learning rate was changed before updates 21 and 41. */
async function changedTwice() {
  page = await openPage()
  await train(20)
  await setRate('0.01')
  await train(20)
  await setRate('0.005')
  await train(20)
}

function flags(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-testid="rail-change"]')]
}

async function press(element: Element | null, key: string) {
  await page.settle(() => void element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
}

async function openFlag(index: number) {
  await page.settle(() => flags()[index]?.click())
}

describe('the flag of a change', () => {
  it('leads to its update, and tells what can be done with it', async () => {
    await changedTwice()
    await openFlag(0)
    expect(state().marked).toBe(21)
    const menu = page.get('event-menu')
    expect(menu.getAttribute('aria-label')).toBe('Change at update 21')
    expect(menu.textContent).toContain('from update 21: learning rate 0.02 → 0.01')
    expect(document.activeElement).toBe(page.get('event-off'))
    expect((page.get('event-move') as HTMLButtonElement).disabled).toBe(true)
  })

  it('is switched off, and the rest computed again beside the ghost, later changes to come', async () => {
    await changedTwice()
    await openFlag(0)
    await page.click('event-off')
    await page.settle()
    expect(asked()).toEqual([{ runId: 'run-1', update: 21, change: 'off' }])
    expect(state().run).toMatchObject({ id: 'run-2', phase: 'training', updatesDone: 20 })
    expect(page.find('event-menu')).toBeNull()
    expect(document.activeElement).toBe(page.get('start-pause'))
    expect(page.text('rail-planned')).toBe('Still to come in this run: from update 41: learning rate 0.005')
    expect(state().ghost).toEqual({ runId: 'run-1', update: 20, last: 60 })
    expect(page.find('undo-set-aside')).not.toBeNull()
  })

  it('is moved to the update that is typed', async () => {
    await changedTwice()
    await openFlag(1)
    await page.type('event-update', '31')
    await page.click('event-move')
    expect(asked()).toEqual([{ runId: 'run-1', update: 41, change: { movedTo: 31 } }])
  })

  it('is moved only to an update that there is, and says which those are', async () => {
    await changedTwice()
    await openFlag(1)
    for (const typed of ['-3', '0', '61', '30.5', '']) {
      await page.type('event-update', typed)
      expect([typed, (page.get('event-move') as HTMLButtonElement).disabled]).toEqual([typed, true])
      expect(page.text('event-problem')).toContain('from 1 to 60')
    }
    await page.type('event-update', '41')
    expect(page.find('event-problem')).toBeNull()
    expect((page.get('event-move') as HTMLButtonElement).disabled).toBe(true)
  })

  it('is dragged along the rail, and asks before it is moved', async () => {
    await changedTwice()
    const [flag] = flags()
    const track = document.querySelector('.rail-flags')
    if (!flag || !track) throw new Error('there is no flag')
    track.getBoundingClientRect = () => ({ left: 0, width: 59 * 10 + 18 }) as DOMRect
    flag.setPointerCapture = () => undefined
    const drag = (type: string, clientX: number) =>
      page.settle(
        () => void flag.dispatchEvent(new PointerEvent(type, { clientX, button: 0, bubbles: true })),
      )
    await drag('pointerdown', 209)
    await drag('pointermove', 309)
    expect(flag.style.getPropertyValue('--update')).toBe('31')
    await page.settle(() => flag.click())
    expect([state().marked, asked()]).toEqual([null, []])
    expect((page.get('event-update') as HTMLInputElement).value).toBe('31')
    expect(document.activeElement).toBe(page.get('event-move'))
    await page.click('event-move')
    expect(asked()).toEqual([{ runId: 'run-1', update: 21, change: { movedTo: 31 } }])
  })

  it('is gone through by keys: one stop, arrows to the next, Escape back', async () => {
    await changedTwice()
    expect(flags().map(({ tabIndex }) => tabIndex)).toEqual([0, -1])
    flags()[0]?.focus()
    await press(flags()[0] ?? null, 'ArrowRight')
    expect(document.activeElement).toBe(flags()[1])
    expect(flags().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0])
    await openFlag(1)
    await press(page.get('event-off'), 'Escape')
    expect(page.find('event-menu')).toBeNull()
    expect(document.activeElement).toBe(flags()[1])
  })

  it('closes for what is pressed elsewhere, and for its own second press', async () => {
    await changedTwice()
    await openFlag(0)
    await page.settle(
      () => void page.get('loss-chart').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
    )
    expect(page.find('event-menu')).toBeNull()
    await openFlag(0)
    await openFlag(0)
    expect(page.find('event-menu')).toBeNull()
  })

  it('stays as it is, and says why, where it cannot be done', async () => {
    await changedTwice()
    page.fake.answer('recomputeWith', fail('run-full', madeUp('There is no room.')))
    await openFlag(0)
    await page.click('event-off')
    expect(page.text('notice')).toContain('There is no room.')
    expect(state().run?.id).toBe('run-1')
  })
})

describe('a change that is still to come', () => {
  /** A run that is computed again without its first change: the second is to come. */
  async function toCome() {
    await changedTwice()
    await openFlag(0)
    await page.click('event-off')
    await page.settle()
  }

  const planned = () => [...document.querySelectorAll<HTMLElement>('[data-testid="rail-planned-flag"]')]
  const changed = () => page.fake.asked.filter(({ name }) => name === 'changePlanned').map(({ args }) => args)

  it('has a hollow flag at its update, to which the rail goes on', async () => {
    await toCome()
    expect(
      planned().map((flag) => [flag.className, flag.style.getPropertyValue('--update'), flag.title]),
    ).toEqual([['rail-flag planned', '41', 'still to come: from update 41: learning rate 0.005']])
    await train(5)
    const slider = page.get('rail-slider')
    const track = slider.parentElement?.style
    expect([slider.getAttribute('aria-valuemax'), track?.getPropertyValue('--reach')]).toEqual(['25', '40'])
    expect([slider.style.getPropertyValue('--at'), slider.style.getPropertyValue('--made')]).toEqual([
      '25',
      '25',
    ])
    // Beyond what there is stands nothing to look at: that is now.
    slider.getBoundingClientRect = () => ({ left: 0, width: 40 * 10 + 18 }) as DOMRect
    slider.setPointerCapture = () => undefined
    const point = (clientX: number) =>
      page.settle(
        () =>
          void slider.dispatchEvent(new PointerEvent('pointerdown', { clientX, button: 0, bubbles: true })),
      )
    await point(9 + 100)
    expect(state().marked).toBe(11)
    await point(9 + 300)
    expect(state().marked).toBeNull()
  })

  it('is cancelled by itself from its flag, and taken back', async () => {
    await toCome()
    await page.settle(() => planned()[0]?.click())
    expect(state().marked).toBeNull()
    const menu = page.get('event-menu')
    expect(menu.getAttribute('aria-label')).toBe('Change to come at update 41')
    expect(menu.textContent).toContain('from update 41: learning rate 0.005')
    expect(page.find('event-off')).toBeNull()
    expect(document.activeElement).toBe(page.get('cancel-planned'))
    await page.click('cancel-planned')
    await page.settle()
    expect(changed()).toEqual([['run-2', 41, false]])
    expect([planned(), page.find('event-menu'), page.find('rail-planned')]).toEqual([[], null, null])
    expect(document.activeElement).toBe(page.get('rail-slider'))
    expect(page.text('cancelled-change')).toContain('Cancelled: from update 41: learning rate 0.005.')
    await page.click('undo-cancel')
    await page.settle()
    expect(changed().at(-1)).toEqual(['run-2', 41, true])
    expect([planned().length, page.find('cancelled-change')]).toEqual([1, null])
  })

  it('stays where it cannot be cancelled, and what was cancelled is over with its run', async () => {
    await toCome()
    page.fake.answer('changePlanned', fail('invalid-setting', madeUp('It is too late.')))
    await page.settle(() => planned()[0]?.click())
    await page.click('cancel-planned')
    expect(page.text('notice')).toContain('It is too late.')
    expect([planned().length, page.find('cancelled-change')]).toEqual([1, null])
    await page.settle(() => planned()[0]?.click())
    await page.click('cancel-planned')
    await page.settle()
    expect(page.find('cancelled-change')).not.toBeNull()
    await page.click('reset')
    await page.settle()
    expect(page.find('cancelled-change')).toBeNull()
  })
})
