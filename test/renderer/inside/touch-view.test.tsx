// @vitest-environment happy-dom
import type { InsideAnswer, InsideQuestion } from '@contract/inside/inside'
import type { InsideMemory } from '@contract/inside/memory'
import type { InsideStates } from '@contract/inside/states'
import type { InsideKnockOuts, InsideSensitivity } from '@contract/inside/tables'
import type { InsideTouched } from '@contract/inside/touched'
import { ok } from '@contract/result'
import { afterEach, describe, expect, it } from 'vitest'
import { keyOfAsk } from '../../../renderer/store/state/inside-state'
import { openPage, type TestPage } from '../helpers/page'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()
const asked = () =>
  page.fake.asked.filter(({ name }) => name === 'inside').map(({ args }) => args[0] as InsideQuestion)

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

function touchedBy(loss: number): InsideTouched {
  const { inputs, timeSteps, units } = STATES
  const predictions = [Float32Array.of(0.6, 0.8)]
  return { kind: 'touched', timeSteps, units, inputs, predictions, loss, lossBefore: 0.25, hidden: [] }
}

function told(...values: readonly (InsideStates | InsideTouched | InsideSensitivity)[]): InsideAnswer {
  return { runId: state().description?.id ?? '', update: 3, told: values.map((value) => ({ value })) }
}

async function opened() {
  page = await openPage()
  await page.settle(() => page.fake.train(3))
  page.fake.answer('inside', ok(told(STATES)))
  await page.click('tab-inside')
  await page.settle()
  await page.click('inside-view-touch')
}

const press = (key: string, more: KeyboardEventInit = {}) =>
  page.settle(
    () =>
      void page
        .get('inside-curve-plot')
        .dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })),
  )
const list = () => [...page.get('touch-list').querySelectorAll('li span')].map((one) => one.textContent)
const submit = () =>
  page.settle(
    () =>
      void page
        .get('touch-form')
        .dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true })),
  )

