import { dirname, join } from 'node:path'
import type { ChoosableLanguage } from '@contract/language/languages'
import type { Text } from '@contract/language/text'
import type { Result } from '@contract/result'
import { app, clipboard, shell as desktop, powerMonitor } from 'electron'
import type { AppLanguage } from './base/app-language'
import type { Log } from './base/log'
import type { StartNotices } from './base/start-notices'
import { fillAboutPanel, showAbout } from './chrome/about'
import { createMenu } from './chrome/menu'
import { createRunIndicators } from './chrome/run-indicators'
import { comeToFront, endWithSession } from './chrome/system-ways'
import { openTourMemory } from './chrome/tour-memory'
import { createWindowTitle } from './chrome/window-title'
import { logBrokenEnd, logProcessesGone } from './crash-reports'
import { forkWorker } from './experiments/fork-worker'
import { openExperiments } from './experiments/open-experiments'
import { namedBy, openExperimentStore } from './experiments/store/experiment-store'
import { createFileDialogs } from './files/dialogs'
import { contentByName, contentOfFile } from './files/file-content'
import { createLoads } from './files/loads'
import { oneAtATime } from './files/one-dialog'
import { openRecentFiles } from './files/recent-files'
import type { TrainerEvent } from './host/checkpoint-parts'
import { forkTrainer } from './host/fork-trainer'
import { createNotices } from './host/notices'
import { type Ask, createTrainerHost } from './host/trainer-host'
import { pageOrigin } from './page/page-origin'
import { servePage } from './page/protocol'
import { shutDoors } from './page/security'
import { openAutosaveChoice } from './projects/autosave'
import { createProjectNotes, type ProjectNotes } from './projects/project-note'
import { createProjects } from './projects/projects'
import { endTrainerBeforeQuit } from './quitting'
import { offerTable } from './routes/data-routes'
import { createRoutes, loadFrom } from './routes/routes'
import { openKeptRuns } from './runs/kept-runs'
import { openSessionMemory } from './runs/last-session'
import { returnWords } from './runs/return-words'
import { type Chosen, NOTHING_YET, remember, rememberChosen } from './runs/run-memory'
import { createRunOpening } from './runs/run-opening'
import { watchPageLoss } from './window/page-loss'
import { createPageViewMemory } from './window/page-view'
import { openWindow } from './window/window'
import { answerRequests, openPageWire } from './wire/ipc'

export type ShellOptions = {
  readonly log: Log
  readonly logFile: string
  /** The project, weight file or table that the app was started with. */
  readonly file: string | undefined
  /** What went wrong before, and takes in what does here. */
  readonly notices: StartNotices
  readonly language: AppLanguage
  /** `linux`, `darwin` or `win32`. */
  readonly platform: string
  /** Hears of what nobody foresaw, after the window was opened: the app cannot go on. */
  readonly onFailure: (error: unknown) => void
}

/** The running app, for what comes from outside: another launch, a file opened in the file manager. */
export type Shell = { readonly focus: () => void; readonly openFile: (path: string) => void }

