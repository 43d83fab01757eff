import { app } from 'electron'
import type { Log } from './log'
import type { TrainerHost } from './trainer-host'

/**
 * Holds the end of the app until the trainer has ended; the host sets the limit. Without this Electron drops
 * the trainer in the middle of whatever it writes.
 */
export function endTrainerBeforeQuit(host: TrainerHost, log: Log): void {
  let trainer: 'there' | 'ending' | 'ended' = 'there'

  async function end() {
    trainer = 'ending'
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
