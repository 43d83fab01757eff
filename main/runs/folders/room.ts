import { MAX_EARLIER_BYTES, MAX_EARLIER_RUNS } from '@contract/run/kept-limits'

/** A run on disk, as far as it takes room. */
export type RoomTaken = { readonly id: string; readonly bytes: number }

/**
 * Which earlier runs have to go so that there are no more than are kept, and take no more bytes than they may: the
 * oldest first, but never one that is spared.
 *
 * @param earlier newest first, without the present run
 */
export function tooMany(earlier: readonly RoomTaken[], spared: string): readonly string[] {
  const gone: string[] = []
  let count = earlier.length
  let bytes = earlier.reduce((sum, run) => sum + run.bytes, 0)
  for (const run of earlier.toReversed()) {
    if (count <= MAX_EARLIER_RUNS && bytes <= MAX_EARLIER_BYTES) break
    if (run.id === spared) continue
    gone.push(run.id)
    count -= 1
    bytes -= run.bytes
  }
  return gone
}
