import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WeightFormat } from '@contract/files/weight-formats'
import { inEnglish } from '@contract/language/say'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type * as reading from '../../../../main/disk/read-file'
import { exportWeights } from '../../../../main/trainer/exchange/export-weights'
import { whyOther } from '../../../../main/trainer/weights/same-function'
import { saying } from '../../../helpers/saying'
import { drawnWeights } from '../weights/drawn-weights'

/** What another program makes of a file between its being written and read back. */
const other = vi.hoisted(() => ({ writes: null as ((path: string) => void) | null }))

vi.mock('../../../../main/disk/read-file', async (original) => {
  const real = await original<typeof reading>()
  return {
    ...real,
    readFileCapped: (path: string, maxBytes: number) => {
      other.writes?.(path)
      return real.readFileCapped(path, maxBytes)
    },
  }
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-export-'))
  other.writes = null
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const weights = drawnWeights({ cell: 'lstm', hiddenUnits: 3 })
const choice = (format: WeightFormat, script = false) => ({ format, names: 'pytorch' as const, script })

describe('weights that are read back', () => {
  it.each([
    ['safetensors', 'a.safetensors'],
    ['npz', 'a.npz'],
    ['keras', 'a.weights.h5'],
    ['tfjs', 'a.json'],
    ['onnx', 'a.onnx'],
  ] as const)('and differ are no success: one byte of %s', async (format, name) => {
    other.writes = (path) => {
      const bytes = readFileSync(path)
      bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1
      writeFileSync(path, bytes)
    }
    const done = await exportWeights(join(folder, name), choice(format), weights)
    expect(done.ok ? '' : [done.error.code, inEnglish(done.error.text)]).toEqual([
      'file-not-written',
      expect.stringMatching(
        /^"a\.[\w.]+" was written, but does not read back as this run's: it has other bytes now, as when another program writes it too; do not use this file, save the run again under another name\.$/,
      ),
    ])
  })

  it('and are gone, shorter or longer are none either', async () => {
    for (const change of [
      (path: string) => rmSync(path, { force: true }),
      (path: string) => writeFileSync(path, 'x'),
      (path: string) => writeFileSync(path, Buffer.alloc(100_000)),
    ]) {
      other.writes = change
      const done = await exportWeights(join(folder, 'a.npz'), choice('npz'), weights)
      expect(done.ok ? '' : inEnglish(done.error.text)).toMatch(
        /^"a\.npz" was written, but does not read back as /,
      )
    }
  })

  it('are the same in every format, the two biases of a cell by their sum where it has one', async () => {
    for (const [format, name] of [
      ['safetensors', 'a.safetensors'],
      ['keras', 'a.weights.h5'],
      ['tfjs', 'a.json'],
    ] as const) {
      const done = await exportWeights(join(folder, name), choice(format), weights)
      expect(done.ok ? done.value.greatestDifference : 9).toBeLessThan(
        format === 'safetensors' ? 1e-30 : 1e-6,
      )
    }
  })
})

describe('the limit of a format', () => {
  const array = (...values: number[]) => ({ shape: [values.length], values: Float32Array.from(values) })
  const two = (...biases: [number, number]) =>
    new Map([
      ['rnn.weight_hh_l0', array(0.5)],
      ['rnn.bias_ih_l0', array(biases[0])],
      ['rnn.bias_hh_l0', array(biases[1])],
    ])

  it('is nothing where it is exact', () => {
    expect(whyOther(two(1, 2), two(1, 2), choice('npz'))).toBeNull()
    expect(whyOther(two(1, 2), two(3, 0), choice('npz'))).toEqual(
      saying('number 1 of "rnn.bias_ih_l0" should be 1, but is 3'),
    )
  })

  it('is the sum of two biases where it has one, and nothing beside it', () => {
    for (const sums of [choice('keras'), choice('tfjs'), { ...choice('npz'), names: 'keras' as const }]) {
      expect(
        whyOther(two(0.1, 0.2), two(Math.fround(Math.fround(0.1) + Math.fround(0.2)), 0), sums),
      ).toBeNull()
      expect(whyOther(two(1, 2), two(3.0000002, 0), sums)).toEqual(
        saying(expect.stringMatching(/^number 1 of "rnn\.bias_ih_l0"/)),
      )
      const found = new Map([...two(3, 0), ['rnn.weight_hh_l0', array(0.50000006)]])
      expect(whyOther(two(1, 2), found, sums)).toEqual(
        saying(expect.stringMatching(/^number 1 of "rnn\.weight_hh_l0" should be 0\.5, but is /)),
      )
    }
  })
})

describe('files beside the chosen one', () => {
  const mine = 'print("mine")'

  it('are kept when nobody was asked, and nothing is written then', async () => {
    for (const [name, kept, what] of [
      ['a.safetensors', 'a.py', choice('safetensors', true)],
      ['b.json', 'b.weights.bin', choice('tfjs')],
    ] as const) {
      writeFileSync(join(folder, kept), mine)
      const done = await exportWeights(join(folder, name), what, weights, null, 'keep')
      expect(done.ok ? '' : inEnglish(done.error.text)).toBe(
        `"${kept}" could not be saved: a file of this name has appeared meanwhile; choose another name.`,
      )
      expect(readFileSync(join(folder, kept), 'utf8')).toBe(mine)
    }
    expect(readdirSync(folder).sort()).toEqual(['a.py', 'b.weights.bin'])
  })

  it('are replaced when somebody was', async () => {
    writeFileSync(join(folder, 'a.py'), mine)
    const done = await exportWeights(join(folder, 'a.safetensors'), choice('safetensors', true), weights)
    expect(done.ok).toBe(true)
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toContain('a.safetensors')
  })
})
