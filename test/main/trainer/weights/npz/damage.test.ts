import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { npzCodec } from '../../../../../main/trainer/weights/npz/codec'
import { encodeNpy } from '../../../../../main/trainer/weights/npz/npy'
import { isSentence } from '../any-mutation'
import { arrayOf, fixture, weightsOf } from '../samples'

const text = (value: string) => new TextEncoder().encode(value)
const read = (bytes: Uint8Array) =>
  npzCodec.decode({ bytes, beside: () => Promise.reject(new Error('an archive is one file')) }, LESSON)

async function sentence(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes)
  return result.ok ? 'it was read' : inEnglish(result.error.text)
}

/** An array's file with any header, of version 1.0. */
function npy(header: string, data = 0): Uint8Array {
  const bytes = new Uint8Array(10 + header.length + data)
  bytes.set([0x93, ...text('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8, ...text(header)])
  return bytes
}

const described = (descr: string, shape = '(1,)', order = 'False') =>
  `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': ${shape}, }\n`

const arrays = () =>
  Object.fromEntries([...weightsOf()].map(([name, array]) => [`${name}.npy`, encodeNpy(array)]))
const withArray = (content: Uint8Array) => zipSync({ ...arrays(), 'out.bias.npy': content })

/** Two members become one name: written the same length apart, then renamed where they stand. */
function twice(): Uint8Array {
  const bytes = zipSync({ 'a.npy': encodeNpy(arrayOf([1])), 'b.npy': encodeNpy(arrayOf([1])) })
  return bytes.map((byte, i) => (byte === 0x62 && bytes[i + 1] === 0x2e ? 0x61 : byte))
}

/** What tells how the member of an archive is compressed, in its own head and in the directory, is bzip2. */
function bzipped(): Uint8Array {
  const bytes = zipSync({ 'a.npy': encodeNpy(arrayOf([1])) })
  const view = new DataView(bytes.buffer)
  view.setUint16(8, 12, true)
  view.setUint16(view.getUint32(bytes.byteLength - 6, true) + 10, 12, true)
  return bytes
}

/** An archive whose only member says that it is small and unpacks to more than 64 MiB. */
function lyingBomb(): Uint8Array {
  const bytes = zipSync({ 'a.npy': [new Uint8Array(80 * 1024 * 1024), { level: 9 }] })
  const view = new DataView(bytes.buffer)
  view.setUint32(22, 100, true)
  const directory = view.getUint32(bytes.byteLength - 6, true)
  view.setUint32(directory + 24, 100, true)
  return bytes
}

const HOSTILE: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  [
    'no archive',
    () => text('weights'),
    /is not a weights file: an \.npz file is a zip archive .*; choose an \.npz /,
  ],
  ['half an archive', () => fixture('numpy-gru.npz').slice(0, 900), /its list of members cannot be read; /],
  ['an empty archive', () => zipSync({}), /should have a recurrent layer, .* but has no tensor; /],
  [
    'Python objects',
    () => fixture('numpy-objects.npz'),
    /holds Python objects, which Unroll never reads: "a" /,
  ],
  [
    'more members than any network has, which is whole',
    () =>
      zipSync(
        Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}.npy`, encodeNpy(arrayOf([1]))])),
      ),
    /is too large to be weights: it should have at most 256 members, but has more; /,
  ],
  [
    'a whole archive in bzip2',
    bzipped,
    /is compressed in a way that Unroll does not read: "a\.npy" should be stored or deflated, but has method 12; /,
  ],
  ['two members of one name', twice, /"a\.npy" is there twice; /],
  [
    'a bomb that is honest',
    () => zipSync({ 'a.npy': [new Uint8Array(70_000_000), { level: 9 }] }),
    /too large/,
  ],
  ['a bomb that lies', lyingBomb, /"a\.npy" should be 100 bytes when it is unpacked, but is not; /],
  ['a member that is no array', () => withArray(text('no array')), /"out\.bias" should be an array of NumPy/],
  [
    'a version to come',
    () => withArray(npy(described('<f4'), 4).map((b, i) => (i === 6 ? 9 : b))),
    /but is of 9\.0; /,
  ],
  [
    'a header without an end',
    () => withArray(npy(described('<f4')).slice(0, 30)),
    /should have a header of at most 10,000/,
  ],
  [
    'a header with code in it',
    () => withArray(npy("__import__('os').system('true')\n")),
    /should tell descr/,
  ],
  [
    'integers',
    () => withArray(npy(described('<i4'), 4)),
    /should be float32, float64 or float16, but is "<i4"; /,
  ],
  ['a prototype for a type', () => withArray(npy(described('<constructor1'), 4)), /but is "<constructor1"; /],
  [
    'a structure',
    () => withArray(npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': ()}")),
    /holds numbers that Unroll does not read: .* but is "\[\('a', '<f4'\)\]"; /,
  ],
  [
    'a shape beyond the file',
    () => withArray(npy(described('<f4', '(4000000000, 4000000000)'), 4)),
    /needs other bytes/,
  ],
  ['a shape in two lines', () => withArray(npy(described('<f4', '(1,\n)'), 4)), /should tell descr/],
  ['a shape with a minus', () => withArray(npy(described('<f4', '(-1,)'), 4)), /should tell descr/],
  ['too few numbers', () => withArray(npy(described('<f4', '(2,)'), 4)), /needs 8 bytes, but has 4; /],
  [
    'a number that is none',
    () => withArray(npy(described('<f4'), 4).fill(0xff, -4)),
    /must be finite numbers/,
  ],
  [
    'a number beyond float32',
    () => withArray(encodeDouble(1e300)),
    /should be within float32, up to 3\.4e38, but one of "out\.bias" is 1e\+300; /,
  ],
  [
    'an array too many',
    () => zipSync({ ...arrays(), '../../evil.npy': encodeNpy(arrayOf([1])) }),
    /but also has "\.\.\/\.\.\/evil"|but also has "\.\.\/\.\."/,
  ],
  [
    'an array too few',
    () => zipSync({ 'rnn.weight_hh_l0.npy': encodeNpy(arrayOf([2, 2])) }),
    /but has none; /,
  ],
  [
    "half of Keras's names",
    () => zipSync({ 'dense/bias.npy': encodeNpy(arrayOf([1])) }),
    /should have a recurrent layer, .* but has "dense"; /,
  ],
  ['a GRU that resets before', () => kerasGru([9]), /reset gate after the recurrent product/],
  [
    'metadata that are no JSON',
    () => zipSync({ ...arrays(), '__unroll__.npy': npy(described('|u1', '(3,)'), 3) }),
    /metadata/,
  ],
]

function encodeDouble(value: number): Uint8Array {
  const bytes = npy(described('<f8'), 8)
  new DataView(bytes.buffer).setFloat64(bytes.byteLength - 8, value, true)
  return bytes
}

function kerasGru(bias: readonly number[]): Uint8Array {
  const shapes: Record<string, readonly number[]> = {
    ...{ 'layers/0/kernel': [1, 9], 'layers/0/recurrent_kernel': [3, 9], 'layers/0/bias': bias },
    ...{ 'dense/kernel': [3, 1], 'dense/bias': [1] },
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [`${name}.npy`, encodeNpy(arrayOf(shape))]),
    ),
  )
}

it('an archive with a folder in it is read as one without', async () => {
  expect(await sentence(zipSync({ 'arrays/': new Uint8Array(), ...arrays() }))).toBe(
    await sentence(zipSync(arrays())),
  )
  expect(await sentence(zipSync({ 'arrays/': new Uint8Array(), ...arrays() }))).toBe('it was read')
})

describe('archives made to harm', () => {
  it.each(HOSTILE)('%s', async (_, bytes, expected) => {
    const found = await sentence(bytes())
    expect(found).toMatch(expected)
    expect(found).toSatisfy(isSentence)
  })
})
