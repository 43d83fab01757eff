import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { KeptRunFiles, NewPlace } from '@contract/project/family'
import type { KeptRun, ListedRun } from '@contract/run/kept-run'
import { writtenSettings } from '@contract/settings/settings'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import { inPieces } from '../../base/in-pieces'
import type { Tell } from '../../base/json-file'
import type { Log } from '../../base/log'
import { writeDurably } from '../../disk/own-file'
import { setAside } from '../../disk/own-folder'
import { isSystemError } from '../../disk/system-error'
import { newCheckpointName, readCheckpoint, writeCheckpoint } from './checkpoint-files'
import { bytesOf, filesIn } from './folder-files'
import { type CheckpointFile, type KeptRunFile, keptRunOf } from './kept-run-file'
import { removeLeftovers, removeOlder } from './leftovers'
import { finishPlacing, placeTogether } from './placed-together'
import { type FoundRuns, findRuns, RUN_FILE } from './run-folders'
import { type SeriesFiles, seriesNamed } from './series-files'

const RECORD = 'updates.record'
const KEYFRAMES = 'moments.keyframes'

/** The run that is no earlier one; its settings are not known yet while it is being opened. */
export type PresentRun = { readonly id: string; readonly config: unknown }

/** Plans that are kept elsewhere, and name series as runs do. */
export type OtherNames = {
  readonly plans: () => readonly unknown[]
  /** Whether all of them are known: else no series goes at the start. */
  readonly isComplete: boolean
}

/** What a store needs beside the folder of runs. */
export type RunStoreOptions = {
  readonly log: Log
  readonly tell: Tell
  readonly series: SeriesFiles
  /** Settings that name a series which is kept at the start, though no run on disk does. */
  readonly alsoNamed: unknown
  readonly experiments: OtherNames
  /** Nothing is read before this ends; at once where it is left out. */
  readonly begin?: Promise<unknown>
}

/** Runs on disk, a folder each: what main says of it in `run.json`, the trainer's checkpoints, and its updates. */
export type RunStore = {
  /**
   * Ends when it is known which runs there are, and what a killed app has left is gone. Before that none is listed, no file of one can
   * be asked for, and a change waits.
   */
  readonly opened: Promise<void>
  /** Newest first, the present one with them once it was put. */
  readonly runs: () => readonly ListedRun[]
  /** Their ids, in no time. */
  readonly ids: () => readonly string[]
  /**
   * Keeps a checkpoint in the place of the run's last one, which stays until the new one is whole. A run that is there keeps
   * its name.
   */
  readonly put: (run: KeptRun, files: CheckpointFiles) => Promise<void>
  /** Keeps the keyframes of a run in the place of those before; they are read with its checkpoint, where they are whole. */
  readonly putKeyframes: (id: string, bytes: Uint8Array) => Promise<void>
  /** Gives a run another name, or takes it away; false where there is no such run. */
  readonly rename: (id: string, name: string | null) => Promise<boolean>
  readonly drop: (id: string, present: () => PresentRun | undefined) => Promise<void>
  /** Measures a run again: its record has grown after its last checkpoint. */
  readonly measure: (id: string) => Promise<void>
  /** The checkpoint, or null when it is missing or is not to the last bit what was written. */
  readonly read: (id: string) => Promise<CheckpointFiles | null>
  /** Lists a run no more, but leaves its folder for whoever wants to know why it could not be read. */
  readonly setAside: (id: string) => Promise<void>
  /** Where the updates of a run are recorded, which may be before it is first put. */
  readonly recordOf: (id: string) => string
  /** Where the files of a run lie; null where there is no such run. */
  readonly filesOf: (id: string) => KeptRunFiles | null
  /** Where the files of a run may be put before there is one. */
  readonly placeFor: (id: string) => NewPlace
  /** Keeps runs whose files are in their places, all or none, also where the app is killed meanwhile. */
  readonly putTogether: (runs: readonly WholeRun[]) => Promise<void>
}

