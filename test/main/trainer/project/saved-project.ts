import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ProjectChoices } from '@contract/project/project'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { openRecordFile } from '../../../../main/runs/record/record-file'
import { createJudgedBench, good } from '../judged-bench'

export type Bench = ReturnType<typeof createJudgedBench>

/** Changes of settings, each after so many updates. */
export type Changes = readonly (readonly [after: number, change: Partial<Settings>])[]

/** A trainer whose run has made all its updates. */
export async function trained(config: RunConfig, changes: Changes = [], bench = createJudgedBench()) {
  good(await bench.trainer.createRun(config))
  await bench.trainer.setPace('max')
  let now = config
  for (const [after, change] of changes) {
    while ((bench.state()?.updatesDone ?? 0) < after) await bench.trainer.stepRun()
    now = withSettings(now, change)
    good(await bench.trainer.changeSettings(settingsOf(now)))
  }
  await bench.trainer.startRun()
  bench.runUntilIdle()
  return bench
}

export function idOf({ payloads }: Pick<Bench, 'payloads'>): string {
  return payloads('runOpened').at(-1)?.id ?? ''
}

/** Lets the trainer work until it answers. */
export async function answered<T>(bench: Bench, request: Promise<T> | T): Promise<T> {
  let isAnswered = false
  const answer = Promise.resolve(request).finally(() => {
    isAnswered = true
  })
  while (!isAnswered) {
    bench.runUntilIdle()
    // What was worked out is heard by whoever waits for it, who may then ask for more.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return answer
}

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
  const all = { series: 'included', notes: '', ...choices } as const
  const report = good(await answered(bench, bench.trainer.saveProject({ runId, path, record }, all)))
  return { path, record, report }
}

/** Opens a project as main does; where its record lies, and what was answered. */
export async function opened(bench: Bench, path: string, folder: string) {
  const [runId, record] = [randomUUID(), join(folder, `${randomUUID()}.record`)]
  const answer = await answered(bench, bench.trainer.openProject({ path, runId, record }))
  return { runId, record, answer }
}
