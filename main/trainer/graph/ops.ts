/**
 * Ops whose results follow from their inputs and attributes alone, and whose results' shapes follow from those of
 * their inputs: what a recording of one run may stand for. What is not here is refused; what is here was tried.
 */
export const PURE_OPS: ReadonlySet<string> = new Set(
  `Abs Acos Acosh Add AddN All Any ArgMax ArgMin Asin Asinh Atan Atan2 Atanh BatchMatMulV2 Cast Ceil
   ConcatV2 Cos Cosh Cumprod Cumsum Diag Einsum Elu EluGrad Equal Erf Exp ExpandDims Expm1 Fill Floor
   FloorDiv FloorMod GatherNd GatherV2 Greater GreaterEqual IsFinite IsInf IsNan LeakyRelu Less
   LessEqual Log Log1p LogicalAnd LogicalNot LogicalOr Max Maximum Mean Min Minimum MirrorPad Mul Neg
   NotEqual OneHot OnesLike Pack PadV2 Pow Prod Range RealDiv Reciprocal Relu Relu6 Reshape ReverseV2
   Round Rsqrt ScatterNd Select Selu Sigmoid Sign Sin Sinh Slice Softmax Softplus SplitV Sqrt Square
   SquaredDifference StridedSlice Sub Sum Tan Tanh Tile TopKV2 Transpose Unpack UnsortedSegmentSum
   ZerosLike`.split(/\s+/),
)

/** Whether an op is known to be a pure function of tensors with results of fixed shape. */
export function isPure(op: string): boolean {
  return PURE_OPS.has(op)
}
