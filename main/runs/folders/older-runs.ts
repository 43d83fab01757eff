import { lstatSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { readKept, type Tell } from '../../base/json-file'
import type { RunStore } from './run-store'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const OLDER = v.object({
  runs: v.array(
    v.object({
      id: v.pipe(v.string(), v.maxLength(1000)),
      network: v.pipe(v.string(), v.maxLength(1000)),
      updatesDone: count,
      goal: count,
      stoppedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
      file: v.pipe(v.string(), v.regex(/^[\da-f-]{36}\.checkpoint$/)),
    }),
  ),
})

/**
 * Takes over the unfinished runs that version 0.1.0 left in a folder of its own, which then goes. Whether a checkpoint
 * is whole is found out when it is opened, as with every other.
 *
 * @returns the id of the newest that was taken over; null when there was none
 */
export async function takeOverOlderRuns(folder: string, store: RunStore, tell: Tell): Promise<string | null> {
  // Something else of this name is not ours.
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null
  const found = readKept(join(folder, 'runs.json'), OLDER, text('keptData.olderRuns'), tell)
  if (!found) return null
  let newest: string | null = null
  // They were written newest first, and the store takes the last one put for the newest.
  for (const { id, network, updatesDone, goal, stoppedAt, file } of found.runs.toReversed()) {
    const present = await readFile(join(folder, file)).catch(() => null)
    if (!present) continue
    const run = {
      id,
      name: null,
      network,
      config: null,
      updatesDone,
      goal,
      phase: 'paused',
      loss: null,
      keptAt: stoppedAt,
      branch: null,
    } as const
    await store.put(run, { present, initial: null })
    newest = id
  }
  await rm(folder, { recursive: true, force: true })
  return newest
}
