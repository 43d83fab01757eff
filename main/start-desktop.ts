import { dirname, join } from 'node:path'
import { app } from 'electron'
import { logUncaught, openLog } from './base/log'
import { keepCrashReports } from './crash-reports'
import { fileHandedOver, fileInArguments } from './files/launch-file'
import { registerPageScheme } from './page/protocol'
import { type Shell, startShell } from './shell'

/** Starts the app with its window, or hands over to the one that runs already. Call it before Electron is ready. */
export function startDesktop(): void {
  // Both switches at once make Chromium's network service crash again and again.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerPageScheme()

  let shell: Shell | undefined
  let file = fileInArguments(process.argv, process.cwd())

  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (shell) shell.openFile(path)
    else file = path
  })
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    shell?.focus()
    const path = fileHandedOver(handedOver)
    if (path !== undefined) shell?.openFile(path)
  })

  // Two windows would write the same small files; a second launch shows the first one's window instead.
  if (!app.requestSingleInstanceLock({ file })) {
    app.quit()
    return
  }
  const logFile = join(app.getPath('userData'), 'logs', 'unroll.log')
  const log = openLog({ path: logFile, echo: !app.isPackaged })
  logUncaught(log)
  keepCrashReports(join(dirname(logFile), 'crashes'))
  // Not awaited: Electron is not ready before this module has run to its end.
  void app.whenReady().then(() => {
    shell = startShell({ log, logFile, file })
  })
}
