import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import type { KeptRun } from '@contract/run/kept-run'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defer } from '../../../../main/base/deferred'
import type { Log } from '../../../../main/base/log'
import { takeOverOlderRuns } from '../../../../main/runs/folders/older-runs'
import { openRunStore, type RunStore } from '../../../../main/runs/folders/run-store'
import { createSeriesFiles } from '../../../../main/runs/folders/series-files'

const run = (id: string, updatesDone: number, changes: Partial<KeptRun> = {}): KeptRun => ({
  id,
  name: null,
  branch: null,
  network: 'RNN(1 → 32) → Linear(32 → 1)',
  config: LESSON,
  updatesDone,
  goal: 60,
  phase: 'paused',
  loss: 0.5,
  keptAt: 1_700_000_000_000,
  ...changes,
})
const bytes = (...values: number[]) => Uint8Array.from(values)
const files = (present: number, initial: number | null = 9) => ({
  present: bytes(present),
  initial: initial === null ? null : bytes(initial),
})
let folder: string
let told: string[]
const log: Log = { info: () => {}, error: () => {} }
const options = (alsoNamed: unknown = null) => ({
  log,
  tell: (text: Text) => told.push(inEnglish(text)),
  series: createSeriesFiles(join(folder, 'series')),
  alsoNamed,
  experiments: { plans: () => [], isComplete: true },
})
/** Opens the runs in a folder, beside which lie the series. */
async function openIn(path: string, alsoNamed: unknown = null): Promise<RunStore> {
  const store = openRunStore(path, options(alsoNamed))
  await store.opened
  return store
}
const open = (alsoNamed: unknown = null) => openIn(folder, alsoNamed)
const present =
  (id: string, config: unknown = LESSON) =>
  () => ({ id, config })
const runsOf = (store: RunStore) => store.runs().map(({ bytes: _, ...kept }) => kept)
const places = () => readdirSync(folder).filter((name) => !name.startsWith('damaged'))
const placeOf = (store: RunStore, id: string) => dirname(store.recordOf(id))
const checkpoints = (place: string) => readdirSync(place).filter((name) => name.endsWith('.checkpoint'))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-runs-'))
  told = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const nobody = () => undefined

