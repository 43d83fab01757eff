import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAVED_AS } from '@contract/files/weight-formats'
import type { Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { CheckpointTaken, TrainerEvents } from '@contract/wire/trainer-wire'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { SeriesReader } from '../../../main/trainer/data/opened/read-series'
import { createShelf } from '../../../main/trainer/data/shelf/shelf'
import { readInPlace } from '../../../main/trainer/reading/reader'
import { createPresentTrainer } from '../../helpers/present-trainer'
import { sentenceOf } from '../../helpers/saying'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

function put(name: string, columns: readonly string[]): string {
  const path = join(folder, name)
  const rows = Array.from({ length: 120 }, (_, t) =>
    columns.map((_, i) => Math.sin(t / (i + 3)).toFixed(5)).join(),
  )
  writeFileSync(path, [columns.join(), ...rows, ''].join('\n'))
  return path
}

/** A trainer whose shelf is in the test's folder, as after every start of the app. */
function start(readSeries?: SeriesReader) {
  const told: { [Name in keyof TrainerEvents]?: TrainerEvents[Name][] } = {}
  const clock = { now: () => 0, soon: () => () => {}, later: () => () => {} }
  const trainer = createPresentTrainer(
    (name, payload) => {
      const all = (told[name] ?? []) as unknown[]
      all.push(payload)
      told[name] = all as never
    },
    clock,
    readInPlace,
    createShelf(join(folder, 'series')),
    readSeries,
  )
  const updates = () => (told.updates ?? []).reduce((count, { losses }) => count + losses.length, 0)
  return { trainer, told, updates }
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(sentenceOf(result.error))
  return result.value
}

const errorIn = (result: Result<unknown>) => (result.ok ? '' : sentenceOf(result.error))

/** Opens a table and makes the settings of a run that learns its columns. */
async function settingsFor(
  { trainer }: ReturnType<typeof start>,
  path: string,
  changes: Partial<Settings> & { inputs: string[]; targets: string[] },
) {
  const opened = valueIn(await trainer.openTable(path))
  const series = valueIn(await trainer.readTable(opened.guess.choices, 'keep'))
  if (!series) throw new Error('nobody has called it off')
  const { inputs, targets, ...settings } = changes
  const source = { kind: 'series', origin: series.origin, inputs, targets } as const
  return withSettings(LESSON, { source, window: 10, order: 'random', batch: 2, hiddenUnits: 4, ...settings })
}

describe('a series that was opened', () => {
  it('is learned, and found again after every start', async () => {
    const first = start()
    const config = await settingsFor(first, put('a.csv', ['x', 'y']), { inputs: ['x', 'y'], targets: ['y'] })
    valueIn(await first.trainer.createRun(config))
    valueIn(await first.trainer.stepRun())
    const described = first.told.runOpened?.at(-1)
    expect(described?.facts).toMatchObject({ axis: 'time-steps', inputs: ['x', 'y'], targets: ['y'] })
    const checkpoint = first.told.checkpointTaken?.at(-1) as CheckpointTaken
    const initial = first.told.checkpointTaken?.find((one) => one.initial)?.initial ?? null

    const second = start()
    valueIn(await second.trainer.restoreCheckpoint({ present: checkpoint.present, initial }))
    valueIn(await second.trainer.stepRun())
    expect(second.told.updates?.at(-1)?.firstUpdate).toBe(2)
    const same = start()
    valueIn(await same.trainer.createRun(config))
    valueIn(await same.trainer.stepRun())
    valueIn(await same.trainer.stepRun())
    expect([...(second.told.updates?.at(-1)?.losses ?? [])]).toEqual([
      ...(same.told.updates?.at(-1)?.losses ?? []),
    ])
  })

  it('is one sentence where it is gone or damaged, and the present run stays', async () => {
    const first = start()
    const config = await settingsFor(first, put('a.csv', ['x']), { inputs: ['x'], targets: ['x'] })
    const { source } = config.data
    const sha256 = source.kind === 'series' && source.origin.kind === 'table' ? source.origin.sha256 : ''
    const { trainer, updates } = start()
    valueIn(await trainer.createRun(LESSON))
    writeFileSync(join(folder, 'series', `${sha256}.series`), 'x')
    expect(errorIn(await trainer.createRun(config))).toMatch(
      /^The kept series should be as it was written, but is damaged/,
    )
    rmSync(join(folder, 'series'), { recursive: true })
    const gone = 'The series "a.csv" is not there any more; open its file again.'
    expect(errorIn(await trainer.createRun(config))).toBe(gone)
    expect(errorIn(await trainer.describeSeries(config.data))).toBe(gone)
    valueIn(await trainer.stepRun())
    expect(updates()).toBe(1)
  })

  it('can be looked at before a run is made of it', async () => {
    const bench = start()
    const config = await settingsFor(bench, put('a.csv', ['x', 'y']), { inputs: ['x'], targets: ['y'] })
    const { rows, columns, windows } = valueIn(await bench.trainer.describeSeries(config.data))
    expect([rows, columns.map(({ name }) => name)]).toEqual([120, ['x', 'y']])
    expect(windows.random).toBe(Math.round(120 * 0.7) - config.data.horizon - 10 + 1)
    const near = valueIn(await bench.trainer.describeRows(config.data, { from: 100, to: 500 }, ['y']))
    expect([near.from, near.to, near.columns.map(({ name }) => name)]).toEqual([100, 120, ['y']])
    expect(near.columns[0]?.least).toEqual(columns[1]?.least.slice(100))
    const source = { ...config.data.source, inputs: ['z'] } as Settings['source']
    expect(errorIn(await bench.trainer.describeSeries({ ...config.data, source }))).toMatch(
      /has no column "z"/,
    )
    expect(errorIn(await bench.trainer.describeSeries(LESSON.data))).toMatch(/^A series was expected/)
    expect(errorIn(await bench.trainer.describeRows(LESSON.data, { from: 0, to: 9 }, ['y']))).toMatch(
      /^A series was expected/,
    )
    expect(bench.told.runOpened).toBeUndefined()
  })

  it('is told when the disk does not take it for a run', async () => {
    const { trainer, told } = start()
    const config = await settingsFor({ trainer, told, updates: () => 0 }, put('a.csv', ['x']), {
      inputs: ['x'],
      targets: ['x'],
    })
    // Nothing but a file of this name in the way of the folder, and no name left to set it aside under.
    rmSync(join(folder, 'series'), { recursive: true })
    for (let number = 0; number < 100; number += 1) {
      const name = number === 0 ? 'series' : number === 1 ? 'damaged-series' : `damaged-series-${number}`
      writeFileSync(join(folder, name), '')
    }
    valueIn(await trainer.createRun(config))
    await new Promise((done) => setImmediate(done))
    expect(told.noticed?.map((text) => sentenceOf({ code: 'file-not-written', text }))).toEqual([
      expect.stringMatching(/^The series, "a\.csv", could not be kept on the disk: /),
    ])
  })

  it('is read for nobody when the page that asked is gone', async () => {
    const never: SeriesReader = (_order, { signal } = {}) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve(null)))
    const { trainer } = start(never)
    const opened = valueIn(await trainer.openTable(put('a.csv', ['x'])))
    const reading = trainer.readTable(opened.guess.choices, 'keep')
    trainer.attachPage()
    expect(await reading).toEqual({ ok: true, value: null })
  })
})

