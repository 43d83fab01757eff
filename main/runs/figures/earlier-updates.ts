import type { UpdateBatch } from '@contract/run/run'
import type { RunTally } from './run-tally'

/** Updates that are looked through at most: a longer run's least loss is not worth the time that it takes. */
const MOST_UPDATES = 100_000

type Read = (id: string, first: number, last: number) => Promise<UpdateBatch | null>

/** Tells a tally the updates that a run had made before it was opened, out of its record, or that they are not known. */
export async function tellEarlier(
  tally: RunTally,
  read: Read,
  { id, after, last }: { readonly id: string; readonly after: number; readonly last: number },
): Promise<void> {
  if (last - after > MOST_UPDATES) return tally.unknownBefore()
  for (let first = after + 1; first <= last; ) {
    const piece = await read(id, first, last)
    if (!piece || piece.firstUpdate > first) return tally.unknownBefore()
    tally.earlier({ losses: piece.losses, validationLosses: piece.validationLosses })
    first += piece.losses.length
  }
}
