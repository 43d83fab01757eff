import { describe, expect, it } from 'vitest'
import { TimeLimitError, withinTime } from '../../../../../main/trainer/weights/keras/hdf5/time-limit'

/** `(module (func (export "spin") (loop (br 0))))`, by the binary format of WebAssembly 1.0. */
const SPIN = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x08, 0x01, 0x04, 0x73, 0x70, 0x69, 0x6e, 0x00, 0x00],
  ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x03, 0x40, 0x0c, 0x00, 0x0b, 0x0b],
)

describe('a time limit', () => {
  it('ends a loop of JavaScript that would never end, and runs neither its catch nor its finally', () => {
    const ran: string[] = []
    const call = () => {
      try {
        for (;;);
      } catch {
        ran.push('catch')
      } finally {
        ran.push('finally')
      }
    }
    expect(() => withinTime(20, call)).toThrow(TimeLimitError)
    expect(ran).toEqual([])
  })

  it('ends a loop of WebAssembly', () => {
    const { spin } = new WebAssembly.Instance(new WebAssembly.Module(SPIN)).exports
    expect(() => withinTime(20, spin as () => void)).toThrow(new TimeLimitError('not done after 20 ms'))
  })

  it('gives back what a call returns, the same thing', () => {
    const found = { a: 1 }
    expect(withinTime(10_000, () => found)).toBe(found)
    expect(withinTime(10_000, () => undefined)).toBeUndefined()
  })

  it('throws what a call throws, the same thing', () => {
    const error = new RangeError('too far')
    expect(() =>
      withinTime(10_000, () => {
        throw error
      }),
    ).toThrow(error)
  })
})
