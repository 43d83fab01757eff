/**
 * Ops whose results follow from their inputs and attributes alone, and whose results' shapes follow from those of
 * their inputs: what a recording of one run may stand for. What is not here is refused; what is here was tried. They
 * are listed by the names of their outputs, by which a graph's functions refer to them.
 */
const OPS_BY_OUTPUTS: Readonly<Record<string, string>> = {
  activations: 'Elu LeakyRelu Relu Relu6 Selu Softplus',
  backprops: 'EluGrad ReluGrad',
  out: 'Cumprod Cumsum',
  output: `All Any ArgMax ArgMin BatchMatMulV2 ConcatV2 Diag Einsum ExpandDims Fill GatherNd GatherV2 Max Mean Min
    MirrorPad OneHot Pack PadV2 Prod Range Reshape ReverseV2 ScatterNd Select Slice SplitV StridedSlice Sum Tile
    Unpack UnsortedSegmentSum`,
  product: 'MatMul _MklMatMul',
  softmax: 'Softmax',
  sum: 'AddN',
  'values indices': 'TopKV2',
  'states cells gates': 'UnrollLstm',
  gate_gradients: 'UnrollLstmGrad',
  'states gates': 'UnrollGru',
  'projected_gradients recurrent_gradients': 'UnrollGruGrad',
  y: `Abs Acos Acosh Asin Asinh Atan Atanh Cast Ceil Cos Cosh Erf Exp Expm1 Floor IsFinite IsInf IsNan Log Log1p
    LogicalNot Neg OnesLike Reciprocal Round Rsqrt Sigmoid Sign Sin Sinh Sqrt Square Tan Tanh Transpose ZerosLike`,
  z: `Add Atan2 Equal FloorDiv FloorMod Greater GreaterEqual Less LessEqual LogicalAnd LogicalOr Maximum Minimum
    Mul NotEqual Pow RealDiv SquaredDifference Sub TanhGrad`,
}

/** The names of each op's outputs. */
const OUTPUTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(OPS_BY_OUTPUTS).flatMap(([names, ops]) =>
    ops.split(/\s+/).map((op) => [op, names.split(' ')] as const),
  ),
)

/** The ops that can be compiled. */
export const PURE_OPS: readonly string[] = [...OUTPUTS.keys()]

/** Whether an op is known to be a pure function of tensors with results of fixed shape. */
export function isPure(op: string): boolean {
  return OUTPUTS.has(op)
}

/** What a function's nodes call the n-th output of an op: a name of its own, or a place in the only list. */
export function outputName(op: string, index: number): string {
  const names = OUTPUTS.get(op) ?? []
  return names.length > 1 ? `${names[index]}:0` : `${names[0]}:${index}`
}
