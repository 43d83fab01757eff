import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { tensorCount } from '../../../helpers/tensor-count'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-convert-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const run = (args: string) => runCommandLine(args.split(' '), terminal)

/** The next update of the weights in a file, as JSON: the same weights and settings give the same line. */
async function nextUpdate(file: string): Promise<string | undefined> {
  terminal.said.length = 0
  expect(await run(`train --load ${file} --updates 1 --json`)).toBe(0)
  return terminal.said[0]
}

describe('convert', () => {
  it.each(['npz', 'npz --names keras', 'weights.h5', 'json'])(
    'takes a trained LSTM to .%s and back, with its settings and its place on the curve',
    async (form) => {
      const [ending, ...options] = form.split(' ')
      expect(await run('train --cell lstm --hidden 5 --layers 2 --updates 7 --save a.safetensors')).toBe(0)
      expect(await run([`convert a.safetensors b.${ending}`, ...options].join(' '))).toBe(0)
      expect(await run(`convert b.${ending} c.safetensors`)).toBe(0)
      expect(terminal.warned.at(-1)).toMatch(
        /^Saved c\.safetensors .* it predicts the same to the last bit\.$/,
      )
      const [before, after] = [await nextUpdate('a.safetensors'), await nextUpdate('c.safetensors')]
      const [a, c] = [JSON.parse(before ?? ''), JSON.parse(after ?? '')]
      expect([c.update, c.from]).toEqual([8, a.from])
      expect(c.times).toEqual(a.times)
      // The two biases of a cell are added up in Keras's layout, once more than here.
      for (const [i, value] of c.prediction.entries()) expect(value).toBeCloseTo(a.prediction[i], 5)
      expect(form === 'npz' ? after : '').toBe(form === 'npz' ? before : '')
    },
  )

  it('tells what it wrote, and that it predicts the same', async () => {
    // By the eager engine, which records nothing any more when the run has come to its end.
    await run('train --cell gru --hidden 4 --updates 2 --engine eager --save a.safetensors')
    const tensors = tensorCount()
    expect(await run('convert a.safetensors b.onnx')).toBe(0)
    expect(terminal.warned.at(-1)).toMatch(
      /^Saved b\.onnx \([\d,]+ bytes\); read back, it predicts the same to the last bit\.$/,
    )
    expect(tensorCount()).toEqual(tensors)
    expect(readdirSync(folder).sort()).toEqual(['a.safetensors', 'b.onnx'])
  })

  it.each([
    ['convert none.npz b.npz', 2, /^"none\.npz" could not be read: /],
    ['convert bad.npz b.npz', 2, /^"bad\.npz" /],
    ['convert a.safetensors no/b.npz', 2, /^"b\.npz" must go into a folder, but there is none at .*no; /],
    ['convert a.safetensors b.json', 2, /^"b\.json" .*GRU/],
    ['convert b.onnx b.npz', 2, /^"b\.onnx" /],
  ])('answers %s with %i and a sentence, and leaves no file', async (args, code, expected) => {
    await run('train --cell gru --hidden 4 --updates 1 --save a.safetensors')
    writeFileSync(join(folder, 'bad.npz'), 'no archive')
    if (args.includes('b.onnx')) await run('convert a.safetensors b.onnx')
    const before = readdirSync(folder).sort()
    expect(await run(args)).toBe(code)
    expect(terminal.warned.at(-1)).toMatch(expected)
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  it('leaves the first file as it is', async () => {
    await run('train --updates 1 --save a.safetensors')
    const before = readFileSync(join(folder, 'a.safetensors'))
    await run('convert a.safetensors b.npz')
    expect(readFileSync(join(folder, 'a.safetensors'))).toEqual(before)
  })
})