describe('the store of runs', () => {
  it('gives back at the next start what was put, newest first, each run once', async () => {
    const store = await open()
    await store.put(run('a', 10), files(1))
    await store.put(run('b', 5, { phase: 'finished' }), files(2))
    await store.put(run('a', 20), files(3, null))
    const next = await open()
    expect(runsOf(next)).toEqual([run('a', 20), run('b', 5, { phase: 'finished' })])
    expect(await next.read('a')).toMatchObject({ present: Buffer.from([3]), initial: Buffer.from([9]) })
    expect(told).toEqual([])
  })

  it('lists none before it has begun, and lets a change wait for what is there', async () => {
    await (await open()).put(run('a', 10, { name: 'mine' }), files(1))
    const begin = defer<void>()
    const store = openRunStore(folder, { ...options(), begin: begin.promise })
    const put = store.put(run('a', 20), files(2, null))
    const named = store.rename('a', 'still mine')
    await new Promise((resolve) => setImmediate(resolve))
    expect([store.runs(), store.ids()]).toEqual([[], []])
    // A second folder for a run that has one would cost it its updates.
    expect(() => store.recordOf('a')).toThrow('not read yet')
    expect(() => store.placeFor('b')).toThrow('not read yet')
    begin.resolve()
    await Promise.all([put, named])
    expect(runsOf(store)).toEqual([run('a', 20, { name: 'still mine' })])
    expect(await store.read('a')).toMatchObject({ present: Buffer.from([2]), initial: Buffer.from([9]) })
    expect(places()).toHaveLength(1)
  })

  it('reads the settings of a run once, however often it is listed', async () => {
    await (await open()).put(run('a', 10), files(1))
    const store = await open()
    const [before, after] = [store.runs()[0], store.runs()[0]]
    expect(before?.config).toEqual(LESSON)
    expect(after?.config).toBe(before?.config)
    await store.put(run('a', 20, { config: withSettings(LESSON, { seed: 2 }) }), files(2, null))
    expect(store.runs()[0]).toMatchObject({ updatesDone: 20, config: { network: { seed: 2 } } })
  })

  it('keeps how good a run is, and takes what cannot be for nothing', async () => {
    const figures = { bestLoss: 0.25, validationLoss: null, skill: -0.5, seconds: 1.5 }
    const store = await open()
    await store.put(run('a', 5, { figures }), files(1))
    expect(runsOf(await open())).toEqual([run('a', 5, { figures })])
    const file = join(placeOf(store, 'a'), 'run.json')
    for (const other of [undefined, null, 5, { ...figures, seconds: -1 }, { bestLoss: 1 }]) {
      writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), figures: other }))
      expect(runsOf(await open())).toEqual([run('a', 5)])
    }
  })

  it('orders by what was written last, whatever the clock on the wall says', async () => {
    const store = await open()
    await store.put(run('before', 1, { keptAt: 2_000_000_000_000 }), files(1))
    await store.put(run('after', 1, { keptAt: 1_000 }), files(1))
    expect((await open()).runs().map(({ id }) => id)).toEqual(['after', 'before'])
  })

  it('writes the initial weights of a run once', async () => {
    const store = await open()
    await store.put(run('a', 1), files(1))
    const before = checkpoints(placeOf(store, 'a'))
    await store.put(run('a', 2), files(2))
    const after = checkpoints(placeOf(store, 'a'))
    expect(after).toHaveLength(2)
    expect(after.filter((name) => before.includes(name))).toHaveLength(1)
  })

  it('removes none by itself, however many there are', async () => {
    const store = await open()
    for (let i = 0; i < 40; i += 1) await store.put(run(`run-${i}`, 1), files(1))
    expect(store.runs().map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, i) => `run-${39 - i}`))
    expect(places()).toHaveLength(40)
  })

  it('measures a run whose curves have grown', async () => {
    const store = await open()
    await store.put(run('a', 1), files(1))
    const before = store.runs()[0]?.bytes ?? 0
    // A file of holes: as long as it says, and nothing on the disk.
    writeFileSync(store.recordOf('a'), '')
    truncateSync(store.recordOf('a'), 3e9)
    expect(store.runs()[0]?.bytes).toBe(before)
    await store.measure('a')
    expect(store.runs()[0]?.bytes).toBe(before + 3e9)
  })

  it('keeps the name that a person gives a run, whatever is put after it, and over a start', async () => {
    const store = await open()
    await store.put(run('a', 1, { name: 'first try', branch: { runId: 'b', update: 12 } }), files(1))
    expect(store.runs()[0]).toMatchObject({ name: 'first try', branch: { runId: 'b', update: 12 } })
    expect(await store.rename('a', 'second thoughts')).toBe(true)
    await store.put(run('a', 2), files(2))
    expect(store.runs()[0]).toMatchObject({ name: 'second thoughts', updatesDone: 2 })
    expect((await open()).runs()[0]).toMatchObject({ name: 'second thoughts', updatesDone: 2 })
    expect(await store.rename('a', null)).toBe(true)
    expect((await open()).runs()[0]?.name).toBeNull()
    expect(await store.rename('b', 'none')).toBe(false)
  })

  it.each([
    [
      'of a version without names',
      (kept: Record<string, unknown>) => ({ ...kept, name: undefined, branch: undefined }),
    ],
    ['with a name that is none', (kept: Record<string, unknown>) => ({ ...kept, name: 7, branch: 'main' })],
  ])('opens a run.json %s', async (_, change) => {
    const store = await open()
    await store.put(run('a', 5, { name: 'mine' }), files(1))
    const file = join(placeOf(store, 'a'), 'run.json')
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))
    const again = await open()
    expect(again.runs()[0]).toMatchObject({ id: 'a', name: null, branch: null, updatesDone: 5 })
    expect([...((await again.read('a'))?.present ?? [])]).toEqual([1])
    expect(told).toEqual([])
  })

  it('knows what a run takes, also at the next start', async () => {
    const store = await open()
    await store.put(run('a', 1), files(1))
    writeFileSync(store.recordOf('a'), 'x'.repeat(5000))
    await store.put(run('a', 2), files(2))
    const size = readdirSync(placeOf(store, 'a')).reduce(
      (sum, name) => sum + readFileSync(join(placeOf(store, 'a'), name)).byteLength,
      0,
    )
    expect([store.runs()[0]?.bytes, (await open()).runs()[0]?.bytes]).toEqual([size, size])
  })

  it('forgets a run with its folder, its record too', async () => {
    const store = await open()
    await store.put(run('a', 10), files(1))
    writeFileSync(store.recordOf('a'), 'curves')
    await store.drop('a', nobody)
    expect([readdirSync(folder), (await open()).runs()]).toEqual([[], []])
  })

  it('sweeps what a killed app has left, and nothing else', async () => {
    const store = await open()
    await store.put(run('a', 10), files(1))
    const place = placeOf(store, 'a')
    writeFileSync(store.recordOf('a'), 'curves')
    // A checkpoint that was not named yet, a folder of a run that was never put, a file of somebody else's.
    writeFileSync(join(place, '00000000-0000-0000-0000-000000000000.checkpoint'), bytes(9, 9))
    const stray = join(folder, '11111111-1111-1111-1111-111111111111')
    mkdirSync(stray)
    writeFileSync(join(stray, 'updates.record'), 'curves of nothing')
    mkdirSync(join(folder, 'mine'))
    const next = await open()
    await next.read('a')
    expect(existsSync(stray)).toBe(false)
    expect(checkpoints(place)).toHaveLength(2)
    expect(existsSync(next.recordOf('a'))).toBe(true)
    expect(existsSync(join(folder, 'mine'))).toBe(true)
    expect(runsOf(next)).toEqual([run('a', 10)])
  })

  it('knows a file that is not to the bit what was written, and sets the whole run aside', async () => {
    for (const which of ['present', 'initial'] as const) {
      const store = await open()
      await store.put(run(which, 10), files(1))
      const place = placeOf(store, which)
      const kept = JSON.parse(readFileSync(join(place, 'run.json'), 'utf8'))
      writeFileSync(join(place, kept[which].file), bytes(7))
      expect(await store.read(which)).toBeNull()
      await store.setAside(which)
      expect(store.runs().some(({ id }) => id === which)).toBe(false)
      expect(existsSync(place)).toBe(false)
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('damaged'))).toHaveLength(2)
  })

  const DAMAGE: readonly (readonly [string, (place: string) => void])[] = [
    ['a description that is no JSON', (place) => writeFileSync(join(place, 'run.json'), '{"id":')],
    ['a description of something else', (place) => writeFileSync(join(place, 'run.json'), '{"id":3}')],
    [
      'a moment that no date can be',
      (place) => {
        const kept = JSON.parse(readFileSync(join(place, 'run.json'), 'utf8'))
        writeFileSync(join(place, 'run.json'), JSON.stringify({ ...kept, keptAt: 1e300 }))
      },
    ],
    [
      'a checkpoint outside of its folder',
      (place) => {
        const kept = JSON.parse(readFileSync(join(place, 'run.json'), 'utf8'))
        kept.present.file = '../../secret.checkpoint'
        writeFileSync(join(place, 'run.json'), JSON.stringify(kept))
      },
    ],
    [
      'a description that is a folder',
      (place) => {
        rmSync(join(place, 'run.json'))
        mkdirSync(join(place, 'run.json'))
      },
    ],
    [
      'a description that is a link round in a circle',
      (place) => {
        rmSync(join(place, 'run.json'))
        symlinkSync('run.json', join(place, 'run.json'))
      },
    ],
    ['a checkpoint that is gone', (place) => rmSync(join(place, checkpoints(place)[0] ?? ''))],
    [
      'a checkpoint that was cut off',
      (place) => {
        for (const name of checkpoints(place)) truncateSync(join(place, name), 0)
      },
    ],
  ]

  it.each(DAMAGE)(
    'starts with %s: that run is told and set aside, the others are there',
    async (_, damage) => {
      const store = await open()
      await store.put(run('whole', 10), files(1))
      await store.put(run('damaged', 20), files(2))
      damage(placeOf(store, 'damaged'))
      const next = await open()
      expect(runsOf(next)).toEqual([run('whole', 10)])
      expect(told.at(-1)).toMatch(
        /^(A run|The run that stands at update 20) cannot be opened: .*set aside as damaged-/,
      )
      expect(await next.read('whole')).toMatchObject({ present: Buffer.from([1]) })
      told = []
      expect(runsOf(await open())).toEqual([run('whole', 10)])
      expect(told).toEqual([])
    },
  )

  it.each([
    ['a file', (path: string) => writeFileSync(path, 'x')],
    ['a link to nothing', (path: string) => symlinkSync(join(path, 'nowhere'), path)],
  ])('starts with %s where its folder should be', async (_, put) => {
    const path = join(folder, 'runs')
    put(path)
    const store = await openIn(path)
    expect(runsOf(store)).toEqual([])
    expect(told).toHaveLength(1)
    await store.put(run('a', 1), files(1))
    expect(runsOf(await openIn(path))).toEqual([run('a', 1)])
  })

  it('keeps settings of another version out, and the run in', async () => {
    const store = await open()
    await store.put(run('a', 1), files(1))
    const file = join(placeOf(store, 'a'), 'run.json')
    const kept = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...kept, config: { ofTomorrow: true } }))
    expect(runsOf(await open())).toEqual([run('a', 1, { config: null })])
  })
})