describe('weights of a series', () => {
  async function saved() {
    const bench = start()
    const config = await settingsFor(bench, put('a.csv', ['x', 'y', 'u']), {
      inputs: ['x', 'y'],
      targets: ['u'],
    })
    valueIn(await bench.trainer.createRun(config))
    const path = join(folder, 'w.safetensors')
    valueIn(await bench.trainer.exportWeights(path, SAVED_AS))
    return { path, config }
  }

  it('are loaded with it where it is there', async () => {
    const { path, config } = await saved()
    const { trainer, told } = start()
    valueIn(await trainer.createRun(LESSON))
    valueIn(await trainer.loadWeights(path))
    expect(told.runChanged?.at(-1)?.config.data).toEqual(config.data)
    valueIn(await trainer.stepRun())
  })

  it('learn the series of the present run where theirs is gone, and it has their columns', async () => {
    const { path } = await saved()
    rmSync(join(folder, 'series'), { recursive: true })
    const bench = start()
    const other = await settingsFor(bench, put('b.csv', ['more', 'u', 'y', 'x']), {
      inputs: ['x'],
      targets: ['u'],
    })
    valueIn(await bench.trainer.createRun(other))
    valueIn(await bench.trainer.loadWeights(path))
    expect(bench.told.runChanged?.at(-1)?.config.data.source).toMatchObject({
      origin: { name: 'b.csv' },
      inputs: ['x', 'y'],
      targets: ['u'],
    })
    valueIn(await bench.trainer.stepRun())
  })

  it('are one sentence where no series is there for them, and the present run stays', async () => {
    const { path } = await saved()
    rmSync(join(folder, 'series'), { recursive: true })
    const { trainer, updates } = start()
    valueIn(await trainer.createRun(LESSON))
    expect(errorIn(await trainer.loadWeights(path))).toBe(
      '"w.safetensors" has a network of 2 inputs and 1 output ("x" and "y") for a series that is not there, "a.csv"; open the series first, or one with the same columns.',
    )
    valueIn(await trainer.stepRun())
    expect(updates()).toBe(1)
  })
})
