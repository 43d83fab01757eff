import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { inPieces } from '../../base/in-pieces'
import { readKept, type Tell } from '../../base/json-file'
import { namesInKept, outOfTheWay } from '../../base/kept-folder'
import { isThere } from '../../disk/own-folder'
import { isSystemError } from '../../disk/system-error'
import { type FolderFile, filesIn } from './folder-files'
import { type CheckpointFile, KEPT_RUN_FILE, type KeptRunFile } from './kept-run-file'

/** What is said of a run, in its folder. */
export const RUN_FILE = 'run.json'
/** A name of our own making. */
export const PLACE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** A run that was found, and what lies in its folder. */
export type FoundRun = {
  readonly place: string
  readonly run: KeptRunFile
  readonly files: readonly FolderFile[]
}

/** What lies in the folder of runs. */
export type FoundRuns = {
  /** Whether the folder could be looked at: else there may be more runs than were found. */
  readonly isComplete: boolean
  readonly runs: readonly FoundRun[]
  /** Folders of our own naming in which no run stands: the app was killed before it was first put. */
  readonly strays: readonly string[]
}

/**
 * Looks at every run's folder, in pieces: there may be a thousand. No start depends on one: what is damaged is told, set aside and
 * left out.
 */
export async function findRuns(folder: string, tell: Tell): Promise<FoundRuns> {
  const names = namesInKept(folder, PLACE, text('keptData.runs'), tell)
  if (names === null) return { isComplete: false, runs: [], strays: [] }
  const runs = new Map<string, FoundRun>()
  const strays: string[] = []
  await inPieces(names, (place) => {
    const path = join(folder, place)
    if (!isThere(join(path, RUN_FILE))) {
      strays.push(place)
      return
    }
    const run = readKept(join(path, RUN_FILE), KEPT_RUN_FILE, text('keptData.run'), tell)
    const wrong = run ? whatIsWrong(path, run) : text('keptRuns.descriptionDamaged')
    if (run && wrong === null && !runs.has(run.id)) runs.set(run.id, { place, run, files: filesIn(path) })
    else {
      const why = wrong ?? text('keptRuns.twice')
      const next = outOfTheWay(path)
      if (run) tell(text('keptRuns.unreadableAt', { updates: run.updatesDone, why, next }))
      else tell(text('keptRuns.unreadable', { why, next }))
    }
  })
  return { isComplete: true, runs: [...runs.values()], strays }
}

function whatIsWrong(path: string, { present, initial }: KeptRunFile): Text | null {
  return fault(path, present) ?? (initial && fault(path, initial))
}

/** What is wrong with a checkpoint's file, before anybody opens it; null when nothing is. */
function fault(path: string, { file, bytes }: CheckpointFile): Text | null {
  try {
    const found = lstatSync(join(path, file))
    if (!found.isFile()) return text('keptRuns.notFile')
    return found.size === bytes ? null : text('keptRuns.otherSize', { found: found.size, expected: bytes })
  } catch (error) {
    if (!isSystemError(error)) throw error
    return text('keptRuns.fileMissing')
  }
}
