import type { InsideFound } from '@contract/inside/inside'
import { normOf } from '../../../inside/net/norm'
import type { Snapshot } from '../../../training/snapshot/snapshot'
import { type Look, nextUpdate } from '../look'
import { distance, oneUpdate, valuesOf } from '../one-update'

/** Updates that are looked at, at most. */
const MOST_UPDATES = 60

/**
 * How far updates moved each parameter, ‖ΔW‖ / ‖W‖, over the run: of updates that follow on what is kept of it, each made
 * again, and of the one that is looked at.
 */
export function* tellRatios(look: Look): Generator<void, InsideFound<'ratios'>> {
  const befores = chosen([look.initial, ...look.kept()], look.snapshot)
  const updates = new Float64Array(befores.length)
  const tensors = [...look.snapshot.parameters.keys()].map((name) => ({
    name,
    ratios: new Float64Array(befores.length).fill(Number.NaN),
  }))
  for (const [at, before] of befores.entries()) {
    updates[at] = before.updatesDone + 1
    const { snapshot, window, config } = before === look.snapshot ? look : nextUpdate(look, before)
    const { after, broke } = oneUpdate(snapshot, window, config)
    for (const { name, ratios } of broke ? [] : tensors) {
      const values = valuesOf(snapshot.parameters, name)
      const norm = normOf(values)
      if (norm > 0) ratios[at] = distance(valuesOf(after.parameters, name), values) / norm
    }
    yield
  }
  return { value: { kind: 'ratios', updates, tensors } }
}

/** Of all that is kept before a snapshot, in order, some that are about as far apart, and the snapshot itself. */
function chosen(kept: readonly Snapshot[], last: Snapshot): readonly Snapshot[] {
  const before = kept.filter(
    ({ updatesDone }, i) =>
      updatesDone < last.updatesDone && (i === 0 || updatesDone > (kept[i - 1]?.updatesDone ?? 0)),
  )
  const count = Math.min(before.length, MOST_UPDATES - 1)
  const some = Array.from(
    { length: count },
    (_, i) => before[Math.round((i * (before.length - 1)) / Math.max(1, count - 1))] as Snapshot,
  )
  return [...some, last]
}
