import { expect, it } from 'vitest'
import { tf } from '../../../../main/trainer/tensorflow'
import { warmUp } from '../../../../main/trainer/training/warm-up'

it('warms up by an update of which nothing is left', () => {
  const { numTensors } = tf.memory()
  const kernels = tf.engine().profile(warmUp)
  return kernels.then(({ kernelNames }) => {
    expect(kernelNames).toEqual(expect.arrayContaining(['Tanh', 'Sqrt']))
    expect(tf.memory().numTensors).toBe(numTensors)
  })
})
