import { describe, expect, it } from 'vitest'
import { nameFile } from '../../../../main/trainer/weights/base/file-sentence'
import { decodeCheckpoint } from '../../../../main/trainer/weights/checkpoint/checkpoint'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { decodeWeights } from '../../../../main/trainer/weights/weight-file'
import { LESSON } from '../../../../preload/contract/settings/lesson'
import { BROKEN_FILES } from './broken-files'

describe('a file that is no safetensors file is refused with one sentence', () => {
  it.each(BROKEN_FILES)('$what', ({ bytes, says }) => {
    const refused = { ok: false, error: { code: 'file-not-weights', message: says } }
    expect(decodeSafetensors(bytes)).toEqual(refused)
    expect(decodeWeights(bytes, LESSON)).toEqual(refused)
    expect(decodeCheckpoint(bytes)).toEqual(refused)
  })

  it('tells no two of them apart by the name alone', () => {
    expect(new Set(BROKEN_FILES.map(({ what }) => what)).size).toBe(BROKEN_FILES.length)
    for (const { says } of BROKEN_FILES) expect(says).toMatch(/^This file [^\n]+; [^\n]+\.$/)
  })
})

describe('the name of the file', () => {
  it('takes the place of "This file"', () => {
    const named = nameFile('notes "1".txt', decodeSafetensors(new TextEncoder().encode('{"a": true}')))
    expect(named.ok ? '' : named.error.message).toBe(
      '"notes "1".txt" is not a weights file: it is a JSON text; choose a .safetensors file saved by Unroll or PyTorch.',
    )
  })

  it('is put into no other sentence, and into no value', () => {
    const other = {
      ok: false,
      error: { code: 'no-run', message: 'There is no run; This file is none.' },
    } as const
    expect(nameFile('a', other)).toBe(other)
    const good = { ok: true, value: 'This file' } as const
    expect(nameFile('a', good)).toBe(good)
  })
})
