import { expect, it } from 'vitest'
import { nativeIdsOf } from '../../../../../main/trainer/graph/native/native-binding'
import { tf } from '../../../../../main/trainer/tensorflow'

/*
 * A tensor in the memory of a JavaScript array is given back to Node by whatever thread lets go of it last, which Node
 * bears on one thread alone; see scripts/setup/between/own-memory.cc. TensorFlow takes such memory only where it lies at
 * a multiple of 64 bytes, so that every place within 64 bytes is tried.
 */
it.each<[string, new (buffer: ArrayBuffer, offset: number, length: number) => Float32Array | Int32Array]>([
  ['float32', Float32Array],
  ['int32', Int32Array],
])('no tensor of %s lies in the memory of a JavaScript array', (_, Numbers) => {
  const buffer = new ArrayBuffer(128)
  const shared = Array.from({ length: 16 }, (_, place) => 4 * place).filter((offset) => {
    const numbers = new Numbers(buffer, offset, 2).fill(1)
    const tensor = tf.tensor1d(numbers)
    nativeIdsOf([tensor])
    numbers.fill(2)
    const held = Array.from(tensor.dataSync())
    tensor.dispose()
    expect(held).toHaveLength(2)
    return held.some((number) => number !== 1)
  })
  expect(shared).toEqual([])
})
