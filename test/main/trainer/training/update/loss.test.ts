import { describe, expect, it } from 'vitest'
import { type Tensor2D, tf } from '../../../../../main/trainer/tensorflow'
import { maskedSquaredError, meanSquaredError } from '../../../../../main/trainer/training/update/loss'
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

describe('the squared error over the targets that are there', () => {
  const predictions = () => tf.tensor2d([1, 2, 3, -4, 0.1, 7], [3, 2])
  const targets = () => tf.tensor2d([1, 4, -1, 0.5, 0.7, 2], [3, 2])

  it('is their mean, and its gradient the one that TensorFlow.js derives', () => {
    tf.tidy(() => {
      const mask = tf.tensor2d([1, 1, 0, 1, 1, 0], [3, 2])
      const { loss, gradient } = maskedSquaredError(predictions(), targets(), mask)
      expect(loss.dataSync()[0]).toBeCloseTo((0 + 4 + 20.25 + 0.36) / 4, 6)
      const derived = tf.grad((given) => maskedSquaredError(given as Tensor2D, targets(), mask).loss)(
        predictions(),
      )
      expect(greatestDifference(gradient.dataSync(), derived.dataSync())).toBeLessThan(1e-7)
    })
  })

  it('is the plain one to the last bit where all are there, and nothing where none is', () => {
    tf.tidy(() => {
      const numbers = ({ loss, gradient }: ReturnType<typeof meanSquaredError>) => [
        ...loss.dataSync(),
        ...gradient.dataSync(),
      ]
      const all = maskedSquaredError(predictions(), targets(), tf.ones([3, 2]))
      expect(numbers(all)).toEqual(numbers(meanSquaredError(predictions(), targets())))
      const none = maskedSquaredError(predictions(), targets(), tf.zeros([3, 2]))
      expect(numbers(none).every((value) => value === 0)).toBe(true)
    })
  })

  it('refuses a mask of another shape', () => {
    const compare = () => tf.tidy(() => maskedSquaredError(predictions(), targets(), tf.ones([3, 1])).loss)
    expect(compare).toThrow('Mask: ')
  })
})
