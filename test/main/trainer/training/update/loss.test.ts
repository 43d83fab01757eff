import { describe, expect, it } from 'vitest'
import { type Tensor2D, tf } from '../../../../../main/trainer/tensorflow'
import { meanSquaredError } from '../../../../../main/trainer/training/update/loss'
import { greatestDifference } from '../../../../helpers/reference'

describe('the mean squared error', () => {
  it('is the mean over every number of the window', () => {
    tf.tidy(() => {
      const { loss } = meanSquaredError(tf.tensor2d([1, 2, 3], [3, 1]), tf.tensor2d([1, 4, -1], [3, 1]))
      expect(loss.dataSync()[0]).toBeCloseTo((0 + 4 + 16) / 3, 6)
    })
  })

  it('has the gradient that TensorFlow.js derives', () => {
    tf.tidy(() => {
      const [predictions, targets] = [
        tf.tensor2d([1, 2, 3, -4], [4, 1]),
        tf.tensor2d([1, 4, -1, 0.5], [4, 1]),
      ]
      const derived = tf.grad((given) => meanSquaredError(given as Tensor2D, targets).loss)(predictions)
      const { gradient } = meanSquaredError(predictions, targets)
      expect(greatestDifference(gradient.dataSync(), derived.dataSync())).toBeLessThan(1e-7)
    })
  })

  it('refuses targets of another shape, also one that could be stretched', () => {
    const compare = (shape: [number, number]) =>
      tf.tidy(() => meanSquaredError(tf.zeros([3, 1]), tf.zeros(shape)).loss)
    expect(() => compare([1, 1])).toThrow('Predictions and targets')
    expect(() => compare([2, 1])).toThrow('Predictions and targets')
  })
})
