import { describe, expect, it } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import {
  adoptTensors,
  nativeBackend,
  nativeConstant,
  nativeIdsOf,
  nativeTypeOf,
} from '../../../../main/trainer/graph/native-binding'
import { PURE_OPS } from '../../../../main/trainer/graph/ops'
import { withPlainProducts } from '../../../../main/trainer/graph/plain-products'
import { record } from '../../../../main/trainer/graph/record'
import { type Tensor, tf } from '../../../../main/trainer/tensorflow'
import { contentOf, expectSameNumbers } from './compare'
import { type Numbers, numbers, OP_EXAMPLES } from './op-examples'

const SIZES = [0, 1, 2, 5, 17, 32, 33, 100]
const PRODUCTS = SIZES.flatMap((rows) =>
  SIZES.flatMap((inner) => SIZES.map((columns) => [rows, inner, columns] as const)),
)

describe('a matrix product', () => {
  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])('is the same for one matrix as for a batch, transposed: %s %s', (left, right) => {
    const differing = PRODUCTS.filter(([rows, inner, columns], seed) =>
      tf.tidy(() => {
        const x = tf.randomUniform(left ? [inner, rows] : [rows, inner], -1, 1, 'float32', seed)
        const y = tf.randomUniform(right ? [columns, inner] : [inner, columns], -1, 1, 'float32', seed + 1)
        const attributes = (names: readonly [string, string]) => [
          { name: 'T', type: nativeConstant('TF_ATTR_TYPE'), value: nativeTypeOf(x) },
          { name: names[0], type: nativeConstant('TF_ATTR_BOOL'), value: left },
          { name: names[1], type: nativeConstant('TF_ATTR_BOOL'), value: right },
        ]
        const run = (op: string, names: readonly [string, string]) => {
          const ids = nativeIdsOf([x, y])
          const outputs = nativeBackend().binding.executeOp(op, attributes(names), ids, 1)
          return adoptTensors(outputs).map(contentOf)
        }
        const plain = run('MatMul', ['transpose_a', 'transpose_b'])
        return JSON.stringify(plain) !== JSON.stringify(run('BatchMatMulV2', ['adj_x', 'adj_y']))
      }),
    )
    expect(differing).toEqual([])
  })
})

describe('the ops that can be compiled', () => {
  it('are those that were tried', () => {
    expect(Object.keys(OP_EXAMPLES).sort()).toEqual([...PURE_OPS].sort())
  })

  it.each(Object.entries(OP_EXAMPLES))('%s gives what it gives eagerly', (op, example) => {
    const [first, later] = [numbers(1), numbers(2)]
    const recording = record((inputs) => {
      const keys = Object.keys(first)
      return [example(Object.fromEntries(keys.map((key, i) => [key, inputs[i]])) as Numbers)].flat()
    }, Object.values(first))
    const { nodes } = withPlainProducts(recording)
    expect(nodes.map((node) => node.op)).toContain(op)

    const compiled = compile<[Numbers], Tensor | Tensor[]>(example, [first])
    for (const given of [first, later]) {
      const [eager, replayed] = [[example(given)].flat(), [compiled.run(given)].flat()]
      expectSameNumbers(replayed, eager)
      tf.dispose([eager, replayed])
    }
    compiled.dispose()
    tf.dispose([first, later])
  })
})