describe('what version 0.1.0 left', () => {
  const older = (id: string, updatesDone: number, file: string) => ({
    id,
    network: 'GRU',
    updatesDone,
    goal: 60,
    stoppedAt: 1_700_000_000_000,
    file: `${file}.checkpoint`,
    bytes: 1,
    sha256: '',
  })
  const [one, two] = ['00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000002']

  it('is taken over, newest first, and goes', async () => {
    const left = join(folder, 'unfinished-runs')
    mkdirSync(left)
    writeFileSync(
      join(left, 'runs.json'),
      JSON.stringify({ runs: [older('b', 20, two), older('a', 10, one)] }),
    )
    writeFileSync(join(left, `${one}.checkpoint`), bytes(1))
    writeFileSync(join(left, `${two}.checkpoint`), bytes(2))
    const store = await openIn(join(folder, 'runs'))
    expect(await takeOverOlderRuns(left, store, () => {})).toBe('b')
    const kept = { network: 'GRU', config: null, loss: null }
    expect(runsOf(store)).toEqual([run('b', 20, kept), run('a', 10, kept)])
    expect(await store.read('b')).toEqual({ present: Buffer.from([2]), initial: null })
    expect(existsSync(left)).toBe(false)
    // A later checkpoint of it brings its initial weights.
    await store.put(run('b', 30), files(3, 4))
    expect(await store.read('b')).toEqual({ present: Buffer.from([3]), initial: Buffer.from([4]) })
  })

  it('may be nothing, or damaged', async () => {
    const store = await open()
    expect(
      await takeOverOlderRuns(join(folder, 'unfinished-runs'), store, (text) => told.push(inEnglish(text))),
    ).toBeNull()
    mkdirSync(join(folder, 'unfinished-runs'))
    writeFileSync(join(folder, 'unfinished-runs/runs.json'), '{"runs":')
    expect(
      await takeOverOlderRuns(join(folder, 'unfinished-runs'), store, (text) => told.push(inEnglish(text))),
    ).toBeNull()
    expect(told).toHaveLength(1)
    expect(readdirSync(join(folder, 'unfinished-runs'))).toEqual(['damaged-runs.json'])
  })
})

