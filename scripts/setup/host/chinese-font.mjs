import { hasCommand, runCommand } from '../command.mjs'
import { aptLine, installDebianPackages } from './debian.mjs'

const PACKAGE = 'fonts-noto-cjk'

/**
 * Sees to it that the Chinese window shows letters and not boxes. A font is no reason not to start: where none can be
 * had, it is told in one line.
 *
 * @param {{ platform?: string, run?: typeof runCommand, canInstall?: () => boolean, install?: typeof installDebianPackages, say?: (line: string) => void }} [deps]
 */
export async function ensureChineseFont(deps = {}) {
  const {
    platform = process.platform,
    run = runCommand,
    canInstall = () => hasCommand('apt-get') && process.getuid?.() === 0,
    install = installDebianPackages,
    say = console.log,
  } = deps
  // The other systems bring one.
  if (platform !== 'linux') return
  const found = await run('fc-list', [':lang=zh-cn', 'family'])
  // Who cannot be asked is not known to lack one.
  if (found.missing || found.code !== 0 || found.stdout.trim() !== '') return
  const why = 'There is no font with Chinese letters here, so the Chinese window would show boxes.'
  if (!canInstall()) {
    say(`${why} To have one: ${aptLine([PACKAGE])}`)
    return
  }
  try {
    await install([PACKAGE], why)
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
  }
}
