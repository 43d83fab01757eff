import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { BROKEN_FILES } from './broken-files'
import { fixture } from './samples'

/*
 * The verdicts of the safetensors library itself, made by test/fixtures/make/safetensors_verdicts.py. Where ours differs
 * it is stricter, never the other way; docs/weight-formats.md has the list.
 */

/** Files that the library reads and Unroll does not, by what is odd about them. */
const STRICTER: readonly string[] = [
  'a header after space',
  'a duplicate name',
  'a duplicate name, once escaped',
  'an unknown field',
  'torch-rnn-f16.safetensors',
  'torch-rnn-f64.safetensors',
]

const fixtures = resolve(import.meta.dirname, '../../../fixtures/weights')
const verdicts = JSON.parse(readFileSync(join(fixtures, 'safetensors-verdicts.json'), 'utf8')) as Record<
  string,
  string
>

const whole = readdirSync(fixtures)
  .filter((name) => name.endsWith('.safetensors'))
  .map((name) => ({ what: name, bytes: fixture(name) }))
const gallery = [...BROKEN_FILES, ...whole].map(({ what, bytes }) => ({
  what,
  bytes,
  hash: createHash('sha256').update(bytes).digest('hex'),
}))

const folder = process.env.UNROLL_GALLERY
if (folder) {
  mkdirSync(folder, { recursive: true })
  for (const { bytes, hash } of gallery) writeFileSync(join(folder, hash), bytes)
}

describe('the verdict of the safetensors library', () => {
  it.each(gallery)('is ours, or ours is stricter: $what', ({ what, bytes, hash }) => {
    const ours = decodeSafetensors(bytes).ok ? 'accepted' : 'refused'
    const expected = STRICTER.includes(what)
      ? { ours: 'refused', library: 'accepted' }
      : { ours, library: ours }
    expect({ ours, library: verdicts[hash] }).toEqual(expected)
  })
})
