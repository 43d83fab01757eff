import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'

/*
 * The family of TensorFlow trains one bias, PyTorch's modules have two. In a file the second is there and zero, so that
 * PyTorch loads it as it is and computes the same.
 */
const FIRST = 'rnn.bias_ih_l0'
const SECOND = 'rnn.bias_hh_l0'

/** Puts the zero bias where PyTorch's order has it. */
export function withZeroBias(parameters: NamedArrays): NamedArrays {
  return new Map(
    [...parameters].flatMap(([name, array]): [string, ArrayOf][] => {
      if (name !== FIRST) return [[name, array]]
      const zero = { shape: array.shape, values: new Float32Array(array.values.length) }
      return [
        [FIRST, array],
        [SECOND, zero],
      ]
    }),
  )
}

/** Takes it out again. Fails with `weights-mismatch` if it is not zero: then it means something. */
export function dropZeroBias(parameters: NamedArrays): Result<NamedArrays> {
  const index = parameters.get(SECOND)?.values.findIndex((value) => value !== 0) ?? -1
  if (index >= 0) {
    const value = `${parameters.get(SECOND)?.values[index]}`
    return mismatch(text('torch.secondBias', { first: FIRST, second: SECOND, number: index + 1, value }))
  }
  return ok(new Map([...parameters].filter(([name]) => name !== SECOND)))
}
