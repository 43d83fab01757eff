import { createHash } from 'node:crypto'
import type { KnownRun } from '@contract/project/family'
import { isThere } from '../../../disk/own-folder'
import { type Checkpoint, encodeInitial, encodePresent } from '../../weights/checkpoint/checkpoint'
import { isPrivate } from '../checked-run'
import { MAIN_LABEL, RECORD } from '../members'
import type { ProjectFile } from '../read-project'
import { recordUpTo } from '../record-member'
import { keptCheckpoint } from './kept-run-files'

/**
 * The kept run that a run of a project is, to the last byte: its record, its beginning, where it stands, and all else that is
 * known of it but for the ids; null where there is none.
 *
 * @param known none of those that were found to be another run of the project already
 */
export async function sameRun(
  project: ProjectFile,
  name: string | null,
  known: readonly KnownRun[],
  isLinked: boolean,
): Promise<KnownRun | null> {
  const { run, manifest } = project
  // One whose ghost is gone is not the run with its ghost.
  const possible = known.filter(
    (one) => one.updatesDone === run.present.updatesDone && (one.hasParent || !isLinked),
  )
  if (possible.length === 0) return null
  const mark = markOf(await project.checkpoint(''))
  const record = manifest.members.get(RECORD)?.sha256 ?? null
  // A copy of a run is the same but for its name.
  const named = (one: KnownRun) => Number(one.name === name)
  for (const one of possible.toSorted((a, b) => named(b) - named(a))) {
    const checkpoint = await keptCheckpoint(one.files)
    if (!checkpoint || markOf(checkpoint) !== mark) continue
    if ((await recordHash(one, !isPrivate(project))) === record) return one
  }
  return null
}

/** Stands for all of a run but its updates' numbers and the ids. */
function markOf({ initial, branch, ...facts }: Checkpoint): string {
  const alone = branch ? { runId: MAIN_LABEL, update: branch.update } : null
  return createHash('sha256')
    .update(encodeInitial({ id: '', initial }))
    .update(encodePresent({ ...facts, id: '', initial, branch: alone }))
    .digest('hex')
}

/** The hash that its record would have in a project; null where there is none. @throws ProjectFault where it cannot be read */
async function recordHash({ files, updatesDone }: KnownRun, hasData: boolean): Promise<string | null> {
  if (!isThere(files.record)) return null
  const hash = createHash('sha256')
  for await (const piece of recordUpTo(files.record, updatesDone, hasData)) hash.update(piece)
  return hash.digest('hex')
}
