import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/*
 * Holds the import table of docs/architecture.md. A room is a folder or a file; the first room in the list
 * that a file lies in is its room. What a room may import is written beside it: other rooms, and packages.
 */
type Room = { readonly room: string; readonly files: RegExp; readonly imports: readonly string[] }

const TRAINER_MATHS = ['random', 'data', 'network', 'graph', 'training', 'inside', 'weights', 'table']

const TRAINER_ROOMS = ['trainer', ...TRAINER_MATHS, 'disk']
/** The shell's rooms, each above the ones before. */
const SHELL_ROOMS = [
  'disk',
  'base',
  'page',
  'window',
  'files',
  'host',
  'runs',
  'projects',
  'experiments',
  'chrome',
  'wire',
]

/** The contract's rooms, each above the ones before. */
const CONTRACT_ROOMS = [
  'language',
  'settings',
  'statistics',
  'data',
  'setup',
  'timeline',
  'inside',
  'run',
  'experiment',
  'files',
  'project',
  'wire',
]

/**
 * A floor with rooms of its own: what each room may import, and what the floor's own files may, which stand
 * above all its rooms. A floor in a list of imports stands for its rooms as well.
 */
function floor(
  name: string,
  folder: string,
  rooms: Readonly<Record<string, readonly string[]>>,
  imports: readonly string[],
): Room[] {
  return [
    ...Object.entries(rooms).map(([room, outside]) => ({
      room: `${name}/${room}`,
      files: new RegExp(`^${folder}/${room}/`),
      imports: [`${name}/${room}`, ...outside],
    })),
    { room: name, files: new RegExp(`^${folder}/[^/]+\\.tsx?$`), imports: [name, ...imports] },
  ]
}

