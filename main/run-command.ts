import type { MainToCommand } from '@contract/wire/command-wire'
import { app, utilityProcess } from 'electron'
import { stayOffDock } from './chrome/system-ways'
import cliPath from './cli/installed?modulePath'
import { relayWorkers } from './command-workers'
import { forkWorker } from './experiments/fork-worker'
import { TENSORFLOW_SETTINGS } from './host/tensorflow-settings'
import readingPath from './trainer/reading/thread?modulePath'

/** The signals by which a person, a shell or a closed terminal ends a command. */
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const

/**
 * Runs a command of the command line instead of the app, in a utility process on this process's own terminal, and ends
 * with its exit code. No window, no lock, no page: the app's own window may be open beside it.
 */
export function runCommand(args: readonly string[], platform: string = process.platform): void {
  stayOffDock(app, platform)
  app.disableHardwareAcceleration()
  // A signal to all processes at once, as `timeout` sends it, would end the one for graphics, and that ends the app.
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
  // Not awaited: Electron is not ready before the entry has run to its end.
  void app.whenReady().then(() => {
    const child = utilityProcess.fork(cliPath, [readingPath, ...args], {
      serviceName: 'Unroll command line',
      stdio: 'inherit',
      env: { ...process.env, ...TENSORFLOW_SETTINGS },
    })
    const post = (message: MainToCommand) => child.postMessage(message)
    child.on(
      'message',
      relayWorkers((seriesFolder) => forkWorker(seriesFolder, { info: () => {} }), post),
    )
    child.once('exit', (code) => app.exit(code))
    // Set when Electron is ready, over its own, which would end the app in the middle of the command's last words.
    for (const signal of SIGNALS) process.on(signal, () => post({ kind: 'signal', signal }))
  })
}