/** Starts window and trainer side by side: the window is there long before TensorFlow is. */
export function startShell(options: ShellOptions): Shell {
  const { log, logFile, file, notices, language, platform } = options
  const { tell } = notices
  const folder = app.getPath('userData')
  const built = join(import.meta.dirname, '..')
  const page = pageOrigin(app.isPackaged, process.env.ELECTRON_RENDERER_URL)

  logProcessesGone(log)
  logBrokenEnd(join(folder, 'running.json'), log, tell)
  servePage(page, join(built, 'renderer'))
  shutDoors(page, log)
  const { window, shown } = openWindow({
    page,
    language,
    preload: join(built, 'preload/index.cjs'),
    placeFile: join(folder, 'window.json'),
    log,
    tell,
  })
  const wire = openPageWire(window)
  const indicators = createRunIndicators(window)
  const dialogs = createFileDialogs({ window, file: join(folder, 'dialogs.json'), language, log, tell })
  const view = createPageViewMemory(() => menu.refresh())
  const asking = oneAtATime(dialogs, focus, () => menu.refresh())
  const recent = openRecentFiles(join(folder, 'recent-files.json'), () => menu.refresh(), log, tell)
  const loads = createLoads((name) => wire.send('loadingChanged', name))
  // The page may be there by then, and has taken what the start had to tell.
  const late = (text: Text) => wire.tell({ kind: 'error', text })
  const noticed = createNotices(late)
  const session = openSessionMemory(join(folder, 'last-session.json'), log, tell)
  let memory = rememberChosen(NOTHING_YET, session.now())
  // It loads TensorFlow while the runs of before are read, which waits for the window.
  const host = createTrainerHost({
    fork: () => forkTrainer(join(folder, 'series')),
    onEvent: hear,
    onStatus: (status) => {
      fillAboutPanel(status, language.now(), platform)
      wire.send('trainerChanged', status)
      // What it read is not read any more.
      if (status.kind === 'gone') wire.send('tableReading', null)
      show()
    },
    resumableAt: () => memory.checkpoint?.updatesDone ?? null,
    log,
  })
  const store = openExperimentStore(join(folder, 'experiments'), { log, tell })
  let notes: ProjectNotes | null = null
  const kept = openKeptRuns(folder, session, namedBy(store), log, {
    begin: shown,
    tell,
    noteOf: (run) => notes?.firstLine(run) ?? '',
    onRuns: (list) => {
      wire.send('runsChanged', list)
      menu.refresh()
    },
    onSetAside: (run) => wire.send('runSetAside', run),
    onTrouble: (trouble) => wire.send('unsafeChanged', trouble),
  })
  const { keeper, recordOf, files, forget } = kept
  notes = createProjectNotes(recordOf, log, late)
  const known = kept.older.then((newest) => {
    if (newest !== null) session.keep({ present: newest })
  })
  known.catch(options.onFailure)
  const experiments = openExperiments(store, () => forkWorker(join(folder, 'series'), log), {
    onChanged: (list) => wire.send('experimentsChanged', list),
    onMade: (made) => wire.send('experimentRunsMade', made),
    onFailure: late,
    log,
  })
  const opening = createRunOpening(host, () => memory, openRunOf, {
    known,
    session: session.now,
    keeper,
    onReturn: (run) => wire.tell({ kind: 'info', text: returnWords(run) }),
  })
  const autosave = openAutosaveChoice(join(folder, 'autosave.json'), log, tell)
  const title = createWindowTitle(window)
  const projects = createProjects({
    ask: host.ask,
    tell: host.tell,
    memory: () => memory,
    keeper,
    recordOf,
    files,
    forget,
    notes,
    autosave,
    dialogs: { ...dialogs, ...asking },
    recent,
    loads,
    onStanding: (standing) => {
      title(standing)
      wire.send('projectChanged', standing)
    },
    onFailure: late,
    now: () => performance.now(),
    log,
  })
  const menu = createMenu(
    () => ({
      language: language.now(),
      platform,
      packaged: app.isPackaged,
      trainerReady: isReady(),
      phase: memory.state?.phase ?? null,
      recent: recent.list(),
      view: view.now(),
      asking: asking.isOpen(),
      hasRuns: keeper.list.any(),
      autosave: autosave.on(),
    }),
    {
      choose: (command) => wire.send('menuChosen', command),
      clearRecent: recent.clear,
      setAutosave: (on) => {
        projects.setAutosave(on)
        menu.refresh()
      },
      speak,
      openLogs: () => void desktop.openPath(dirname(logFile)),
      showAbout: () => showAbout(window, host.status(), language.now()),
    },
  )

  language.onChange((chosen) => {
    wire.send('languageChanged', chosen)
    fillAboutPanel(host.status(), chosen, platform)
    menu.refresh()
  })

  function speak(chosen: ChoosableLanguage) {
    const unkept = language.choose(chosen)
    if (unkept) late(unkept)
  }

  function focus() {
    if (!window.isDestroyed()) comeToFront(app, window, platform)
  }

  function isReady() {
    return host.status().kind === 'ready'
  }

  function hear(event: TrainerEvent) {
    memory = remember(memory, event)
    keeper.hear(event, memory)
    if (event.name === 'runOpened') session.keep({ present: event.payload.id })
    if (event.name === 'runChanged') session.keep({ config: event.payload.config })
    // Main keeps checkpoint and keyframes to itself, and the status has told of `ready`.
    if (event.name === 'noticed') noticed(event.payload)
    else if (event.name !== 'checkpointTaken' && event.name !== 'keyframesTaken' && event.name !== 'ready')
      wire.send(event.name, event.payload)
    projects.hear(event)
    show()
  }

  function show() {
    menu.refresh()
    indicators.show(memory, isReady())
    experiments.setTraining(memory.state?.phase === 'training' && isReady())
  }

  // No page has asked for such a file, so none would show what is wrong with it.
  function tellFailure(loaded: Result<unknown>) {
    if (!loaded.ok) dialogs.tell(loaded.error.text)
  }

  /** Opens the run of a project, or one that starts from weights. */
  function openRunOf(path: string, ask: Ask): Promise<Result<unknown>> {
    if (contentByName(path) === 'project') return projects.open(path, ask)
    return loadFrom(path, ask, { recent, loads })
  }

  /** What the system gives the app, or a second launch. */
  async function openGiven(path: string): Promise<Result<unknown>> {
    const content = contentOfFile(path)
    if (!content.ok) return content
    return content.value === 'table' ? offerTable(path, { host, wire, recent }) : openRunOf(path, host.ask)
  }

  const chosen = {
    now: () => memory,
    keep: (changed: Partial<Chosen>) => {
      memory = { ...memory, ...changed }
    },
  }
  const ends = {
    language,
    speak,
    host,
    opening,
    wire,
    memory: chosen,
    dialogs: { ...dialogs, ...asking },
    view,
    recent,
    runsOpened: kept.opened,
    keeper,
    projects,
    experiments,
    session,
    loads,
    loss: watchPageLoss(window),
    notices,
    tour: openTourMemory(join(folder, 'tour.json'), log, tell),
    copy: (text: string) => clipboard.writeText(text),
  }
  answerRequests(createRoutes(ends), wire, window, page, log)
  endTrainerBeforeQuit(
    host,
    () => memory.description?.id ?? null,
    { keeper, projects, experiments },
    session,
    log,
  )
  endWithSession(app, window, powerMonitor, platform)
  const isTable = file !== undefined && contentByName(file) === 'table'
  const opened = opening.first(isTable ? undefined : file).then((first) => {
    if (file !== undefined && !isTable) tellFailure(first)
    // Otherwise it was the run of the last time: the page is there, and says it.
    else if (!first.ok && first.error.code !== 'trainer-gone') late(first.error.text)
    if (file !== undefined && isTable) return offerTable(file, { host, wire, recent }).then(tellFailure)
  })
  return {
    focus,
    // Under an open dialog nobody would see what came of it: it waits until that is closed.
    openFile: (path) =>
      void opened
        .then(view.free)
        .then(() => openGiven(path))
        .then(tellFailure),
  }
}
