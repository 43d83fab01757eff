import { describe, expect, it } from 'vitest'
import { knownShapes } from '../../../../../main/trainer/graph/recording/known-shapes'
import { PURE_OPS } from '../../../../../main/trainer/graph/recording/ops'
import { nativeOps, tf } from '../../../../../main/trainer/tensorflow'
import { drawsFrom } from '../../timeline/replay-cases/draws'

type Shape = readonly number[]
type Kind = {
  readonly shapes: readonly Shape[]
  readonly attributes?: Readonly<Record<string, boolean | string>>
}

const WINDOWS = { UnrollLstm: 3, UnrollLstmGrad: 1, UnrollGru: 2, UnrollGruGrad: 2 } as const
const draws = drawsFrom(1)
const size = () => draws.between(1, 5)

/** Kinds of operands that fit, of sizes that are drawn. */
const KINDS: Readonly<Record<string, () => Kind>> = {
  ...Object.fromEntries(
    ['MatMul', '_MklMatMul'].map((op) => [
      op,
      (): Kind => {
        const [rows, inner, columns] = [size(), size(), size()]
        const [transposeA, transposeB] = [draws.chance(0.5), draws.chance(0.5)]
        const mark = op === 'MatMul' ? {} : { _kernel: 'MklNameChangeOp' }
        return {
          shapes: [
            transposeA ? [inner, rows] : [rows, inner],
            transposeB ? [columns, inner] : [inner, columns],
          ],
          attributes: { transpose_a: transposeA, transpose_b: transposeB, ...mark },
        }
      },
    ]),
  ),
  ...Object.fromEntries(
    ['Add', 'Mul', 'RealDiv', 'Sub'].map((op) => [
      op,
      (): Kind => {
        const shape = [size(), size()]
        return {
          shapes: draws.oneOf<Shape[]>([
            [shape, shape],
            [shape, []],
            [[], shape],
          ]),
        }
      },
    ]),
  ),
  Sqrt: () => ({ shapes: [[size(), size()]] }),
  Square: () => ({ shapes: [[size()]] }),
  UnrollLstm: () => {
    const [t, b, h] = [size(), size(), size()]
    return { shapes: [[t * b, 4 * h], [4 * h], [4 * h, h], [b, h], [b, h]] }
  },
  UnrollLstmGrad: () => {
    const [t, b, h] = [size(), size(), size()]
    return {
      shapes: [
        [4 * h, h],
        [t * b, 5 * h],
        [(t + 1) * b, h],
        [t * b, h],
      ],
    }
  },
  UnrollGru: () => {
    const [t, b, h] = [size(), size(), size()]
    return { shapes: [[t * b, 3 * h], [3 * h], [3 * h, h], [3 * h], [b, h]] }
  },
  UnrollGruGrad: () => {
    const [t, b, h] = [size(), size(), size()]
    return {
      shapes: [
        [3 * h, h],
        [t * b, 4 * h],
        [(t + 1) * b, h],
        [t * b, h],
      ],
    }
  },
}

/** The shapes that TensorFlow itself gives. */
function shapesOf(op: string, { shapes, attributes = {} }: Kind): Shape[] {
  return tf.tidy(() => {
    const zeros = shapes.map((shape) => tf.zeros([...shape]))
    const results = WINDOWS[op as keyof typeof WINDOWS] ?? 1
    return nativeOps(op, zeros, attributes, results).map(({ shape }) => [...shape])
  })
}

const listed = ({ attributes = {} }: Kind) =>
  Object.entries(attributes).map(([name, value]) => ({ name, type: 0, value }))

describe('the shapes of results that are not found out by running an op', () => {
  it.each(Object.entries(KINDS))('are those that TensorFlow gives for %s', (op, kindOf) => {
    for (let i = 0; i < 20; i += 1) {
      const kind = kindOf()
      expect(knownShapes(op, kind.shapes, listed(kind)), JSON.stringify(kind)).toEqual(shapesOf(op, kind))
    }
  })

  it.each<[string, Shape[]]>([
    [
      'MatMul',
      [
        [2, 3],
        [2, 3],
      ],
    ],
    ['_MklMatMul', [[2, 3], [3]]],
    ['Add', [[2, 3], [3]]],
    ['Square', [[]]],
    ['UnrollLstm', [[4, 9], [8], [8, 2], [2, 2], [2, 2]]],
    [
      'UnrollGruGrad',
      [
        [6, 3],
        [4, 8],
        [6, 2],
        [4, 2],
      ],
    ],
  ])('are left to %s where its operands do not fit, or have another rule', (op, shapes) => {
    expect(knownShapes(op, shapes, [])).toBeNull()
  })

  it('are known of ops that can be compiled alone', () => {
    const others = PURE_OPS.filter((op) => !(op in KINDS))
    for (const op of others)
      expect(
        knownShapes(
          op,
          [
            [2, 3],
            [2, 3],
          ],
          [],
        ),
      ).toBeNull()
    expect(Object.keys(KINDS).filter((op) => !PURE_OPS.includes(op))).toEqual([])
  })
})
