import type { DataPreview } from '@contract/data/data-preview'
import type { PartName } from '@contract/data/parts'
import type { ExportChoice, ExportReport } from '@contract/files/weight-formats'
import type { Language } from '@contract/language/languages'
import type { Text } from '@contract/language/text'
import type { EngineName } from '@contract/run/engine-name'
import type { Forecast, ForecastFrom } from '@contract/run/forecast'
import type { Pace } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { UpdateSummary } from '@contract/run/recorded/update-summary'
import type { RunDescription, RunState, UpdateBatch } from '@contract/run/run'
import type { RunRivals, RunScores } from '@contract/run/run-scores'
import type { TrainerStatus } from '@contract/run/trainer-status'
import type { RunId } from '@contract/run-id'
import type { PresetId } from '@contract/settings/presets'
import type { Settings } from '@contract/settings/run-config'
import type { NumberName, SettingName } from '@contract/settings/setting'
import type { ViewSettings } from '@contract/settings/view-settings'
import type { Outcome } from '../curves/outcome'
import type { LoadedReference } from '../curves/reference'
import type { EntryId } from '../words/preset-list'
import type { ExperimentsSlice } from './experiments/experiments-state'
import type { InsideSlice } from './inside-state'
import type { OpenDataSlice } from './open-data'
import type { ProjectSlice } from './project-state'
import type { RunsSlice } from './runs/runs-state'
import type { RunsTabSlice } from './runs/runs-tab-state'
import type { Draft, PickedSetting } from './settings-draft'
import type { TimelineSlice } from './timeline-state'
import type { TouchSlice } from './touch-state'
import type { ViewMode } from './viewport'

/** How the training process stands, and the data it described. */
export type TrainerSlice = {
  readonly trainer: TrainerStatus
  readonly data: DataPreview | null
  readonly trainerChanged: (status: TrainerStatus) => void
  readonly dataDescribed: (data: DataPreview) => void
}

/** What changes with every batch of updates; components draw it without rendering, see useLiveText. */
export type Progress = {
  readonly updatesDone: number
  /** Loss of the newest update, or null before the first. */
  readonly loss: number | null
  /** Mean of all losses on the charts, or null before the first. */
  readonly meanLoss: number | null
  /** Time steps of the newest window, or null before the first. */
  readonly windowLength: number | null
  readonly updatesPerSecond: number
}

/** What the trainer has told about the run. Only events change it. */
export type RunSlice = {
  readonly description: RunDescription | null
  readonly run: RunState | null
  readonly progress: Progress
  /** Whether there are curves to show; before the first update the data is shown. */
  readonly hasCurves: boolean
  /** What a finished run came to; null for every other. */
  readonly outcome: Outcome | null
  readonly pace: Pace
  readonly engine: EngineName
  readonly runOpened: (description: RunDescription) => void
  readonly runChanged: (run: RunState) => void
  readonly updatesArrived: (batch: UpdateBatch) => void
  /** Updates that the run had made before this page knew of it: how far it is, its state has said. */
  readonly recordedArrived: (updates: UpdateBatch | UpdateSummary) => void
  /** Time steps that were wanted are in the history. */
  readonly stretchRead: () => void
  readonly paceChanged: (pace: Pace) => void
  readonly engineChanged: (engine: EngineName) => void
  /** When runs are to pause by themselves. */
  readonly pauseRules: readonly PauseRule[]
  readonly pauseRulesChanged: (rules: readonly PauseRule[]) => void
}

/** What stands in the settings' fields and is not in force. */
export type SettingsSlice = {
  readonly draft: Draft
  /** The program of the lesson that was chosen last, or that the settings in force are; null while neither is known. */
  readonly presetId: PresetId | null
  /** What was picked in the list of presets and waits for Apply; it changes nothing but what the list shows. */
  readonly lookedAtEntry: EntryId | null
  /** The field that has the focus: its text is not rewritten under the person's hands. */
  readonly editing: NumberName | null
  readonly editSetting: (name: NumberName, text: string) => void
  readonly pickSetting: <Name extends PickedSetting>(name: Name, value: Settings[Name]) => void
  readonly focusSetting: (name: NumberName | null) => void
  /** Back to the values in force, for these. */
  readonly revertSettings: (names: readonly SettingName[]) => void
  /** Back to the network in force: what waited for Reset waits no longer. */
  readonly forgetNetworkDraft: () => void
  readonly putDraft: (draft: Draft) => void
  readonly namePreset: (id: PresetId | null) => void
  readonly lookAtEntry: (id: EntryId | null) => void
}

/** What the stage can show of a run; see `tabsOf`. */
export const STAGE_TABS = ['learning', 'data', 'inside', 'runs'] as const
export type StageTab = (typeof STAGE_TABS)[number]

/** A group of settings that can be closed. */
export type SettingsGroup = 'data' | 'network' | 'optimiser'

