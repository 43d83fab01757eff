import { describe, expect, it } from 'vitest'
import { tf } from '../../../../../main/trainer/tensorflow'
import { firstSequences, rowsOf } from '../../../../../main/trainer/training/update/window-rows'

/** A window of two sequences with two time steps: three inputs, 100 for each sequence, 10 for each time step. */
function window(from: number) {
  const numbers = (features: number) =>
    Float32Array.from(
      [0, 10, 100, 110].flatMap((at) => Array.from({ length: features }, (_, i) => from + at + i)),
    )
  return { inputs: numbers(3), targets: numbers(2), advance: 0 }
}

const SIZES = { inputs: 3, outputs: 2 }

describe('the rows of windows', () => {
  it('are of each window its time steps, of each time step all sequences, features innermost', () => {
    tf.tidy(() => {
      const rows = rowsOf([window(0), window(1000)], 2, SIZES)
      expect(rows.inputs.arraySync()).toEqual([
        [0, 1, 2],
        [100, 101, 102],
        [10, 11, 12],
        [110, 111, 112],
        [1000, 1001, 1002],
        [1100, 1101, 1102],
        [1010, 1011, 1012],
        [1110, 1111, 1112],
      ])
      expect(rows.targets.arraySync().slice(0, 3)).toEqual([
        [0, 1],
        [100, 101],
        [10, 11],
      ])
      expect(rows.mask).toBeUndefined()
    })
  })

  it('have a mask in the same places if one window has one, and nothing where a target is missing', () => {
    tf.tidy(() => {
      const targets = window(0).targets.map((value, i) => (i === 5 ? Number.NaN : value))
      const masked = { ...window(0), targets, mask: Uint8Array.of(1, 1, 1, 1, 1, 0, 1, 1) }
      const rows = rowsOf([window(7), masked], 2, SIZES)
      expect(rows.mask?.arraySync()).toEqual([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 0],
        [1, 1],
        [1, 1],
      ])
      expect(rows.targets.arraySync()[5]).toEqual([100, 0])
    })
  })

  it('give the first sequence of each window back', () => {
    const rows = tf.tidy(() => rowsOf([window(0), window(1000)], 2, SIZES).targets.dataSync() as Float32Array)
    const first = firstSequences(rows, 2, { batch: 2, features: 2 })
    expect(first).toEqual([Float32Array.of(0, 1, 10, 11), Float32Array.of(1000, 1001, 1010, 1011)])
  })

  it('refuse series that do not belong together', () => {
    const of = (changes: object) => () => tf.tidy(() => rowsOf([{ ...window(0), ...changes }], 2, SIZES))
    expect(of({ inputs: new Float32Array(13) })).toThrow('13 inputs cannot be shared out to a batch of 2')
    expect(of({ targets: new Float32Array(12) })).toThrow('should have 8 numbers, but one has 12')
    expect(of({ mask: new Uint8Array(4) })).toThrow('should have 8 numbers, but one has 4')
  })
})
