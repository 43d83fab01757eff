import { describe, expect, it } from 'vitest'
import { knownShapes, type ShapedOperand } from '../../../../../main/trainer/graph/recording/known-shapes'
import { PURE_OPS } from '../../../../../main/trainer/graph/recording/ops'
import { nativeOps, type Tensor, tf } from '../../../../../main/trainer/tensorflow'
import { drawsFrom } from '../../timeline/replay-cases/draws'

type Shape = readonly number[]
type Kind = {
  readonly shapes: readonly Shape[]
  /** Whole numbers that are given behind them. */
  readonly constants?: readonly (number | readonly number[])[]
  readonly attributes?: Readonly<Record<string, boolean | string>>
  readonly results?: number
  /** What TensorFlow.js has for an op of which the number of operands is an attribute. */
  readonly made?: (zeros: readonly Tensor[]) => readonly Tensor[]
}

const draws = drawsFrom(1)
const size = () => draws.between(1, 5)
const sizes = (axes: number) => Array.from({ length: axes }, size)

/** A matrix or a cube, and an axis of it. */
const withAxis = () => {
  const shape = sizes(draws.between(2, 3))
  return { shape, axis: draws.between(0, shape.length - 1) }
}

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
        const shape = sizes(2)
        const [rows, columns] = shape as [number, number]
        return {
          shapes: draws.oneOf<Shape[]>([
            [shape, shape],
            [shape, []],
            [[], shape],
            [shape, [columns]],
            [[rows, 1], shape],
            [
              [rows, 1],
              [1, columns],
            ],
          ]),
        }
      },
    ]),
  ),
  ...Object.fromEntries(
    ['Sqrt', 'Square', 'Tanh'].map((op) => [op, (): Kind => ({ shapes: [sizes(draws.between(0, 3))] })]),
  ),
  ConcatV2: () => {
    const { shape, axis } = withAxis()
    const parts = Array.from({ length: draws.between(2, 4) }, () => shape.with(axis, size()))
    return { shapes: parts, constants: [axis], made: (zeros) => [tf.concat([...zeros], axis)] }
  },
  Reshape: () => {
    const [a, b, c] = sizes(3) as [number, number, number]
    return { shapes: [[a, b, c]], constants: [draws.oneOf([[a * b, c], [a * b * c], [c, a, b]])] }
  },
  Slice: () => {
    const { shape } = withAxis()
    const from = shape.map((length) => draws.between(0, length - 1))
    return {
      shapes: [shape],
      constants: [from, shape.map((length, axis) => draws.between(1, length - (from[axis] as number)))],
    }
  },
  SplitV: () => {
    const { shape, axis } = withAxis()
    const parts = sizes(draws.between(2, 4))
    const whole = parts.reduce((sum, length) => sum + length)
    return {
      shapes: [shape.with(axis, whole)],
      constants: [parts, axis],
      made: ([zeros]) => tf.split(zeros as Tensor, parts, axis),
    }
  },
  Sum: () => {
    const { shape, axis } = withAxis()
    const axes = draws.oneOf([[axis], [axis, (axis + 1) % shape.length], shape.map((_, i) => i)])
    return { shapes: [shape], constants: [axes], attributes: { keep_dims: draws.chance(0.5) } }
  },
  Transpose: () => {
    const { shape, axis } = withAxis()
    const order = shape.map((_, i) => (i + axis) % shape.length)
    return { shapes: [shape], constants: [draws.chance(0.5) ? order : order.reverse()] }
  },
  UnrollLstm: () => {
    const [t, b, h] = [size(), size(), size()]
    return { shapes: [[t * b, 4 * h], [4 * h], [4 * h, h], [b, h], [b, h]], results: 3 }
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
    return { shapes: [[t * b, 3 * h], [3 * h], [3 * h, h], [3 * h], [b, h]], results: 2 }
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
      results: 2,
    }
  },
}

