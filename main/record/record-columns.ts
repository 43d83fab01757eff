import type { UpdateBatch } from '@contract/run/run'

type Column = {
  readonly name:
    | 'losses'
    | 'gradientNorms'
    | 'validationLosses'
    | 'lengths'
    | 'starts'
    | 'steps'
    | 'inputs'
    | 'targets'
    | 'predictions'
  /** What it has a number for; `output`: for each output of each time step. */
  readonly per: 'update' | 'time step' | 'output'
  readonly array: typeof Float32Array | typeof Float64Array | typeof Uint32Array
}

/** How many updates, time steps in all, and outputs at each time step there are. */
export type Size = { readonly updates: number; readonly points: number; readonly outputs: number }

/** What is recorded of every update, in the order in which a frame holds it. */
export const COLUMNS: readonly Column[] = [
  { name: 'losses', per: 'update', array: Float32Array },
  { name: 'gradientNorms', per: 'update', array: Float32Array },
  { name: 'validationLosses', per: 'update', array: Float32Array },
  { name: 'lengths', per: 'update', array: Uint32Array },
  { name: 'starts', per: 'update', array: Float64Array },
  { name: 'steps', per: 'update', array: Float64Array },
  { name: 'inputs', per: 'time step', array: Float32Array },
  { name: 'targets', per: 'output', array: Float32Array },
  { name: 'predictions', per: 'output', array: Float32Array },
]

/** Numbers that a column has. */
export function countOf({ per }: Pick<Column, 'per'>, { updates, points, outputs }: Size): number {
  switch (per) {
    case 'update':
      return updates
    case 'time step':
      return points
    case 'output':
      return points * outputs
  }
}

export function sizeOf({ losses, inputs, outputs }: UpdateBatch): Size {
  return { updates: losses.length, points: inputs.length, outputs }
}

/** The number after a batch's last update. */
export function endOf(batch: UpdateBatch): number {
  return batch.firstUpdate + batch.losses.length
}

/** Bytes of all numbers. */
export function bytesOfColumns(size: Size): number {
  return COLUMNS.reduce((sum, column) => sum + column.array.BYTES_PER_ELEMENT * countOf(column, size), 0)
}

/**
 * Batches that follow each other as one. Null when there is no update in them.
 *
 * @param batches of one run, each from where the one before it ends
 */
export function joined(batches: readonly UpdateBatch[]): UpdateBatch | null {
  const kept = batches.filter((batch) => batch.losses.length > 0)
  const [first] = kept
  if (!first || kept.length === 1) return first ?? null
  const columns = COLUMNS.map(({ name, array }) => {
    const all = new array(kept.reduce((sum, batch) => sum + batch[name].length, 0))
    let offset = 0
    for (const batch of kept) {
      all.set(batch[name], offset)
      offset += batch[name].length
    }
    return [name, all] as const
  })
  return { ...first, ...Object.fromEntries(columns) }
}

/** Batches that follow each other as one, so that a frame is worth its header. */
export function consecutive(batches: readonly UpdateBatch[]): UpdateBatch[] {
  const groups: UpdateBatch[][] = []
  for (const batch of batches) {
    const last = groups.at(-1)?.at(-1)
    if (last && endOf(last) === batch.firstUpdate) groups.at(-1)?.push(batch)
    else groups.push([batch])
  }
  return groups.map((group) => joined(group)).filter((batch) => batch !== null)
}

/** The updates of a batch from `first` to `last`, both included; it may have none of them. */
export function between(batch: UpdateBatch, first: number, last: number): UpdateBatch {
  const { firstUpdate, lengths, losses, outputs } = batch
  const from = Math.min(Math.max(first - firstUpdate, 0), losses.length)
  const to = Math.min(Math.max(last - firstUpdate + 1, from), losses.length)
  if (from === 0 && to === losses.length) return batch
  const pointsOf = (part: Uint32Array) => part.reduce((sum, length) => sum + length, 0)
  const before = { updates: from, points: pointsOf(lengths.subarray(0, from)), outputs }
  const end = { updates: to, points: before.points + pointsOf(lengths.subarray(from, to)), outputs }
  const columns = COLUMNS.map((column) => [
    column.name,
    batch[column.name].slice(countOf(column, before), countOf(column, end)),
  ])
  return { ...batch, ...Object.fromEntries(columns), firstUpdate: firstUpdate + from }
}
