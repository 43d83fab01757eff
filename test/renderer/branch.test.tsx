// @vitest-environment happy-dom
import { fail } from '@contract/result'
import { Chart } from 'chart.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flagsOf, leastDistance } from '../../renderer/panels/rail/rail-flags'
import { createHistory } from '../../renderer/store/curves/history'
import { madeUp } from '../helpers/saying'
import { fakeBatch } from './helpers/fake-batch'
import { openPage, type TestPage } from './helpers/page'
import { seriesBatch } from './helpers/series-batch'

let page: TestPage

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))

afterEach(async () => {
  await page?.close()
  vi.useRealTimers()
})

const state = () => page.world.store.getState()
const losses = ({ losses: { values } }: { losses: { values: { data: Float32Array; length: number } } }) =>
  Array.from(values.data.slice(0, values.length))

async function train(updates: number) {
  await page.settle(() => page.fake.train(updates))
  await page.settle()
}

/** A run of 60 updates, left for one that goes on from an update of it. */
async function branched(update: number, options: Parameters<typeof openPage>[0] = {}) {
  page = await openPage(options)
  await train(60)
  await page.settle(() => state().goTo(update))
  await page.click('go-on-from-here')
  await page.settle()
}

function chart(testId: string): Chart {
  const made = Chart.getChart(page.get(testId) as HTMLCanvasElement)
  if (!made) throw new Error(`there is no chart on ${testId}`)
  return made
}

/** The last line of each chart but the target, which lies under it, and those of other runs. */
const ghostLine = (testId: 'loss-chart' | 'prediction-chart') =>
  chart(testId).data.datasets.at(testId === 'loss-chart' ? 4 : 3)?.data as { x: number; y: number }[]

describe('a run that goes on from an update of another one', () => {
  it('begins with the updates that both have, at rest, and is now', async () => {
    await branched(36)
    expect(page.fake.asked.find(({ name }) => name === 'branchAt')?.args).toEqual([
      { runId: 'run-1', update: 36 },
    ])
    expect(state().run).toMatchObject({ id: 'run-2', phase: 'paused', updatesDone: 36 })
    expect([page.world.history.lastUpdate, state().marked]).toEqual([36, null])
    expect(page.text('status-origin')).toBe('From update 36 of another run')
    expect(page.get('rail-branch').title).toContain('goes on from update 36 of another one')
    expect(page.find('undo-set-aside')).not.toBeNull()
    expect(document.activeElement).toBe(page.get('start-pause'))
  })

  it('has the settings of then', async () => {
    page = await openPage()
    await train(30)
    await page.type('learning-rate', '0.01')
    await page.settle(() => void vi.advanceTimersByTime(200))
    await train(30)
    await page.settle(() => state().goTo(30))
    await page.click('go-on-from-here')
    await page.settle()
    expect(state().run?.config.training.learningRate).toBe(0.02)
    expect((page.get('learning-rate') as HTMLInputElement).value).toBe('0.02')
    expect(page.find('rail-change')).toBeNull()
  })

  it('leaves all as it is, and says why, where it cannot be opened', async () => {
    page = await openPage()
    await train(60)
    await page.settle(() => state().goTo(36))
    page.fake.answer('branchAt', fail('no-run', madeUp('There is no room.')))
    await page.click('go-on-from-here')
    expect(page.text('notice')).toContain('There is no room.')
    expect([state().run?.id, state().marked]).toEqual(['run-1', 36])
  })
})

