import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { text } from '@contract/language/texts'
import type { KeptRun } from '@contract/run/kept-run'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openAppLanguage, startLanguage } from '../../main/base/app-language'
import { readKept, type Tell } from '../../main/base/json-file'
import { openLog } from '../../main/base/log'
import { createStartNotices } from '../../main/base/start-notices'
import { openTourMemory } from '../../main/chrome/tour-memory'
import { logBrokenEnd } from '../../main/crash-reports'
import { createFileDialogs } from '../../main/files/dialogs'
import { openRecentFiles } from '../../main/files/recent-files'
import { takeOverOlderRuns } from '../../main/runs/folders/older-runs'
import { openRunStore, type RunStore } from '../../main/runs/folders/run-store'
import { createSeriesFiles } from '../../main/runs/folders/series-files'
import { openSessionMemory } from '../../main/runs/last-session'
import { openingBounds, WINDOW_PLACE } from '../../main/window/window-bounds'
import { madeUp, saying } from '../helpers/saying'

vi.mock('electron', () => ({
  app: { getPath: () => '/documents', once: () => {}, addRecentDocument: () => {} },
  crashReporter: {},
  dialog: {},
  shell: {},
}))

const onWindows = process.platform === 'win32'
const log = { info: () => {}, error: () => {} }
const storeOf = (path: string) =>
  openRunStore(path, {
    log,
    tell: (told) => tell(told),
    series: createSeriesFiles(join(dirname(path), 'series')),
    alsoNamed: null,
    experiments: { plans: () => [], isComplete: true },
  })
async function openRuns(path: string): Promise<RunStore> {
  const store = storeOf(path)
  await store.opened
  return store
}
const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }

/** A run as the list of version 0.1.0 tells of it, with what a test changes. */
const run = (change: object) => ({
  id: 'a',
  network: 'RNN',
  updatesDone: 5,
  goal: 60,
  stoppedAt: 1_700_000_000_000,
  file: '01234567-89ab-cdef-0123-456789abcdef.checkpoint',
  bytes: 3,
  sha256: '',
  ...change,
})

const KEPT: KeptRun = {
  id: 'a',
  name: null,
  branch: null,
  network: 'RNN',
  config: null,
  updatesDone: 5,
  goal: 60,
  phase: 'paused',
  loss: null,
  keptAt: 1_700_000_000_000,
}

/** Everything that a start reads, and how: each must come to its default, whatever lies there. */
const FILES: Readonly<Record<string, (path: string, tell: Tell) => unknown>> = {
  'window.json': (path, tell) => {
    const place = readKept(path, WINDOW_PLACE, madeUp('the place'), tell)
    return openingBounds(place?.bounds, [SCREEN])
  },
  'language.json': (path, tell) =>
    openAppLanguage({
      file: path,
      start: startLanguage({ option: undefined, variable: undefined }, []),
      log,
      tell,
    }).now(),
  'tour.json': (path, tell) => openTourMemory(path, log, tell).due(),
  'recent-files.json': (path, tell) => openRecentFiles(path, () => {}, log, tell).list(),
  'dialogs.json': (path, tell) =>
    typeof createFileDialogs({ window: {} as never, file: path, language: { say: inEnglish }, log, tell })
      .askOpenPath,
  'running.json': (path, tell) => logBrokenEnd(path, log, tell),
  'last-session.json': (path, tell) => openSessionMemory(path, log, tell).now(),
  // What version 0.1.0 left.
  'unfinished-runs/runs.json': (path, tell) => {
    void takeOverOlderRuns(dirname(path), storeOf(join(folder, 'runs')), tell)
  },
}

