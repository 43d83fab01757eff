import { expect, it } from 'vitest'
import { orderOfSum } from '../../../../../main/trainer/network/layers/basic-rnn'

it('adds up time steps as TensorFlow sorts its nodes by name', () => {
  // As the partition graph of a run of 10 time steps has them, of TensorFlow 2.21.0.
  expect(orderOfSum(10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  expect(orderOfSum(12)).toEqual([10, 11, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0])
  expect(orderOfSum(1)).toEqual([0])
})
