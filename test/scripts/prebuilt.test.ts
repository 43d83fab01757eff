import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { napiNames, tensorflowNames } from '../../scripts/platforms/addons/recipes.mjs'
import { platforms } from '../../scripts/setup/pins/platforms.mjs'

const root = resolve(import.meta.dirname, '../..')
const hashes: Record<string, string> = JSON.parse(readFileSync(join(root, 'prebuilt/hashes.json'), 'utf8'))
const systems = Object.entries(platforms).flatMap(([system, { bridge }]) =>
  bridge === 'prebuilt' ? [system] : [],
)

describe('the addons that come with this repository', () => {
  it('are there for every system that takes one, with their hashes, and no others', () => {
    const expected = systems.map((system) => `prebuilt/${system}/tfjs_binding.node`)
    expect(Object.keys(hashes).toSorted()).toEqual(expected.toSorted())
    const found = readdirSync(join(root, 'prebuilt'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'hashes.json')
      .map(({ name }) => name)
    expect(found).toHaveLength(expected.length)
    for (const path of expected) {
      const hash = createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex')
      expect({ path, hash }).toEqual({ path, hash: hashes[path] })
    }
  })

  it.each(systems)('names on %s the functions that it is linked against', (system) => {
    const text = readFileSync(join(root, `prebuilt/${system}/tfjs_binding.node`), 'latin1')
    // Every name ends with a zero in both kinds of file.
    const missing = [...tensorflowNames, ...napiNames].filter((name) => !text.includes(`${name}\0`))
    expect(missing).toEqual([])
    // Its tensors get memory of their own.
    expect(/\0_?TF_NewTensor\0/.test(text)).toBe(false)
  })

  it.each(systems)('has no path of the machine that built the one for %s', (system) => {
    const text = readFileSync(join(root, `prebuilt/${system}/tfjs_binding.node`), 'latin1')
    expect(text.match(/\/(?:home|root|tmp|work|Users)\/[^\0]*/)).toBeNull()
  })
})