/** Values that are JSON, and none that the app writes. */
const CONTENTS: Readonly<Record<string, string>> = {
  nothing: '',
  'half of a file': '{"bounds":{"x":1,',
  'bytes of no text': '\xff\xfe\x00\x00',
  null: 'null',
  'a list': '[]',
  'a number': '1e300',
  'values of other kinds':
    '{"bounds":"a","maximized":3,"ended":"yes","paths":{},"folder":7,"begun":[],"runs":3}',
  'numbers beyond all bounds': JSON.stringify({
    bounds: { x: 1e300, y: 1e300, width: 1e300, height: 1e300 },
    maximized: false,
    ended: 1e300,
    paths: [1e300],
    folder: 1e300,
    begun: 1e300,
    runs: [run({ stoppedAt: 1e300 })],
  }),
  'sizes below nothing': JSON.stringify({
    bounds: { x: 0, y: 0, width: -5, height: -5 },
    maximized: false,
    ended: -1,
    paths: -1,
    folder: -1,
    begun: -1,
    runs: [run({ updatesDone: -1 })],
  }),
  'deep nesting': '['.repeat(200_000) + ']'.repeat(200_000),
  'a prototype':
    '{"__proto__":{"ended":true,"paths":["/a"],"folder":"/a","begun":"a","maximized":true},"x":1}',
  'ten megabytes': `{"ended":true,"folder":"/a","begun":"a","paths":[],"runs":[],"x":"${'a'.repeat(10_000_000)}"}`,
}

/** What may lie in the place of a file. A link to nothing is as good as none: the next write takes its place. */
const THINGS: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(join(path, 'with', 'more'), { recursive: true }),
  'a link to itself': (path) => symlinkSync(path, path),
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
  'a device': (path) => symlinkSync('/dev/zero', path),
}

let folder: string
let told: string[]
const tell: Tell = (text) => told.push(inEnglish(text))
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-damaged-')))
  told = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function place(file: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  return path
}

/** Names in the folder of a file. */
function beside(path: string): string[] {
  return readdirSync(dirname(path))
}

describe.each(Object.entries(FILES))('a start with a damaged %s', (file, open) => {
  const name = file.split('/').at(-1) ?? ''
  const aside = `damaged-${name}`

  it.each(Object.entries(CONTENTS))('that holds %s', (_what, content) => {
    const path = place(file)
    const asNew = open(path, tell)
    rmSync(path, { force: true })
    expect(told).toEqual([])
    writeFileSync(path, content, 'latin1')
    expect(open(path, tell)).toEqual(asNew)
    expect(told).toEqual([expect.stringMatching(new RegExp(`^${name}, which keeps .*set aside as ${aside}`))])
    expect(readFileSync(join(dirname(path), aside), 'latin1')).toBe(content)
    // What was set aside is not found again: the next start is as any other.
    told = []
    open(path, tell)
    expect(told).toEqual([])
  })

  it.skipIf(onWindows).each(Object.entries(THINGS))('in whose place lies %s', (_what, put) => {
    const path = place(file)
    const asNew = open(path, tell)
    rmSync(path, { force: true })
    put(path)
    expect(open(path, tell)).toEqual(asNew)
    expect(told).toHaveLength(1)
    expect(lstatSync(join(dirname(path), aside))).toBeTruthy()
  })

  it.skipIf(onWindows)('that is a link to nothing', () => {
    const path = place(file)
    const asNew = open(path, tell)
    rmSync(path, { force: true })
    symlinkSync('/nowhere/at/all', path)
    expect(open(path, tell)).toEqual(asNew)
    expect(beside(path)).toContain(name)
  })
})

