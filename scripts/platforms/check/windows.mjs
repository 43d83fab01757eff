import { join } from 'node:path'
import { tensorflowSettings } from '../../cli/run-cli.mjs'
import { download } from '../../setup/fetch/download.mjs'
import { ensureEntry } from '../../setup/parts/cache.mjs'
import { cacheFolder } from '../../setup/paths.mjs'
import { platforms } from '../../setup/pins/platforms.mjs'
import { makeClone } from './clone.mjs'
import { tryCommands, trySweep } from './commands.mjs'
import { ensureNode, ensureWine } from './machines.mjs'
import { runQuietly } from './run-quietly.mjs'

/**
 * Windows: the set-up of the native parts by Node for Windows under Wine, with its own cache, unpacking and linking; then
 * the commands by what it has set up.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function tryWindows(folder) {
  const wine = await ensureWine()
  const cache = cacheFolder()
  const node = await ensureNode('win32-x64', cache)
  const archive = await ensureArchive(cache)
  const clone = join(folder, 'clöne of Unroll')
  await makeClone(clone)
  const env = {
    ...process.env,
    ...tensorflowSettings,
    WINEPREFIX: join(folder, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // No offers to install .NET and a browser engine.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    LC_ALL: 'C.UTF-8',
  }
  // What would lead the set-up away from the folder that Windows has for caches.
  Reflect.deleteProperty(env, 'UNROLL_CACHE')
  const options = { cwd: clone, env, folder }
  /** @param {readonly string[]} args */
  const underWine = (args) => runQuietly(wine, args, options)
  try {
    await succeed('making a Windows', underWine(['wineboot', '-i']))
    // Node asks for Windows 10.
    const version = ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f']
    await succeed('choosing Windows 10', underWine(version))
    const setUp = [join(clone, 'scripts/platforms/check/windows-set-up.mjs'), archive].map(windowsPath)
    const placed = await succeed('the set-up', underWine([node, ...setUp]))
    const command = [node, windowsPath(join(clone, 'out/cli/index.js'))]
    /** @param {readonly string[]} args */
    const run = (args) => underWine([...command, ...args])
    return [
      ...placed.trim().split('\n'),
      ...(await tryCommands(run, clone)),
      ...(await trySweep(run)),
      'the packed app and its window are skipped: Electron needs Wine 10 and more (docs/platforms.md, "The packed app under Wine 10")',
    ]
  } finally {
    await runQuietly('wineserver', ['-k'], options)
  }
}

/**
 * The archive that the set-up downloads on Windows, kept for the next time.
 *
 * @param {string} cache
 */
async function ensureArchive(cache) {
  const { version, source, hash } = platforms['win32-x64'].library
  const label = `Downloading TensorFlow ${version} for Windows`
  const { folder } = await ensureEntry(cache, `tensorflow-${version}-win32-x64-archive`, (place) =>
    download(source, join(place, 'archive'), { hash, label }),
  )
  return join(folder, 'archive')
}

/**
 * @param {string} what
 * @param {Promise<import('./run-quietly.mjs').Outcome>} running
 * @returns {Promise<string>}
 */
async function succeed(what, running) {
  const { code, stdout, stderr } = await running
  if (code === 0) return stdout
  throw new Error(`${what} under Wine ended with ${code}: ${(stderr.trim() || stdout.trim()).slice(-2000)}`)
}

/** @param {string} path */
const windowsPath = (path) => `Z:${path.replaceAll('/', '\\')}`
