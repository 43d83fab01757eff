import { LESSON_FACTS } from '@contract/data/source-facts'
import { fail, ok, type Result } from '@contract/result'
import type { UpdateBatch } from '@contract/run/run'
import { describe, expect, it } from 'vitest'
import type { ViewTable } from '../../../../renderer/charts/export/view-table'
import { type PredictionShown, predictionTable } from '../../../../renderer/charts/tables/prediction-table'
import { createHistory, type History } from '../../../../renderer/store/curves/history'
import { placesOf, windowOf } from '../../../../renderer/store/curves/overlaid/overlaid-window'
import { type ReadUpdates, recordedPart, tablePart } from '../../../../renderer/store/curves/update-table'
import { madeUp } from '../../../helpers/saying'
import { fakeBatch, timesOf } from '../../helpers/fake-batch'
import { inputIn, predictionIn, SERIES, seriesBatch, targetIn } from '../../helpers/series-batch'
import { listedRun } from '../../runs/some-runs'

const LENGTHS = [3, 4, 5, 4]
/** The second window goes back behind the first. */
const STARTS = [10, 2, 40, 50]
const BATCH = seriesBatch({ lengths: LENGTHS, starts: STARTS })
/** Update and row of every time step, by hand. */
const STEPS = LENGTHS.flatMap((length, i) =>
  Array.from({ length }, (_, j) => ({ update: 1 + i, row: (STARTS[i] as number) + j })),
)

function historyOf(batch: UpdateBatch, facts = SERIES): History {
  const history = createHistory(facts)
  history.append(batch)
  return history
}

/** Reads what is in memory, as the page does. */
function reading(history: History): ReadUpdates {
  return async function* (stretch) {
    const part = tablePart(history, stretch)
    if (part) yield ok(part)
  }
}

function shown(history: History, more: Partial<PredictionShown> = {}): PredictionShown {
  const span = { min: -1, max: 1e6 }
  return { history, span, output: 1, input: true, ghost: null, reference: null, ...more }
}

async function made(table: Promise<Result<ViewTable>>) {
  const result = await table
  if (!result.ok) throw new Error(result.error.text.id)
  return Object.fromEntries(result.value.columns.map(({ name, values }) => [name, [...values]]))
}

