import { inEnglish, sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { nameFile } from '../../../../main/trainer/weights/base/file-sentence'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { decodeWeights } from '../../../../main/trainer/weights/weight-file'
import { LESSON } from '../../../../preload/contract/settings/lesson'
import { madeUp, saying } from '../../../helpers/saying'
import { BROKEN_FILES, OTHER_TYPES } from './broken-files'
import { decodeWhole } from './checkpoint/whole-checkpoint'
import { rawFile } from './samples'

describe('a file that is no safetensors file is refused with one sentence', () => {
  it.each(BROKEN_FILES)('$what', ({ bytes, says }) => {
    const refused = { ok: false, error: { code: 'file-not-weights', text: saying(says) } }
    expect(decodeSafetensors(bytes)).toEqual(refused)
    expect(decodeWeights(bytes, LESSON)).toEqual(refused)
    expect(decodeWhole(bytes)).toEqual(refused)
  })

  it.each(OTHER_TYPES)('$what, of a file that Unroll itself should have written', ({ bytes, says }) => {
    const refused = { ok: false, error: { code: 'file-not-weights', text: saying(says) } }
    expect(decodeSafetensors(bytes)).toEqual(refused)
    expect(decodeWhole(bytes)).toEqual(refused)
  })

  it.each(['f32', 'X9', '', 'F8_E4M3', 'C64'])('the type %j, of any file', (dtype) => {
    const header = `{"a":{"dtype":"${dtype}","shape":[2],"data_offsets":[0,8]}}`
    const message = `This file holds numbers that Unroll does not read: "a" should be F32, F64, F16 or BF16, but is "${dtype}"; convert the weights with .float() in PyTorch and save them again.`
    expect(decodeWeights(rawFile(header, 8), LESSON)).toEqual({
      ok: false,
      error: { code: 'file-not-weights', text: saying(message) },
    })
  })

  it('tells no two of them apart by the name alone', () => {
    expect(new Set(BROKEN_FILES.map(({ what }) => what)).size).toBe(BROKEN_FILES.length)
    for (const { says } of BROKEN_FILES) expect(says).toMatch(/^This file [^\n]+; [^\n]+\.$/)
  })
})

describe('the name of the file', () => {
  it('takes the place of "This file"', () => {
    const named = nameFile('notes "1".txt', decodeSafetensors(new TextEncoder().encode('notes')))
    expect(named.ok ? '' : inEnglish(named.error.text)).toBe(
      '"notes "1".txt" is not a weights file: a safetensors file starts with 8 bytes that say how long its header is, but this one has 5 bytes in all; choose a .safetensors file saved by Unroll or PyTorch.',
    )
  })

  it('stands at the beginning in Chinese too, with what is wrong and what to do', () => {
    const refused = decodeSafetensors(new TextEncoder().encode('notes'))
    expect(
      [refused, nameFile('笔记.txt', refused)].map((it) => (it.ok ? '' : sayIn('zh')(it.error.text))),
    ).toEqual(
      ['此文件', '“笔记.txt”'].map(
        (file) =>
          `${file}不是权重文件：safetensors 文件的前 8 个字节说明文件头有多长，但此文件总共只有 5 个字节；请选择 Unroll 或 PyTorch 保存的 .safetensors 文件。`,
      ),
    )
  })

  it('is put into no other sentence, and into no value', () => {
    const other = {
      ok: false,
      error: { code: 'no-run', text: madeUp('There is no run; This file is none.') },
    } as const
    expect(nameFile('a', other)).toBe(other)
    const good = { ok: true, value: 'This file' } as const
    expect(nameFile('a', good)).toBe(good)
  })
})
