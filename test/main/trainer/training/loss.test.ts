import { describe, expect, it } from 'vitest'
import { tf } from '../../../../main/trainer/tensorflow'
import { meanSquaredError } from '../../../../main/trainer/training/loss'

describe('the mean squared error', () => {
  it('is the mean over every number of the window', () => {
    const loss = tf.tidy(
      () =>
        meanSquaredError(tf.tensor3d([1, 2, 3], [1, 3, 1]), tf.tensor3d([1, 4, -1], [1, 3, 1])).dataSync()[0],
    )
    expect(loss).toBeCloseTo((0 + 4 + 16) / 3, 6)
  })

  it('refuses targets of another shape, also one that could be stretched', () => {
    const compare = (shape: [number, number, number]) =>
      tf.tidy(() => meanSquaredError(tf.zeros([1, 3, 1]), tf.zeros(shape)))
    expect(() => compare([1, 1, 1])).toThrow('Predictions and targets')
    expect(() => compare([1, 2, 1])).toThrow('Predictions and targets')
  })
})
