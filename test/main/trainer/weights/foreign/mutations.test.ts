import { inEnglish } from '@contract/language/say'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAt } from '../../../../../main/trainer/weights/foreign/look'
import { anyDamaged, anyMutation, bytesOfTexts } from '../any-mutation'
import { DAMAGED_FILES, TOLD } from '../many-files'
import { fixture } from '../samples'

const made = JSON.parse(new TextDecoder().decode(fixture('strangers.json'))) as Record<string, string>
const WHOLE = [
  ...Object.values(made).map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  fixture('torch-gru.safetensors'),
  fixture('numpy-gru-deflated.npz'),
  fixture('keras-relu.keras'),
]
const PARTS = bytesOfTexts(
  'MZ',
  'PK\x03\x04',
  '\xff\xfe',
  '{',
  '\0',
  '\x08\x08',
  'BM',
  'ustar',
  '\x80\x04',
  '.',
)

describe(`${TOLD} damaged files of other kinds`, () => {
  it('are told in one sentence, or left to a reader, and never cause an exception', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(anyDamaged(WHOLE, anyMutation(PARTS)), (bytes) => {
        const seen = lookAt(bytes)
        const said = seen ? inEnglish(seen.what) : 'nothing'
        kinds.add(said.replace(/ [\d,]+ |"(?:[^"\\]|\\.)*"/g, '#'))
        if (seen && seen.is !== 'weights' && !/^it [^\n]+; [^\n]+[^.]$/.test(said)) throw new Error(said)
      }),
      DAMAGED_FILES,
    )
    expect(kinds.size).toBeGreaterThan(15)
  })
})
