import { nativeOp, nativeOps, type Tensor, tf } from '../../../../main/trainer/tensorflow'

/** What a small function of tfjs is run on: two matrices of ordinary numbers, and some with a narrower domain. */
export type Numbers = {
  /** From -2 to 2: [2, 3]. */
  readonly x: Tensor
  readonly y: Tensor
  /** From 0.1 to 0.9: [2, 3]. */
  readonly part: Tensor
  /** From 1.1 to 3: [2, 3]. */
  readonly large: Tensor
  /** With infinities and no number: [4]. */
  readonly strange: Tensor
  /** int32: [2, 3]. */
  readonly whole: Tensor
  /** bool: [2, 3]. */
  readonly yes: Tensor
  readonly no: Tensor
}

/** Values for `Numbers`, new ones for each seed. */
export function numbers(seed: number): Numbers {
  const uniform = (from: number, to: number, offset: number) =>
    tf.randomUniform([2, 3], from, to, 'float32', seed + offset)
  return tf.tidy(() => ({
    x: uniform(-2, 2, 0),
    y: uniform(-2, 2, 1),
    part: uniform(0.1, 0.9, 2),
    large: uniform(1.1, 3, 3),
    strange: tf.tensor1d([seed, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]),
    whole: tf.cast(tf.round(uniform(0, 5, 4)), 'int32'),
    yes: tf.greater(uniform(-1, 1, 5), 0),
    no: tf.greater(uniform(-1, 1, 6), 0),
  }))
}

type Example = (numbers: Numbers) => Tensor | Tensor[]

const gradientOf = (fn: (x: Tensor) => Tensor) => tf.grad((x) => tf.sum(fn(x)))

