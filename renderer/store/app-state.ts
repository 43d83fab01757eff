import type { EngineName } from '@contract/engine-name'
import type { Pace } from '@contract/pace'
import type { DataPreview, RunDescription, RunState, UpdateBatch } from '@contract/run'
import type { NumericSetting } from '@contract/settings'
import type { TrainerStatus } from '@contract/trainer-status'
import type { Draft } from './settings-draft'
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
  readonly updatesPerSecond: number
}

/** What the trainer has told about the run. Only events change it. */
export type RunSlice = {
  readonly description: RunDescription | null
  readonly run: RunState | null
  readonly progress: Progress
  /** Whether there are curves to show; before the first update the data is shown. */
  readonly hasCurves: boolean
  readonly pace: Pace
  readonly engine: EngineName
  readonly runOpened: (description: RunDescription) => void
  readonly runChanged: (run: RunState) => void
  readonly updatesArrived: (batch: UpdateBatch) => void
  readonly paceChanged: (pace: Pace) => void
  readonly engineChanged: (engine: EngineName) => void
}

/** What stands in the settings' fields and is not in force. */
export type SettingsSlice = {
  readonly draft: Draft
  /** The field that has the focus: its text is not rewritten under the person's hands. */
  readonly editing: NumericSetting | null
  readonly editSetting: (name: NumericSetting, text: string) => void
  readonly editCarryState: (carry: boolean) => void
  readonly focusSetting: (name: NumericSetting | null) => void
  /** Back to the value in force, for one field. */
  readonly revertSetting: (name: NumericSetting) => void
  readonly revertCarryState: () => void
  /** Back to the network in force: what waited for Reset waits no longer. */
  readonly forgetNetworkDraft: () => void
  readonly draftLesson: () => void
}

/** How the curves are looked at. */
export type ViewSlice = {
  readonly showInput: boolean
  readonly logLoss: boolean
  /** What the prediction chart shows of all windows. */
  readonly viewMode: ViewMode
  readonly toggleInput: () => void
  readonly toggleLogLoss: () => void
  readonly look: (mode: ViewMode) => void
}

/** One sentence to the person: something went wrong, or something was done. */
export type Notice = {
  /** Tells one notice from the next with the same words. */
  readonly id: number
  readonly kind: 'error' | 'success'
  readonly text: string
}

/** The newest notice; it takes the place of the one before. */
export type NoticeSlice = {
  readonly notice: Notice | null
  readonly notify: (kind: Notice['kind'], text: string) => void
  readonly dismissNotice: () => void
}

/** Everything the page knows, except the numbers of each update: those are in the history. */
export type AppState = TrainerSlice & RunSlice & SettingsSlice & ViewSlice & NoticeSlice
