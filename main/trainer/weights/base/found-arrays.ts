import type { LoadNote } from '@contract/run/load-notes'
import type { NamedArrays } from '../../network/shape/named-arrays'

/** The kinds of numbers that weights come in. */
export type FloatName = 'float32' | 'float64' | 'float16' | 'bfloat16'

/** The arrays of a file of another program, as float32. */
export type FoundArrays = {
  readonly arrays: NamedArrays
  /** What they were before; float32 where all were. */
  readonly numbers: FloatName
  /** The names of single whole numbers, such as the counter of a mean of weights: they weigh nothing. */
  readonly counters: readonly string[]
}

/** The words about arrays that are not as they were found. */
export function notesOf({ numbers, counters }: FoundArrays): readonly LoadNote[] {
  const notes: LoadNote[] = []
  if (numbers !== 'float32') notes.push({ kind: 'numbers', found: numbers })
  if (counters.length > 0) notes.push({ kind: 'counters', names: counters })
  return notes
}
