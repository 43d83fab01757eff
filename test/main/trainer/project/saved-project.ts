import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ProjectChoices } from '@contract/project/project'
import { openRecordFile } from '../../../../main/runs/record/record-file'
import { good } from '../judged-bench'
import { answered, type Bench, idOf } from '../moment-bench'

/** What a person decides about a project where nobody says otherwise. */
export const CHOICES: ProjectChoices = { series: 'included', family: 'included', notes: '' }
/** No family is kept, and none is taken in. */
export const NO_FAMILY = { places: [], known: [] }

/** Puts what was told of a run into its record, as main does. */
export async function recorded(bench: Bench, path: string): Promise<void> {
  const id = idOf(bench)
  const file = openRecordFile(path, id)
  await file.append(bench.payloads('updates').filter(({ runId }) => runId === id))
  await file.close()
}

/** Saves the present run as main does: holds it, records what was told, and has it written. */
export async function saved(bench: Bench, folder: string, choices: Partial<ProjectChoices> = {}) {
  const [path, record] = [join(folder, `${randomUUID()}.unroll`), join(folder, `${randomUUID()}.record`)]
  const runId = idOf(bench)
  good(await bench.trainer.holdProject(runId))
  await recorded(bench, record)
  const all = { ...CHOICES, ...choices } as const
  const report = good(
    await answered(bench, bench.trainer.saveProject({ runId, path, record, family: [] }, all)),
  )
  return { path, record, report }
}

/** Opens a project as main does; where its record lies, and what was answered. */
export async function opened(bench: Bench, path: string, folder: string) {
  const [runId, record] = [randomUUID(), join(folder, `${randomUUID()}.record`)]
  const answer = await answered(bench, bench.trainer.openProject({ path, runId, record, family: NO_FAMILY }))
  return { runId, record, answer }
}