const ROOMS: readonly Room[] = [
  {
    room: 'contract/base',
    files: /^preload\/contract\/[^/]+\.ts$/,
    imports: ['contract/base', 'contract/language'],
  },
  ...CONTRACT_ROOMS.map((room, at) => ({
    room: `contract/${room}`,
    files: new RegExp(`^preload/contract/${room}/`),
    imports: [
      'contract/base',
      ...CONTRACT_ROOMS.slice(0, at + 1).map((below) => `contract/${below}`),
      // A code is read and written in every process, and is deflated.
      ...(room === 'setup' ? ['fflate'] : []),
      ...(room === 'statistics' ? ['jstat'] : []),
    ],
  })),
  { room: 'preload', files: /^preload\/[^/]+\.ts$/, imports: ['preload', 'contract', 'electron'] },
  {
    room: 'tensorflow',
    files: /^main\/trainer\/(tensorflow|node-shims|repeated)\.ts$/,
    imports: ['tensorflow', '@tensorflow/tfjs-node', 'node:module'],
  },
  { room: 'pieces', files: /^main\/trainer\/pieces\.ts$/, imports: [] },
  { room: 'random', files: /^main\/trainer\/random\//, imports: ['random'] },
  ...floor(
    'data',
    'main/trainer/data',
    {
      source: ['contract'],
      lesson: ['data/source', 'random', 'contract'],
      made: ['random', 'contract'],
      score: ['pieces', 'contract'],
      windows: ['data/source', 'random', 'contract'],
    },
    ['random', 'contract'],
  ),
  ...floor('network', 'main/trainer/network', { shape: ['contract'], layers: ['tensorflow', 'contract'] }, [
    'random',
    'tensorflow',
    'contract',
  ]),
  ...floor(
    'graph',
    'main/trainer/graph',
    {
      native: ['pieces', 'tensorflow', 'protobufjs', 'node:fs', 'node:os', 'node:path'],
      recording: ['graph/native', 'tensorflow'],
    },
    ['pieces', 'tensorflow'],
  ),
  ...floor(
    'training',
    'main/trainer/training',
    {
      optimizer: ['tensorflow', 'contract'],
      update: ['training/optimizer', 'network', 'tensorflow', 'contract'],
      engine: ['training/update', 'graph', 'network', 'tensorflow'],
      snapshot: ['network', 'tensorflow', 'contract'],
      evaluate: ['data/windows', 'graph', 'network', 'pieces', 'tensorflow', 'contract'],
    },
    ['network', 'tensorflow', 'contract'],
  ),
  ...floor(
    'inside',
    'main/trainer/inside',
    {
      net: ['network/shape', 'contract'],
      pass: ['inside/net', 'network/shape', 'contract'],
      gradient: ['inside/pass', 'inside/net', 'network/shape', 'contract'],
      touch: ['inside/gradient', 'inside/pass', 'inside/net', 'random', 'network/shape', 'contract'],
      memory: ['inside/pass', 'inside/net', 'data/score', 'random', 'contract'],
      reach: ['inside/gradient', 'inside/pass', 'inside/net'],
      dynamics: ['inside/gradient', 'inside/pass', 'inside/net'],
    },
    ['network/shape', 'contract'],
  ),
  {
    room: 'weights',
    files: /^main\/trainer\/weights\//,
    imports: [
      'weights',
      'disk',
      'network',
      'training',
      'contract',
      'fflate',
      'h5wasm',
      'protobufjs',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:crypto',
      'node:url',
      'node:vm',
    ],
  },
  { room: 'data/score', files: /^main\/trainer\/data\/score\//, imports: ['data/score', 'contract'] },
  {
    room: 'data/table',
    files: /^main\/trainer\/data\/table\//,
    imports: ['data/table', 'weights', 'disk', 'contract', 'papaparse', 'node:'],
  },
  {
    room: 'data/shelf',
    files: /^main\/trainer\/data\/shelf\//,
    imports: ['data/shelf', 'data', 'disk', 'contract', 'node:path'],
  },
  {
    room: 'data/opened',
    files: /^main\/trainer\/data\/opened\//,
    imports: [
      'data/opened',
      'data/shelf',
      'data/table',
      'data/windows',
      'contract',
      'node:path',
      'node:worker_threads',
    ],
  },
  {
    room: 'data/picture',
    files: /^main\/trainer\/data\/picture\//,
    imports: ['data/picture', 'data/windows', 'data/score', 'contract'],
  },
  { room: 'table', files: /^main\/trainer\/table\//, imports: ['table', 'contract', 'papaparse'] },
  {
    room: 'trainer-entry',
    files: /^main\/trainer\/index\.ts$/,
    imports: ['trainer', 'data', 'training', 'tensorflow'],
  },
  ...floor(
    'trainer',
    'main/trainer',
    {
      system: ['node:os'],
      timeline: ['training', 'data/source', 'network/shape', 'weights', 'contract'],
      run: ['trainer/system', 'trainer/timeline', ...TRAINER_MATHS, 'pieces', 'contract'],
      exchange: ['trainer/run', ...TRAINER_MATHS, 'disk', 'contract', 'node:path'],
      reading: ['trainer/exchange', 'weights', 'contract', 'node:path', 'node:worker_threads'],
      project: [
        ...['trainer/run', 'trainer/system', 'trainer/timeline', 'tensorflow', ...TRAINER_MATHS],
        ...['record', 'disk'],
        ...['contract', 'fflate', 'node:'],
      ],
      many: ['trainer/run', 'trainer/system', 'trainer/timeline', ...TRAINER_MATHS, 'contract', 'electron'],
      requests: [
        'trainer/run',
        'trainer/exchange',
        'trainer/reading',
        'trainer/timeline',
        ...TRAINER_MATHS,
        'contract',
        'node:crypto',
        'node:path',
      ],
    },
    [...TRAINER_ROOMS, 'contract', 'electron', 'node:path'],
  ),
  {
    room: 'cli-entry',
    files: /^main\/cli\/(index|installed)\.ts$/,
    imports: ['cli', 'cli-command', 'cli-base', 'trainer/reading', 'contract', 'node:events'],
  },
  {
    room: 'cli-base',
    files: /^main\/cli\/base\//,
    imports: ['cli-base', ...TRAINER_ROOMS, 'contract', 'node:'],
  },
  {
    room: 'cli-picture',
    files: /^main\/cli\/picture\//,
    imports: ['cli-picture', 'cli-base', 'contract', 'node:'],
  },
  {
    room: 'cli-command',
    files: /^main\/cli\/(data|run|train|sweep|report|compare|convert|leak|forecast|verify)\//,
    imports: [
      ...['cli-command', 'cli-picture', 'cli-base', ...TRAINER_ROOMS, 'experiments/pool'],
      ...['contract', 'papaparse', 'node:'],
    ],
  },
  {
    room: 'cli',
    files: /^main\/cli\//,
    imports: ['cli', 'cli-command', 'cli-base', ...TRAINER_ROOMS, 'contract', 'node:'],
  },
  { room: 'disk', files: /^main\/disk\//, imports: ['disk', 'contract', 'node:'] },
  { room: 'record', files: /^main\/record\//, imports: ['record', 'contract', 'node:'] },
  { room: 'base', files: /^main\/base\//, imports: ['base', 'disk', 'contract', 'node:', 'valibot'] },
  { room: 'page', files: /^main\/page\//, imports: ['page', 'base', 'electron', 'node:'] },
  {
    room: 'window',
    files: /^main\/window\//,
    imports: ['window', 'page', 'base', 'disk', 'contract', 'electron', 'node:', 'valibot'],
  },
  {
    room: 'files',
    files: /^main\/files\//,
    imports: ['files', 'base', 'disk', 'contract', 'electron', 'node:', 'valibot'],
  },
  { room: 'host', files: /^main\/host\//, imports: ['host', 'base', 'contract', 'electron', 'node:'] },
  ...floor(
    'runs',
    'main/runs',
    {
      folders: ['base', 'disk', 'contract', 'node:', 'valibot'],
      figures: ['contract'],
      record: ['record', 'base', 'disk', 'contract', 'node:'],
    },
    ['host', 'base', 'disk', 'contract', 'node:', 'valibot'],
  ),
  {
    room: 'projects',
    files: /^main\/projects\//,
    imports: ['projects', 'files', 'host', 'runs', 'base', 'disk', 'contract', 'node:', 'valibot'],
  },
  ...floor(
    'experiments',
    'main/experiments',
    {
      // The command line makes runs by it, too: no Electron.
      pool: ['base', 'contract', 'node:'],
      store: ['base', 'disk', 'contract', 'node:', 'valibot'],
    },
    ['host', 'runs', 'base', 'disk', 'contract', 'electron', 'node:'],
  ),
  {
    room: 'chrome',
    files: /^main\/chrome\//,
    imports: ['chrome', 'runs', 'base', 'disk', 'contract', 'electron', 'node:', 'valibot'],
  },
  {
    room: 'wire',
    files: /^main\/wire\//,
    imports: ['wire', 'files', 'page', 'base', 'contract', 'electron', 'node:', 'valibot'],
  },
  {
    room: 'routes',
    files: /^main\/routes\//,
    imports: ['routes', ...SHELL_ROOMS, 'contract', 'node:'],
  },
  {
    room: 'main-entry',
    files: /^main\/index\.ts$/,
    imports: ['main', 'contract', 'electron', 'node:'],
  },
  {
    room: 'main',
    files: /^main\/[^/]+\.ts$/,
    imports: ['main', 'routes', ...SHELL_ROOMS, 'contract', 'electron', 'node:', 'valibot'],
  },
  ...floor(
    'store',
    'renderer/store',
    {
      words: ['contract'],
      curves: ['contract'],
      state: ['store/curves', 'store/words', 'contract'],
      selectors: ['store/state', 'store/curves', 'store/words', 'contract'],
      slices: ['store/state', 'store/curves', 'store/words', 'contract', 'zustand'],
    },
    ['contract', 'zustand'],
  ),
  ...floor(
    'charts',
    'renderer/charts',
    {
      canvas: ['store', 'chart.js'],
      axes: ['store'],
      lines: ['charts/axes', 'charts/canvas', 'store'],
      view: ['store'],
      export: ['charts/canvas', 'store', 'contract', 'papaparse'],
      tables: ['charts/export', 'charts/canvas', 'store', 'contract'],
      series: ['charts', 'store', 'contract'],
    },
    ['store', 'contract'],
  ),
  {
    room: 'plots',
    files: /^renderer\/plots\//,
    imports: ['plots', 'charts/axes', 'store/words', 'react'],
  },
  { room: 'commands', files: /^renderer\/commands\//, imports: ['commands', 'store', 'contract'] },
  { room: 'events', files: /^renderer\/events\//, imports: ['events', 'commands', 'store', 'contract'] },
  { room: 'bridge', files: /^renderer\/bridge\.ts$/, imports: ['contract'] },
  {
    room: 'app-world',
    files: /^renderer\/app-world\.ts$/,
    imports: ['commands', 'charts', 'store', 'contract', 'react', 'zustand'],
  },
  ...floor(
    'stage',
    'renderer/panels/stage',
    {
      chart: ['panels', 'app-world', 'charts', 'store', 'contract', 'react'],
      model: ['app-world', 'store', 'contract'],
      prediction: ['stage/chart', 'panels', 'app-world', 'charts', 'store', 'contract', 'react'],
      numbers: ['stage/chart', 'panels', 'app-world', 'charts', 'store', 'contract', 'react'],
      forecast: ['stage/chart', 'app-world', 'charts', 'store', 'contract', 'react'],
    },
    ['panels', 'app-world', 'charts', 'store', 'contract', 'react'],
  ),
  {
    room: 'panels/data',
    files: /^renderer\/panels\/data\//,
    imports: ['panels', 'stage/chart', 'app-world', 'charts', 'store', 'contract', 'react'],
  },
  {
    room: 'panels/inside',
    files: /^renderer\/panels\/inside\//,
    imports: [
      ...['panels', 'plots', 'stage/chart', 'app-world', 'commands'],
      ...['charts/axes', 'charts/export'],
      ...['store', 'contract', 'react'],
    ],
  },
  {
    room: 'panels/runs',
    files: /^renderer\/panels\/runs\//,
    imports: [
      ...['panels', 'plots', 'stage/chart', 'app-world', 'commands'],
      ...['charts/axes', 'charts/export'],
      ...['store', 'contract', 'react'],
    ],
  },
  {
    room: 'panels',
    files: /^renderer\/panels\//,
    imports: ['panels', 'stage/model', 'app-world', 'commands', 'store', 'contract', 'styles', 'react'],
  },
  { room: 'styles', files: /^renderer\/styles\//, imports: [] },
  {
    room: 'renderer',
    files: /^renderer\/(App\.tsx|PageBoundary\.tsx|page-language\.ts)$/,
    imports: ['renderer', 'stage', 'panels', 'app-world', 'contract', 'react'],
  },
  {
    room: 'renderer-entry',
    files: /^renderer\/main\.tsx$/,
    imports: [
      ...['renderer', 'app-world', 'bridge', 'events', 'commands', 'charts', 'store', 'styles'],
      ...['contract', 'react', 'react-dom'],
    ],
  },
]

/** Files that may name an entry, by its path: they fork it as a process, and tell that what it is to start as a thread. */
const FORKED: Readonly<Record<string, readonly string[]>> = {
  'main/host/fork-trainer.ts': [
    'main/trainer/index.ts',
    'main/trainer/data/opened/thread.ts',
    'main/trainer/reading/thread.ts',
  ],
  'main/experiments/fork-worker.ts': ['main/trainer/many/process.ts'],
  'main/run-command.ts': ['main/cli/installed.ts', 'main/trainer/reading/thread.ts'],
}

/** Things that may be named in one file only, or in one for each thread. */
const ONLY_IN: readonly {
  readonly what: RegExp
  readonly file: string | readonly string[]
  readonly within: string
}[] = [
  { what: /\bipcMain\b|webContents\.send\b/, file: 'main/wire/ipc.ts', within: 'main/' },
  {
    what: /\bprocess\b.*\bparentPort\b|\bprocess\.send\b/,
    file: ['main/trainer/port.ts', 'main/trainer/many/port.ts'],
    within: 'main/trainer/',
  },
  {
    what: /\bworkerData\b.*from/,
    file: ['main/trainer/reading/thread.ts', 'main/trainer/data/opened/thread.ts'],
    within: 'main/',
  },
  {
    what: /new Worker\b/,
    file: ['main/trainer/reading/thread-reader.ts', 'main/trainer/data/opened/series-thread.ts'],
    within: 'main/',
  },
  { what: /\bparentPort\b/, file: 'main/cli/installed.ts', within: 'main/cli/' },
  {
    what: /from 'electron'/,
    file: ['main/trainer/port.ts', 'main/trainer/many/port.ts'],
    within: 'main/trainer/',
  },
  { what: /@tensorflow\/tfjs/, file: 'main/trainer/tensorflow.ts', within: 'main/trainer/' },
  // Whatever is written another way is not whole after a power cut.
  { what: /\bfsync|\.sync\(\)/, file: 'main/disk/replace-file.ts', within: 'main/' },
  { what: /window\.unroll\b/, file: 'renderer/bridge.ts', within: 'renderer/' },
]

const root = resolve(import.meta.dirname, '..')
const files = ['preload', 'main', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts')),
)
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

/** What a file imports: files of ours by their path from the root, packages by their name. */
function importsOf(file: string): string[] {
  const source = withoutComments(sources.get(file) ?? '')
  const named = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
  return named.map((name) => {
    if (name.startsWith('@contract/')) return `preload/contract/${name.slice('@contract/'.length)}.ts`
    if (!name.startsWith('.')) return name
    const path = relative(root, normalize(join(root, dirname(file), name.replace(/\?.*$/, ''))))
    return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => sources.has(candidate)) ?? path
  })
}

function roomOf(file: string): Room | undefined {
  return ROOMS.find(({ files: pattern }) => pattern.test(file))
}

/** A name stands for what lies under it too: `graph` for `graph/native`, `react-dom` for `react-dom/client`. */
function isAllowed(imported: string, room: Room): boolean {
  const ours = sources.has(imported) || imported.startsWith('renderer/styles/')
  const target = ours ? (roomOf(imported)?.room ?? '') : imported
  return room.imports.some((allowed) =>
    allowed.endsWith(':')
      ? target.startsWith(allowed)
      : target === allowed || target.startsWith(`${allowed}/`),
  )
}

describe('the house', () => {
  it('has a room for every file', () => {
    expect(files.filter((file) => !roomOf(file))).toEqual([])
    expect(files.length).toBeGreaterThan(50)
  })

  it('keeps to the import table', () => {
    const strays = files.flatMap((file) => {
      const room = roomOf(file)
      if (!room) return []
      return importsOf(file)
        .filter((imported) => !isAllowed(imported, room) && !FORKED[file]?.includes(imported))
        .map((imported) => `${file} (${room.room}) imports ${imported}`)
    })
    expect(strays).toEqual([])
  })

  it('has no circle of imports', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const imported of importsOf(file)) if (sources.has(imported)) visit(imported, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('names each door of a process in one file', () => {
    const elsewhere = ONLY_IN.flatMap(({ what, file, within }) => {
      return files
        .filter((other) => other.startsWith(within) && ![file].flat().includes(other))
        .filter((other) => what.test(withoutComments(sources.get(other) ?? '')))
        .map((other) => `${other} names ${what.source}`)
    })
    expect(elsewhere).toEqual([])
  })

  it('reckons with no clock that a person can set', () => {
    // Only where a moment is shown, or compared with those of files.
    const shown = [
      'main/runs/kept-runs.ts',
      'main/experiments/open-experiments.ts',
      'main/disk/temporary-file.ts',
      'renderer/panels/run-list/RunRow.tsx',
    ]
    const users = files.filter((file) => /\bDate\.now\b/.test(withoutComments(sources.get(file) ?? '')))
    expect(users.filter((file) => !shown.includes(file))).toEqual([])
  })

  it('opens nothing in a browser', () => {
    const openers = files.filter((file) => /\bopenExternal\b/.test(withoutComments(sources.get(file) ?? '')))
    expect(openers).toEqual([])
  })

  it('keeps every room small enough to take in at a glance', () => {
    // A catalogue is looked up by its area, and has as many files as the app has areas.
    const rooms = files.filter((file) => !/\/language\/[a-z]{2}\//.test(file))
    const folders = rooms.map((file) => dirname(file))
    const full = new Set(folders.filter((folder) => folders.filter((other) => other === folder).length > 13))
    expect([...full]).toEqual([])
  })

  it('keeps every file short enough to read at one sitting', () => {
    const long = files.filter((file) => (sources.get(file) ?? '').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
