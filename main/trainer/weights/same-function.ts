import type { WeightsChoice } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ArrayOf, NamedArrays } from '../network/shape/named-arrays'

/**
 * What keeps weights that were read back from being those that were written, as the part of a sentence; null when
 * nothing does. The limit is that of the format: every number bit for bit, but for the two biases of a cell where it
 * has room for one, whose sum it is then. How far predictions may then differ depends on the network (a chaotic one
 * makes much of the last bit of a bias), so that they are told, and not judged.
 *
 * @param written by PyTorch's names
 * @param found the same names, from the file
 */
export function whyOther(
  written: NamedArrays,
  found: NamedArrays,
  choice: Pick<WeightsChoice, 'format' | 'names'>,
): Text | null {
  for (const [name, array] of written) {
    const place = firstDifference(array, found.get(name))
    if (place === null) continue
    const second = name.replace('.bias_ih_', '.bias_hh_')
    const first = name.replace('.bias_hh_', '.bias_ih_')
    if (
      sumsBiases(choice) &&
      first !== second &&
      firstDifference(sumOf(written, first, second), sumOf(found, first, second)) === null
    )
      continue
    return text('exchange.otherNumber', {
      place: place + 1,
      array: name,
      expected: String(array.values[place]),
      found: String(found.get(name)?.values[place]),
    })
  }
  return null
}

/** Whether the format has one bias where PyTorch has two. */
function sumsBiases({ format, names }: Pick<WeightsChoice, 'format' | 'names'>): boolean {
  return format === 'keras' || format === 'tfjs' || (format === 'npz' && names === 'keras')
}

/** As the formats add them: in double precision, rounded once. */
function sumOf(arrays: NamedArrays, first: string, second: string): ArrayOf | undefined {
  const [a, b] = [arrays.get(first), arrays.get(second)]
  if (!a || !b) return a ?? b
  return { shape: a.shape, values: a.values.map((value, i) => value + (b.values[i] as number)) }
}

/** The place of the first number that is another one, or null. */
function firstDifference(a: ArrayOf | undefined, b: ArrayOf | undefined): number | null {
  if (!a || !b) return 0
  const place = a.values.findIndex((value, i) => value !== b.values[i])
  if (place >= 0) return place
  return a.values.length === b.values.length ? null : a.values.length
}
