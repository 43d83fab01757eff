import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { counted } from '@contract/words'
import { readKept, type Tell } from '../../base/json-file'
import { openKeptFolder } from '../../base/kept-folder'
import { isThere, setAside } from '../../disk/own-folder'
import { explain, isSystemError } from '../../disk/system-error'
import { type CheckpointFile, KEPT_RUN_FILE, type KeptRunFile } from './kept-run-file'

/** What is said of a run, in its folder. */
export const RUN_FILE = 'run.json'
const PLACE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** What lies in the folder of runs. */
export type FoundRuns = {
  readonly runs: readonly { readonly place: string; readonly run: KeptRunFile }[]
  /** Folders of our own naming in which no run stands: the app was killed before it was first put. */
  readonly strays: readonly string[]
}

/** Looks at every run's folder. No start depends on one: what is damaged is told, set aside and left out. */
export function findRuns(folder: string, tell: Tell): FoundRuns {
  const names = namesIn(folder, tell)
  const runs: { place: string; run: KeptRunFile }[] = []
  const strays: string[] = []
  for (const place of names) {
    const path = join(folder, place)
    if (!isThere(join(path, RUN_FILE))) {
      strays.push(place)
      continue
    }
    const run = readKept(join(path, RUN_FILE), KEPT_RUN_FILE, 'what is known of a run', tell)
    const wrong = run ? whatIsWrong(path, run) : 'its description is damaged'
    if (run && wrong === null && !runs.some((one) => one.run.id === run.id)) runs.push({ place, run })
    else {
      const named = run ? `The run that stands at update ${run.updatesDone}` : 'A run'
      tell(`${named} cannot be opened: ${wrong ?? 'it is there twice'}. ${outOfTheWay(path)}`)
    }
  }
  return { runs, strays }
}

function namesIn(folder: string, tell: Tell): string[] {
  if (!openKeptFolder(folder, 'earlier runs', tell)) return []
  try {
    return readdirSync(folder).filter((name) => PLACE.test(name))
  } catch (error) {
    if (!isSystemError(error)) throw error
    const why = explain(error.code) ?? `the system reports ${error.code}`
    tell(`The earlier runs cannot be listed: ${why}. Unroll goes on without them.`)
    return []
  }
}

function whatIsWrong(path: string, { present, initial }: KeptRunFile): string | null {
  return fault(path, present) ?? (initial && fault(path, initial))
}

/** What is wrong with a checkpoint's file, before anybody opens it; null when nothing is. */
function fault(path: string, { file, bytes }: CheckpointFile): string | null {
  try {
    const found = lstatSync(join(path, file))
    if (!found.isFile()) return 'its file is a folder, a link or a device'
    return found.size === bytes ? null : `its file has ${counted(found.size, 'byte')} and not ${bytes}`
  } catch (error) {
    if (!isSystemError(error)) throw error
    return 'its file is not there'
  }
}

function outOfTheWay(path: string): string {
  try {
    return `It has been set aside as ${setAside(path)}.`
  } catch (error) {
    if (!isSystemError(error)) throw error
    return 'It stays where it is.'
  }
}
