import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import { parsedJson } from '../base/parsed-json'

/**
 * Writes carried states as a JSON list of lists, row-major. A float32 in the shortest decimals of its float64 is
 * exact.
 */
export function encodeStates(states: readonly ArrayOf[]): string {
  // JSON.stringify writes -0 as 0.
  const literal = (value: number) => (Object.is(value, -0) ? '-0' : `${value}`)
  return `[${states.map(({ values }) => `[${Array.from(values, literal).join()}]`).join()}]`
}

/** Reads them again; null when they are not finite float32 numbers, or not as many as the shapes take. */
export function decodeStates(
  text: string,
  shapes: readonly (readonly number[])[],
): readonly ArrayOf[] | null {
  const lists: unknown = parsedJson(text)
  if (!Array.isArray(lists) || lists.length !== shapes.length) return null
  const good = shapes.every((shape, index) => isListOf(sizeOf(shape), lists[index]))
  if (!good) return null
  return shapes.map((shape, index) => ({ shape, values: Float32Array.from(lists[index] as number[]) }))
}

function isListOf(length: number, values: unknown): boolean {
  return (
    Array.isArray(values) &&
    values.length === length &&
    // Also refuses what is beyond a float32: it would become Infinity.
    values.every(
      (value) => typeof value === 'number' && Number.isFinite(value) && Math.fround(value) === value,
    )
  )
}
