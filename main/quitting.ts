import type { RunId } from '@contract/run-id'
import { app } from 'electron'
import { after } from './base/deferred'
import type { Log } from './base/log'
import type { Experiments } from './experiments/experiments'
import type { TrainerHost } from './host/trainer-host'
import type { Projects } from './projects/projects'
import type { SessionMemory } from './runs/last-session'
import type { RunKeeper } from './runs/run-keeper'

/** Milliseconds that a trainer may take to come to rest, and a disk to take in the run. */
const REST_LIMIT = 1_000
const KEEP_LIMIT = 5_000

/**
 * Holds the end of the app until the run is on disk and the trainer has ended; the host sets the
 * limit for that. Without this Electron drops the trainer in the middle of whatever it writes.
 */
export function endTrainerBeforeQuit(
  host: TrainerHost,
  present: () => RunId | null,
  kept: {
    readonly keeper: Pick<RunKeeper, 'keep'>
    readonly projects: Pick<Projects, 'settle'>
    readonly experiments: Pick<Experiments, 'end'>
  },
  session: Pick<SessionMemory, 'flush'>,
  log: Log,
): void {
  const { keeper, projects, experiments } = kept
  let trainer: 'there' | 'ending' | 'ended' = 'there'

  async function end() {
    trainer = 'ending'
    // A run that rests has told its very last update.
    const run = present()
    if (run !== null) await Promise.race([host.ask('pauseRun', run), after(REST_LIMIT)])
    await Promise.race([experiments.end(), after(KEEP_LIMIT)])
    await Promise.race([keeper.keep(), after(KEEP_LIMIT)])
    await Promise.race([projects.settle(), after(KEEP_LIMIT)])
    session.flush()
    await host.end().catch((error: unknown) => log.error('the trainer did not end', error))
    trainer = 'ended'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (trainer === 'ended') return
    event.preventDefault()
    if (trainer === 'there') void end()
  })
  // One window is the app, on every system: a training that nobody sees should not go on.
  app.on('window-all-closed', () => app.quit())
}
