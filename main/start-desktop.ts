import { dirname, join } from 'node:path'
import { localeOf } from '@contract/language/languages'
import { inEnglish, sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { app } from 'electron'
import { openAppLanguage, startLanguage } from './base/app-language'
import { logUncaught, openLog } from './base/log'
import { createStartNotices } from './base/start-notices'
import { sparePlaceOfSharedMemory } from './chrome/shared-memory'
import { introduce } from './chrome/system-ways'
import { keepCrashReports } from './crash-reports'
import { sweepLeftovers } from './disk/temporary-file'
import { fileHandedOver, fileInArguments } from './files/launch-file'
import { pageOrigin } from './page/page-origin'
import { registerPageScheme } from './page/protocol'
import { cutNetwork } from './page/security'
import { type Shell, startShell } from './shell'
import { failStart, unforeseen } from './start-failure'
import { takePlace } from './take-place'

/**
 * Starts the app with its window, or hands over to the one that runs already. Call it before Electron is ready.
 *
 * @param named the language that the command line names, for this start
 */
export function startDesktop(named: string | undefined, platform: string = process.platform): void {
  introduce(app, platform)
  sparePlaceOfSharedMemory(app, platform)
  // Both switches at once make Chromium's network service crash again and again.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerPageScheme()
  cutNetwork(pageOrigin(app.isPackaged, process.env.ELECTRON_RENDERER_URL))

  let shell: Shell | undefined
  let file = fileInArguments(process.argv, process.cwd())

  // Before there is a window it waits for that.
  const open = (path: string) => {
    if (shell) shell.openFile(path)
    else file = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    shell?.focus()
    open(path)
  })
  // A click on the Dock of macOS, also while the window is minimized or hidden.
  app.on('activate', () => shell?.focus())
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    shell?.focus()
    const path = fileHandedOver(handedOver)
    if (path !== undefined) open(path)
  })

  const notices = createStartNotices()
  /** Told before there was a log to write it down in. */
  const early: Text[] = []
  const tellEarly = (told: Text) => {
    early.push(told)
    notices.tell(told)
  }
  const start = startLanguage(
    { option: named, variable: process.env.UNROLL_LANGUAGE },
    app.getPreferredSystemLanguages(),
  )
  const place = takePlace(file, tellEarly, platform)
  if (place.kind === 'second') {
    app.quit()
    return
  }
  if (place.kind === 'none') {
    if (place.canShow) void app.whenReady().then(() => failStart(place.why, sayIn(start.language)))
    else failStart(place.why, sayIn(start.language))
    return
  }
  const logFile = join(place.folder, 'logs', 'unroll.log')
  const log = openLog({ path: logFile, echo: !app.isPackaged, tell: tellEarly })
  for (const told of early) log.error(inEnglish(told))
  const tell = (told: Text) => {
    log.error(inEnglish(told))
    notices.tell(told)
  }
  logUncaught(log)
  const language = openAppLanguage({
    file: join(place.folder, 'language.json'),
    start,
    log,
    tell,
  })
  // For what Chromium says by itself. On Linux it has read that before this runs, in the system's own language.
  app.commandLine.appendSwitch('lang', localeOf(language.now()))
  void sweepLeftovers(place.folder)
  keepCrashReports(join(dirname(logFile), 'crashes'), tell)
  // Not awaited: Electron is not ready before this module has run to its end.
  void app.whenReady().then(() => {
    const onFailure = (error: unknown) => {
      log.error('the start failed', error)
      failStart(unforeseen(error, logFile), sayIn(language.now()))
    }
    try {
      const told = { ...notices, tell }
      shell = startShell({ log, logFile, file, language, notices: told, platform, onFailure })
    } catch (error) {
      onFailure(error)
    }
  })
}
