import { type FileContent, isTableName } from '@contract/data/opened-table'
import type { PartRange } from '@contract/data/parts'
import type { NearPicture, SeriesPicture } from '@contract/data/series-picture'
import { formatOfName } from '@contract/files/weight-formats'
import type { ChoosableLanguage } from '@contract/language/languages'
import { text } from '@contract/language/texts'
import { isProjectName } from '@contract/project/project'
import { assertNever, ok, type Result } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import { wordsOfLoaded } from '@contract/run/load-notes'
import type { Pace } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { WeightsSummary } from '@contract/run/run'
import type { DataConfig } from '@contract/settings/run-config'
import type { MenuCommand } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import type { History } from '../store/curves/history'
import type { ReferencedPreset } from '../store/curves/reference'
import { showAll } from '../store/selectors/parts'
import { primaryAction } from '../store/selectors/selectors'
import { waitingText } from '../store/selectors/waiting-text'
import type { Notice } from '../store/state/app-state'
import type { DataStage } from '../store/state/open-data'
import { FOLLOW } from '../store/state/viewport'
import { type Answer, answerTo, createAsk, createOfShownRun } from './ask'
import { createExperimentCommands, type ExperimentCommands } from './experiments/experiment-commands'
import { createExportCommands, type ExportCommands } from './export-commands'
import { isModalOpen } from './modal'
import { createComingRun } from './opening/coming-run'
import { chooseDropped } from './opening/dropped-files'
import { createOpenDataCommands, type OpenDataCommands } from './opening/open-data-commands'
import { createProjectCommands, type ProjectCommands } from './project-commands'
import { loadReference } from './reference-runs'
import { createRunsCommands, type RunsCommands } from './runs-commands'
import { createScoreCommands, type ScoreCommands } from './score-commands'
import { createSettingsCommands, type SettingsCommands } from './settings-commands'
import { createSetupCommands, type SetupCommands } from './setup-commands'
import { createTimelineCommands, type TimelineCommands } from './timeline-commands'

/** Everything a person can ask for; buttons and menu do the same. */
export type Commands = SettingsCommands &
  ExperimentCommands &
  ExportCommands &
  OpenDataCommands &
  ProjectCommands &
  RunsCommands &
  ScoreCommands &
  SetupCommands &
  TimelineCommands & {
    readonly startOrPause: () => Promise<void>
    readonly oneUpdate: () => Promise<void>
    readonly setPace: (pace: Pace) => Promise<void>
    readonly setEngine: (engine: EngineName) => Promise<void>
    readonly setPauseRules: (rules: readonly PauseRule[]) => Promise<void>
    readonly setLanguage: (language: ChoosableLanguage) => Promise<void>
    readonly saveWeights: () => Promise<void>
    readonly loadWeights: () => Promise<void>
    /** Calls the load off that is under way: the run is as it was. */
    readonly cancelLoad: () => Promise<void>
    readonly loadRecentWeights: (file: string) => Promise<void>
    readonly loadDropped: (files: readonly File[]) => Promise<void>
    /** Whether a file that is dropped now would be opened, and what came of it seen. */
    readonly takesDrop: () => boolean
    /** Says, where it is seen, that a file was dropped under an open dialog. */
    readonly refuseDrop: () => void
    readonly revive: () => Promise<void>
    readonly endTour: () => Promise<void>
    /** What the data of a run look like under these settings; where there is nothing to see, why. */
    readonly describeSeries: (data: DataConfig) => Promise<Answer<SeriesPicture>>
    /** What some rows of them look like from nearer. */
    readonly describeRows: (
      data: DataConfig,
      rows: PartRange,
      columns: readonly string[],
    ) => Promise<Answer<NearPicture>>
    /** Fetches the run that a preset repeats, to be shown beside ours. */
    readonly loadReference: (id: ReferencedPreset) => Promise<void>
    readonly chooseMenu: (command: MenuCommand) => Promise<void>
  }

