// @vitest-environment happy-dom
import type { InsideStates } from '@contract/inside/states'
import type { Touch } from '@contract/inside/touched'
import { fail, ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { madeUp } from '../../helpers/saying'
import { openPage, type TestPage } from '../helpers/page'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()
const asked = () => page.fake.asked.filter(({ name }) => name === 'keepTouches').map(({ args }) => args)
const button = () => page.find('keep-touches') as HTMLButtonElement | null

const STATES: InsideStates = {
  ...{ kind: 'states', timeSteps: 2, units: 2, loss: 0.25, places: Float64Array.of(0, 0.5) },
  inputs: [Float32Array.of(0.125, 0.25)],
  targets: [Float32Array.of(1, 0.9)],
  predictions: [Float32Array.of(0.5, 0.75)],
  layers: [
    {
      rows: [{ name: 'h', values: Float32Array.of(0.1, -0.2, 0.3, -0.4) }],
      before: Float32Array.of(0, 0),
      cellBefore: null,
    },
  ],
}

const WEIGHT: Touch = { kind: 'weight', name: 'rnn.weight_hh_l0', index: 33, value: 0.5 }
const SHIFT: Touch = { kind: 'shifted', layer: 0, unit: 2, by: 0.25 }
const SILENCED: Touch = { kind: 'unit', layer: 0, unit: 0, held: 'zero' }
const WIPED: Touch = { kind: 'wiped' }
const INPUT: Touch = { kind: 'input', timeStep: 0, column: 0, value: 1 }
const MEAN: Touch = { kind: 'unit', layer: 0, unit: 1, held: 'mean' }

async function opened(...touches: readonly Touch[]) {
  page = await openPage()
  await page.settle(() => page.fake.train(3))
  page.fake.tellInside(({ runId, update, asks }) => {
    const told = asks.map(({ kind }) =>
      kind === 'states' ? { value: STATES } : { problem: madeUp('None.') },
    )
    return ok({ runId, update: update ?? 1, told })
  })
  await page.click('tab-inside')
  await page.settle()
  await page.click('inside-view-touch')
  await page.settle(() => {
    for (const touch of touches) state().touch(touch)
  })
}

describe('keeping touches in a branch', () => {
  it('asks for what can be kept at the update that is looked at, and leaves the rest touched', async () => {
    await opened(WEIGHT, INPUT, SHIFT, SILENCED, MEAN)
    expect(page.text('touch-kept')).toBe(
      'Not kept, as it is of this one pass and changes neither weights nor the carried state: sin t at time step 1 is 1 and unit 2 of layer 1 is held at its mean.' +
        'A silenced unit is kept as outgoing weights of 0, to the next layer or the read-out and to its own layer. Training may let them grow again.',
    )
    expect(button()?.title).toMatch(
      /^Opens a run that stands before update 3 and makes it with these touches/,
    )
    await page.click('keep-touches')
    await page.settle()
    expect(asked()).toEqual([[{ runId: 'run-1', update: 3 }, [WEIGHT, SHIFT, SILENCED]]])
    expect(state()).toMatchObject({ touches: [INPUT, MEAN], touchesTakenBack: [] })
    expect(state().run).toMatchObject({ id: 'run-2', updatesDone: 2, phase: 'paused' })
    expect(document.activeElement).toBe(page.get('start-pause'))
    const flag = page.get('rail-change')
    expect(flag.title).toBe(
      'from update 3: rnn.weight_hh_l0 [2, 2] set to 0.5 once, carried h of unit 3 of layer 1 shifted by 0.25 once and unit 1 of layer 1 silenced: its outgoing weights set to 0 once, training may let them grow again',
    )
    await page.settle(() => flag.click())
    expect(page.text('event-menu')).toContain('carried h of unit 3 of layer 1 shifted by 0.25 once')
    // Its update is to come, and nothing can be computed again yet.
    expect(page.text('event-next')).toContain('It is in force at the next update, 3.')
    expect([page.find('event-off'), page.find('event-move')]).toEqual([null, null])
    expect(document.activeElement).toBe(page.get('event-menu'))
    // The next one is touched further.
    expect(button()?.disabled).toBe(true)
  })

  it('says what each weight was before, and of many touches the first', async () => {
    await opened()
    const touches = Array.from({ length: 10 }, (_, index) => ({ ...WEIGHT, index, was: -0.123456789 }))
    const run = state().run
    if (!run) throw new Error('there is no run')
    await page.settle(() =>
      page.fake.emit('runChanged', { ...run, events: [{ update: 2, before: {}, after: {}, touches }] }),
    )
    const { title } = page.get('rail-change')
    expect(title).toContain('from update 2: rnn.weight_hh_l0 [1, 1] −0.123457 → 0.5 once')
    expect(title).toMatch(/\[1, 8\] [^[]+ and 2 more touches$/)
  })

  it('cannot be where all of it is of one pass, and says why', async () => {
    await opened(INPUT)
    expect(button()?.disabled).toBe(true)
    expect(page.text('touch-kept')).toMatch(/^Not kept, as it is of this one pass/)
    expect(button()?.getAttribute('aria-describedby')).toBe(page.get('touch-kept').id)
  })

  it('keeps no state where none is carried', async () => {
    await opened(SHIFT, WIPED)
    expect([button()?.disabled, page.text('touch-kept')]).toEqual([false, ''])
    const { run } = state()
    if (!run) throw new Error('there is no run')
    const training = { ...run.config.training, carryState: false }
    await page.settle(() => page.fake.emit('runChanged', { ...run, config: { ...run.config, training } }))
    await page.settle()
    expect([button()?.disabled, page.text('touch-kept')]).toEqual([
      true,
      'The state cannot be kept shifted or wiped: with these settings every window starts from zeros, and nothing is carried.',
    ])
  })

  it('is not offered while nothing is touched and while the run trains, and a refusal is told', async () => {
    await opened()
    expect(button()).toBeNull()
    await page.settle(() => state().touch(WEIGHT))
    page.fake.answer('keepTouches', fail('run-full', madeUp('There is no room.')))
    await page.click('keep-touches')
    await page.settle()
    expect([page.text('notice'), state().touches]).toEqual([
      expect.stringContaining('There is no room.'),
      [WEIGHT],
    ])
    await page.click('start-pause')
    await page.settle()
    expect(button()).toBeNull()
  })
})
