import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import { withoutDeadNodes } from '../../../../main/trainer/graph/dead-nodes'
import { withoutRepetition } from '../../../../main/trainer/graph/lean'
import { record } from '../../../../main/trainer/graph/recording/record'
import { atOnce } from '../../../../main/trainer/pieces'
import { type Tensor, tf } from '../../../../main/trainer/tensorflow'
import { expectSameNumbers } from './compare'

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

/** Ops and constants that are left of a function of one vector, and that the numbers are the same. */
function leftOf(fn: (x: Tensor) => Tensor[]) {
  const x = tf.tensor1d([0.5, -2])
  const { nodes, constants } = withoutDeadNodes(
    atOnce(withoutRepetition(record(([y]) => fn(y as Tensor), [x]))),
  )
  const compiled = compile<[Tensor], Tensor[]>(fn, [x])
  expectSameNumbers(compiled.run(x), fn(x))
  expect(compiled.nodes).toBe(nodes.length + constants.length)
  compiled.dispose()
  return { ops: nodes.map(({ op }) => op), constants: constants.length }
}

describe('a lean recording', () => {
  it('has equal constants and equal calls once', () => {
    const twice = leftOf((x) => [tf.add(tf.sum(tf.square(x), 0), tf.sum(tf.square(x), 0))])
    expect(twice).toEqual({ ops: ['Square', 'Sum', 'Add'], constants: 1 })
  })

  it('keeps apart what differs in type, shape, bits, attributes or arguments', () => {
    expect(leftOf((x) => [tf.add(x, 1), tf.add(x, tf.tensor1d([1]))]).constants).toBe(2)
    expect(leftOf((x) => [tf.mul(x, 0), tf.mul(x, tf.scalar(-0))]).constants).toBe(2)
    expect(leftOf((x) => [tf.leakyRelu(x, 0.1), tf.leakyRelu(x, 0.2)]).ops).toHaveLength(2)
    expect(leftOf((x) => [tf.sub(x, 1), tf.sub(1, x)]).ops).toHaveLength(2)
    expect(leftOf((x) => [tf.cast(x, 'int32'), tf.cast(x, 'bool')]).ops).toHaveLength(2)
  })

  it('takes several outputs of one call', () => {
    const { ops } = leftOf((x) => [...tf.split(x, 2), ...tf.split(x, 2).reverse()])
    expect(ops).toEqual(['SplitV'])
  })

  it('has no casts and reshapes that change nothing', () => {
    expect(leftOf((x) => [tf.mean(tf.reshape(x, [2]))]).ops).toEqual(['Mean'])
    expect(leftOf((x) => [tf.reshape(x, [2]), tf.reshape(x, [2, 1])]).ops).toEqual(['Reshape'])
  })

  it('does not split what was joined of the same parts', () => {
    const joined = (x: Tensor) => tf.concat([tf.square(x), tf.neg(x), x])
    expect(leftOf((x) => tf.split(joined(x), 3)).ops).toEqual(['Square', 'Neg'])
    // Other parts, and parts of what was joined along another axis, are made.
    expect(leftOf((x) => tf.split(joined(x), 2)).ops).toContain('SplitV')
    expect(leftOf((x) => tf.split(joined(x), [2, 3, 1])).ops).toContain('SplitV')
    const beside = (x: Tensor) => tf.concat([tf.reshape(x, [2, 1]), tf.reshape(tf.neg(x), [2, 1])], 1)
    expect(leftOf((x) => tf.split(beside(x), 2, 0)).ops).toContain('SplitV')
    expect(leftOf((x) => tf.split(beside(x), 2, 1)).ops).not.toContain('SplitV')
  })

  it('has nothing that no result needs', () => {
    const unused = (x: Tensor) => {
      tf.exp(tf.add(tf.square(x), 1)).dispose()
      return [tf.sub(x, 2)]
    }
    expect(leftOf(unused)).toEqual({ ops: ['Sub'], constants: 1 })
  })

  it('can be empty', () => {
    expect(leftOf((x) => [x])).toEqual({ ops: [], constants: 0 })
  })
})