function isAtDoors(stage: DataStage): boolean {
  return stage.kind === 'doors' && !stage.isWaiting
}

/** @param history what a table of the updates is exported from */
export function createCommands(wire: UnrollApi, store: AppStore, history: History): Commands {
  const { api, come } = createComingRun(wire)
  const ask = createAsk(store)
  const ofShownRun = createOfShownRun(store)
  const settings = createSettingsCommands(api, store, ask, come)
  /** What the last drop was answered with. */
  let dropped: Notice | null = null

  async function load(request: Promise<Result<WeightsSummary | null>>) {
    const done = await ask(request)
    if (!done?.value) return
    const { name, parameterCount, updatesDone } = done.value
    store.getState().forgetNetworkDraft()
    const notes = wordsOfLoaded(done.value)
    store
      .getState()
      .notify(
        'success',
        text('notices.loaded', { name, parameters: parameterCount, updates: updatesDone, notes }),
      )
  }

  /** What a dropped file is opened as; main looks into one whose name says nothing. */
  async function contentOf(file: File): Promise<Result<FileContent>> {
    if (isTableName(file.name)) return ok('table')
    if (isProjectName(file.name)) return ok('project')
    return formatOfName(file.name, 'load').ok ? ok('weights') : api.request.contentOfDropped(file)
  }

  async function openDropped(files: readonly File[]) {
    if (files.length === 0) return
    const chosen = chooseDropped(files.map(({ name }) => name))
    const file = chosen.ok ? files[chosen.value] : undefined
    if (!chosen.ok) return store.getState().notify('error', chosen.error.text)
    if (!file) return
    const content = await ask(contentOf(file))
    if (content?.value === 'table') await commands.openTableDropped(file)
    else if (content?.value === 'project') await commands.openProjectDropped(file)
    else if (content) await load(api.request.loadDroppedWeights(file))
  }

  /** A field that shows what is not trained must not go unsaid when training begins. */
  function tellWhatWaits() {
    // What was said of the run at rest is no longer true.
    if (store.getState().notice?.kind === 'info') store.getState().dismissNotice()
    const waiting = waitingText(store.getState())
    if (waiting !== null) store.getState().notify('info', waiting)
  }

  /** Says so at once: the trainer may be in the middle of something that it cannot leave. */
  async function pause() {
    store.getState().pausing(true)
    try {
      await Promise.all([ask(ofShownRun(api.request.pauseRun)), settings.sendPending()])
    } finally {
      store.getState().pausing(false)
    }
  }

  async function train(request: UnrollApi['request']['startRun' | 'stepRun']) {
    // It may make another network, which is then what is to be trained.
    await settings.sendPending()
    if (!(await come())) return
    if (await ask(ofShownRun(request))) tellWhatWaits()
  }

  const commands: Commands = {
    ...settings,
    ...createExperimentCommands(api, store, ask),
    ...createExportCommands(api, store, history, ask),
    ...createOpenDataCommands(api, store),
    ...createProjectCommands(api, store, ask),
    ...createRunsCommands(api, store, ask),
    ...createScoreCommands(api, store, ask),
    ...createSetupCommands(api, store, ask, settings),
    ...createTimelineCommands(api, store, ask),
    startOrPause: async () => {
      const { enabled, does } = primaryAction(store.getState())
      // The menu's item is always there; without a run there is nothing to start.
      if (!enabled) return
      if (does === 'reset') return settings.reset()
      if (does === 'pause') return pause()
      await train(api.request.startRun)
    },
    oneUpdate: async () => {
      // What is pressed while nothing seems to happen must not be made one after the other when it does.
      if (store.getState().silentSeconds > 0) return
      await train(api.request.stepRun)
    },
    setPace: async (pace) => {
      if (await ask(api.request.setPace(pace))) store.getState().paceChanged(pace)
    },
    setEngine: async (engine) => {
      if (await ask(api.request.setEngine(engine))) store.getState().engineChanged(engine)
    },
    setPauseRules: async (rules) => {
      if (await ask(api.request.setPauseRules(rules))) store.getState().pauseRulesChanged(rules)
    },
    saveWeights: async () => {
      const done = await ask(ofShownRun(api.request.saveWeights))
      const file = done?.value?.files[0]
      if (file)
        store.getState().notify('success', text('notices.saved', { name: file.name, bytes: file.bytes }))
    },
    loadWeights: () => load(api.request.loadWeights()),
    cancelLoad: () => api.request.cancelLoad(),
    loadRecentWeights: (file) => load(api.request.loadRecentWeights(file)),
    loadDropped: async (files) => {
      const { notice: before } = store.getState()
      await openDropped(files)
      const { notice, dataStage, dismissNotice } = store.getState()
      if (notice !== before) dropped = notice
      // A run that is opened ends the notice about the last drop by itself; a table comes before its run.
      else if (notice !== null && notice === dropped && dataStage.kind === 'table') dismissNotice()
    },
    // In the dialog that opens data, a file dropped is as good as one that is asked for.
    takesDrop: () => !isModalOpen() || isAtDoors(store.getState().dataStage),
    refuseDrop: () => {
      const problem = text('notices.dropUnderDialog')
      const { dataStage, dataMoved, exportStage, exportMoved, notify } = store.getState()
      // The notices lie under the dialog.
      if (dataStage.kind !== 'closed') dataMoved({ ...dataStage, problem })
      else if (exportStage.kind === 'choosing' || exportStage.kind === 'done')
        exportMoved({ ...exportStage, problem })
      else notify('error', problem)
    },
    setLanguage: (language) => api.request.setLanguage(language),
    revive: async () => {
      await ask(api.request.reviveTrainer())
    },
    endTour: async () => {
      store.getState().goToTourStep(null)
      await api.request.endTour()
    },
    describeSeries: (data) => answerTo(api.request.describeSeries(data)),
    describeRows: (data, rows, columns) => answerTo(api.request.describeRows(data, rows, columns)),
    loadReference: async (presetId) => {
      const loaded = await ask(loadReference(presetId).then((run) => ok(run)))
      if (loaded) store.getState().referenceLoaded({ presetId, run: loaded.value })
    },
    chooseMenu: async (command) => {
      // Main's menu is off by then; what was pressed before it heard is dropped here.
      if (isModalOpen()) return
      const { name } = command
      switch (name) {
        case 'start-or-pause':
          return commands.startOrPause()
        case 'step':
          return commands.oneUpdate()
        case 'reset':
          return commands.reset()
        case 'new-seed':
          return commands.newSeed()
        case 'save-weights':
          return commands.saveWeights()
        case 'load-weights':
          return commands.loadWeights()
        case 'open-data':
          return commands.openData()
        case 'export':
          return commands.openExport()
        case 'load-recent-weights':
          return commands.loadRecentWeights(command.file)
        case 'open-project':
          return commands.openProject()
        case 'open-recent-project':
          return commands.openRecentProject(command.file)
        case 'save-project':
          return commands.saveProject()
        case 'save-project-as':
          return commands.saveProjectAs()
        case 'project-notes':
          return commands.openNotes()
        case 'open-recent-table':
          return commands.openRecentTable(command.file)
        case 'toggle-input':
          return store.getState().toggleInput()
        case 'toggle-log-loss':
          return store.getState().toggleLogLoss()
        case 'follow-newest':
          return store.getState().look(FOLLOW)
        case 'show-all':
          return showAll(store.getState())
        case 'runs':
          return commands.openRuns()
        case 'copy-setup':
          return commands.copySetup()
        case 'paste-setup':
          return commands.openSetup()
        case 'show-tour':
          return store.getState().goToTourStep(0)
        case 'show-shortcuts':
          return store.getState().showShortcuts(true)
        default:
          return assertNever(name)
      }
    },
  }
  return commands
}
