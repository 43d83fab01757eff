import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import type { ProjectChoices, ProjectTarget, SavedProject } from '@contract/project/project'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../../disk/atomic-file'
import { heldFamily } from './family/held-family'
import type { Machine } from './machine'
import { MOST_PROJECT_BYTES } from './members'
import { checkProject } from './open-project'
import { type HeldRun, membersOf } from './run-members'
import { ProjectFault } from './zip/project-fault'
import { zipped } from './zip/zip-writer'

/**
 * Writes a run, and its family, as a project file and reads it back before it gets its name. Fails with one sentence; an older
 * file is then as it was. A run of the family that cannot be read is left out, and counted.
 */
export async function writeProject(
  { path, record, runId, family }: ProjectTarget,
  run: HeldRun,
  choices: ProjectChoices,
  machine: Machine,
): Promise<Result<SavedProject>> {
  const name = basename(path)
  let bytes = 0
  async function* counted(members: ReturnType<typeof membersOf>): AsyncGenerator<Uint8Array> {
    for await (const piece of zipped(members)) {
      bytes += piece.length
      if (bytes > MOST_PROJECT_BYTES)
        throw new ProjectFault(text('project.tooLarge', { most: MOST_PROJECT_BYTES, found: bytes }))
      yield piece
    }
  }
  try {
    const { branches, branch } = await heldFamily(run.checkpoint, family)
    const held = { ...run, checkpoint: { ...run.checkpoint, branch } }
    const isOpen = choices.series === 'included' || run.table === null
    const members = membersOf(held, { ...choices, isOpen, record, branches, isBranch: false, machine })
    const written = await writeFileAtomically(path, counted(members), checkProject)
    const { updatesDone: update } = run.checkpoint.present
    const counts = { saved: branches.length, unread: family.length - branches.length }
    return written.ok ? ok({ name, bytes, runId, update, family: counts }) : written
  } catch (error) {
    if (!(error instanceof ProjectFault)) throw error
    return fail('file-not-written', text('project.notSaved', { name, why: error.why }))
  }
}
