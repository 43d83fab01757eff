import { SetupError } from '../setup/errors.mjs'

/**
 * A package, or some that are made from one folder.
 *
 * @typedef {object} Target
 * @property {import('../setup/pins/platforms.mjs').System} system what it runs on
 * @property {'linux' | 'win' | 'mac'} builder electron-builder's name for that
 * @property {'x64' | 'arm64'} processor
 * @property {string} folder where electron-builder lays the app out, in `dist`
 * @property {readonly Kind[]} kinds
 *
 * @typedef {'tar.gz' | 'deb' | 'rpm' | 'zip' | 'app' | 'nsis' | 'AppImage'} Kind the last two by electron-builder, with
 *   tools that it fetches itself
 */

/** @satisfies {Record<string, Target>} */
const targets = /** @type {const} */ ({
  'linux-x64': linux('x64', ['tar.gz', 'deb']),
  'linux-x64-rpm': linux('x64', ['rpm']),
  'linux-x64-appimage': linux('x64', ['AppImage']),
  'linux-arm64': linux('arm64', ['tar.gz', 'deb']),
  'win32-x64': windows(['zip']),
  'win32-x64-nsis': windows(['nsis']),
  'darwin-arm64': {
    system: 'darwin-arm64',
    builder: 'mac',
    processor: 'arm64',
    folder: 'mac-arm64',
    kinds: ['app'],
  },
})

/**
 * What is to be made: what `--platform` names, else the packages of the system that this runs on.
 *
 * @param {readonly string[]} args
 * @param {string} system
 * @returns {Target}
 */
export function targetIn(args, system) {
  const [option, named = '', ...rest] = args
  const known = Object.keys(targets).join(', ')
  if (option !== undefined && (option !== '--platform' || rest.length > 0))
    throw new SetupError(
      `npm run dist takes "--platform" and one name (${known}), but was given "${args.join(' ')}".`,
    )
  const name = option === undefined ? system : named
  if (!Object.hasOwn(targets, name))
    throw new SetupError(`There is no package for "${name}": choose one of ${known}.`)
  return targets[/** @type {keyof typeof targets} */ (name)]
}

/**
 * @template {Kind} K
 * @template {'x64' | 'arm64'} P
 * @param {P} processor
 * @param {readonly K[]} kinds
 */
function linux(processor, kinds) {
  const folder = processor === 'x64' ? 'linux-unpacked' : `linux-${processor}-unpacked`
  const system = /** @type {`linux-${P}`} */ (`linux-${processor}`)
  return { system, builder: /** @type {const} */ ('linux'), processor, folder, kinds }
}

/**
 * @template {Kind} K
 * @param {readonly K[]} kinds
 */
function windows(kinds) {
  return /** @type {const} */ ({
    system: 'win32-x64',
    builder: 'win',
    processor: 'x64',
    folder: 'win-unpacked',
    kinds,
  })
}
