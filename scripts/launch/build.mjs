import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { whileWorking } from '../setup/progress.mjs'
import { tools } from './tools.mjs'

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
  return sourcesHash(root)
}

/**
 * Whether the build that stands there was made from the sources as they are now.
 *
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function isBuilt(root) {
  const stamp = await readFile(join(root, stampFile), 'utf8').catch(() => '')
  const [sources, ...bundles] = stamp.split('\n')
  if (sources !== (await sourcesHash(root))) return false
  return (
    entries.every((path) => bundles.includes(path)) && bundles.every((path) => existsSync(join(root, path)))
  )
}

/**
 * Keeps what the build was made from, and every file that came of it: the trainer's bundle has another name every time.
 *
 * @param {string} root
 * @param {string} sources from `beginBuild`
 */
export async function rememberBuild(root, sources) {
  const bundles = await Promise.all(outputs.map((folder) => filesUnder(root, folder)))
  await writeFile(join(root, stampFile), [sources, ...bundles.flat()].join('\n'))
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
 * A hash over names and contents, as times of change say nothing after a switch of branches.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function sourcesHash(root) {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const path of await filesUnder(root, input))
      hash.update(`${path}\0`).update(await readFile(join(root, path)))
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, path) {
  const found = await stat(join(root, path)).catch(() => undefined)
  if (!found?.isDirectory()) return found ? [path] : []
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