/** The shapes that TensorFlow itself gives. */
function shapesOf(op: string, { shapes, constants = [], attributes = {}, results = 1, made }: Kind): Shape[] {
  return tf.tidy(() => {
    const zeros = shapes.map((shape) => tf.zeros([...shape]))
    const numbers = constants.map((each) => tf.tensor(each as number[], undefined, 'int32'))
    const given = made?.(zeros) ?? nativeOps(op, [...zeros, ...numbers], attributes, results)
    return given.map(({ shape }) => [...shape])
  })
}

const listed = ({ attributes = {} }: Kind) =>
  Object.entries(attributes).map(([name, value]) => ({ name, type: 0, value }))

const given = ({ shapes, constants = [] }: Kind): ShapedOperand[] => [
  ...shapes.map((shape) => ({ kind: 'floats', shape }) as const),
  ...constants.map((each) => ({ kind: 'constant', numbers: [each].flat() }) as const),
]

describe('the shapes of results that are not found out by running an op', () => {
  it.each(Object.entries(KINDS))('are those that TensorFlow gives for %s', (op, kindOf) => {
    for (let i = 0; i < 20; i += 1) {
      const kind = kindOf()
      expect(knownShapes(op, given(kind), listed(kind)), JSON.stringify(kind)).toEqual(shapesOf(op, kind))
    }
  })

  it.each<[string, Kind]>([
    [
      'MatMul',
      {
        shapes: [
          [2, 3],
          [2, 3],
        ],
      },
    ],
    ['_MklMatMul', { shapes: [[2, 3], [3]] }],
    ['Add', { shapes: [[2, 3], [2]] }],
    ['ConcatV2', { shapes: [[2, 3], [2]], constants: [1] }],
    [
      'ConcatV2',
      {
        shapes: [
          [2, 3],
          [3, 3],
        ],
        constants: [1],
      },
    ],
    ['ConcatV2', { shapes: [[2], [3]], constants: [1] }],
    ['Reshape', { shapes: [[2, 3]], constants: [[2, 2]] }],
    ['Reshape', { shapes: [[2, 3]], constants: [[3, -1]] }],
    ['Slice', { shapes: [[2, 3]], constants: [[0], [1]] }],
    [
      'Slice',
      {
        shapes: [[2, 3]],
        constants: [
          [0, 2],
          [2, 2],
        ],
      },
    ],
    ['SplitV', { shapes: [[2, 3]], constants: [[1, 1], 1] }],
    ['SplitV', { shapes: [[2, 3]], constants: [[1, 1], 2] }],
    ['Sum', { shapes: [[2, 3]], constants: [[2]] }],
    ['Transpose', { shapes: [[2, 3]], constants: [[0, 0]] }],
    ['UnrollLstm', { shapes: [[4, 9], [8], [8, 2], [2, 2], [2, 2]] }],
    [
      'UnrollGruGrad',
      {
        shapes: [
          [6, 3],
          [4, 8],
          [6, 2],
          [4, 2],
        ],
      },
    ],
  ])('are left to %s where its operands do not fit, or have another rule: %j', (op, kind) => {
    expect(knownShapes(op, given(kind), listed(kind))).toBeNull()
  })

  it('are those of numbers alone', () => {
    const whole: ShapedOperand = { kind: 'constant', numbers: [1, 2] }
    expect(knownShapes('Reshape', [whole, { kind: 'constant', numbers: [2, 1] }], [])).toBeNull()
    expect(knownShapes('Sub', [whole, { kind: 'floats', shape: [2] }], [])).toBeNull()
  })

  it('are known of ops that can be compiled alone', () => {
    const squares = given({
      shapes: [
        [2, 2],
        [2, 2],
      ],
    })
    for (const op of PURE_OPS) if (!(op in KINDS)) expect(knownShapes(op, squares, [])).toBeNull()
    expect(Object.keys(KINDS).filter((op) => !PURE_OPS.includes(op))).toEqual([])
  })
})
