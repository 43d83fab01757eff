import { randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { UnfinishedRun } from '@contract/run/unfinished-run'
import { counted } from '@contract/words'
import * as v from 'valibot'
import { readKept, type Tell } from '../base/json-file'
import { openKeptFolder } from '../base/kept-folder'
import type { Log } from '../base/log'
import { writeDurably } from '../disk/own-file'

/** Runs kept at most: the present one, the one that is offered, and one that was left for it. */
const MAX_KEPT = 3
const INDEX = 'runs.json'
const ENDING = '.checkpoint'
/** A checkpoint that could not be read is kept under one name, for whoever wants to know why. */
const DAMAGED = 'damaged.checkpoint.old'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** Milliseconds up to the last moment that a date can be. */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15))
/** Far longer than any that is written here. */
const text = v.pipe(v.string(), v.maxLength(1000))
const KEPT = v.object({
  id: text,
  network: text,
  updatesDone: count,
  goal: count,
  stoppedAt: moment,
  // A name of our own making; a run's id comes from a file and names nothing on this disk.
  file: v.pipe(v.string(), v.regex(/^[\da-f-]{36}\.checkpoint$/)),
  bytes: count,
  sha256: text,
})
const KEPT_RUNS = v.object({ runs: v.pipe(v.array(KEPT), v.maxLength(MAX_KEPT)) })

type KeptRun = v.InferOutput<typeof KEPT>

/** Unfinished runs on disk: what main says of each in one small file, and beside it the trainer's checkpoints. */
export type UnfinishedStore = {
  /** Newest first. */
  readonly runs: () => readonly UnfinishedRun[]
  /** Keeps a checkpoint in the place of the run's last one, which stays until the new one is whole. */
  readonly put: (run: UnfinishedRun, checkpoint: Uint8Array) => Promise<void>
  readonly drop: (id: string) => Promise<void>
  /** The checkpoint, or null when it is missing or is not to the last bit what was written. */
  readonly read: (id: string) => Promise<Uint8Array | null>
  /** Offers a run no more, but leaves its file for whoever looks into the folder. */
  readonly setAside: (id: string) => Promise<void>
}

/** Opens the folder of unfinished runs. What was damaged since the last start is told and left out. */
export function openUnfinishedStore(folder: string, log: Log, tell: Tell): UnfinishedStore {
  const index = join(folder, INDEX)
  let runs = readIndex(folder, log, tell)
  /** One change after another: each begins with the files as the last one left them. */
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = last.then(change)
    last = done.catch(() => {})
    return done
  }

  function without(id: string): readonly KeptRun[] {
    return runs.filter((run) => run.id !== id)
  }

  /** The index says which files count: only when it is on disk do the others go. */
  async function writeIndex() {
    await writeDurably(index, JSON.stringify({ runs }))
    const kept = new Set(runs.map(({ file }) => file))
    const stray = (name: string) => name.endsWith('.tmp') || (name.endsWith(ENDING) && !kept.has(name))
    const strays = (await readdir(folder)).filter(stray)
    await Promise.all(strays.map((name) => rm(join(folder, name), { force: true })))
  }

  async function remove(id: string) {
    const left = without(id)
    if (left.length === runs.length) return
    runs = left
    await writeIndex()
  }

  return {
    runs: () => runs,
    put: ({ id, network, updatesDone, goal, stoppedAt }, checkpoint) =>
      inTurn(async () => {
        const file = `${randomUUID()}${ENDING}`
        await writeDurably(join(folder, file), checkpoint)
        const sha256 = await hashOf(checkpoint)
        const bytes = checkpoint.byteLength
        runs = [{ id, network, updatesDone, goal, stoppedAt, file, bytes, sha256 }, ...without(id)].slice(
          0,
          MAX_KEPT,
        )
        await writeIndex()
      }),
    drop: (id) => inTurn(() => remove(id)),
    read: (id) =>
      inTurn(async () => {
        const run = runs.find((one) => one.id === id)
        if (!run) return null
        const bytes = await readFile(join(folder, run.file)).catch(() => null)
        return bytes && (await hashOf(bytes)) === run.sha256 ? bytes : null
      }),
    setAside: (id) =>
      inTurn(async () => {
        const run = runs.find((one) => one.id === id)
        if (!run) return
        // One that is not there at all needs no other place.
        await rename(join(folder, run.file), join(folder, DAMAGED)).catch(() => {})
        await remove(id)
      }),
  }
}

/** Computed outside main's own thread: a checkpoint may be large. */
async function hashOf(bytes: Uint8Array): Promise<string> {
  // Node's buffers are never over shared memory, which is all that the types say here.
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Buffer.from(hash).toString('hex')
}

function readIndex(folder: string, log: Log, tell: Tell): readonly KeptRun[] {
  if (!openKeptFolder(folder, 'unfinished runs', tell)) return []
  const index = readKept(join(folder, INDEX), KEPT_RUNS, 'the list of unfinished runs', tell)
  return (index?.runs ?? []).filter(({ file, bytes, updatesDone }) => {
    const found = whatIsThere(join(folder, file), bytes)
    if (found === null) return true
    log.error(`the run that stopped at update ${updatesDone} is not offered: its file ${found}`)
    tell(`The run that stopped at update ${updatesDone} is not offered, since its file ${found}.`)
    return false
  })
}

/** What is wrong with a checkpoint's file, before anybody opens it; null when nothing is. */
function whatIsThere(path: string, bytes: number): string | null {
  try {
    const found = lstatSync(path)
    if (!found.isFile()) return 'is a folder, a link or a device'
    return found.size === bytes ? null : `has ${counted(found.size, 'byte')} and not ${bytes}`
  } catch {
    // Whatever hinders a look hinders its being read.
    return 'is not there'
  }
}
