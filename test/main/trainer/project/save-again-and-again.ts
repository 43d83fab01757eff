import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { findMade } from '../../../../main/trainer/data/find-made'
import { openProject } from '../../../../main/trainer/project/open-project'
import { restoreRun } from '../../../../main/trainer/project/restore-run'
import { writeProject } from '../../../../main/trainer/project/write-project'

/*
 * A process that saves a project in the place of the one it has read, again and again, until it is killed: with longer notes each
 * time, so that it can be told which is there. Says `saving` when it has begun.
 */
const [path = '', folder = ''] = process.argv.slice(2)
const project = await openProject(path)
if (!project.ok) throw new Error(project.error.text.id)
const [runId, record] = [randomUUID(), join(folder, `${randomUUID()}.record`)]
const run = await restoreRun(project.value, { runId, record }, findMade, new AbortController().signal)
const { writer, tfjs, engine, ...manifest } = project.value.manifest
const chosen = new Set(manifest.keyframes.slice(1, -1).map(({ update }) => update))
const keyframes = run.keyframes.filter(({ updatesDone }) => chosen.has(updatesDone))
const held = { ...run, keyframes, moments: null, series: null, table: null, engine }
process.stdout.write('saving\n')
for (let count = 1; ; count += 1) {
  const notes = 'x'.repeat(count)
  const saved = await writeProject(
    { runId, path, record, family: [] },
    held,
    { series: 'included', family: 'included', notes },
    { writer, tfjs },
  )
  if (!saved.ok) throw new Error(saved.error.text.id)
}
