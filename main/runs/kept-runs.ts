import { join } from 'node:path'
import type { KeptRun } from '@contract/run/kept-run'
import { RUN_BUDGET } from '@contract/run/run-budget'
import type { RunId } from '@contract/run-id'
import { inPieces } from '../base/in-pieces'
import type { Tell } from '../base/json-file'
import type { Log } from '../base/log'
import { takeOverOlderRuns } from './folders/older-runs'
import { type OtherNames, openRunStore, type RunStore, type WholeRun } from './folders/run-store'
import { createSeriesFiles } from './folders/series-files'
import type { SessionMemory } from './last-session'
import { createRunRecords, type RunRecords } from './record/run-records'
import { createRunKeeper, type RunKeeper, type RunKeeperOptions } from './run-keeper'

/** Where the files of kept runs lie, and where those of new ones may be put. */
export type RunFiles = Pick<RunStore, 'filesOf' | 'placeFor'> & {
  /** Ends when all that was told of a run is in its record. */
  readonly settle: (run: RunId) => Promise<void>
  /** Keeps runs whose files are in their places, all or none, and tells the list. Throws the system's errors. */
  readonly putTogether: (runs: readonly NewRun[]) => Promise<void>
}

/** A run that is kept from now on. */
export type NewRun = Omit<WholeRun, 'run'> & { readonly run: Omit<KeptRun, 'keptAt'> }

/** All that is kept of runs on disk, put together. */
export type KeptRuns = {
  readonly keeper: RunKeeper
  /** Ends when it is known which runs there are: none is listed before, and nothing may be asked of any. */
  readonly opened: Promise<void>
  /** Ends, after that, when what version 0.1.0 left is taken over; the id of its newest run, if there was one. */
  readonly older: Promise<string | null>
  /** Where the record of a run lies, in the run's own folder. */
  readonly recordOf: RunStore['recordOf']
  /** The files of runs, for a project that has some of them in it. */
  readonly files: RunFiles
  /** Removes what lies in the folder of a run that was not opened after all. */
  readonly forget: (run: RunId) => Promise<void>
}

/**
 * Opens what lies in the user's data.
 *
 * @param session whose settings of the last time name a series, too
 */
export function openKeptRuns(
  folder: string,
  session: Pick<SessionMemory, 'now'>,
  experiments: OtherNames,
  log: Log,
  ears: Pick<RunKeeperOptions, 'noteOf' | 'onRuns' | 'onSetAside' | 'onTrouble'> & {
    readonly tell: Tell
    /** Nothing is read before this ends; at once where it is left out. */
    readonly begin?: Promise<unknown>
  },
): KeptRuns {
  const store = openRunStore(join(folder, 'runs'), {
    log,
    tell: ears.tell,
    series: createSeriesFiles(join(folder, 'series')),
    alsoNamed: session.now().config,
    experiments,
    ...(ears.begin && { begin: ears.begin }),
  })
  const records = createRunRecords({
    fileOf: store.recordOf,
    onTrouble: (error) => keeper.recordTrouble(error),
  })
  const keeper: RunKeeper = createRunKeeper({
    ...ears,
    store: { ...store, put: async (run, files) => store.put(await withLoss(run, records), files) },
    records,
    budget: () => session.now().runBudget ?? RUN_BUDGET,
    now: () => performance.now(),
    date: () => Date.now(),
    log,
  })
  const opened = store.opened.then(async () => {
    // They are asked for with the list, and kept in memory from then on.
    await inPieces(store.ids(), ears.noteOf)
    keeper.list.tell()
  })
  const older = opened.then(() => takeOver(join(folder, 'unfinished-runs'), store, log, ears.tell))
  const forget = (run: RunId) => store.drop(run, () => undefined)
  const files: RunFiles = {
    filesOf: store.filesOf,
    placeFor: store.placeFor,
    settle: records.flush,
    putTogether: async (runs) => {
      const keptAt = Date.now()
      await store.putTogether(runs.map((one) => ({ ...one, run: { ...one.run, keptAt } })))
      keeper.list.tell()
    },
  }
  return { keeper, opened, older, recordOf: store.recordOf, files, forget }
}

async function takeOver(folder: string, store: RunStore, log: Log, tell: Tell): Promise<string | null> {
  try {
    return await takeOverOlderRuns(folder, store, tell)
  } catch (error) {
    log.error('the unfinished runs of version 0.1.0 were not taken over', error)
    return null
  }
}

/** A run that was opened with updates behind it, as a branch or a project, has told none of them: their losses are in its record. */
async function withLoss(run: KeptRun, records: Pick<RunRecords, 'read'>): Promise<KeptRun> {
  if (run.loss !== null) return run
  const last = await records.read(run.id, run.updatesDone, run.updatesDone)
  return { ...run, loss: last?.losses[0] ?? null }
}
