import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { afterAll, describe, expect, it } from 'vitest'
import { readWeights } from '../../../../../main/trainer/exchange/import-weights'
import { drawnWeights } from '../drawn-weights'
import { snapshotBits } from '../samples'
import { decode, encoded } from './files'

const folder = mkdtempSync(join(tmpdir(), 'unroll-models-'))
afterAll(() => rmSync(folder, { recursive: true }))

const drawn = drawnWeights({ cell: 'lstm', layers: 2, hiddenUnits: 2 })
const [model, weights] = encoded(drawn)
const text = new TextDecoder().decode(model.bytes)
const ours = await decode(model.bytes, { [weights.name]: weights.bytes })

// biome-ignore lint/suspicious/noExplicitAny: a model is changed in any place
function changed(change: (model: any) => void): Uint8Array {
  const value = JSON.parse(text)
  // Of another program: what it says of the weights file does not hold for others.
  delete value.userDefinedMetadata
  change(value)
  return new TextEncoder().encode(JSON.stringify(value))
}

/** The parameters to the last bit. */
function bits(read: Awaited<ReturnType<typeof decode>>) {
  if (!read.ok) throw new Error(inEnglish(read.error.text))
  return (snapshotBits(read.value.snapshot) as { parameters: unknown }).parameters
}

describe('a layers model is loaded as TensorFlow.js loads it', () => {
  it('behind a byte order mark', async () => {
    const bytes = new TextEncoder().encode(`\ufeff${text}`)
    expect(bits(await decode(bytes, { [weights.name]: weights.bytes }))).toEqual(bits(ours))
  })

  it('with an optimiser beside its weights, whatever types that has', async () => {
    const bytes = changed((value) => {
      const [group] = value.weightsManifest
      group.weights.unshift({ name: 'iter', shape: [], dtype: 'int32', group: 'optimizer' })
      group.weights.push({ name: 'a/m', shape: [3, 1], dtype: 'float32', group: 'optimizer' })
    })
    const more = new Uint8Array([...Array(4).fill(7), ...weights.bytes, ...Array(12).fill(9)])
    expect(bits(await decode(bytes, { [weights.name]: more }))).toEqual(bits(ours))
  })

  it('with its topology as the text of Keras, and names with models before them', async () => {
    const bytes = changed((value) => {
      value.modelTopology = { keras_version: '3.15.1', model_config: JSON.stringify(value.modelTopology) }
      for (const each of value.weightsManifest[0].weights)
        each.name = `sequential/${each.name.replace(/^(lstm_\d)\//, '$1/lstm_cell/')}`
    })
    expect(bits(await decode(bytes, { [weights.name]: weights.bytes }))).toEqual(bits(ours))
  })

  it('with numbers that stand for others', async () => {
    const bytes = changed((value) => {
      for (const each of value.weightsManifest[0].weights)
        each.quantization = { dtype: 'uint8', scale: 0.5, min: -1 }
    })
    const numbers = Uint8Array.from({ length: weights.bytes.byteLength / 4 }, (_, i) => i)
    const read = await decode(bytes, { [weights.name]: numbers })
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    expect(read.value.notes).toEqual([{ kind: 'quantized', found: 'uint8' }])
    expect([...(read.value.snapshot.parameters.get('out.weight')?.values ?? [])]).toEqual([35, 35.5])
    expect([...(read.value.snapshot.parameters.get('rnn.weight_ih_l0')?.values ?? [])].slice(0, 3)).toEqual([
      -1, -0.5, 0,
    ])
  })

  it('from folders below its own, and from no other', async () => {
    mkdirSync(join(folder, 'model', 'shards'), { recursive: true })
    writeFileSync(join(folder, 'model', 'shards', 'a.bin'), weights.bytes)
    writeFileSync(join(folder, 'b.bin'), weights.bytes)
    const read = async (path: string) => {
      const bytes = changed((value) => {
        value.weightsManifest[0].paths = [path]
      })
      writeFileSync(join(folder, 'model', 'm.json'), bytes)
      return readWeights(join(folder, 'model', 'm.json'), LESSON)
    }
    const below = await read('shards/a.bin')
    expect(below.ok && bits({ ok: true, value: below.value.weights })).toEqual(bits(ours))
    for (const path of ['../b.bin', 'shards/../../b.bin', join(folder, 'b.bin'), './shards/a.bin'])
      expect(await read(path)).toMatchObject({ ok: false, error: { code: 'file-not-weights' } })
  })
})
