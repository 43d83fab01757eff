import { MOST_BRANCHES, MOST_FAMILY_BYTES } from '@contract/project/family'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunId } from '@contract/run-id'
import type { MomentId } from '@contract/timeline/moment'

/** The family of a run as far as it goes into a project file. */
export type Family = {
  readonly runs: readonly ListedRun[]
  /** Bytes that they take where they are kept. */
  readonly bytes: number
  /** Runs of it for which there is no room. */
  readonly more: number
}

/**
 * The family of a run, as far as it is kept: the runs that it branches off from, the nearest first, then its branches and theirs,
 * then all other branches of those before it. As many of them as fit into one file; what goes on from one that does not is there
 * by itself.
 *
 * @param runs all that are kept, newest first
 */
export function familyOf(
  { id, branch }: { readonly id: RunId; readonly branch: MomentId | null },
  runs: readonly ListedRun[],
): Family {
  const known = new Map(runs.map((run) => [run.id, run]))
  const ancestors: RunId[] = []
  for (let at = branch?.runId; at !== undefined; at = known.get(at)?.branch?.runId) {
    // A run that is, over others, a branch of itself is none of ours.
    if (at === id || ancestors.includes(at)) break
    ancestors.push(at)
  }
  const taken = new Set([id, ...ancestors])
  const below = (of: readonly RunId[]): ListedRun[] => {
    const next = runs.filter((run) => !taken.has(run.id) && run.branch && of.includes(run.branch.runId))
    for (const run of next) taken.add(run.id)
    return next.length === 0 ? [] : [...next, ...below(next.map((run) => run.id))]
  }
  const all = [...ancestors.flatMap((one) => known.get(one) ?? []), ...below([id]), ...below(ancestors)]
  return fitting(all)
}

function fitting(all: readonly ListedRun[]): Family {
  const runs: ListedRun[] = []
  let bytes = 0
  for (const run of all) {
    if (runs.length === MOST_BRANCHES || bytes + run.bytes > MOST_FAMILY_BYTES) continue
    runs.push(run)
    bytes += run.bytes
  }
  return { runs, bytes, more: all.length - runs.length }
}
