import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { ensureNative } from '../../setup/bridge/native.mjs'
import { contextFor } from '../../setup/parts/context.mjs'
import { napiNames, tensorflowNames } from '../addons/recipes.mjs'
import { makeClone } from './clone.mjs'
import { holdSignature } from './code-signature.mjs'
import { bindings, definedIn, ensureReaders, exportsOf, loadCommands } from './mach-o.mjs'

// Comes without types.
const { symbols: nodeSymbols } = createRequire(import.meta.url)('node-api-headers')

/** @typedef {import('./mach-o.mjs').MachO & { path: string }} Placed a file, and where the set-up has put it */

/**
 * macOS, of which nothing runs here: the set-up's files for it, in their places, and whether they fit each other as the
 * system's loader will ask.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function tryDarwinArm64(folder) {
  await ensureReaders()
  const places = await makeClone(join(folder, 'clone'))
  const context = contextFor('darwin-arm64', places)
  await ensureNative(context)
  const addon = join(places.tfjsNode, 'lib/napi-v8/tfjs_binding.node')
  return holdMac(
    addon,
    join(places.tfjsNode, context.platform.libraryIn),
    oldestMac(context.platform.library),
  )
}

/**
 * The version of macOS that the set-up's file of TensorFlow is for, as its index says.
 *
 * @param {import('../../setup/pins/types.mjs').Platform['library']} library
 */
function oldestMac({ wheel }) {
  const version = /^macosx_(\d+)_(\d+)_/.exec(wheel?.platform ?? '')
  if (!version) throw new Error('the table names no version of macOS')
  return `${version[1]}.${version[2]}`
}

/**
 * @param {string} addon
 * @param {string} libraries the folder that TensorFlow's are in
 * @param {string} minimum the oldest macOS, such as 12.0
 * @returns {Promise<string[]>} a line each; what does not hold is an exception
 */
export async function holdMac(addon, libraries, minimum) {
  const files = await loaded({ path: addon, ...(await loadCommands(addon)) }, [])
  const lines = []
  for (const { path, minimum: found } of files) {
    if (path !== addon && dirname(path) !== libraries) throw new Error(`${path} is not in ${libraries}`)
    if (found !== minimum) throw new Error(`${path} is for macOS ${found}, and not for ${minimum}`)
    const { pages, pageBytes, adHoc } = await holdSignature(path)
    const place = path === addon ? '' : `, found at ${relative(dirname(addon), path)}`
    lines.push(
      `${basename(path)}${place}: macOS ${found}, ${adHoc ? 'ad-hoc signature' : 'signature'} with ${pages} pages of ${pageBytes} bytes, all as signed`,
    )
  }
  return [...lines, ...(await holdBindings(files))]
}

/**
 * A file and all that is loaded with it, but for what is the system's, found as dyld does (its manual page, "@rpath/"): in
 * the folders that the file itself names, then in those of the files that have asked for it.
 *
 * @param {Placed} file
 * @param {readonly string[]} handedOn folders that were named before
 * @returns {Promise<Placed[]>} each once, the file itself first
 */
async function loaded(file, handedOn) {
  const own = file.rpaths.map((rpath) => resolve(rpath.replace('@loader_path', dirname(file.path))))
  const folders = [...own, ...handedOn]
  const all = [file]
  for (const { name, version } of file.loads) {
    if (/^\/(?:usr\/lib|System\/Library)\//.test(name)) continue
    const candidates = folders.map((folder) => name.replace('@rpath', folder))
    const path = candidates.find((candidate) => existsSync(candidate))
    if (!path) throw new Error(`${file.path} asks for ${name}, which is not at ${candidates.join(' or ')}`)
    const library = { path, ...(await loadCommands(path)) }
    if (library.id !== name) throw new Error(`${path} calls itself ${library.id}, and not ${name}`)
    if (library.version.localeCompare(version, 'en', { numeric: true }) < 0)
      throw new Error(`${path} has version ${library.version}, and ${file.path} asks for ${version}`)
    all.push(...(await loaded(library, folders)))
  }
  return all.filter(({ path }, at) => all.findIndex((other) => other.path === path) === at)
}

/**
 * Whether each symbol that the addon binds is where it will be looked for.
 *
 * @param {readonly Placed[]} files the addon, and what is loaded with it
 * @returns {Promise<string[]>}
 */
async function holdBindings([addon, ...libraries]) {
  if (!addon) throw new Error('there is no addon')
  const {
    weak = [],
    'flat-namespace': ofProgram = [],
    libSystem = [],
    ...ofLibraries
  } = Object.fromEntries(await bindings(addon.path))
  same('functions of Node', ofProgram, napiNames)
  same('functions of TensorFlow', Object.values(ofLibraries).flat(), tensorflowNames)
  const { node_api_symbols, js_native_api_symbols } = nodeSymbols.v8
  hasAll('Node', napiNames, (name) => [...node_api_symbols, ...js_native_api_symbols].includes(name))

  // Those that another library might replace: dyld leaves what is there where none does (JustInTimeLoader.cpp of dyld).
  const own = await definedIn(addon.path)
  hasAll(addon.path, weak, (name) => own.has(name))

  /** @type {Map<string, Awaited<ReturnType<typeof exportsOf>>>} */
  const exported = new Map()
  for (const { path } of libraries) exported.set(basename(path).replace(/\..*/, ''), await exportsOf(path))
  const lines = []
  for (const [library, names] of Object.entries(ofLibraries)) {
    const all = exported.get(library)
    hasAll(library, names, (name) => all?.has(name) ?? false)
    const handedOn = names.flatMap((name) => all?.get(name) ?? [])
    // What another library hands on has to be its own there.
    for (const { from, name } of handedOn)
      hasAll(from, [name], () => exported.get(from)?.has(name) === true && !exported.get(from)?.get(name))
    const through =
      handedOn.length > 0 ? `, ${handedOn.length} of them handed on from another and there too` : ''
    lines.push(`${names.length} functions bound to ${library}, all exported${through}`)
  }
  lines.push(
    `${ofProgram.length} functions of Node-API 8, ${weak.length} symbols of its own that another library may replace, ${libSystem.length} of the system (not looked up)`,
  )
  return lines
}

/** @param {string} what @param {readonly string[]} found @param {readonly string[]} expected */
function same(what, found, expected) {
  const names = expected.map((name) => `_${name}`)
  const wrong = [
    ...found.filter((name) => !names.includes(name)),
    ...names.filter((name) => !found.includes(name)),
  ]
  if (wrong.length > 0)
    throw new Error(`the addon does not bind the ${what} that it is made with: ${wrong.join(', ')}`)
}

/** @param {string} where @param {readonly string[]} names @param {(name: string) => boolean} has */
function hasAll(where, names, has) {
  const missing = names.filter((name) => !has(name))
  if (missing.length > 0) throw new Error(`${where} does not have ${missing.join(', ')}`)
}
