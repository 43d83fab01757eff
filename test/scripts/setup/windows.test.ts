import { mkdirSync, writeFileSync } from 'node:fs'
import { join, win32 } from 'node:path'
import { expect, test, vi } from 'vitest'
import { taskkillArguments } from '../../../scripts/setup/children.mjs'
import { runCommand } from '../../../scripts/setup/command.mjs'
import { sentenceFor } from '../../../scripts/setup/errors.mjs'
import { npmCommand } from '../../../scripts/setup/fetch/npm.mjs'
import { listItems } from '../../../scripts/setup/parts/manifest.mjs'
import { renameFolder } from '../../../scripts/setup/parts/rename-folder.mjs'
import { cacheFolder, placesOf } from '../../../scripts/setup/paths.mjs'
import { tempFolder } from '../helpers/temp-folder'

const HOME = 'C:\\Users\\李 明'

test('every system has its own place for what can be had again', () => {
  expect(cacheFolder({ LOCALAPPDATA: 'D:\\Local Data' }, 'win32', HOME)).toBe('D:\\Local Data\\unroll')
  expect(cacheFolder({}, 'win32', HOME)).toBe('C:\\Users\\李 明\\AppData\\Local\\unroll')
  expect(cacheFolder({ UNROLL_CACHE: 'E:/my cache' }, 'win32', HOME)).toBe('E:\\my cache')
  expect(cacheFolder({}, 'darwin', '/Users/李 明')).toBe('/Users/李 明/Library/Caches/unroll')
  expect(cacheFolder({ XDG_CACHE_HOME: '/big/cache' }, 'linux', '/home/li')).toBe('/big/cache/unroll')
  expect(cacheFolder({}, 'linux', '/home/li')).toBe('/home/li/.cache/unroll')
})

test('the places of a clone are written as Windows writes them', () => {
  const places = placesOf(`${HOME}\\unroll 2`, win32)
  expect(places.tfjsNode).toBe('C:\\Users\\李 明\\unroll 2\\node_modules\\@tensorflow\\tfjs-node')
  expect(places.prebuilt).toBe('C:\\Users\\李 明\\unroll 2\\prebuilt')
})

const NODE = 'C:\\Program Files\\nodejs\\node.exe'
const windows = (env: NodeJS.ProcessEnv, ...files: string[]) =>
  npmCommand({ env, platform: 'win32', node: NODE, exists: (path) => files.includes(path) })

test('npm is started without a shell: what started this script, what is beside Node, or what npm.cmd stands for', () => {
  const own = `${HOME}\\nvm\\npm-cli.js`
  expect(windows({ npm_execpath: own })).toEqual([NODE, own])
  const beside = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js'
  const global = `${HOME}\\npm\\node_modules\\npm\\bin\\npm-cli.js`
  const env = { PATH: `C:\\Windows;;${HOME}\\npm` }
  expect(windows(env, beside, global)).toEqual([NODE, beside])
  expect(windows({ ...env, npm_execpath: 'C:\\yarn\\yarn.js' }, global)).toEqual([NODE, global])
  expect(windows(env)).toEqual(['npm'])
  expect(npmCommand({ env: {}, platform: 'darwin' })).toEqual(['npm'])
})

test('an argument with spaces, quotes and letters of another script arrives as it is', async () => {
  const args = ['a b', 'with "quotes"', '%PATH%', '学生']
  const { stdout } = await runCommand(process.execPath, [
    '-p',
    'JSON.stringify(process.argv.slice(1))',
    ...args,
  ])
  expect(JSON.parse(stdout)).toEqual(args)
})

test('on Windows a program is asked to close its windows, and ended with all that it started', () => {
  expect(taskkillArguments(7, 'SIGTERM', true)).toEqual(['/pid', '7'])
  expect(taskkillArguments(7, 'SIGKILL', false)).toEqual(['/pid', '7', '/f'])
  expect(taskkillArguments(7, 'SIGKILL', true)).toEqual(['/pid', '7', '/f', '/t'])
  // The console has told every program in it.
  expect(taskkillArguments(7, 'SIGINT', true)).toBeUndefined()
})

function failing(code: string, times: number) {
  let left = times
  return vi.fn(async () => {
    if (left-- > 0) throw Object.assign(new Error(code), { code })
  })
}

test('on Windows a folder that is being looked into is renamed as soon as it is let go', async () => {
  const move = failing('EPERM', 3)
  const waits: number[] = []
  await renameFolder('a', 'b', { platform: 'win32', move, wait: async (ms) => waits.push(ms) })
  expect(move).toHaveBeenCalledTimes(4)
  expect(waits).toEqual([50, 100, 200])
})

test('a folder that stays open, or that another system denies, is told', async () => {
  const wait = vi.fn(async () => {})
  const open = renameFolder('a', 'b', { platform: 'win32', move: failing('EBUSY', 1000), wait })
  await expect(open).rejects.toThrow('EBUSY')
  expect(wait.mock.calls.length).toBeLessThan(20)
  const denied = renameFolder('a', 'b', { platform: 'linux', move: failing('EPERM', 1), wait })
  await expect(denied).rejects.toThrow('EPERM')
  const missing = renameFolder('a', 'b', { platform: 'win32', move: failing('ENOENT', 1), wait })
  await expect(missing).rejects.toThrow('ENOENT')
})

test('what is held open or denied on Windows has a sentence that tells both', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    const error = Object.assign(new Error(), { code, path: 'C:\\x' })
    expect(sentenceFor(error, 'win32')).toMatch(/^Could not write at C:\\x .*holds it open.*Close Unroll/)
  }
})

test('folders are listed with slashes on every system', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'lib/deep'), { recursive: true })
  writeFileSync(join(folder, 'lib/deep/file'), '')
  expect((await listItems(folder)).map(({ path }) => path)).toEqual(['lib/deep/file'])
})
