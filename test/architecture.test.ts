import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/*
 * Holds the import table of docs/architecture.md. A room is a folder or a file; the first room in the list
 * that a file lies in is its room. What a room may import is written beside it: other rooms, and packages.
 */
type Room = { readonly room: string; readonly files: RegExp; readonly imports: readonly string[] }

const TRAINER_MATHS = ['random', 'dataset', 'network', 'graph', 'training', 'weights', 'table']

const TRAINER_ROOMS = ['trainer', ...TRAINER_MATHS, 'disk']
/** The shell's rooms, each above the ones before. */
const SHELL_ROOMS = ['disk', 'base', 'page', 'window', 'files', 'host', 'runs', 'chrome', 'wire']

/** The contract's rooms, each above the ones before; \`contract\` in a list below stands for all of them. */
const CONTRACT_ROOMS = ['settings', 'data', 'run', 'files', 'wire']

const ROOMS: readonly Room[] = [
  { room: 'contract-base', files: /^preload\/contract\/[^/]+\.ts$/, imports: ['contract-base'] },
  ...CONTRACT_ROOMS.map((room, at) => ({
    room: `contract-${room}`,
    files: new RegExp(`^preload/contract/${room}/`),
    imports: ['contract-base', ...CONTRACT_ROOMS.slice(0, at + 1).map((below) => `contract-${below}`)],
  })),
  { room: 'preload', files: /^preload\/index\.ts$/, imports: ['contract', 'electron'] },
  {
    room: 'tensorflow',
    files: /^main\/trainer\/(tensorflow|node-shims)\.ts$/,
    imports: ['tensorflow', '@tensorflow/tfjs-node', 'node:module'],
  },
  { room: 'random', files: /^main\/trainer\/random\//, imports: ['random'] },
  { room: 'dataset', files: /^main\/trainer\/dataset\//, imports: ['dataset', 'random', 'contract'] },
  {
    room: 'network',
    files: /^main\/trainer\/network\//,
    imports: ['network', 'random', 'tensorflow', 'contract'],
  },
  {
    room: 'graph',
    files: /^main\/trainer\/graph\//,
    imports: ['graph', 'tensorflow', 'protobufjs', 'node:fs', 'node:os', 'node:path'],
  },
  {
    room: 'training',
    files: /^main\/trainer\/training\//,
    imports: ['training', 'graph', 'network', 'dataset', 'tensorflow', 'contract'],
  },
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
  { room: 'table', files: /^main\/trainer\/table\//, imports: ['table', 'contract', 'papaparse'] },
  {
    room: 'trainer-entry',
    files: /^main\/trainer\/index\.ts$/,
    imports: ['trainer', 'dataset', 'tensorflow'],
  },
  {
    room: 'trainer',
    files: /^main\/trainer\/[^/]+\.ts$/,
    imports: [...TRAINER_ROOMS, 'contract', 'electron', 'node:crypto', 'node:path'],
  },
  {
    room: 'cli-entry',
    files: /^main\/cli\/(index|installed)\.ts$/,
    imports: ['cli', 'cli-base', 'node:events'],
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
    files: /^main\/cli\/(train|compare|convert)\//,
    imports: ['cli-command', 'cli-picture', 'cli-base', ...TRAINER_ROOMS, 'contract', 'node:'],
  },
  {
    room: 'cli',
    files: /^main\/cli\//,
    imports: ['cli', 'cli-command', 'cli-base', ...TRAINER_ROOMS, 'contract', 'node:'],
  },
  { room: 'disk', files: /^main\/disk\//, imports: ['disk', 'contract', 'node:'] },
  { room: 'base', files: /^main\/base\//, imports: ['base', 'disk', 'node:', 'valibot'] },
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
  {
    room: 'runs',
    files: /^main\/runs\//,
    imports: ['runs', 'host', 'base', 'disk', 'contract', 'node:', 'valibot'],
  },
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
  { room: 'store', files: /^renderer\/store\//, imports: ['store', 'contract', 'zustand'] },
  { room: 'charts', files: /^renderer\/charts\//, imports: ['charts', 'store', 'contract', 'chart.js'] },
  { room: 'bridge', files: /^renderer\/bridge\.ts$/, imports: ['contract'] },
  {
    room: 'renderer-entry',
    files: /^renderer\/main\.tsx$/,
    imports: ['renderer', 'panels', 'charts', 'store', 'bridge', 'styles', 'react', 'react-dom'],
  },
  {
    room: 'panels',
    files: /^renderer\/panels\//,
    imports: ['panels', 'renderer', 'charts', 'store', 'contract', 'styles', 'react'],
  },
  { room: 'styles', files: /^renderer\/styles\//, imports: [] },
  {
    room: 'renderer',
    files: /^renderer\/[^/]+\.tsx?$/,
    imports: ['renderer', 'panels', 'charts', 'store', 'bridge', 'contract', 'styles', 'react', 'zustand'],
  },
]

/** Files that may name an entry, by its path: they fork it as a process of its own. */
const FORKED: Readonly<Record<string, string>> = {
  'main/host/fork-trainer.ts': 'main/trainer/index.ts',
  'main/run-command.ts': 'main/cli/installed.ts',
}

/** Things that may be named in one file only. */
const ONLY_IN: readonly { readonly what: RegExp; readonly file: string; readonly within: string }[] = [
  { what: /\bipcMain\b|webContents\.send\b/, file: 'main/wire/ipc.ts', within: 'main/' },
  { what: /\bparentPort\b/, file: 'main/trainer/port.ts', within: 'main/trainer/' },
  { what: /\bparentPort\b/, file: 'main/cli/installed.ts', within: 'main/cli/' },
  { what: /from 'electron'/, file: 'main/trainer/port.ts', within: 'main/trainer/' },
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

function isAllowed(imported: string, room: Room): boolean {
  if (sources.has(imported) || imported.startsWith('renderer/styles/')) {
    const target = roomOf(imported)?.room ?? (imported.startsWith('renderer/styles/') ? 'styles' : '')
    return (
      room.imports.includes(target.startsWith('contract-') ? 'contract' : target) ||
      room.imports.includes(target)
    )
  }
  return room.imports.some((allowed) =>
    allowed.endsWith(':')
      ? imported.startsWith(allowed)
      : imported === allowed || imported.startsWith(`${allowed}/`),
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
        .filter((imported) => !isAllowed(imported, room) && FORKED[file] !== imported)
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
        .filter((other) => other.startsWith(within) && other !== file)
        .filter((other) => what.test(withoutComments(sources.get(other) ?? '')))
        .map((other) => `${other} names ${what.source}`)
    })
    expect(elsewhere).toEqual([])
  })

  it('reckons with no clock that a person can set', () => {
    // Only where a moment is shown, or compared with those of files.
    const shown = [
      'main/runs/kept-runs.ts',
      'main/disk/temporary-file.ts',
      'renderer/panels/runs/EarlierRun.tsx',
    ]
    const users = files.filter((file) => /\bDate\.now\b/.test(withoutComments(sources.get(file) ?? '')))
    expect(users.filter((file) => !shown.includes(file))).toEqual([])
  })

  it('opens nothing in a browser', () => {
    const openers = files.filter((file) => /\bopenExternal\b/.test(withoutComments(sources.get(file) ?? '')))
    expect(openers).toEqual([])
  })

  it('keeps every file short enough to read at one sitting', () => {
    const long = files.filter((file) => (sources.get(file) ?? '').split('\n').length > 300)
    expect(long).toEqual([])
  })
})
