// @vitest-environment happy-dom
import { fail, ok } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeMoment } from './helpers/fake-moment'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

afterEach(async () => {
  await page.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
const rail = () => page.get('rail-slider')
const value = () => ({
  now: Number(rail().getAttribute('aria-valuenow')),
  ends: [rail().getAttribute('aria-valuemin'), rail().getAttribute('aria-valuemax')].map(Number),
  text: rail().getAttribute('aria-valuetext') ?? '',
})

async function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  await page.settle(() => rail().dispatchEvent(event))
  await page.settle()
  return event.defaultPrevented
}

/** The hand rests, and the trainer answers. */
async function rest(milliseconds = 120) {
  await page.settle(() => void vi.advanceTimersByTime(milliseconds))
  await page.settle()
}

async function goTo(update: number) {
  await page.settle(() => state().goTo(update))
  await page.settle()
}

async function train(updates: number) {
  await page.settle(() => page.fake.train(updates))
  await page.settle()
}

async function trained(updates: number, options: Parameters<typeof openPage>[0] = {}) {
  page = await openPage(options)
  await train(updates)
}

/** What came of making the update again; nothing before it is tried. */
const comparison = () => (page.find('rail-comparison') ? page.text('rail-comparison') : '')

const asked = () => page.fake.asked.filter(({ name }) => name === 'momentAt').map(({ args }) => args[0])

describe('the rail', () => {
  it('is there as soon as the run has two updates', async () => {
    await trained(1)
    expect(page.find('rail')).toBeNull()
    await train(1)
    expect(value()).toMatchObject({ now: 2, ends: [1, 2] })
    await page.click('reset')
    expect(page.find('rail')).toBeNull()
  })

  it('goes by keys: one update, ten, a tenth of the run, both ends', async () => {
    await trained(60)
    const seen: number[] = []
    const keys: readonly (readonly [string, boolean?])[] = [
      ['ArrowLeft'],
      ['ArrowLeft', true],
      ['PageUp'],
      ['ArrowUp'],
      ['ArrowDown'],
      ['PageDown'],
      ['Home'],
      ['ArrowLeft'],
      ['ArrowRight', true],
      ['ArrowRight'],
      ['End'],
      ['ArrowRight'],
    ]
    for (const [key, shiftKey = false] of keys) {
      expect(await press(key, { shiftKey })).toBe(true)
      seen.push(value().now)
    }
    expect(seen).toEqual([59, 49, 43, 44, 43, 49, 1, 1, 11, 12, 60, 60])
    // The newest is now, and now has no update that is looked at.
    expect(state().marked).toBeNull()
    expect(await press('x')).toBe(false)
    expect(await press('ArrowLeft', { ctrlKey: true })).toBe(false)
  })

  it('says where it stands, in words and numbers that the run has told', async () => {
    await trained(60)
    const loss = (update: number) => (page.world.history.losses.values.data[update - 1] ?? 0).toPrecision(3)
    expect(value().text).toBe(`now: update 60, loss ${loss(60)}`)
    expect(page.find('status-looking')).toBeNull()
    await goTo(36)
    expect(value()).toEqual({ now: 36, ends: [1, 60], text: `update 36 of 60, loss ${loss(36)}` })
    expect(page.text('status-looking')).toBe(`Looking at update 36: loss ${loss(36)}`)
    // The run does not stand there.
    expect(page.text('status-updates')).toBe('60 / 60')
    expect(page.text('status-loss')).toBe(loss(60))
    // What is of no use there makes room, or the bar would grow under the hand that drags.
    expect([page.text('status-versions'), page.text('status-origin')]).toEqual(['', ''])
    await press('Escape')
    expect([state().marked, page.find('status-looking')]).toEqual([null, null])
    expect(await press('Escape')).toBe(false)
  })

  it('shows the window of the update, and follows the newest again where it is left', async () => {
    await trained(60)
    await goTo(20)
    const mode = state().viewMode
    const { from } = page.world.history.range(20)
    const at = page.world.history.times.at(from)
    expect(mode.kind === 'free' && mode.min < at && mode.max > at).toBe(true)
    await page.click('back-to-now')
    expect(state()).toMatchObject({ marked: null, viewMode: { kind: 'follow', width: 10 } })
    expect(document.activeElement).toBe(rail())
  })

  it('stays at its update while the run goes on, also near its end', async () => {
    await trained(30)
    await goTo(29)
    const before = state().viewMode
    // Following the newest it would move on.
    expect(before.kind).toBe('free')
    await train(30)
    expect(state()).toMatchObject({ marked: 29, viewMode: before })
    expect(value()).toMatchObject({ now: 29, ends: [1, 60] })
  })

  it('leaves an update that a revived trainer has not made yet', async () => {
    await trained(60)
    await goTo(36)
    page.fake.die({ resumableAt: 20 })
    await page.settle(() => void page.world.commands.revive())
    await train(1)
    expect([page.world.history.lastUpdate, state().marked]).toEqual([21, null])
  })

  it('is dragged, whatever is under the pointer then', async () => {
    await trained(101)
    const slider = rail()
    slider.getBoundingClientRect = () => new DOMRect(100, 0, 218, 28)
    const held = new Set<number>()
    Object.assign(slider, {
      setPointerCapture: (id: number) => held.add(id),
      hasPointerCapture: (id: number) => held.has(id),
    })
    const point = (type: string, clientX: number, pointerId = 1) =>
      page.settle(() =>
        slider.dispatchEvent(new PointerEvent(type, { clientX, pointerId, bubbles: true, button: 0 })),
      )
    await point('pointermove', 150)
    expect(state().marked).toBeNull()
    // The thumb's middle goes from 109 to 309.
    await point('pointerdown', 109 + 50)
    expect(state().marked).toBe(26)
    await point('pointermove', 109 + 100)
    expect(state().marked).toBe(51)
    await point('pointermove', -500)
    expect(state().marked).toBe(1)
    await point('pointermove', 900)
    expect(state().marked).toBeNull()
    expect(asked()).toEqual([])
  })

  it('goes by the wheel, an update a notch, and gathers what a touchpad gives', async () => {
    await trained(60)
    const turn = (deltaY: number) =>
      page.settle(() => rail().dispatchEvent(new WheelEvent('wheel', { deltaY, cancelable: true })))
    await turn(-100)
    await turn(-100)
    expect(state().marked).toBe(58)
    for (let i = 0; i < 4; i++) await turn(-13)
    expect(state().marked).toBe(57)
    await turn(120)
    expect(state().marked).toBe(58)
  })

  it('has a field that stands still under a hand that is about to type, while training goes on', async () => {
    await trained(20)
    const field = page.get('rail-update') as HTMLInputElement
    field.focus()
    await train(10)
    expect(field.value).toBe('20')
    await page.type('rail-update', '7')
    expect([state().marked, field.value]).toEqual([7, '7'])
    field.focus()
    await goTo(12)
    expect(field.value).toBe('12')
    await page.settle(() => state().goTo(null))
    expect(field.value).toBe('30')
    await train(5)
    expect(field.value).toBe('30')
    await page.settle(() => field.blur())
    expect(field.value).toBe('35')
  })

  it('takes a number that is typed, between both ends, and no words', async () => {
    await trained(60)
    const field = () => (page.get('rail-update') as HTMLInputElement).value
    expect(field()).toBe('60')
    await page.type('rail-update', '36')
    expect([state().marked, field()]).toEqual([36, '36'])
    await page.type('rail-update', 'the first')
    expect([state().marked, field()]).toEqual([36, '36'])
    await page.type('rail-update', '-3')
    expect([state().marked, field()]).toEqual([1, '1'])
    await page.type('rail-update', '1,000')
    expect([state().marked, field()]).toEqual([null, '60'])
  })

  it('has a flag where settings were changed, which says what and leads there', async () => {
    await trained(30)
    await page.type('learning-rate', '0.01')
    await page.settle(() => void vi.advanceTimersByTime(200))
    await train(30)
    expect(page.get('rail-change').title).toBe('from update 31: learning rate 0.02 → 0.01')
    expect(page.get('rail-change').getAttribute('aria-label')).toBe(page.get('rail-change').title)
    await page.click('rail-change')
    expect(state().marked).toBe(31)
  })
})

describe('a moment that is looked at', () => {
  it('is made again where the hand rests, and nowhere on the way', async () => {
    await trained(60)
    for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await press(key)
    await rest(119)
    expect(asked()).toEqual([])
    await rest(1)
    expect(asked()).toEqual([{ runId: 'run-1', update: 3 }])
    expect(page.text('rail-moment')).toContain(
      'made again from the initial weights, identical to what was recorded',
    )
    await goTo(36)
    expect(comparison()).toBe('')
    await rest()
    expect(page.text('rail-moment')).toContain('made again from update 32, identical')
    expect(page.text('rail-moment')).toContain('the same settings as now')
  })

  it('is not what was recorded where a single bit of its loss differs', async () => {
    await trained(60)
    await goTo(36)
    const moment = fakeMoment({ runId: 'run-1', update: 36 }, state().run?.config as never)
    const bits = new Uint32Array(Float32Array.of(moment.loss ?? 0).buffer)
    bits[0] = (bits[0] ?? 0) ^ 1
    const [loss = 0] = new Float32Array(bits.buffer)
    page.fake.answer('momentAt', ok({ ...moment, loss }))
    await rest()
    expect(page.text('rail-moment')).toContain(
      `not the same: its loss is ${loss.toPrecision(9)}, and ${moment.loss?.toPrecision(9)} was recorded`,
    )
  })

  it('has the settings that were in force then', async () => {
    await trained(30)
    await page.type('learning-rate', '0.01')
    await page.settle(() => void vi.advanceTimersByTime(200))
    await train(30)
    await goTo(30)
    // By the log, before anything is made again.
    expect(page.text('rail-settings')).toBe('the settings of then: learning rate 0.02 (now 0.01)')
    expect(asked()).toEqual([])
    await press('ArrowRight')
    expect(page.text('rail-settings')).toBe('the same settings as now')
    await rest()
    expect(page.text('rail-settings')).toBe('the same settings as now')
    expect(comparison()).toContain('identical')
  })

  it('shows the state that is carried on: a cell a unit, and its reach in words', async () => {
    await trained(60)
    await goTo(36)
    await rest()
    const strip = page.get('rail-carried')
    expect(strip.querySelectorAll('rect')).toHaveLength(32)
    const carried = Array.from({ length: 32 }, (_, unit) => Math.sin(36 + unit))
    const [least, greatest] = [Math.min(...carried), Math.max(...carried)].map((each) =>
      each.toFixed(2).replace('-', '−'),
    )
    expect(strip.getAttribute('aria-label')).toBe(
      `Carried state of the last layer: 32 numbers from ${least} to ${greatest}`,
    )
  })

  it('is dropped when it comes for a place that is not looked at any more', async () => {
    await trained(60)
    const { request } = page.fake.api
    const answers: (() => void)[] = []
    const made = request.momentAt
    vi.spyOn(request, 'momentAt').mockImplementation(async (moment) => {
      await new Promise<void>((answer) => answers.push(answer))
      return made(moment)
    })
    await goTo(36)
    await rest()
    await goTo(48)
    await rest()
    expect(comparison()).toBe('making this update again…')
    await page.settle(() => answers[0]?.())
    await page.settle()
    expect(comparison()).toBe('making this update again…')
    await page.settle(() => answers[1]?.())
    await page.settle()
    expect(page.text('rail-moment')).toContain('made again from update 32')
    // Back at the first place nothing is known of it: it is asked for anew.
    await goTo(36)
    expect(comparison()).toBe('')
  })

  it('says how far it is where it takes longer, and is called off by whoever goes on', async () => {
    await trained(60)
    const { request } = page.fake.api
    vi.spyOn(request, 'momentAt').mockImplementation(() => new Promise(() => {}))
    const calledOff = () => page.fake.asked.filter(({ name }) => name === 'cancelMoment').length
    const told = async (update: number, done: number) => {
      await page.settle(() => page.fake.emit('momentProgress', { runId: 'run-1', update, done, total: 200 }))
      return comparison()
    }
    await goTo(36)
    await rest()
    expect(comparison()).toBe('making this update again…')
    expect(await told(36, 83)).toBe('making update 36 again… 41%')
    // That of a moment which was called off comes late.
    expect(await told(35, 199)).toBe('making update 36 again… 41%')
    expect(await told(36, 200)).toBe('making update 36 again… 100%')
    expect(calledOff()).toBe(0)
    await goTo(48)
    expect([calledOff(), comparison()]).toEqual([1, ''])
    expect(await told(36, 200)).toBe('')
    await rest()
    expect(comparison()).toBe('making this update again…')
    await page.click('back-to-now')
    expect([calledOff(), state().moment.kind]).toEqual([2, 'none'])
    await goTo(48)
    await goTo(49)
    expect(calledOff()).toBe(2)
  })

  it('says why it cannot be made again', async () => {
    await trained(60)
    await goTo(36)
    page.fake.answer('momentAt', fail('no-run', madeUp('No keyframe is left.')))
    await rest()
    expect(page.get('rail-comparison').classList.contains('problem')).toBe(true)
    expect(comparison()).toBe('No keyframe is left.')
  })
})