describe('the table of the prediction chart', () => {
  it('has every time step of the output that is shown, at its row and its time', async () => {
    const history = historyOf(BATCH)
    const table = await made(predictionTable(shown(history), reading(history)))
    expect(table).toEqual({
      update: STEPS.map(({ update }) => update),
      row: STEPS.map(({ row }) => row + 1),
      time: STEPS.map(({ row }) => new Date(Date.UTC(1944, 7 + row, 1)).toISOString()),
      'input wind': STEPS.map(({ row }) => inputIn(row)),
      'target price': STEPS.map(({ row }) => targetIn(row, 1)),
      'prediction price': STEPS.map(({ row, update }) => predictionIn(row, 1, update)),
    })
  })

  it('has what is in sight and nothing else', async () => {
    const history = historyOf(BATCH)
    const view = shown(history, { span: { min: 4.5, max: 8 }, input: false, output: 0 })
    const table = await made(predictionTable(view, reading(history)))
    const inSight = STEPS.slice(5, 9)
    expect(table['prediction load']).toEqual(inSight.map(({ row, update }) => predictionIn(row, 0, update)))
    expect(table.update).toEqual(inSight.map(({ update }) => update))
    expect(table['input wind']).toBeUndefined()
  })

  it('has the windows of other runs after its own, as far as they are in sight, told apart by their runs', async () => {
    const history = historyOf(BATCH)
    const [length = 0, start = 0] = [LENGTHS[1], STARTS[1]]
    const batch = seriesBatch({ lengths: [length], starts: [start], firstUpdate: 2 })
    const window = windowOf('other', 2, { ...batch, predictions: batch.predictions.map((said) => said + 8) })
    const places = window && placesOf(window, history)
    if (!window || !places) throw new Error('it has a place')
    // The axis counts the time steps that were seen: three of the first window come before it.
    expect([...places]).toEqual([3, 4, 5, 6])
    const windows = [{ run: listedRun('other'), name: madeUp('other'), style: 0, window, places }]
    const table = await made(
      predictionTable(shown(history, { windows, span: { min: 4, max: 5 } }), reading(history)),
    )
    const rows = [start + 1, start + 2]
    expect(table.run).toEqual(['present', 'present', 'other', 'other'])
    expect(table.update).toEqual([2, 2, 2, 2])
    expect(table.row).toEqual([...rows, ...rows].map((row) => row + 1))
    expect(table['target price']).toEqual([...rows, ...rows].map((row) => targetIn(row, 1)))
    const said = rows.map((row) => predictionIn(row, 1, 2))
    expect(table['prediction price']).toEqual([...said, ...said.map((one) => Math.fround(one + 8))])
  })

  it('gives a window of a series no place where the present run saw other rows in that update', () => {
    const history = historyOf(BATCH)
    const elsewhere = windowOf('other', 2, seriesBatch({ lengths: [4], starts: [30], firstUpdate: 2 }))
    const longer = windowOf('other', 2, seriesBatch({ lengths: [5], starts: [2], firstUpdate: 2 }))
    for (const window of [elsewhere, longer]) expect(window && placesOf(window, history)).toBeNull()
    const lesson = windowOf('other', 2, fakeBatch(2, 1))
    const times = timesOf(fakeBatch(2, 1)).map((time) => time / Math.PI)
    const found = lesson && placesOf(lesson, createHistory(LESSON_FACTS))
    for (const [i, time] of times.entries()) expect(found?.[i]).toBeCloseTo(time, 12)
  })

  it('is whole where its time steps are in the record alone, and says so where they are nowhere', async () => {
    const updates = 3000
    const lengths = Array.from({ length: updates }, () => 40)
    const starts = lengths.map((_, i) => i * 40)
    const batches = [0, 1000, 2000].map((from) =>
      seriesBatch({
        firstUpdate: from + 1,
        lengths: lengths.slice(from, from + 1000),
        starts: starts.slice(from, from + 1000),
      }),
    )
    // Room for a few pages of all these time steps.
    const history = createHistory(SERIES, 400_000)
    for (const batch of batches) history.append(batch)
    expect(history.steps.has(0, history.points)).toBe(false)
    const asked: unknown[] = []
    const fromRecord: ReadUpdates = async function* ({ first, last }) {
      asked.push([first, last])
      for (const batch of batches) {
        const from = Math.max(first, batch.firstUpdate)
        const to = Math.min(last, batch.firstUpdate + 999)
        if (from > to) continue
        const count = to - from + 1
        const piece = seriesBatch({
          firstUpdate: from,
          lengths: Array.from({ length: count }, () => 40),
          starts: Array.from({ length: count }, (_, i) => (from - 1 + i) * 40),
        })
        yield ok(recordedPart(piece, SERIES))
      }
    }
    const table = await made(predictionTable(shown(history), fromRecord))
    expect(table.row).toEqual(Array.from({ length: updates * 40 }, (_, row) => row + 1))
    expect(table['prediction price']).toEqual(
      Array.from({ length: updates * 40 }, (_, row) => predictionIn(row, 1, 1 + Math.floor(row / 40))),
    )
    expect(asked.length).toBeGreaterThan(1)
    const nothing = await predictionTable(shown(history), async function* () {})
    expect(nothing).toMatchObject({ ok: false, error: { text: { id: 'exports.updatesNotRead' } } })
    const broken = await predictionTable(shown(history), async function* () {
      yield fail('file-unreadable', madeUp('torn'))
    })
    expect(broken).toMatchObject({ ok: false, error: { text: madeUp('torn') } })
  })

  it('has the time of the lesson in radians, and what the reference says at the same time', async () => {
    const batch = fakeBatch(1, 3)
    const history = historyOf(batch, LESSON_FACTS)
    const lengths = [...batch.lengths]
    // A window of another length has nothing that belongs to it.
    const reference = {
      losses: [0, 0, 0],
      lengths: [lengths[0] as number, (lengths[1] as number) + 1, lengths[2] as number],
      predictions: Array.from({ length: lengths.reduce((a, b) => a + b) + 1 }, (_, i) => i / 7),
    }
    const view = shown(history, { output: 0, reference })
    const table = await made(predictionTable(view, reading(history)))
    const [first = 0, second = 0] = lengths
    expect(table.t).toHaveLength(batch.inputs.length)
    for (const [i, t] of timesOf(batch).entries()) expect(table.t?.[i]).toBeCloseTo(t, 12)
    expect(table.prediction).toEqual([...batch.predictions])
    expect(table.reference?.slice(0, first)).toEqual(reference.predictions.slice(0, first))
    expect(table.reference?.slice(first, first + second).every((value) => Number.isNaN(value))).toBe(true)
    expect(table.reference?.slice(first + second)).toEqual(reference.predictions.slice(first + second + 1))
  })

  it('tells the run that it branches off from apart', async () => {
    const history = historyOf(BATCH)
    const ghost = historyOf(seriesBatch({ firstUpdate: 3, lengths: [5, 4], starts: [70, 80] }))
    const table = await made(predictionTable(shown(history, { ghost }), reading(history)))
    expect(table.run).toEqual([...STEPS.map(() => 'present'), ...Array.from({ length: 9 }, () => 'ghost')])
    expect(table.row?.slice(STEPS.length)).toEqual([71, 72, 73, 74, 75, 81, 82, 83, 84])
    expect(table.update?.slice(STEPS.length)).toEqual([3, 3, 3, 3, 3, 4, 4, 4, 4])
    expect(table['prediction price']?.at(-1)).toBe(predictionIn(83, 1, 4))
  })
})
