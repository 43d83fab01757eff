import type { NativeAttribute } from '../native/native-binding'

type Shape = readonly number[]
/** What an op is given: numbers of float32 of some shape, or the whole numbers of a constant, which may decide a shape. */
export type ShapedOperand =
  | { readonly kind: 'floats'; readonly shape: Shape }
  | { readonly kind: 'constant'; readonly numbers: readonly number[] }

type Rule = (
  shapes: readonly Shape[],
  attributes: readonly NativeAttribute[],
  constants: readonly (readonly number[])[],
) => readonly Shape[] | null

const has = (attributes: readonly NativeAttribute[], wanted: string) =>
  attributes.some(({ name, value }) => name === wanted && value === true)

const sizeOf = (shape: Shape) => shape.reduce((product, length) => product * length, 1)

const product: Rule = ([a = [], b = []], attributes) => {
  if (a.length !== 2 || b.length !== 2) return null
  const [rows, inner] = has(attributes, 'transpose_a') ? [a[1], a[0]] : a
  const [innerToo, columns] = has(attributes, 'transpose_b') ? [b[1], b[0]] : b
  return inner === innerToo ? [[rows as number, columns as number]] : null
}

/** A window forward: `widths` of what it gives for every time step, and how many results are states, which begin with the first. */
const forward =
  (gates: number, widths: readonly number[], states: number): Rule =>
  ([projected = [], ...rest]) => {
    const [batch, hidden] = rest.at(-1) ?? []
    const [rows, columns] = projected
    if (batch === undefined || hidden === undefined || rows === undefined) return null
    if (projected.length !== 2 || columns !== gates * hidden) return null
    return widths.map((width, i) => [i < states ? rows + batch : rows, width * hidden])
  }

/** A window backward: of every time step one gradient a gate, so many times. */
const backward =
  (gates: number, results: number): Rule =>
  (shapes) => {
    const [rows, hidden] = shapes.at(-1) ?? []
    const kernel = shapes[0] ?? []
    if (rows === undefined || hidden === undefined) return null
    if (kernel[0] !== gates * hidden || kernel[1] !== hidden) return null
    return Array.from({ length: results }, () => [rows, gates * hidden])
  }

/** Number by number; what is shorter, or one long, counts for all of the longer ones. */
const each: Rule = (shapes) => {
  const axes = Math.max(...shapes.map(({ length }) => length))
  const result: number[] = []
  for (let fromEnd = axes; fromEnd >= 1; fromEnd -= 1) {
    const lengths = new Set(shapes.map((shape) => shape.at(-fromEnd) ?? 1))
    lengths.delete(1)
    if (lengths.size > 1) return null
    result.push([...lengths][0] ?? 1)
  }
  return [result]
}

const reshaped: Rule = ([shape = []], _, [to]) =>
  to?.every((length) => length >= 0) && sizeOf(to) === sizeOf(shape) ? [to] : null

const sliced: Rule = ([shape = []], _, [from = [], lengths = []]) => {
  if (from.length !== shape.length || lengths.length !== shape.length) return null
  const fits = shape.every((length, axis) => {
    const [first, count] = [from[axis] as number, lengths[axis] as number]
    return first >= 0 && count >= 0 && first + count <= length
  })
  return fits ? [lengths] : null
}

const split: Rule = ([shape = []], _, [lengths = [], [axis = -1] = []]) => {
  const all = lengths.reduce((sum, length) => sum + length, 0)
  if (!(axis in shape) || shape[axis] !== all || lengths.some((length) => length < 0)) return null
  return lengths.map((length) => shape.with(axis, length))
}

const joined: Rule = (shapes, _, [[axis = -1] = []]) => {
  const first = shapes[0] ?? []
  const fits = shapes.every((shape) => axis in shape && `${shape.with(axis, 0)}` === `${first.with(axis, 0)}`)
  if (!fits) return null
  return [
    first.with(
      axis,
      shapes.reduce((sum, shape) => sum + (shape[axis] as number), 0),
    ),
  ]
}

const summed: Rule = ([shape = []], attributes, [axes]) => {
  if (!axes?.every((axis) => axis in shape)) return null
  const isSummed = (axis: number) => axes.includes(axis)
  if (has(attributes, 'keep_dims')) return [shape.map((length, axis) => (isSummed(axis) ? 1 : length))]
  return [shape.filter((_, axis) => !isSummed(axis))]
}

const transposed: Rule = ([shape = []], _, [order = []]) => {
  const isOrder =
    order.length === shape.length && [...order].sort((a, b) => a - b).every((axis, i) => axis === i)
  return isOrder ? [order.map((axis) => shape[axis] as number)] : null
}

const RULES: Readonly<Record<string, Rule>> = {
  Add: each,
  ConcatV2: joined,
  MatMul: product,
  Mul: each,
  RealDiv: each,
  Reshape: reshaped,
  Slice: sliced,
  SplitV: split,
  Sqrt: each,
  Square: each,
  Sub: each,
  Sum: summed,
  Tanh: each,
  Transpose: transposed,
  UnrollGru: forward(3, [1, 4], 1),
  UnrollGruGrad: backward(3, 2),
  UnrollLstm: forward(4, [1, 1, 5], 2),
  UnrollLstmGrad: backward(4, 1),
  _MklMatMul: product,
}

/**
 * The shapes of what an op gives, by the rules of those ops that an update is mostly made of: run on zeros, those of the largest networks
 * take more than a second. Null for every other op, and where operands do not fit: whoever runs the op hears why.
 *
 * @param operands of the op, in its order
 */
export function knownShapes(
  op: string,
  operands: readonly ShapedOperand[],
  attributes: readonly NativeAttribute[],
): readonly Shape[] | null {
  const rule = RULES[op]
  if (!rule) return null
  const shapes = operands.flatMap((operand) => (operand.kind === 'floats' ? [operand.shape] : []))
  const constants = operands.flatMap((operand) => (operand.kind === 'constant' ? [operand.numbers] : []))
  // Constants come behind what they tell about.
  if (operands[0]?.kind !== 'floats') return null
  return rule(shapes, attributes, constants)
}
