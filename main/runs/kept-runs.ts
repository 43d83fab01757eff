import { join } from 'node:path'
import { RUN_BUDGET } from '@contract/run/run-budget'
import type { Tell } from '../base/json-file'
import type { Log } from '../base/log'
import { takeOverOlderRuns } from './folders/older-runs'
import { openRunStore } from './folders/run-store'
import { createSeriesFiles } from './folders/series-files'
import type { SessionMemory } from './last-session'
import { createRunRecords } from './record/run-records'
import { createRunKeeper, type RunKeeper, type RunKeeperOptions } from './run-keeper'

/** All that is kept of runs on disk, put together. */
export type KeptRuns = {
  readonly keeper: RunKeeper
  /** Ends when what version 0.1.0 left is taken over; the id of its newest run, if there was one. */
  readonly older: Promise<string | null>
}

/**
 * Opens what lies in the user's data.
 *
 * @param session whose settings of the last time name a series, too
 */
export function openKeptRuns(
  folder: string,
  session: Pick<SessionMemory, 'now'>,
  log: Log,
  ears: Pick<RunKeeperOptions, 'onRuns' | 'onSetAside' | 'onTrouble'> & { readonly tell: Tell },
): KeptRuns {
  const store = openRunStore(join(folder, 'runs'), {
    log,
    tell: ears.tell,
    series: createSeriesFiles(join(folder, 'series')),
    alsoNamed: session.now().config,
  })
  const keeper: RunKeeper = createRunKeeper({
    ...ears,
    store,
    budget: () => session.now().runBudget ?? RUN_BUDGET,
    records: createRunRecords({ fileOf: store.recordOf, onTrouble: (error) => keeper.recordTrouble(error) }),
    now: () => performance.now(),
    date: () => Date.now(),
    log,
  })
  const older = takeOverOlderRuns(join(folder, 'unfinished-runs'), store, ears.tell).catch(
    (error: unknown) => {
      log.error('the unfinished runs of version 0.1.0 were not taken over', error)
      return null
    },
  )
  return { keeper, older }
}