describe('the ghost', () => {
  it('has the updates of the other run after the one that both have, where they were', async () => {
    await branched(36)
    const before = createHistory()
    before.append(fakeBatch(1, 60))
    const { ghost } = page.world
    expect([ghost.firstUpdate, ghost.lastUpdate]).toEqual([37, 60])
    expect(losses(ghost)).toEqual(losses(before).slice(36))
    for (const update of [37, 48, 60]) expect(ghost.window(update)).toEqual(before.window(update))
    expect(state().ghost).toEqual({ runId: 'run-1', update: 36, last: 60 })
  })

  it('is drawn beneath the curves of the run, and told of in both legends', async () => {
    await branched(36)
    await train(3)
    const drawn = ghostLine('loss-chart')
    expect(drawn.map(({ x }) => x)).toEqual(Array.from({ length: 24 }, (_, i) => 37 + i))
    expect(drawn[0]?.y).toBe(page.world.ghost.losses.values.data[0])
    const own = chart('loss-chart').data.datasets[1]?.data as { x: number; y: number }[]
    // With the same settings both say the same.
    expect(own.filter(({ x }) => x > 36)).toEqual(drawn.slice(0, 3))
    const { y } = ghostLine('prediction-chart').find(({ x }) => x >= 36) ?? {}
    expect(y).toBe(page.world.ghost.outputs[0]?.predictions.at(0))
    const loss = (page.world.ghost.losses.values.data[23] ?? 0).toPrecision(3)
    for (const of of ['losses', 'predictions']) {
      const label = page.get(`toggle-ghost-${of}`).closest('label')
      expect(label?.textContent).toBe('original run')
      expect(label?.title).toContain(`it ended at update 60 with loss ${loss}`)
    }
  })

  it('has room in height where it reaches higher than the run', async () => {
    await branched(36)
    const { ghost } = page.world
    const tall = fakeBatch(37, 24)
    await page.settle(() => {
      ghost.append({ ...tall, predictions: tall.predictions.map((value) => 3 * value) })
      state().look({ kind: 'free', min: 40, max: 50 })
    })
    await page.settle()
    const top = () => Number(chart('prediction-chart').options.scales?.y?.max)
    const { predictions } = ghost.outputs[0] ?? {}
    const { high } = predictions?.extrema.within(40, 140) ?? { high: Number.POSITIVE_INFINITY }
    expect(top()).toBeGreaterThanOrEqual(high)
    await page.click('toggle-ghost-predictions')
    await page.settle()
    expect(top()).toBeLessThan(2)
  })

  it('makes room for itself where it goes on further, and is read beside the run', async () => {
    await branched(36)
    expect(chart('loss-chart').options.scales?.x?.max).toBeGreaterThanOrEqual(60)
    await train(3)
    const canvas = page.get('loss-chart')
    const press = (key: string) =>
      page.settle(() => canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
    await press('End')
    await page.settle()
    const loss = (page.world.ghost.losses.values.data[2] ?? 0).toPrecision(3)
    expect(page.text('loss-reading')).toBe(`update 39   loss ${loss}   original ${loss}`)
    await press('Home')
    await page.settle()
    expect(page.text('loss-reading')).not.toContain('original')
  })

  it('is hidden in all charts by either switch', async () => {
    await branched(36)
    await page.click('toggle-ghost-losses')
    await page.settle()
    expect((page.get('toggle-ghost-predictions') as HTMLInputElement).checked).toBe(false)
    expect([ghostLine('loss-chart'), ghostLine('prediction-chart')]).toEqual([[], []])
    await page.click('toggle-ghost-predictions')
    await page.settle()
    expect(ghostLine('loss-chart')).toHaveLength(24)
  })

  it('is gone with its run', async () => {
    await branched(36)
    await page.click('reset')
    await page.settle()
    expect([state().ghost, page.world.ghost.updates]).toEqual([null, 0])
    expect(page.find('toggle-ghost-losses')).toBeNull()
  })

  it('is none where the other run is not kept, or cannot be read, and stays when it goes', async () => {
    await branched(36)
    const read = () => page.fake.asked.filter(({ name }) => name === 'recordedUpdates').length
    await page.settle(() => page.fake.emit('runsChanged', { runs: [], budget: 2e9 }))
    expect(state().ghost?.last).toBe(60)
    await page.settle(() => state().goTo(36))
    // Its own record, and none of a run that is not kept.
    const before = read()
    const { description, run } = state()
    if (!description || !run) throw new Error('there is no run')
    await page.settle(() => {
      page.fake.emit('runOpened', { ...description, id: 'run-9', branch: { runId: 'gone', update: 3 } })
      page.fake.emit('runChanged', { ...run, id: 'run-9', updatesDone: 0 })
      page.fake.emit('updates', fakeBatch(1, 5, { runId: 'run-9' }))
    })
    await page.settle()
    expect([read() - before, state().ghost]).toEqual([0, null])
    const kept = { id: 'gone', network: '', config: null, updatesDone: 9, goal: 9, loss: null } as const
    page.fake.answer('recordedUpdates', fail('no-run', madeUp('It cannot be read.')))
    await page.settle(() =>
      page.fake.emit('runsChanged', {
        runs: [{ ...kept, name: null, branch: null, phase: 'paused', keptAt: 0, bytes: 0 }],
        budget: 2e9,
      }),
    )
    await page.settle()
    expect([read() - before, state().ghost]).toEqual([1, null])
  })

  it('of a series begins where the time steps that both have seen end', () => {
    const facts = {
      axis: 'time-steps',
      inputs: ['a'],
      targets: ['b', 'c'],
      times: { kind: 'rows' },
    } as const
    const [own, ghost] = [createHistory(facts), createHistory(facts)]
    const [before, later] = [
      seriesBatch({ lengths: [3, 4], starts: [0, 3], firstUpdate: 1, outputs: 2 }),
      seriesBatch({ lengths: [5, 6], starts: [7, 12], firstUpdate: 3, outputs: 2 }),
    ]
    own.append(before)
    own.append(later)
    ghost.begin(facts, own.range(2).to)
    ghost.append(later)
    const places = Array.from({ length: own.points }, (_, point) => own.times.at(point))
    expect(Array.from({ length: ghost.points }, (_, point) => ghost.times.at(point))).toEqual(places.slice(7))
    for (const update of [3, 4]) expect(ghost.window(update)).toEqual(own.window(update))
  })
})

describe('flags', () => {
  const change = (update: number) => ({
    update,
    before: { learningRate: 0.02 },
    after: { learningRate: 0.01 },
  })

  it('stand apart by what there is room for, and stay where they are while a run becomes twice as long', () => {
    expect([2, 33, 34, 65, 66].map((last) => leastDistance({ first: 1, last }, 32))).toEqual([1, 1, 2, 2, 4])
    const events = [3, 4, 9, 40].map(change)
    const told = { events, planned: [], branchedAt: null }
    expect(flagsOf(told, 1).map(({ update }) => update)).toEqual([3, 4, 9, 40])
    const flags = flagsOf({ ...told, branchedAt: 8 }, 4)
    expect(
      flags.map(({ update, isBranch, events }) => [update, isBranch, events.map((e) => e.update)]),
    ).toEqual([
      [3, false, [3, 4]],
      [8, true, [9]],
      [40, false, [40]],
    ])
  })

  it('of what is to come are told together, and never with what has been', () => {
    const planned = [41, 42, 60].map((update) => ({ update, after: { learningRate: 0.01 } }))
    const flags = flagsOf({ events: [change(40), change(41)], planned, branchedAt: null }, 4)
    expect(flags.map(({ kind, update, planned }) => [kind, update, planned.map((p) => p.update)])).toEqual([
      ['change', 40, []],
      ['planned', 41, [41, 42]],
      ['planned', 60, [60]],
    ])
    const atOnce = flagsOf({ events: [change(41)], planned, branchedAt: null }, 1)
    expect(new Set(atOnce.map(({ key }) => key)).size).toBe(4)
  })
})
