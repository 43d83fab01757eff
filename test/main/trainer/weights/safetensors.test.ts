import { inEnglish } from '@contract/language/say'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { encodeSafetensors, safetensorsInParts } from '../../../../main/trainer/weights/safetensors/writer'
import { anyValues } from './any-training'
import { arrayOf, bitsOf, fixture, rawFile } from './samples'

function decoded(bytes: Uint8Array) {
  const result = decodeSafetensors(bytes)
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}

function headerOf(bytes: Uint8Array): string {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true))
  return new TextDecoder().decode(bytes.subarray(8, 8 + length))
}

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', '../a', '0', '', '\0', '"\\\n'),
)

describe('what is written', () => {
  it('is laid out as the format says', () => {
    const bytes = encodeSafetensors(new Map([['a', arrayOf([2], 1, -0)]]), { format: 'pt' })
    const header = '{"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}'
    expect(headerOf(bytes)).toBe(header.padEnd(88))
    expect([...bytes.subarray(0, 8)]).toEqual([88, 0, 0, 0, 0, 0, 0, 0])
    expect([...bytes.subarray(96)]).toEqual([0, 0, 128, 63, 0, 0, 0, 128])
  })

  it('comes in parts of one size that are together the same bytes, and asks for each tensor once', () => {
    const values = [[1, 2, 3], [], [4, Number.NaN, -0, 5, 6, 7, 8]]
    const plain = new Map(values.map((numbers, i) => [`t${i}`, arrayOf([numbers.length], ...numbers)]))
    const whole = encodeSafetensors(plain, { format: 'pt' })
    for (const size of [1, 7, 16, whole.length - 1, whole.length, whole.length + 1]) {
      const asked: string[] = []
      const counted = new Map(
        [...plain].map(([name, { shape, values }]) => [
          name,
          {
            shape,
            get values() {
              asked.push(name)
              return values
            },
          },
        ]),
      )
      const { bytes, parts } = safetensorsInParts(counted, { format: 'pt' }, size)
      expect([bytes, asked]).toEqual([whole.length, []])
      const all = [...parts]
      expect(all.slice(0, -1).every((part) => part.length === size)).toBe(true)
      expect(all.flatMap((part) => [...part])).toEqual([...whole])
      expect(asked).toEqual(['t0', 't1', 't2'])
    }
  })

  it('has its numbers at a multiple of 8 bytes, whatever the header', () => {
    for (let length = 0; length < 9; length += 1) {
      const bytes = encodeSafetensors(new Map([['x'.repeat(length), arrayOf([1])]]), {})
      expect((8 + headerOf(bytes).length) % 8).toBe(0)
      expect(decoded(bytes).tensors.size).toBe(1)
    }
  })

  it('says nothing of metadata when there are none', () => {
    expect(headerOf(encodeSafetensors(new Map(), {})).trim()).toBe('{}')
  })

  it('reads the same to the last bit', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
    const array = shape.chain((sizes) =>
      anyValues(arrayOf(sizes).values.length, false).map((values) => ({ shape: sizes, values })),
    )
    const texts = fc.dictionary(anyName, fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(fc.tuple(anyName, array)), texts, fc.nat({ max: 9 }), (arrays, metadata, gap) => {
        const tensors = new Map(arrays)
        const bytes = encodeSafetensors(tensors, metadata)
        // At any byte of a larger buffer, as files come out of a pool.
        const moved = new Uint8Array(bytes.byteLength + gap).fill(255)
        moved.set(bytes, gap)
        const read = decoded(moved.subarray(gap))
        expect(bitsOf(read.tensors)).toEqual(bitsOf(tensors))
        expect([...read.metadata]).toEqual(Object.entries(metadata))
      }),
      { numRuns: 500 },
    )
  })

  it('is taken from where the numbers lie in a larger buffer', () => {
    const values = Float32Array.of(1, 2, 3, 4).subarray(2)
    const bytes = encodeSafetensors(new Map([['a', { shape: [2], values }]]), {})
    expect(decoded(bytes).tensors.get('a')?.values).toEqual(Float32Array.of(3, 4))
  })

  it('is refused before a wrong file is made', () => {
    const short = { shape: [3], values: new Float32Array(2) }
    expect(() => encodeSafetensors(new Map([['a', short]]), {})).toThrow(
      'expected 3 numbers in a, but found 2',
    )
    expect(() => encodeSafetensors(new Map([['__metadata__', arrayOf([1])]]), {})).toThrow('cannot be named')
    expect(() => encodeSafetensors(new Map([['\ud800', arrayOf([1])]]), {})).toThrow(
      'cannot be written as UTF-8',
    )
    expect(() => encodeSafetensors(new Map(), { note: '\udc00' })).toThrow('cannot be written as UTF-8')
  })
})

describe('what is read', () => {
  it('is what the safetensors library wrote', () => {
    const { tensors, metadata } = decoded(fixture('numpy.safetensors'))
    expect([...tensors.keys()].toSorted()).toEqual(['edge', 'empty', 'grid', 'scalar'])
    expect(tensors.get('grid')).toEqual({ shape: [2, 3], values: Float32Array.of(0, 1, 2, 3, 4, 5) })
    expect(tensors.get('scalar')).toEqual({ shape: [], values: Float32Array.of(7) })
    expect(tensors.get('empty')).toEqual({ shape: [0, 4], values: Float32Array.of() })
    const edge = Float32Array.of(0, -0, 1, -1, 0.1, 1.4e-45, -1.1754942e-38, 3.4028235e38)
    expect(tensors.get('edge')?.values).toEqual(edge)
    expect(Object.fromEntries(metadata)).toEqual({ title: 'quotes " and \\ and é and 🙂', '': 'empty key' })
  })

  it('is a copy of the bytes', () => {
    const bytes = encodeSafetensors(new Map([['a', arrayOf([1], 5)]]), {})
    const { tensors } = decoded(bytes)
    bytes.fill(0)
    expect(tensors.get('a')?.values).toEqual(Float32Array.of(5))
  })

  it("may be bytes in Node's own pool", () => {
    const pooled = Buffer.concat([encodeSafetensors(new Map([['a', arrayOf([2], 5, 6)]]), {})])
    const { tensors } = decoded(pooled)
    pooled.fill(0)
    expect(tensors.get('a')?.values).toEqual(Float32Array.of(5, 6))
  })

  it('may have its tensors in any order, begin at any byte and be padded with space', () => {
    const header =
      ' \n'.slice(2) +
      '{ "b" : {"shape":[1],"data_offsets":[4,8],"dtype":"F32"},\n"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}  \n'
    const { tensors } = decoded(rawFile(header, 8))
    expect([...tensors.keys()]).toEqual(['b', 'a'])
  })

  it('keeps names away from the prototypes of objects', () => {
    const header =
      '{"__proto__":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"__metadata__":{"__proto__":"x"}}'
    const { tensors, metadata } = decoded(rawFile(header, 4))
    expect([...tensors.keys()]).toEqual(['__proto__'])
    expect(metadata.get('__proto__')).toBe('x')
  })
})
