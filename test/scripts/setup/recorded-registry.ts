import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { download } from '../../../scripts/setup/fetch/download.mjs'
import { checkFile } from '../../../scripts/setup/fetch/integrity.mjs'
import type { Context } from '../../../scripts/setup/parts/context.mjs'
import { placesOf } from '../../../scripts/setup/paths.mjs'
import { platforms, type System } from '../../../scripts/setup/pins/platforms.mjs'
import type { Platform } from '../../../scripts/setup/pins/types.mjs'
import { pinOf, startSource } from '../helpers/source-server'
import { storedZip } from '../helpers/stored-zip'
import { tempFolder } from '../helpers/temp-folder'

/** What is in the archives that are pinned, by the names that it has there: what is needed, and some of the rest. */
const HEADERS = ['tensorflow/include/tensorflow/c/c_api.h', 'tensorflow/include/Eigen/Core']
const JAR = 'org/tensorflow/internal/c_api/windows-x86_64/'
const MAC = 'Electron.app/Contents/'
const RECORDED: Readonly<Record<System, { electron: readonly string[]; library: readonly string[] }>> = {
  'linux-x64': {
    electron: ['electron', 'chrome_crashpad_handler', 'locales/zh-CN.pak'],
    library: [
      ...['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'],
      ...[...HEADERS, 'tensorflow/python/_pywrap_tfe.so'],
    ],
  },
  'linux-arm64': {
    electron: ['electron', 'chrome_crashpad_handler', 'locales/zh-CN.pak'],
    library: [
      ...['tensorflow/libtensorflow_cc.so.2', 'tensorflow/libtensorflow_framework.so.2'],
      ...[...HEADERS, 'tensorflow/python/_pywrap_tfe.so'],
    ],
  },
  'win32-x64': {
    electron: ['electron.exe', 'd3dcompiler_47.dll', 'locales/zh-CN.pak'],
    library: [
      ...['tensorflow.dll', 'msvcp140.dll', 'vcruntime140.dll', 'vcruntime140_1.dll'].map((n) => JAR + n),
      ...['jnitensorflow.dll', 'ucrtbase.dll', 'LICENSE'].map((name) => JAR + name),
    ],
  },
  'darwin-arm64': {
    electron: [`${MAC}MacOS/Electron`, `${MAC}Frameworks/Electron Framework.framework/Versions/A/Libraries`],
    library: [
      ...['tensorflow/libtensorflow_cc.2.dylib', 'tensorflow/libtensorflow_framework.2.dylib'],
      ...[...HEADERS, 'tensorflow/python/_pywrap_tfe.so'],
    ],
  },
}

export interface RecordedWorld {
  readonly context: Context
  readonly clone: string
  /** What was asked for, in order: addresses without the host, and what npm and pip were given. */
  readonly asked: string[]
  readonly said: string[]
  /** Answers in place of the recorded file, by a part of the address. */
  readonly answers: Map<string, (response: ServerResponse, whole: Buffer) => void>
}

/** A bare clone for a system, in a folder whose name has spaces and letters of another script, and a registry. */
export async function recordedWorld(system: System, { pip = false } = {}): Promise<RecordedWorld> {
  const folder = join(tempFolder(), '学生 of physics')
  const clone = join(folder, 'my clone 一')
  const places = placesOf(clone)
  const files = new Map<string, Buffer>()
  const asked: string[] = []
  const said: string[] = []
  const answers: RecordedWorld['answers'] = new Map()
  const server = await startSource((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    asked.push(path.slice(path.lastIndexOf('/') + 1))
    const whole = files.get(path)
    const answer = [...answers].find(([part]) => path.includes(part))?.[1]
    if (answer) answer(response, whole ?? Buffer.of())
    else if (whole) response.writeHead(200, { 'content-length': whole.length }).end(whole)
    else response.writeHead(404).end()
  })
  const here = (source: string) => new URL(new URL(source).pathname, server).href
  const record = (source: string, bytes: Buffer) => files.set(new URL(source).pathname, bytes)

  const { electron, library, ...rest }: Platform = platforms[system]
  const release = zipOf(RECORDED[system].electron)
  record(electron.source, release)
  const wheel = zipOf(RECORDED[system].library)
  record(library.source, wheel)
  const third = electron.fallback && (await npmPackageOf(folder, RECORDED[system].electron))
  const platform: Platform = {
    ...rest,
    electron: {
      ...electron,
      source: here(electron.source),
      ...(third &&
        electron.fallback && { fallback: { ...electron.fallback, hash: pinOf(third.bytes, 'sha512') } }),
    },
    library: { ...library, source: here(library.source), bytes: wheel.length, hash: pinOf(wheel) },
  }

  mkdirSync(places.electron, { recursive: true })
  writeFileSync(
    join(places.electron, 'checksums.json'),
    JSON.stringify({ [`electron-v${electron.version}-${system}.zip`]: hex(release) }),
  )
  const addon = Buffer.from(`the addon for ${system}`)
  if (platform.bridge === 'prebuilt') {
    mkdirSync(join(places.prebuilt, system), { recursive: true })
    writeFileSync(join(places.prebuilt, system, 'tfjs_binding.node'), addon)
    const path = `prebuilt/${system}/tfjs_binding.node`
    writeFileSync(join(places.prebuilt, 'hashes.json'), JSON.stringify({ [path]: hex(addon) }))
  }

  const ourPip = ['python3', '-m', 'pip'] as const
  const context: Context = {
    ...{ system, platform, places, stamps: places.stamps, cache: join(folder, 'the cache') },
    fetchers: {
      download,
      fetchWithNpm: async (wanted, target) => {
        asked.push(`npm ${wanted.spec}`)
        await copyFile(third?.file ?? '', target)
        await checkFile(target, wanted.hash, 'the package from npm')
      },
      fetchWithPip: async (_pip, wanted, tag, target) => {
        asked.push(`pip ${wanted.spec} ${tag}`)
        await writeFile(target, wheel)
        await checkFile(target, wanted.hash, 'the wheel from pip')
      },
      findPip: async () => (pip ? ourPip : undefined),
      ensurePip: async () => ourPip,
    },
    compile: async (into, _places, entry) => {
      writeFileSync(join(into, 'tfjs_binding.node'), `compiled against ${(await entry()).split('/').at(-2)}`)
    },
    say: (line) => void said.push(line),
  }
  return { context, clone, asked, said, answers }
}

/** What a recorded file has in it. */
export const recordedText = (path: string): string => `this is ${path}`

function hex(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function zipOf(paths: readonly string[]): Buffer {
  return storedZip(paths.map((path) => ({ path, mode: 0o100755, text: recordedText(path) })))
}

/** The archive of an npm package that has the files in its folder `bin`. */
async function npmPackageOf(folder: string, paths: readonly string[]) {
  for (const path of paths) {
    const place = join(folder, 'npm/package/bin', path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, recordedText(path), { mode: 0o644 })
  }
  const file = join(folder, 'package.tgz')
  await create({ file, gzip: true, cwd: join(folder, 'npm') }, ['package'])
  return { file, bytes: readFileSync(file) }
}
