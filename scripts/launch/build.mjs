import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { whileWorking } from '../setup/progress.mjs'
import { tools } from './tools.mjs'
import { treeHash } from './tree-hash.mjs'

/** What the bundles are made of. */
const inputs = [
  'main',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const outputs = ['out/main', 'out/preload', 'out/renderer']
const entries = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const stampFile = 'out/.sources'

/**
 * Builds the app when its sources have changed since the last build, or when a part of that is gone.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildIfNeeded(root) {
  if (await isBuilt(root)) return false
  const sources = await beginBuild(root)
  const { code, stdout, stderr } = await whileWorking(
    'Building the app',
    runCommand(process.execPath, [tools.electronVite, 'build'], { cwd: root }),
  )
  if (code !== 0) {
    process.stderr.write(stdout + stderr)
    throw new SetupError(
      'The app could not be built: the reason stands above; put it right and run the same command again.',
    )
  }
  await rememberBuild(root, sources)
  return true
}

/**
 * To be called before the app is built: forgets the build before, and tells what this one is made from. What is written
 * into a source meanwhile may not be in it.
 *
 * @param {string} root
 * @returns {Promise<string>} for `rememberBuild`
 */
export async function beginBuild(root) {
  await forgetBuild(root)
  return treeHash(root, inputs)
}

/**
 * Whether the build that stands there was made from the sources as they are now, and is as it was made, to the last byte
 * of its last bundle.
 *
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function isBuilt(root) {
  if (!entries.every((path) => existsSync(join(root, path)))) return false
  const stamp = await readFile(join(root, stampFile), 'utf8').catch(() => '')
  return stamp === (await stampOf(root, await treeHash(root, inputs)))
}

/**
 * Keeps what the build was made from and what came of it: all files, as the trainer's bundle has another name every time. Keeps
 * nothing where a source was changed meanwhile: nobody knows which of both it was made from, even if it is changed back.
 *
 * @param {string} root
 * @param {string} sources from `beginBuild`
 */
export async function rememberBuild(root, sources) {
  if ((await treeHash(root, inputs)) !== sources) return
  await writeFile(join(root, stampFile), await stampOf(root, sources))
}

/**
 * To be called before anything else writes to `out`, such as the bundles of `npm run dev`.
 *
 * @param {string} root
 */
export async function forgetBuild(root) {
  await rm(join(root, stampFile), { force: true })
}

/**
 * @param {string} root
 * @param {string} sources
 */
async function stampOf(root, sources) {
  return `${sources}\n${await treeHash(root, outputs)}\n`
}