describe('the series of runs', () => {
  const hash = (letter: string) => letter.repeat(64)
  const learning = (letter: string) =>
    withSettings(LESSON, {
      source: {
        kind: 'series',
        origin: { kind: 'table', name: `${letter}.csv`, sha256: hash(letter) },
        inputs: ['x'],
        targets: ['x'],
      },
    })
  const pathOf = (letter: string) => join(folder, 'series', `${hash(letter)}.series`)
  const putSeries = (letter: string, bytes: number) => {
    mkdirSync(join(folder, 'series'), { recursive: true })
    // A file of holes: as long as it says, and nothing on the disk.
    writeFileSync(pathOf(letter), '')
    truncateSync(pathOf(letter), bytes)
  }
  const there = () => ['a', 'b', 'c', 'd'].filter((letter) => existsSync(pathOf(letter)))

  it('go at a start when no run names them, and what was chosen last does not either', async () => {
    const store = await open()
    await store.put(run('one', 1, { config: learning('a') }), files(1))
    for (const letter of ['a', 'b', 'c']) putSeries(letter, 10)
    writeFileSync(join(folder, 'series', 'of-a-person.txt'), '')
    await (await open(learning('b'))).drop('nothing', nobody)
    expect(there()).toEqual(['a', 'b'])
    expect(existsSync(join(folder, 'series', 'of-a-person.txt'))).toBe(true)
    await (await open()).drop('one', nobody)
    expect(there()).toEqual(['a'])
    await (await open()).drop('nothing', nobody)
    expect(there()).toEqual([])
  })

  it('go at once with a run that is deleted, unless another one or the present one names them', async () => {
    for (const letter of ['a', 'b', 'c']) putSeries(letter, 10)
    const store = await open(['a', 'b', 'c'].map(learning))
    for (const [id, letter] of [
      ['one', 'a'],
      ['two', 'b'],
      ['three', 'b'],
      ['four', 'c'],
    ] as const)
      await store.put(run(id, 1, { config: learning(letter) }), files(1))
    const now = present('new', learning('c'))
    await store.drop('one', now)
    expect(there()).toEqual(['b', 'c'])
    await store.drop('two', now)
    expect(there()).toEqual(['b', 'c'])
    await store.drop('four', now)
    expect(there()).toEqual(['b', 'c'])
    // While a run is being opened, nobody knows what it learns.
    await store.drop('three', present('new', null))
    expect(there()).toEqual(['b', 'c'])
  })

  it('go at once with the last run that names them', async () => {
    putSeries('b', 10)
    const store = await open([learning('b')])
    for (const id of ['two', 'three']) await store.put(run(id, 1, { config: learning('b') }), files(1))
    await store.drop('two', present('new', learning('c')))
    expect(there()).toEqual(['b'])
    await store.drop('three', present('new', learning('c')))
    expect(there()).toEqual([])
  })

  it('stay where nobody can say which runs there are', async () => {
    putSeries('a', 10)
    const path = join(folder, 'runs')
    writeFileSync(path, '')
    // Set aside once; then such things are in the way again and again.
    for (let number = 1; number < 100; number += 1)
      writeFileSync(join(folder, `damaged-runs${number === 1 ? '' : `-${number}`}`), '')
    await (await openIn(path)).read('nothing')
    expect(there()).toEqual(['a'])
  })

  it('count with the newest run that learns them, once', async () => {
    putSeries('a', 100_000)
    putSeries('b', 30_000)
    const store = await open([learning('a'), learning('b')])
    await store.put(run('one', 1, { config: learning('a') }), files(1))
    await store.put(run('two', 1, { config: learning('a') }), files(1))
    await store.put(run('three', 1, { config: learning('b') }), files(1))
    await store.put(run('four', 1), files(1))
    const bare = store.runs().find(({ id }) => id === 'four')?.bytes ?? 0
    const beyond = store
      .runs()
      .map(({ id, bytes }) => [id, bytes > bare + 90_000 ? 'a' : bytes > bare + 25_000 ? 'b' : ''])
    expect(beyond).toEqual([
      ['four', ''],
      ['three', 'b'],
      ['two', 'a'],
      ['one', ''],
    ])
  })
})