/**
 * What a run's file says, and the series that it names. What was read of a file is never changed, and settings are slow to parse: it is
 * found out once.
 */
type Said = { readonly run: KeptRun; readonly named: readonly string[] }

/** A run whose files are in its folder already. */
export type WholeRun = {
  readonly run: KeptRun
  readonly present: CheckpointFile
  readonly initial: CheckpointFile
}

/**
 * Opens the folder of runs. What was damaged since the last start is told, and set aside; series that no run names any more
 * are removed.
 */
export function openRunStore(
  folder: string,
  { log, tell, series, alsoNamed, experiments, begin = Promise.resolve() }: RunStoreOptions,
): RunStore {
  /** The folders of runs by their ids, also of those that were not put yet. */
  const places = new Map<string, string>()
  let runs: readonly KeptRunFile[] = []
  let isRead = false
  /** Bytes on the disk, by the ids of runs, as they were when last measured. */
  const sizes = new Map<string, number>()
  const said = new WeakMap<KeptRunFile, Said>()
  const opened = begin.then(read)
  /** One change after another: each begins with the files as the last one left them. */
  let last: Promise<unknown> = opened

  async function read() {
    finishPlacing(folder, log, tell)
    const found = await findRuns(folder, tell)
    for (const { place, run, files } of found.runs) {
      places.set(run.id, place)
      sizes.set(run.id, bytesOf(files))
    }
    // Whoever asks for the list first finds that done.
    await inPieces(found.runs, ({ run }) => saidBy(run))
    runs = found.runs.map(({ run }) => run).sort((a, b) => b.serial - a.serial)
    isRead = true
    await sweep(found)
  }

  function inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = last.then(change)
    last = done.catch(() => {})
    return done
  }

  function placeOf(id: string): string {
    // A run that is there would be given a second folder.
    if (!isRead) throw new Error('the runs are not read yet')
    const place = places.get(id) ?? randomUUID()
    // A run's id comes from a file, and names nothing on this disk.
    places.set(id, place)
    return join(folder, place)
  }

  function measure(id: string) {
    sizes.set(id, bytesOf(filesIn(placeOf(id))))
  }

  /** A series that several runs learn counts for the newest of them: with it, its file goes. */
  function listed(): readonly ListedRun[] {
    const counted = new Set<string>()
    return runs.map((file) => {
      const { run, named } = saidBy(file)
      const own = named.filter((hash) => !counted.has(hash))
      for (const hash of own) counted.add(hash)
      const bytes = own.reduce((sum, hash) => sum + series.size(hash), sizes.get(run.id) ?? 0)
      return { ...run, bytes }
    })
  }

  function saidBy(file: KeptRunFile): Said {
    const known = said.get(file) ?? { run: keptRunOf(file), named: seriesNamed(file.config) }
    said.set(file, known)
    return known
  }

  /** Removes the series that runs which are gone have named, and nobody else does. */
  async function dropSeries(gone: readonly KeptRunFile[], config: unknown) {
    const named = new Set(
      [...runs.map((run) => run.config), config, ...experiments.plans()].flatMap(seriesNamed),
    )
    await series.remove(gone.flatMap((run) => seriesNamed(run.config)).filter((hash) => !named.has(hash)))
  }

  /** Removes what a killed app has left, and series that nobody names. */
  async function sweep(found: FoundRuns) {
    try {
      await removeLeftovers(folder, found)
      const named = [...runs.map(({ config }) => config), alsoNamed, ...experiments.plans()].flatMap(
        seriesNamed,
      )
      if (found.isComplete && experiments.isComplete) await series.keepOnly(new Set(named))
    } catch (error) {
      if (!isSystemError(error)) throw error
      log.error('leftovers of runs were not removed', error)
    }
  }

  function described(run: KeptRun, serial: number) {
    return { ...run, config: run.config && writtenSettings(run.config), serial }
  }

  async function remove(id: string) {
    runs = runs.filter((run) => run.id !== id)
    const place = placeOf(id)
    places.delete(id)
    sizes.delete(id)
    await rm(place, { recursive: true, force: true })
  }

  return {
    opened,
    runs: listed,
    ids: () => runs.map(({ id }) => id),
    put: (run, files) =>
      inTurn(async () => {
        const place = placeOf(run.id)
        const before = runs.find(({ id }) => id === run.id)
        const initial = before?.initial ?? (files.initial && (await writeCheckpoint(place, files.initial)))
        const present = await writeCheckpoint(place, files.present)
        const serial = (runs[0]?.serial ?? 0) + 1
        const name = before ? (before.name ?? null) : run.name
        const written: KeptRunFile = { ...described(run, serial), name, present, initial }
        await writeDurably(join(place, RUN_FILE), JSON.stringify(written))
        runs = [written, ...runs.filter(({ id }) => id !== run.id)]
        await removeOlder(place, written, filesIn(place))
        measure(run.id)
      }),
    putKeyframes: (id, bytes) => inTurn(() => writeDurably(join(placeOf(id), KEYFRAMES), bytes)),
    drop: (id, present) =>
      inTurn(async () => {
        const gone = runs.filter((run) => run.id === id)
        await remove(id)
        const now = present()
        // A run that is being opened may learn the same.
        if (now?.config) await dropSeries(gone, now.config)
      }),
    rename: (id, name) =>
      inTurn(async () => {
        const before = runs.find((run) => run.id === id)
        if (!before) return false
        const renamed = { ...before, name }
        await writeDurably(join(placeOf(id), RUN_FILE), JSON.stringify(renamed))
        runs = runs.map((run) => (run.id === id ? renamed : run))
        return true
      }),
    measure: (id) => inTurn(async () => measure(id)),
    read: (id) =>
      inTurn(async () => {
        const run = runs.find((one) => one.id === id)
        if (!run) return null
        const place = placeOf(id)
        const present = await readCheckpoint(place, run.present)
        const initial = run.initial && (await readCheckpoint(place, run.initial))
        if (!present || (!initial && run.initial)) return null
        // Damaged ones count for nothing: the trainer looks.
        const keyframes = await readFile(join(place, KEYFRAMES)).catch(() => null)
        return { present, initial, ...(keyframes && { keyframes }) }
      }),
    setAside: (id) =>
      inTurn(async () => {
        const place = placeOf(id)
        runs = runs.filter((run) => run.id !== id)
        places.delete(id)
        setAside(place)
      }),
    recordOf: (id) => join(placeOf(id), RECORD),
    filesOf: (id) => {
      const run = runs.find((one) => one.id === id)
      if (!run) return null
      const place = placeOf(id)
      const kept = ({ file, sha256 }: CheckpointFile) => ({ path: join(place, file), sha256 })
      const { present, initial } = run
      const beside = { keyframes: join(place, KEYFRAMES), record: join(place, RECORD) }
      return { present: kept(present), initial: initial && kept(initial), ...beside }
    },
    placeFor: (id) => {
      const place = placeOf(id)
      const file = () => join(place, newCheckpointName())
      const beside = { keyframes: join(place, KEYFRAMES), record: join(place, RECORD) }
      return { runId: id, present: file(), initial: file(), ...beside }
    },
    putTogether: (whole) =>
      inTurn(async () => {
        const serial = (runs[0]?.serial ?? 0) + 1
        const written = whole.map(({ run, present, initial }, i): KeptRunFile => {
          return { ...described(run, serial + i), present, initial }
        })
        await placeTogether(
          folder,
          written.map((run) => ({ place: basename(placeOf(run.id)), run })),
        )
        runs = [...written.toReversed(), ...runs]
        for (const { id } of written) measure(id)
      }),
  }
}
