import type { ArrayOf } from '../../../network/shape/named-arrays'

/** What a recurrent kernel [hidden, gates · hidden] tells of its cell. */
export type KernelKind = { readonly columns: number; readonly gates: number }

export function kindOfKernel({ shape }: ArrayOf): KernelKind {
  const [hidden = 0, columns = 0] = shape
  return { columns, gates: columns / hidden }
}

/** The bias of a layer, or zeros in its place: a GRU has two, as the rows of [2, 3 · hidden]. */
export function biasOr(bias: ArrayOf | null | undefined, { columns, gates }: KernelKind): ArrayOf {
  if (bias) return bias
  const shape = gates === 3 ? [2, columns] : [columns]
  return { shape, values: new Float32Array(shape.reduce((product, size) => product * size, 1)) }
}
