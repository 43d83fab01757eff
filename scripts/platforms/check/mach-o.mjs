import { hasCommand, runCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { installDebianPackages } from '../../setup/host/debian.mjs'

/**
 * What is read of a file for macOS.
 *
 * @typedef {object} MachO
 * @property {string} id the name by which others ask for it
 * @property {string} version of its interface, as it says
 * @property {string} minimum the oldest macOS that loads it
 * @property {string[]} rpaths
 * @property {{ name: string, version: string }[]} loads the libraries it asks for, and the least version of each
 */

/** LLVM's readers of such files. */
const readers = ['llvm-objdump', 'llvm-nm']

/** Finds LLVM's readers of files for macOS, installing them where this process may. */
export async function ensureReaders() {
  const missing = () => readers.find((command) => !hasCommand(command))
  if (missing()) await installDebianPackages(['llvm'], 'LLVM is needed to read files for macOS.')
  if (missing()) throw new SetupError(`apt-get has installed LLVM, but there is no command ${missing()}`)
}

/**
 * @param {string} path
 * @returns {Promise<MachO>}
 */
export async function loadCommands(path) {
  /** @type {MachO} */
  const found = { id: '', version: '', minimum: '', rpaths: [], loads: [] }
  for (const text of (await objdump('--private-headers', path)).split(/^Load command \d+$/m)) {
    /** @param {string} key */
    const value = (key) => RegExp(`^ *${key} (.+?)(?: \\(offset \\d+\\))?$`, 'm').exec(text)?.[1] ?? ''
    const kind = value('cmd')
    if (kind === 'LC_RPATH') found.rpaths.push(value('path'))
    if (kind === 'LC_BUILD_VERSION' && value('platform') === 'macos') found.minimum = value('minos')
    if (kind === 'LC_ID_DYLIB') Object.assign(found, { id: value('name'), version: value('current version') })
    if (/^LC_(?:LOAD|REEXPORT|LAZY_LOAD|LOAD_UPWARD|LOAD_WEAK)_?DYLIB$/.test(kind))
      found.loads.push({ name: value('name'), version: value('compatibility version') })
  }
  return found
}

/**
 * The symbols that a file binds, by the short name of the library that each is looked up in: `libtensorflow_cc` of
 * libtensorflow_cc.2.dylib, `flat-namespace` for whatever the program has, `weak` for what any library may replace.
 *
 * @param {string} path
 * @returns {Promise<Map<string, string[]>>}
 */
export async function bindings(path) {
  const tables = [await objdump('--bind', path), await objdump('--lazy-bind', path)].join('\n')
  const row = /^__\w+ +__\w+ +0x[0-9A-F]+ +(?:pointer +-?\d+ +)?(\S+) +(\S+)/gm
  /** @type {Map<string, string[]>} */
  const found = new Map()
  for (const [, library = '', name = ''] of tables.matchAll(row))
    found.set(library, [...(found.get(library) ?? []), name])
  const weak = await objdump('--weak-bind', path)
  const weakRow = /^__\w+ +__\w+ +0x[0-9A-F]+ +pointer +-?\d+ +(\S+)/gm
  return found.set(
    'weak',
    Array.from(weak.matchAll(weakRow), ([, name = '']) => name),
  )
}

/**
 * The symbols that a file exports. One that it hands on from another library has that one's short name, and its name there.
 *
 * @param {string} path
 * @returns {Promise<Map<string, { from: string, name: string } | undefined>>}
 */
export async function exportsOf(path) {
  const row = /^(?:\[re-export\] |0x[0-9A-F]+ +)(\S+)(?:.*\((?:(\S+) )?from (\S+)\))?/gm
  const found = new Map()
  for (const [, name = '', there = name, from] of (await objdump('--exports-trie', path)).matchAll(row))
    found.set(name, from ? { from, name: there } : undefined)
  return found
}

/**
 * The symbols that a file itself has, exported or not.
 *
 * @param {string} path
 * @returns {Promise<Set<string>>}
 */
export async function definedIn(path) {
  const names = await run('llvm-nm', ['--defined-only', '--format=just-symbols', path])
  return new Set(names.split('\n'))
}

/** @param {string} option @param {string} path */
const objdump = (option, path) => run('llvm-objdump', ['--macho', option, path])

/** @param {string} command @param {readonly string[]} args */
async function run(command, args) {
  const { code, stdout, stderr } = await runCommand(command, args)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${stderr.trim()}`)
  return stdout
}
