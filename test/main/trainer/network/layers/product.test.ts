import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compile } from '../../../../../main/trainer/graph/compile'
import { record } from '../../../../../main/trainer/graph/recording/record'
import { product, productsWith } from '../../../../../main/trainer/network/layers/product'
import { numbersOf, type Tensor, type Tensor2D, tf } from '../../../../../main/trainer/tensorflow'
import { greatestDifference } from '../../../../helpers/reference'

/** The smallest, an ordinary one, and those around the size from which another routine takes over. */
const SHAPES = [
  { rows: 1, inner: 1, columns: 1 },
  { rows: 3, inner: 5, columns: 2 },
  { rows: 1, inner: 1000, columns: 99 },
  { rows: 1, inner: 1000, columns: 100 },
  { rows: 64, inner: 800, columns: 64 },
  { rows: 400, inner: 1, columns: 256 },
]
const TURNS = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const

beforeEach(() => tf.engine().startScope())
afterEach(() => tf.engine().endScope())

const uniform = (shape: [number, number], seed: number): Tensor2D =>
  tf.randomUniform(shape, -1, 1, 'float32', seed)

/** The product in double precision, one number after the other. */
function plainProduct(a: Float32Array, b: Float32Array, { rows, inner, columns }: (typeof SHAPES)[number]) {
  return Array.from({ length: rows * columns }, (_, place) => {
    const [row, column] = [Math.floor(place / columns), place % columns]
    let sum = 0
    for (let k = 0; k < inner; k += 1)
      sum += (a[row * inner + k] as number) * (b[k * columns + column] as number)
    return sum
  })
}

describe('a matrix product', () => {
  it.each(SHAPES)('is that of plain loops, whatever is transposed: %o', (shape) => {
    const { rows, inner, columns } = shape
    const [a, b] = [uniform([rows, inner], 1), uniform([inner, columns], 2)]
    const expected = plainProduct(numbersOf(a), numbersOf(b), shape)
    for (const [left, right] of TURNS) {
      const made = product(left ? tf.transpose(a) : a, right ? tf.transpose(b) : b, left, right)
      expect(made.shape).toEqual([rows, columns])
      expect(greatestDifference(numbersOf(made), expected)).toBeLessThan(1e-4)
    }
  })

  it.each(SHAPES)('has the same bits recorded, and every time: %o', ({ rows, inner, columns }) => {
    for (const [left, right] of TURNS) {
      const a = uniform(left ? [inner, rows] : [rows, inner], 3)
      const b = uniform(right ? [columns, inner] : [inner, columns], 4)
      const compiled = compile<[Tensor2D, Tensor2D], Tensor>((x, y) => product(x, y, left, right), [a, b])
      const eager = numbersOf(product(a, b, left, right))
      expect(numbersOf(compiled.run(a, b))).toEqual(eager)
      expect(numbersOf(product(a, b, left, right))).toEqual(eager)
      compiled.dispose()
    }
  })

  it.each([1, 2, 40])('is the same with a kernel for many, of %d rows', (rows) => {
    const [x, kernel] = [uniform([rows, 64], 7), uniform([50, 64], 8)]
    const once = numbersOf(product(x, kernel, false, true))
    expect(greatestDifference(numbersOf(productsWith(kernel, rows)(x)), once)).toBeLessThan(1e-5)
  })

  it('is made by the routine that its size asks for', () => {
    const opOf = (columns: number) => {
      const given = [uniform([1000, 1], 5), uniform([1000, columns], 6)]
      const { nodes } = record(([a, b]) => [product(a as Tensor2D, b as Tensor2D, true)], given)
      return nodes.map(({ op }) => op)
    }
    expect([opOf(99), opOf(100)]).toEqual([['MatMul'], ['_MklMatMul']])
  })
})