describe('touching the window', () => {
  it('asks for what would be, shows it beside what is, and takes it back', async () => {
    await opened()
    expect(page.find('touched')).toBeNull()
    page.fake.answer('inside', ok(told(touchedBy(0.375))))
    await page.choose('touch-what', 'unit')
    await page.type('touch-unit', '2')
    await submit()
    await page.settle()
    const touches = [{ kind: 'unit', layer: 0, unit: 1, held: 'zero' }]
    expect(asked().at(-1)).toMatchObject({ update: 3, asks: [{ kind: 'touched', touches }], lane: 'live' })
    expect(list()).toEqual(['unit 2 of layer 1 is held at 0'])
    expect(page.text('touched')).toBe('The loss of this window would be 0.375 and not 0.250 (+0.125).')
    const dashed = page.get('inside-curve-plot').querySelector('path[stroke="var(--touched)"]')
    expect(dashed?.getAttribute('stroke-dasharray')).toBe('6 4')

    await page.click('take-touches-back')
    expect([list(), page.find('touched')]).toEqual([[], null])
    page.fake.answer('inside', ok(told(touchedBy(0.375))))
    await page.click('bring-touches-back')
    expect(list()).toEqual(['unit 2 of layer 1 is held at 0'])
    await page.settle(() => page.get('touch-list').querySelector('button')?.click())
    expect([list(), page.find('bring-touches-back')]).toEqual([[], null])
  })

  it('moves the input by arrow keys at the time step that is pointed at, and Escape takes all back', async () => {
    await opened()
    await press('ArrowUp')
    expect(state().touches).toEqual([])
    await press('End')
    const before = STATES.inputs[0]?.[1] ?? Number.NaN
    await press('ArrowUp')
    const [once] = state().touches
    if (once?.kind !== 'input') throw new Error('no point was touched')
    expect([once.timeStep, once.column]).toEqual([1, 0])
    expect(once.value).toBeGreaterThan(before)
    await press('ArrowDown', { shiftKey: true })
    const [twice, ...more] = state().touches
    if (twice?.kind !== 'input') throw new Error('no point was touched')
    expect(more).toEqual([])
    expect(twice.value).toBeLessThan(before)
    await press('Escape')
    expect(state()).toMatchObject({ touches: [], touchesTakenBack: [twice], insideStep: 1 })
    await press('Escape')
    expect(state().insideStep).toBeNull()
  })

  it('follows a point of the input that is dragged, and no other place', async () => {
    await opened()
    const plot = page.get('inside-curve-plot')
    plot.setPointerCapture = () => {}
    const point = (type: string, clientX: number, clientY: number) =>
      page.settle(
        () =>
          void plot.dispatchEvent(new PointerEvent(type, { clientX, clientY, bubbles: true, pointerId: 1 })),
      )
    const dots = [...plot.querySelectorAll('circle')].map((dot) => [
      Number(dot.getAttribute('cx')),
      Number(dot.getAttribute('cy')),
    ])
    expect(dots.length).toBe(2)
    const [x = 0, y = 0] = dots[1] ?? []
    await point('pointerdown', x, y - 60)
    await point('pointermove', x, y - 80)
    expect(state().touches).toEqual([])
    await point('pointerdown', x, y)
    await point('pointermove', x - 100, y - 40)
    const [touch] = state().touches
    if (touch?.kind !== 'input') throw new Error('no point was touched')
    expect(touch.timeStep).toBe(1)
    // 148 pixels high: 40 of them are this share of the axis.
    const dotNow = [...plot.querySelectorAll('circle')].map((dot) => Number(dot.getAttribute('cy')))
    expect(dotNow[1]).toBeCloseTo(y - 40, 0)
    // Beyond the axis it stays at its end.
    await point('pointermove', x, -500)
    const [top] = state().touches
    await point('pointermove', x, -900)
    expect(state().touches).toEqual([top])
    await point('pointerup', x, -900)
    await point('pointermove', x, y)
    expect(state().touches).toEqual([top])
  })

  it('says why nothing can be touched while the run trains, and wants nothing then', async () => {
    await opened()
    await press('End')
    await press('ArrowUp')
    const byInputs = [Float32Array.of(0.25, -0.5)]
    const light: InsideSensitivity = { kind: 'sensitivity', timeStep: 1, output: 0, byInputs }
    page.fake.answer('inside', ok(told(STATES, light, touchedBy(0.375))))
    await page.click('start-pause')
    await page.settle()
    expect(page.text('inside-touch-summary')).toMatch(/^The window can be touched while the run rests/)
    expect([page.find('touch-form'), page.find('touched')]).toEqual([null, null])
    const wished = [...state().insideWishes.values()].map(({ ask }) => ask.kind)
    expect(wished).toEqual(['states'])
    await press('ArrowUp')
    expect(state().touches.length).toBe(1)
  })

  it('makes nothing of what is no number that there is', async () => {
    await opened()
    for (const [kind, field, typed] of [
      ['input', 'timeStep', '3'],
      ['input', 'value', 'much'],
      ['unit', 'unit', ''],
      ['unit', 'unit', '99'],
      ['noise', 'deviation', '-1'],
      ['noise', 'seed', '1.5'],
      ['weight', 'row', '2'],
    ] as const) {
      await page.choose('touch-what', kind)
      const before = (page.get(`touch-${field}`) as HTMLInputElement).value
      await page.type(`touch-${field}`, typed)
      await submit()
      expect((page.get('touch-make') as HTMLButtonElement).disabled, `${kind} ${field} ${typed}`).toBe(true)
      await page.type(`touch-${field}`, before)
    }
    expect(state().touches).toEqual([])
  })

  it('lists the units by what the loss would be without them, and picks and silences one', async () => {
    await opened()
    const told: InsideKnockOuts = {
      ...{ kind: 'knock-outs', layer: 0, units: 4 },
      toZero: Float64Array.of(0.25, -0.5, 2),
      toMean: Float64Array.of(0, 0.125, 1),
    }
    const [question] = asked().filter(({ lane }) => lane === 'slow')
    expect(question?.asks).toContainEqual({ kind: 'knock-outs', layer: 0 })
    await page.settle(() => {
      const { runId, update } = question ?? { runId: '', update: 0 }
      const moment = [...state().insideTold.values()][0]?.moment ?? ''
      const ask = { kind: 'knock-outs', layer: 0 } as const
      state().insideArrived(
        new Map([
          [keyOfAsk(ask), { runId, moment, update: update ?? 0, sequence: 0, found: { value: told } }],
        ]),
      )
    })
    expect(page.text('inside-knock-outs-summary')).toBe(
      'In the window of update 3, unit 3 of layer 1 matters most: held at 0, it changes the loss by +2.00.',
    )
    expect(page.text('inside-knock-outs')).toContain('The first 3 of 4 units were tried')
    const rows = [...page.get('knock-outs').querySelectorAll('tbody tr')]
    const cells = rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
    expect(cells).toEqual([
      ['3', '2', '1', 'Silence'],
      ['1', '0.25', '0', 'Silence'],
      ['2', '−0.5', '0.125', 'Silence'],
    ])
    const [pick, silence] = [...(rows[2]?.querySelectorAll('button') ?? [])]
    await page.settle(() => pick?.click())
    expect(state().insideUnit).toBe(1)
    await page.settle(() => silence?.click())
    expect(state().touches).toEqual([{ kind: 'unit', layer: 0, unit: 1, held: 'zero' }])
  })

  it('shows what the prediction that is pointed at answers to', async () => {
    await opened()
    expect(page.text('inside-sensitivity-summary')).toMatch(/^Point at a time step/)
    const byInputs = [Float32Array.of(0.25, -0.5)]
    const value: InsideSensitivity = { kind: 'sensitivity', timeStep: 1, output: 0, byInputs }
    page.fake.answer('inside', ok(told(value)))
    await press('End')
    await page.settle()
    expect(asked().at(-1)?.asks).toEqual([{ kind: 'sensitivity', timeStep: 1, output: 0 }])
    expect(page.text('inside-sensitivity-summary')).toBe(
      'The prediction at time step 2 answers most to sin t at time step 2: −0.500 for each 1 more.',
    )
    expect(page.find('inside-light')).not.toBeNull()
  })

  it('says how long data, window and network remember, and sets the window to what the data needs', async () => {
    page = await openPage()
    await page.applyPreset('lorenz')
    await page.settle(() => page.fake.train(3))
    await page.click('tab-inside')
    await page.click('inside-view-touch')
    const slow = asked().filter(({ lane }) => lane === 'slow')
    expect(slow.flatMap(({ asks }) => asks)).toContainEqual({
      kind: 'memory',
      column: 0,
      output: 0,
      layer: 0,
    })
    const impulse = { responses: Float32Array.of(1, 0.5, 0), keeps: 2, goesOn: false }
    const value: InsideMemory = {
      ...{ kind: 'memory', layer: 0, units: 4, sees: 10 },
      impulses: [
        { ...impulse, share: 0.01 },
        { ...impulse, share: 0.1, keeps: 3, goesOn: true },
      ],
      capacity: { perLag: Float32Array.of(1, 0.75), total: 1.75 },
      needs: { timeSteps: 24, isSeason: true, isMore: false },
    }
    const ask = { kind: 'memory', column: 0, output: 0, layer: 0 } as const
    const runId = state().description?.id ?? ''
    const moment = [...state().insideTold.values()][0]?.moment ?? ''
    await page.settle(() =>
      state().insideArrived(
        new Map([[keyOfAsk(ask), { runId, moment, update: 3, sequence: 0, found: { value } }]]),
      ),
    )
    expect(page.text('inside-memory-summary')).toBe(
      'The data needs 24 time steps, the window sees 10, the network keeps 2 time steps.',
    )
    expect(page.text('memory-capacity')).toBe('Capacity of layer 1: 1.8 with 4 units.')
    expect(page.get('memory-bars').querySelectorAll('path').length).toBe(4)
    await page.click('set-window')
    expect(state().draft.texts.window).toBe('24')
  })
})
