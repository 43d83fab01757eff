import type { NativeAttribute } from '../native/native-binding'

type Shape = readonly number[]
type Rule = (shapes: readonly Shape[], attributes: readonly NativeAttribute[]) => readonly Shape[] | null

const has = (attributes: readonly NativeAttribute[], wanted: string) =>
  attributes.some(({ name, value }) => name === wanted && value === true)

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

/** Number by number, of one shape, or with a single number. */
const each: Rule = (shapes) => {
  const [first, ...others] = shapes.filter((shape) => shape.length > 0)
  return first && others.every((shape) => `${shape}` === `${first}`) ? [first] : null
}

const RULES: Readonly<Record<string, Rule>> = {
  Add: each,
  Mul: each,
  RealDiv: each,
  Sqrt: each,
  Square: each,
  Sub: each,
  MatMul: product,
  _MklMatMul: product,
  UnrollLstm: forward(4, [1, 1, 5], 2),
  UnrollLstmGrad: backward(4, 1),
  UnrollGru: forward(3, [1, 4], 1),
  UnrollGruGrad: backward(3, 2),
}

/**
 * The shapes of what an op gives, by the rules of those ops that take longest to be run on zeros: for the largest networks more than a second.
 * Null for every other op, and where operands do not fit: whoever runs the op hears why.
 *
 * @param shapes of its operands, all float32
 */
export function knownShapes(
  op: string,
  shapes: readonly Shape[],
  attributes: readonly NativeAttribute[],
): readonly Shape[] | null {
  return RULES[op]?.(shapes, attributes) ?? null
}
