import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** @typedef {{ name: string, version: string, path: string }} Shipped `path` from the root */

/**
 * Every npm package of which something is in the packages of the app, in the order of their names: what main and the
 * trainer load, what is bundled into the page, and whatever these depend on.
 *
 * @param {string} root
 * @returns {Promise<Shipped[]>}
 */
export async function shippedPackages(root) {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
  const roots = [...Object.keys(packages[''].dependencies), ...(await packagesOfThePage(root))]
  /** @type {Map<string, Shipped>} */
  const found = new Map()
  /** @param {string} name @param {string} from the path of the package that asks for it */
  const visit = (name, from) => {
    const path = placeOf(name, from, packages)
    // Those for other systems are not installed.
    if (path === undefined || found.has(path) || !existsSync(join(root, path))) return
    const { version, dependencies, optionalDependencies } = packages[path]
    found.set(path, { name, version, path })
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, path)
  }
  for (const name of roots) visit(name, '')
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * Where a package finds another one: in its own folder, or in one above.
 *
 * @param {string} name
 * @param {string} from
 * @param {Record<string, unknown>} packages
 * @returns {string | undefined}
 */
function placeOf(name, from, packages) {
  for (let above = from; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    const path = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`
    if (path in packages) return path
    if (above === '') return undefined
  }
}

/**
 * Packages that the page imports: its bundle holds them.
 *
 * @param {string} root
 */
async function packagesOfThePage(root) {
  const names = new Set()
  for (const entry of await readdir(join(root, 'renderer'), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8')
    for (const [, name] of source.matchAll(/(?:\bfrom|\bimport)\s+'((?:@[\w-]+\/)?[\w.-]+)(?:\/[^']*)?'/g))
      if (name && !name.startsWith('.') && !name.startsWith('@contract')) names.add(name)
  }
  return names
}
