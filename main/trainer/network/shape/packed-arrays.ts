import type { ParameterDescription } from '@contract/run/run'
import { type NamedArrays, sizeOf } from './named-arrays'

/*
 * Inside TensorFlow all parameters lie in one vector, one after another in the network's order. The optimiser treats
 * every number alike, so it needs a dozen native calls for the vector where it would need as many for each parameter.
 */

/** The names and shapes of packed arrays, in order. */
export type Layout = readonly ParameterDescription[]

/**
 * Lays named arrays one after another into a new vector.
 *
 * @throws Error if there are too many, or one is missing, has another shape, or not as many values as its shape says
 */
export function packArrays(arrays: NamedArrays, layout: Layout): Float32Array {
  if (arrays.size !== layout.length)
    throw new Error(`expected ${layout.length} arrays, but found ${arrays.size}`)
  const packed = new Float32Array(layout.reduce((size, { shape }) => size + sizeOf(shape), 0))
  let offset = 0
  for (const { name, shape } of layout) {
    const array = arrays.get(name)
    if (array?.shape.join() !== shape.join() || array.values.length !== sizeOf(shape)) {
      const found = array ? `[${array.shape.join(', ')}] with ${array.values.length} values` : 'none'
      throw new Error(`expected an array ${name} of shape [${shape.join(', ')}], but found ${found}`)
    }
    packed.set(array.values, offset)
    offset += array.values.length
  }
  return packed
}

/** Takes a packed vector apart again; every array is a copy. */
export function unpackArrays(packed: Float32Array, layout: Layout): NamedArrays {
  const parts = [...viewArrays(packed, layout)]
  return new Map(parts.map(([name, { shape, values }]) => [name, { shape, values: values.slice() }]))
}

/** Takes a packed vector apart where it lies: every array is a part of it. */
export function viewArrays(packed: Float32Array, layout: Layout): NamedArrays {
  let offset = 0
  return new Map(
    layout.map(({ name, shape }) => {
      const values = packed.subarray(offset, offset + sizeOf(shape))
      offset += values.length
      return [name, { shape, values }]
    }),
  )
}
