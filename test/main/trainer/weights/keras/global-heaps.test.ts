import { describe, expect, it } from 'vitest'
import { areHeapsWhole } from '../../../../../main/trainer/weights/keras/hdf5/global-heaps'
import { lookIntoHdf5 } from '../../../../../main/trainer/weights/keras/hdf5/hdf5'
import { readKerasFile } from '../../../../../main/trainer/weights/keras/read/file'
import { FILES } from './models'

const HDF5 = [...FILES].filter(([name]) => name.endsWith('.h5'))
const FILE = FILES.get('keras2/functional.h5') ?? new Uint8Array()
/** The heap of the file, and the objects in it that have a number: where their heads are, by the specification of HDF5. */
const heap = Buffer.from(FILE).indexOf('GCOL')
const objects = objectsOf(FILE, heap)

function objectsOf(bytes: Uint8Array, start: number): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const found: number[] = []
  for (let at = start + 16; view.getUint16(at, true) !== 0; ) {
    found.push(at)
    at += 16 + Math.ceil(view.getUint32(at + 8, true) / 8) * 8
  }
  return found
}

function withLength(at: number, length: bigint): Uint8Array {
  const bytes = FILE.slice()
  new DataView(bytes.buffer).setBigUint64(at + 8, length, true)
  return bytes
}

describe('heaps of texts', () => {
  it('are whole in every file of Keras', () => {
    expect(HDF5.length).toBeGreaterThan(20)
    expect(HDF5.filter(([, bytes]) => !areHeapsWhole(bytes)).map(([name]) => name)).toEqual([])
    expect(objects.length).toBeGreaterThan(5)
  })

  // 7 · 2^32 is nothing where lengths have 32 bits, as in the library: it would stay at that object for ever.
  it.each([7n << 32n, 1n << 63n, 4096n, 0xffffffffffffffffn])(
    'are not where an object says that it has %i bytes',
    (length) => {
      expect(objects.filter((at) => areHeapsWhole(withLength(at, length)))).toEqual([])
    },
  )

  it.each([0n, 8n, 1n << 40n])('are not where the heap says that it has %i bytes', (length) => {
    expect(areHeapsWhole(withLength(heap, length))).toBe(false)
  })

  it('are not where the free space at their end has no length, or the file ends before they do', () => {
    const bytes = FILE.slice()
    const [last = 0] = objects.slice(-1)
    const view = new DataView(bytes.buffer)
    const free = last + 16 + Math.ceil(view.getUint32(last + 8, true) / 8) * 8
    view.setBigUint64(free + 8, 0n, true)
    expect(areHeapsWhole(bytes)).toBe(false)
    expect(areHeapsWhole(FILE.subarray(0, heap + 100))).toBe(false)
  })

  it('that are not whole are never given to the library, which may not come to an end with them', async () => {
    let looked = false
    const look = () => {
      looked = true
    }
    expect(await lookIntoHdf5(withLength(objects[3] ?? 0, 7n << 32n), look)).toBeNull()
    expect(looked).toBe(false)
    expect((await lookIntoHdf5(FILE, readKerasFile))?.ok).toBe(true)
  })
})
