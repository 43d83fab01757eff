import { inEnglish, sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { chooseDropped } from '../../../renderer/commands/opening/dropped-files'

function sentence(...names: string[]): string {
  const chosen = chooseDropped(names)
  if (chosen.ok) throw new Error(`${names} were taken`)
  return inEnglish(chosen.error.text)
}

describe('dropped files', () => {
  it('may be one, of any name: what it is, the trainer tells', () => {
    for (const name of ['a.safetensors', 'a.NPZ', 'a.weights.h5', 'holiday.jpg'])
      expect(chooseDropped([name])).toEqual({ ok: true, value: 0 })
  })

  it('may be all that an export wrote: the weights are taken', () => {
    expect(chooseDropped(['model.weights.bin', 'model.json'])).toEqual({ ok: true, value: 1 })
    expect(chooseDropped(['run.npz', 'run.py'])).toEqual({ ok: true, value: 0 })
  })

  it('are refused when it is not clear which is meant', () => {
    for (const names of [
      ['a.npz', 'b.npz'],
      ['a.json', 'b.jpg'],
      ['a.bin', 'a.py'],
      ['a.json', 'a.npz', 'a.bin'],
      ['a.unroll', 'b.unroll'],
      ['a.csv', 'b.csv'],
    ])
      expect(sentence(...names)).toMatch(
        new RegExp(
          `^Drop one file at a time, a project, a table, or weights .* these were ${names.length} files`,
        ),
      )
  })

  it('are refused in Chinese as in English', () => {
    const chosen = chooseDropped(['a.unroll', 'b.unroll'])
    const { text } = chosen.ok ? expect.fail() : chosen.error
    expect(sayIn('zh')(text)).toMatch(/^请一次拖放一个文件：项目、表格或权重.*2 个文件/)
  })

  it('that are the numbers of a model alone lead to the model', () => {
    expect(sentence('model.weights.bin')).toBe(
      'model.weights.bin holds nothing but numbers; drop the .json file of the model instead.',
    )
  })
})