/** What may lie in the place of a folder. */
const IN_THE_WAY: Readonly<Record<string, (path: string) => void>> = {
  'a file': (path) => writeFileSync(path, 'in the way'),
  'a link to nothing': (path) => symlinkSync('/nowhere/at/all', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a pipe': (path) => void execFileSync('mkfifo', [path]),
}

describe.skipIf(onWindows).each(Object.entries(IN_THE_WAY))(
  'a start with %s in the place of',
  (_what, put) => {
    it('the earlier runs keeps runs from now on', async () => {
      const path = place('runs')
      put(path)
      const store = await openRuns(path)
      expect(store.runs()).toEqual([])
      expect(told).toEqual([expect.stringContaining('set aside as damaged-runs')])
      await store.put(KEPT, { present: new Uint8Array(3), initial: null })
      expect((await openRuns(path)).runs()).toMatchObject([KEPT])
    })

    it('the logs writes its log', () => {
      const path = place('logs')
      put(path)
      const opened = openLog({ path: join(path, 'a.log'), echo: false, tell })
      opened.info('begun')
      expect(readFileSync(join(path, 'a.log'), 'utf8')).toContain('begun')
      expect(told).toEqual([expect.stringContaining('set aside as damaged-logs')])
    })
  },
)

describe('a log', () => {
  it.skipIf(onWindows).each(Object.entries(THINGS))(
    'goes on when it, or its older half, is %s',
    (_what, put) => {
      const path = place('logs/a.log')
      put(path)
      put(`${path}.old`)
      const opened = openLog({ path, echo: false, maxBytes: 100, tell })
      for (let line = 0; line < 9; line += 1) opened.info(`line ${line} of a log that is set aside`)
      expect(readFileSync(path, 'utf8')).toContain('line 8')
      expect(lstatSync(`${path}.old`).isFile()).toBe(true)
    },
  )

  it('stops nothing when there can be none at all', () => {
    const path = place('taken')
    writeFileSync(path, '')
    const opened = openLog({ path: join(path, 'logs', 'a.log'), echo: false, tell })
    opened.error('unheard')
    expect(told).toHaveLength(1)
  })
})

describe('the checkpoint of an earlier run', () => {
  it.skipIf(onWindows).each(Object.entries(THINGS))(
    'has its run set aside when it is %s',
    async (_what, put) => {
      const path = place('runs')
      const store = await openRuns(path)
      await store.put(KEPT, { present: new Uint8Array(3), initial: null })
      const of = dirname(store.recordOf(KEPT.id))
      const [file = ''] = readdirSync(of).filter((name) => name.endsWith('.checkpoint'))
      rmSync(join(of, file))
      put(join(of, file))
      expect((await openRuns(path)).runs()).toEqual([])
      expect(told).toEqual([
        expect.stringMatching(
          /^The run that stands at update 5 cannot be opened: its file is a folder, a link or a device\. It has been set aside as damaged-/,
        ),
      ])
    },
  )
})

describe('the folder of earlier runs', () => {
  it.skipIf(onWindows).each(Object.entries({ ...THINGS, ...IN_THE_WAY }))(
    'gives its runs although %s lies where one would, or its description should',
    async (_what, put) => {
      const path = place('runs')
      await (await openRuns(path)).put(KEPT, { present: new Uint8Array(3), initial: null })
      put(join(path, '01234567-89ab-cdef-0123-456789abcdef'))
      const store = await openRuns(path)
      expect(store.runs()).toMatchObject([KEPT])
      const description = join(dirname(store.recordOf(KEPT.id)), 'run.json')
      rmSync(description)
      put(description)
      told = []
      const kept = await openRuns(path)
      expect(kept.runs()).toEqual([])
      await kept.put(KEPT, { present: new Uint8Array(3), initial: null })
      expect((await openRuns(path)).runs()).toMatchObject([KEPT])
    },
  )
})

describe('what was found wrong at the start', () => {
  it('is told without the folders that it lies in', () => {
    const notices = createStartNotices()
    notices.tell(text('status.weightsLoaded', { file: '/home/jo/.config/Unroll: full' }))
    expect(notices.take()).toEqual(saying('Weights loaded from …: full'))
  })

  it('is told once, and no more of it than anybody reads', () => {
    const notices = createStartNotices()
    expect(notices.take()).toBeNull()
    for (const sentence of ['One.', 'Two.', 'Three.']) notices.tell(madeUp(sentence))
    expect(notices.take()).toEqual(saying('One. Two. Three.'))
    expect(notices.take()).toBeNull()
    for (let number = 0; number < 9; number += 1) notices.tell(madeUp(`${number}.`))
    expect(notices.take()).toEqual(saying('0. 1. 2. 6 more like this: Help > Open logs folder has all.'))
  })
})

it('reads with a schema that a prototype cannot fill', () => {
  const path = place('a.json')
  writeFileSync(path, '{"__proto__":{"folder":"/a"}}')
  expect(readKept(path, v.object({ folder: v.string() }), madeUp('a folder'), tell)).toBeUndefined()
})

describe('the folder of series', () => {
  it.skipIf(onWindows).each(Object.entries({ ...THINGS, ...IN_THE_WAY }))(
    'is no reason not to start when it is, or has in it, %s',
    async (_what, put) => {
      const path = place('series')
      put(path)
      await (await openRuns(place('runs'))).drop('nothing', () => undefined)
      rmSync(path, { recursive: true, force: true })
      mkdirSync(path)
      put(join(path, `${'a'.repeat(64)}.series`))
      await (await openRuns(place('runs'))).drop('nothing', () => undefined)
      expect(told).toEqual([])
    },
  )
})