/** For each op that can be compiled, an expression in tfjs that runs it. */
export const OP_EXAMPLES: Readonly<Record<string, Example>> = {
  Abs: ({ x }) => tf.abs(x),
  Acos: ({ part }) => tf.acos(part),
  Acosh: ({ large }) => tf.acosh(large),
  Add: ({ x, y }) => tf.add(x, y),
  AddN: ({ x, y, part }) => tf.addN([x, y, part]),
  All: ({ yes }) => tf.all(yes, 1),
  Any: ({ yes }) => tf.any(yes, 0),
  ArgMax: ({ x }) => tf.argMax(x, 1),
  ArgMin: ({ x }) => tf.argMin(x, 0),
  Asin: ({ part }) => tf.asin(part),
  Asinh: ({ x }) => tf.asinh(x),
  Atan: ({ x }) => tf.atan(x),
  Atan2: ({ x, y }) => tf.atan2(x, y),
  Atanh: ({ part }) => tf.atanh(part),
  BatchMatMulV2: ({ x, y }) => tf.matMul(tf.stack([x, y]), tf.stack([y, x]), false, true),
  Cast: ({ x, whole, yes }) => [tf.cast(x, 'int32'), tf.cast(whole, 'bool'), tf.cast(yes, 'float32')],
  Ceil: ({ x }) => tf.ceil(x),
  ConcatV2: ({ x, y }) => tf.concat([x, y, x], 1),
  Cos: ({ x }) => tf.cos(x),
  Cosh: ({ x }) => tf.cosh(x),
  Cumprod: ({ x }) => tf.cumprod(x, 1),
  Cumsum: ({ x }) => [tf.cumsum(x, 1), tf.cumsum(x, 0, true, true)],
  Diag: ({ x }) => tf.diag(x),
  Einsum: ({ x, y }) => tf.einsum('ij,kj->ik', x, y),
  Elu: ({ x }) => tf.elu(x),
  EluGrad: ({ x }) => gradientOf(tf.elu)(x),
  Equal: ({ whole }) => tf.equal(whole, 2),
  Erf: ({ x }) => tf.erf(x),
  Exp: ({ x }) => tf.exp(x),
  ExpandDims: ({ x }) => tf.expandDims(x, 1),
  Expm1: ({ x }) => tf.expm1(x),
  Fill: ({ x }) => tf.add(x, tf.fill([2, 3], 0.3)),
  Floor: ({ x }) => tf.floor(x),
  FloorDiv: ({ whole }) => tf.floorDiv(whole, tf.scalar(2, 'int32')),
  FloorMod: ({ x, large }) => tf.mod(x, large),
  GatherNd: ({ x }) => tf.gatherND(x, tf.tensor2d([[1, 2]], [1, 2], 'int32')),
  GatherV2: ({ x }) => tf.gather(x, tf.tensor1d([2, 0, 2], 'int32'), 1),
  Greater: ({ x, y }) => tf.greater(x, y),
  GreaterEqual: ({ whole }) => tf.greaterEqual(whole, 3),
  IsFinite: ({ strange }) => tf.isFinite(strange),
  IsInf: ({ strange }) => tf.isInf(strange),
  IsNan: ({ strange }) => tf.isNaN(strange),
  LeakyRelu: ({ x }) => tf.leakyRelu(x, 0.3),
  Less: ({ x, y }) => tf.less(x, y),
  LessEqual: ({ whole }) => tf.lessEqual(whole, 3),
  Log: ({ part }) => tf.log(part),
  Log1p: ({ part }) => tf.log1p(part),
  LogicalAnd: ({ yes, no }) => tf.logicalAnd(yes, no),
  LogicalNot: ({ yes }) => tf.logicalNot(yes),
  LogicalOr: ({ yes, no }) => tf.logicalOr(yes, no),
  MatMul: ({ x, y }) => [
    nativeOp('MatMul', [x, y], { transpose_a: false, transpose_b: true }),
    nativeOp('MatMul', [x, y], { transpose_a: true, transpose_b: false }),
  ],
  _MklMatMul: ({ x, y }) =>
    nativeOp('_MklMatMul', [x, y], { transpose_a: true, transpose_b: false, _kernel: 'MklNameChangeOp' }),
  ReluGrad: ({ x, y }) => nativeOp('ReluGrad', [x, y]),
  TanhGrad: ({ x, y }) => nativeOp('TanhGrad', [x, y]),
  Max: ({ x }) => [tf.max(x, 1), tf.max(x)],
  Maximum: ({ x, y }) => tf.maximum(x, y),
  Mean: ({ x }) => [tf.mean(x), tf.mean(x, 0, true)],
  Min: ({ x }) => tf.min(x, 1),
  Minimum: ({ x, y }) => tf.minimum(x, y),
  MirrorPad: ({ x }) =>
    tf.mirrorPad(
      x,
      [
        [0, 1],
        [1, 1],
      ],
      'reflect',
    ),
  Mul: ({ x, y }) => tf.mul(x, y),
  Neg: ({ x }) => tf.neg(x),
  NotEqual: ({ whole }) => tf.notEqual(whole, 2),
  OneHot: ({ whole }) => tf.oneHot(whole, 4),
  OnesLike: ({ x }) => tf.onesLike(x),
  Pack: ({ x, y }) => tf.stack([x, y], 1),
  PadV2: ({ x }) =>
    tf.pad(
      x,
      [
        [0, 1],
        [2, 0],
      ],
      0.5,
    ),
  Pow: ({ part, y }) => tf.pow(part, y),
  Prod: ({ x }) => tf.prod(x, 1),
  Range: ({ x }) => tf.add(x, tf.range(0, 3)),
  RealDiv: ({ x, large }) => tf.div(x, large),
  Reciprocal: ({ large }) => tf.reciprocal(large),
  Relu: ({ x }) => tf.relu(x),
  Relu6: ({ x }) => tf.relu6(tf.mul(x, 5)),
  Reshape: ({ x }) => tf.reshape(x, [3, 1, 2]),
  ReverseV2: ({ x }) => tf.reverse(x, 1),
  Round: ({ x }) => tf.round(x),
  Rsqrt: ({ part }) => tf.rsqrt(part),
  ScatterNd: ({ part }) => tf.scatterND(tf.tensor2d([[1], [3]], [2, 1], 'int32'), part, [5, 3]),
  Select: ({ yes, x, y }) => tf.where(yes, x, y),
  Selu: ({ x }) => tf.selu(x),
  Sigmoid: ({ x }) => tf.sigmoid(x),
  Sign: ({ x }) => tf.sign(x),
  Sin: ({ x }) => tf.sin(x),
  Sinh: ({ x }) => tf.sinh(x),
  Slice: ({ x }) => tf.slice(x, [0, 1], [2, 2]),
  Softmax: ({ x }) => tf.softmax(x),
  Softplus: ({ x }) => tf.softplus(x),
  SplitV: ({ x }) => tf.split(x, [1, 2], 1),
  Sqrt: ({ part }) => tf.sqrt(part),
  Square: ({ x }) => tf.square(x),
  SquaredDifference: ({ x, y }) => tf.squaredDifference(x, y),
  StridedSlice: ({ x }) => tf.stridedSlice(x, [0, 2], [2, 0], [1, -1]),
  Sub: ({ x, y }) => tf.sub(x, y),
  Sum: ({ x, whole }) => [tf.sum(x), tf.sum(x, 1, true), tf.sum(whole, 0)],
  Tan: ({ x }) => tf.tan(x),
  Tanh: ({ x }) => tf.tanh(x),
  Tile: ({ x }) => tf.tile(x, [2, 1]),
  TopKV2: ({ x }) => {
    const { values, indices } = tf.topk(x, 2)
    return [values, indices]
  },
  Transpose: ({ x }) => tf.transpose(x),
  Unpack: ({ x }) => tf.unstack(x, 1),
  UnrollGru: ({ x, y }) => nativeOps('UnrollGru', gruInputs(x, y), {}, 2),
  UnrollGruGrad: ({ x, y, part, large }) =>
    nativeOps(
      'UnrollGruGrad',
      [
        tf.slice(tf.tile(y, [5, 1]), [0, 0], [9, 3]),
        tf.tile(part, [1, 4]),
        tf.concat([large, tf.slice(x, [0, 0], [1, 3])]),
        y,
      ],
      {},
      2,
    ),
  UnrollLstm: ({ x, y }) => nativeOps('UnrollLstm', lstmInputs(x, y), {}, 3),
  UnrollLstmGrad: ({ x, y, part, large }) =>
    nativeOp('UnrollLstmGrad', [
      tf.tile(y, [6, 1]),
      tf.tile(part, [1, 5]),
      tf.concat([large, tf.slice(x, [0, 0], [1, 3])]),
      y,
    ]),
  UnsortedSegmentSum: ({ x }) => tf.unsortedSegmentSum(x, tf.tensor1d([1, 1], 'int32'), 3),
  ZerosLike: ({ x }) => tf.zerosLike(x),
}

/** Inputs of two time steps of one sequence: projections, bias, recurrent kernel, h and c. */
function lstmInputs(x: Tensor, y: Tensor): Tensor[] {
  return [
    tf.tile(x, [1, 4]),
    tf.zeros([12]),
    tf.tile(y, [6, 1]),
    tf.slice(y, [0, 0], [1, 3]),
    tf.slice(x, [1, 0], [1, 3]),
  ]
}

/** The same for a GRU: projections, bias, recurrent kernel, its bias and h. */
function gruInputs(x: Tensor, y: Tensor): Tensor[] {
  return [
    tf.tile(x, [1, 3]),
    tf.zeros([9]),
    tf.slice(tf.tile(y, [5, 1]), [0, 0], [9, 3]),
    tf.tile(tf.slice(x, [1, 0], [1, 3]), [1, 3]).flatten(),
    tf.slice(y, [0, 0], [1, 3]),
  ]
}
