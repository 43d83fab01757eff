import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { readKept, type Tell } from '../../base/json-file'
import type { Log } from '../../base/log'
import { writeDurably, writeDurablySync } from '../../disk/own-file'
import { isThere } from '../../disk/own-folder'
import { removeQuietly } from '../../disk/replace-file'
import { isSystemError } from '../../disk/system-error'
import { KEPT_RUN_FILE, type KeptRunFile } from './kept-run-file'
import { PLACE, RUN_FILE } from './run-folders'

/** A run, and the name of its folder, in which all its other files lie. */
export type PlacedFile = { readonly place: string; readonly run: KeptRunFile }

/** Runs that are there all or none: as long as this is there, those of it that are missing are still to come. */
const PLAN_FILE = 'placing.json'
const PLAN = v.object({
  runs: v.array(v.object({ place: v.pipe(v.string(), v.regex(PLACE)), run: KEPT_RUN_FILE })),
})

/**
 * Says of some runs that they are there, all or none, whenever the app is killed: a plan is written first, which the next start
 * carries out; without it the folders have no run in them, and go. Throws the system's errors; then none is there.
 */
export async function placeTogether(folder: string, runs: readonly PlacedFile[]): Promise<void> {
  if (runs.length === 0) return
  const plan = join(folder, PLAN_FILE)
  try {
    await writeDurably(plan, JSON.stringify({ runs }))
    for (const { place, run } of runs) await writeDurably(join(folder, place, RUN_FILE), JSON.stringify(run))
  } catch (error) {
    // The plan goes first: a start between the two would carry it out.
    await removeQuietly(plan)
    for (const { place } of runs) await removeQuietly(join(folder, place, RUN_FILE))
    throw error
  }
  // One that stays is carried out again, which changes nothing.
  await removeQuietly(plan)
}

/** Carries out what a killed app had begun. */
export function finishPlacing(folder: string, log: Log, tell: Tell): void {
  const plan = join(folder, PLAN_FILE)
  try {
    if (!isThere(plan)) return
    const found = readKept(plan, PLAN, text('keptData.runs'), tell)
    for (const { place, run } of found?.runs ?? []) {
      const path = join(folder, place)
      // One that was changed since, or deleted, is not put back.
      if (isThere(join(path, run.present.file)) && !isThere(join(path, RUN_FILE)))
        writeDurablySync(join(path, RUN_FILE), JSON.stringify(run))
    }
    rmSync(plan, { force: true })
  } catch (error) {
    if (!isSystemError(error)) throw error
    log.error('runs that were to be placed together were not', error)
  }
}