/** How the curves and the settings are looked at. */
export type ViewSlice = {
  /** Whether the lesson's input is drawn. */
  readonly showInput: boolean
  /** Whether the input of the present series is drawn; null until somebody has said so. */
  readonly showSeriesInput: boolean | null
  /** The output that was chosen to be shown, counted from 0; see `shownOutput`. */
  readonly output: number
  readonly showOutput: (output: number) => void
  /** The part that was chosen for the prediction chart, `train` for the windows of training; see `shownPart`. */
  readonly part: PartName
  readonly showPart: (part: PartName) => void
  /** What of that part is looked at. */
  readonly partView: ViewMode
  readonly lookAtPart: (mode: ViewMode) => void
  /** The one that was chosen last; see `shownTab`. */
  readonly tab: StageTab
  readonly showTab: (tab: StageTab) => void
  readonly logLoss: boolean
  readonly showGradientNorm: boolean
  /** Whether the reference run is drawn where there is one. */
  readonly showReference: boolean
  /** Whether the loss chart has the best rival, and where the network passed each. */
  readonly showRivals: boolean
  /** The reference run that was loaded last. */
  readonly reference: LoadedReference | null
  readonly openGroups: { readonly [Group in SettingsGroup]: boolean }
  /** What the prediction chart shows of all windows. */
  readonly viewMode: ViewMode
  /** Whether the list of keyboard shortcuts is open. */
  readonly shortcutsShown: boolean
  readonly showShortcuts: (shown: boolean) => void
  /** Whether the dialog of setup codes is open. */
  readonly setupShown: boolean
  readonly showSetup: (shown: boolean) => void
  /** Whether the settings are open where they are a drawer over the stage. */
  readonly settingsOpen: boolean
  /** The update that is looked at, marked in every chart; null while it is now. */
  readonly marked: number | null
  /** Whether the data and the network are explained in place of the curves. */
  readonly explaining: boolean
  readonly toggleInput: () => void
  readonly toggleLogLoss: () => void
  readonly toggleGradientNorm: () => void
  readonly toggleReference: () => void
  readonly toggleRivals: () => void
  readonly referenceLoaded: (reference: LoadedReference) => void
  readonly toggleGroup: (group: SettingsGroup) => void
  readonly look: (mode: ViewMode) => void
  /** How much was followed last, in half periods or windows; stays while one place is looked at. */
  readonly followed: number
  /** As it was at the last start. */
  readonly viewRestored: (view: ViewSettings) => void
  readonly showSettings: (shown: boolean) => void
  readonly mark: (update: number | null) => void
  /** Marks an update and shows its window; null leads back to now. */
  readonly goTo: (update: number | null) => void
  readonly explain: (explaining: boolean) => void
}

/** A forecast in closed loop: not asked for, or its origin and length with what came of them. */
export type ForecastStage =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open'
      readonly from: ForecastFrom
      /** Whether an answer is under way. */
      readonly busy: boolean
      readonly made: Forecast | null
      /** Why there is none. */
      readonly problem: Text | null
    }

/** How good the network of the present run is. */
export type ScoreSlice = {
  /** Null as long as they are not found. */
  readonly rivals: RunRivals | null
  /** The newest; null while there are none, as in the lesson. */
  readonly scores: RunScores | null
  readonly forecast: ForecastStage
  /** Whether all figures are shown, and not the one alone. */
  readonly figuresOpen: boolean
  readonly rivalsFound: (rivals: RunRivals) => void
  readonly scored: (scores: RunScores) => void
  readonly forecastMoved: (stage: ForecastStage) => void
  readonly showFigures: (open: boolean) => void
}

/** One sentence to the person: something went wrong, or something was done. */
export type Notice = {
  /** Tells one notice from the next with the same words. */
  readonly id: number
  readonly kind: 'error' | 'success' | 'info'
  readonly text: Text
  /** The id of the run that it is about, where that may not be the present one yet; `app`: about no run at all. */
  readonly about?: RunId | 'app'
}

/** The newest notice; it takes the place of the one before. */
export type NoticeSlice = {
  readonly notice: Notice | null
  readonly notify: (kind: Notice['kind'], text: Text, about?: Notice['about']) => void
  readonly dismissNotice: () => void
}

/** What the page waits for, so that no silence goes unexplained. */
export type WaitingSlice = {
  /** A pause was asked for and is not heard yet. */
  readonly isPausing: boolean
  /** Whole seconds since the last update, while the trainer prepares; 0 otherwise. */
  readonly silentSeconds: number
  /** The name of a file whose load takes longer than a moment; null while there is none. */
  readonly loading: string | null
  readonly pausing: (isPausing: boolean) => void
  readonly silentFor: (seconds: number) => void
  readonly loadingChanged: (name: string | null) => void
}

/** Where the export dialog stands. */
export type ExportStage =
  | { readonly kind: 'closed' }
  /** `problem`: why the last try came to nothing. */
  | { readonly kind: 'choosing'; readonly problem: Text | null }
  | { readonly kind: 'writing' }
  | {
      readonly kind: 'done'
      readonly report: ExportReport
      readonly choice: ExportChoice
      readonly problem: Text | null
    }

/** The export dialog, and what was chosen in it last. */
export type ExportSlice = {
  readonly exportStage: ExportStage
  readonly exportChoice: ExportChoice
  readonly openExport: () => void
  readonly exportMoved: (stage: ExportStage) => void
  readonly chooseExport: (change: Partial<ExportChoice>) => void
}

/** The tour: its present step, the first is 0, or null while it is closed. */
export type TourSlice = {
  readonly tourStep: number | null
  readonly goToTourStep: (step: number | null) => void
}

/** The language that the page speaks. */
export type LanguageSlice = {
  readonly language: Language
  readonly languageChanged: (language: Language) => void
}

/** Everything the page knows, except the numbers of each update: those are in the history. */
export type AppState = TrainerSlice &
  RunSlice &
  SettingsSlice &
  ViewSlice &
  TimelineSlice &
  ScoreSlice &
  InsideSlice &
  TouchSlice &
  NoticeSlice &
  WaitingSlice &
  RunsSlice &
  ExperimentsSlice &
  RunsTabSlice &
  ProjectSlice &
  TourSlice &
  LanguageSlice &
  ExportSlice &
  OpenDataSlice
