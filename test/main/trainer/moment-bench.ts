import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import { type Checkpoint, decodeCheckpoint } from '../../../main/trainer/weights/checkpoint/checkpoint'
import { createJudgedBench, good } from './judged-bench'

/** The lesson with a small network. */
export const lesson = (changes: Parameters<typeof withSettings>[1] = {}) =>
  withSettings(LESSON, { hiddenUnits: 8, ...changes })

/** What is changed before an update: settings, or what is carried. */
export type ChangeBefore = Parameters<typeof withSettings>[1] | 'wiped'

/** A run of so many updates, with a change before some of them. */
export async function trained(
  config: RunConfig,
  changes: readonly (readonly [after: number, ChangeBefore])[] = [],
  bench = createJudgedBench(),
) {
  good(await bench.trainer.createRun(config))
  await bench.trainer.setPace('max')
  let now = config
  for (const [after, change] of changes) {
    while ((bench.state()?.updatesDone ?? 0) < after) await bench.trainer.stepRun()
    if (change !== 'wiped') now = withSettings(now, change)
    good(
      await (change === 'wiped'
        ? bench.trainer.wipeState(true)
        : bench.trainer.changeSettings(settingsOf(now))),
    )
  }
  await bench.trainer.startRun()
  bench.runUntilIdle()
  return bench
}

export type Bench = Awaited<ReturnType<typeof trained>>

/** Of the run that was opened last. */
export function idOf({ payloads }: Bench): string {
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

/** Where the present run stands, as its checkpoint has it. */
export function standing({ payloads }: Bench): Checkpoint {
  const all = payloads('checkpointTaken')
  const latest = all.at(-1) as CheckpointTaken
  const initial = all.findLast(({ runId, initial }) => runId === latest.runId && initial)?.initial ?? null
  return good(decodeCheckpoint({ present: latest.present, initial }))
}
