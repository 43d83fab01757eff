import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../../setup/errors.mjs'

/** Names of files that hold the terms of a package. */
const LICENCE_FILE = /^(licen[cs]e|copying|notice|copyright|patents)\b/i
/** A title of a read-me under which the terms themselves stand. */
const LICENCE_TITLE = /^(#+ .*licen[cs]e.*|licen[cs]e.*\n[-=]{3,})$/im
/** So much is no text but the name of one. */
const SHORTEST_TEXT = 400

/** @typedef {import('./shipped-packages.mjs').Shipped} Shipped */
/** @typedef {Shipped & { licence: string, author: string, text: string }} Licensed */

/**
 * The terms of an npm package: the files that it brings, else the part of its read-me that holds them, else the text
 * that it names, with its author.
 *
 * @param {string} root
 * @param {Shipped} shipped
 * @returns {Promise<Licensed>}
 */
export async function licenceOf(root, shipped) {
  const folder = join(root, shipped.path)
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const licence = licenceName(about)
  const author = authorName(about) || `The authors of ${shipped.name}`
  const names = (await readdir(folder)).sort()
  const texts = []
  for (const name of names)
    if (LICENCE_FILE.test(name))
      texts.push((await readFile(join(folder, name), 'utf8').catch(() => '')).trim())
  const text =
    texts.filter((one) => one !== '').join('\n\n') ||
    (await textInReadme(folder, names)) ||
    (await namedText(root, licence, author))
  if (!text)
    throw new SetupError(
      `No licence text was found for ${shipped.name} ${shipped.version} (${licence || 'it names none'}): put one into resources/licences.`,
    )
  return { ...shipped, licence, author, text }
}

/** @param {{ license?: unknown, licenses?: unknown }} about */
function licenceName({ license, licenses }) {
  const one = license ?? (Array.isArray(licenses) ? licenses[0] : undefined)
  if (typeof one === 'string') return one
  return one && typeof one === 'object' && 'type' in one ? String(one.type) : ''
}

/** @param {{ author?: unknown }} about */
function authorName({ author }) {
  if (typeof author === 'string') return author
  return author && typeof author === 'object' && 'name' in author ? String(author.name) : ''
}

/** @param {string} folder @param {readonly string[]} names */
async function textInReadme(folder, names) {
  const name = names.find((one) => /^readme/i.test(one))
  if (!name) return ''
  const readme = await readFile(join(folder, name), 'utf8')
  const at = readme.search(LICENCE_TITLE)
  const text = at < 0 ? '' : readme.slice(at).trim()
  return text.length >= SHORTEST_TEXT && /\b(permission|redistribution)\b/i.test(text) ? text : ''
}

/** @param {string} root @param {string} licence @param {string} author */
async function namedText(root, licence, author) {
  const names = licence.match(/\b(MIT|Apache-2\.0)\b/g) ?? []
  const texts = await Promise.all(
    [...new Set(names)].map((name) => readFile(join(root, `resources/licences/${name}.txt`), 'utf8')),
  )
  return texts.length > 0 ? [`Copyright (c) ${author}`, ...texts.map((text) => text.trim())].join('\n\n') : ''
}
