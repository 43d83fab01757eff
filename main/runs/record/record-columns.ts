import type { UpdateBatch } from '@contract/run/run'

type Column = {
  readonly name: 'losses' | 'gradientNorms' | 'lengths' | 'times' | 'inputs' | 'targets' | 'predictions'
  readonly per: 'update' | 'time step'
  readonly array: typeof Float32Array | typeof Uint32Array
}

/** What is recorded of every update, in the order in which a frame holds it. */
export const COLUMNS: readonly Column[] = [
  { name: 'losses', per: 'update', array: Float32Array },
  { name: 'gradientNorms', per: 'update', array: Float32Array },
  { name: 'lengths', per: 'update', array: Uint32Array },
  { name: 'times', per: 'time step', array: Float32Array },
  { name: 'inputs', per: 'time step', array: Float32Array },
  { name: 'targets', per: 'time step', array: Float32Array },
  { name: 'predictions', per: 'time step', array: Float32Array },
]

/** The number after a batch's last update. */
export function endOf(batch: UpdateBatch): number {
  return batch.firstUpdate + batch.losses.length
}

/** Bytes of all numbers of so many updates and time steps. */
export function bytesOfColumns(updates: number, points: number): number {
  return COLUMNS.reduce(
    (sum, { per, array }) => sum + array.BYTES_PER_ELEMENT * (per === 'update' ? updates : points),
    0,
  )
}

/**
 * Batches that follow each other as one; updates after `upTo` are left out. Null when nothing is left.
 *
 * @param batches of one run, each from where the one before it ends
 */
export function joined(batches: readonly UpdateBatch[], upTo = Number.POSITIVE_INFINITY): UpdateBatch | null {
  const kept = batches.map((batch) => cut(batch, upTo)).filter((batch) => batch.losses.length > 0)
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

function cut(batch: UpdateBatch, upTo: number): UpdateBatch {
  const updates = Math.max(0, upTo - batch.firstUpdate + 1)
  if (updates >= batch.losses.length) return batch
  const points = batch.lengths.subarray(0, updates).reduce((sum, length) => sum + length, 0)
  const columns = COLUMNS.map(({ name, per }) => [
    name,
    batch[name].slice(0, per === 'update' ? updates : points),
  ])
  return { ...batch, ...Object.fromEntries(columns) }
}
