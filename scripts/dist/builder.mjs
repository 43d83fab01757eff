import { join } from 'node:path'
import { runInForeground } from '../launch/foreground.mjs'
import { tools } from '../launch/tools.mjs'
import { SetupError } from '../setup/errors.mjs'

/**
 * Runs electron-builder as electron-builder.yml says.
 *
 * @param {string} root
 * @param {readonly string[]} args
 */
export async function runBuilder(root, args) {
  const code = await runInForeground(
    process.execPath,
    [tools.electronBuilder, ...args, '--publish', 'never'],
    {
      cwd: root,
      // Hard links would make the package's files the cache's own; the program in it is changed afterwards.
      env: { ...process.env, USE_HARD_LINKS: 'false' },
    },
  )
  if (code !== 0)
    throw new SetupError('electron-builder could not make the package: the reason stands above.')
}

/**
 * Makes a package that needs electron-builder's own tools, which it fetches from where the project publishes them.
 *
 * @param {string} root
 * @param {'nsis' | 'AppImage'} kind
 * @param {import('./targets.mjs').Target} target
 * @param {string} folder the whole app
 * @param {string} version
 * @param {string} electronDist
 * @returns {Promise<string>} its path
 */
export async function buildWithTools(root, kind, target, folder, version, electronDist) {
  const { builder, processor } = target
  await runBuilder(root, [
    ...[`--${builder}`, kind, `--${processor}`, '--prepackaged', folder],
    `-c.electronDist=${electronDist}`,
  ])
  const named =
    builder === 'win'
      ? `win-${processor}.exe`
      : `linux-${processor === 'x64' ? 'x86_64' : processor}.AppImage`
  return join(root, 'dist', `unroll-${version}-${named}`)
}
