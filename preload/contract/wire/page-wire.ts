import type { DataPreview } from '../data/data-preview'
import type { FileContent, OpenedTable } from '../data/opened-table'
import type { TableReading } from '../data/read-series'
import type { ExperimentSummary } from '../experiment/experiment'
import type { CopiedText } from '../files/copied-text'
import type { SavedView, ViewFile } from '../files/view-files'
import type { ExportReport, WeightsChoice } from '../files/weight-formats'
import type { ChoosableLanguage, Language } from '../language/languages'
import type { Text } from '../language/text'
import type { OpenedProject } from '../project/project'
import type { ProofProgress } from '../project/proof'
import type { ProjectStanding } from '../project/standing'
import type { Result } from '../result'
import type { EngineName } from '../run/engine-name'
import type { KeptRun, RunList } from '../run/kept-run'
import type { Pace } from '../run/pace'
import type { PauseRule } from '../run/pausing/pause-rules'
import type { UpdateSummary } from '../run/recorded/update-summary'
import type { RunDescription, RunState, UpdateBatch, WeightsSummary } from '../run/run'
import type { RunRivals, RunScores } from '../run/run-scores'
import type { TrainerStatus } from '../run/trainer-status'
import type { UpdateTable } from '../run/update-table'
import type { RunId } from '../run-id'
import type { ViewSettings } from '../settings/view-settings'
import type { MomentProgress } from '../timeline/moment'
import type { DataRequests } from './data-requests'
import type { ExperimentEvents, ExperimentRequests } from './experiment-requests'
import type { ProjectEvents, ProjectRequests } from './project-requests'
import type { RunRequests } from './run-requests'

/** A sentence that a person should know: nothing was asked for that it could answer. */
export type Told = { readonly kind: 'error' | 'info'; readonly text: Text }

/** What the menu must know of the page. */
export type PageView = {
  /** A dialog is open in it, and keeps all else from being used. */
  readonly modal: boolean
  readonly showInput: boolean
  readonly logLoss: boolean
}

/** Everything a page needs to know when it opens. */
export type Welcome = {
  readonly language: Language
  readonly trainer: TrainerStatus
  readonly data: DataPreview | null
  readonly run: {
    readonly description: RunDescription
    readonly state: RunState
    /** Null as long as they are not found. */
    readonly rivals: RunRivals | null
    /** The newest; null while there are none. */
    readonly scores: RunScores | null
  } | null
  readonly project: ProjectStanding | null
  readonly pace: Pace
  readonly engine: EngineName
  /** When runs are to pause by themselves. */
  readonly pauseRules: readonly PauseRule[]
  /** How the curves were looked at last; null at the first start. */
  readonly view: ViewSettings | null
  readonly runs: RunList
  /** Newest first. */
  readonly experiments: readonly ExperimentSummary[]
  /** The name of a file whose load takes longer than a moment; null while there is none. */
  readonly loading: string | null
  /** Why the present run is not safe on disk, in a sentence; null when it is. */
  readonly unsafe: Text | null
  /** Why the page before this one ended, in Chromium's word, if it did so by itself. */
  readonly lastPageGone: string | null
  /** What was found damaged or unusable at this start, in a few sentences; null when nothing was. */
  readonly startNotice: Text | null
  /** Whether the tour is to be shown: it has never been ended. */
  readonly tourDue: boolean
}

/**
 * What the page may ask of main. `null` in a result: the person closed the dialog.
 * Only the names and types cross into the page; paths never do.
 */
export type PageRequests = RunRequests &
  DataRequests &
  ExperimentRequests &
  ProjectRequests & {
    /** Asks for a table, and looks at its beginning. */
    openTable: () => Result<OpenedTable | null>
    /** Looks at the beginning of the recent table that the menu showed under this name of main's own making. */
    openRecentTable: (file: string) => Result<OpenedTable>
    /** First call of every page, also after a reload: nothing is sent to a page that has not attached. */
    attach: () => Welcome
    saveWeights: (run: RunId) => Result<ExportReport | null>
    loadWeights: () => Result<WeightsSummary | null>
    /** Calls the load off that is under way; its request is answered with null. */
    cancelLoad: () => void
    /** Loads the recent file that the menu showed under this name of main's own making. */
    loadRecentWeights: (file: string) => Result<WeightsSummary | null>
    /** Writes a run's weights in a format, as they are when the person has said where to, and reads them back. */
    exportWeights: (run: RunId, choice: WeightsChoice) => Result<ExportReport | null>
    /** Hands over a run's next updates for the table that is to be written; the first of them begin it anew. */
    addToTable: (run: RunId, part: UpdateTable, isFirst: boolean) => Result<void>
    /** Writes the updates that were handed over as a table, and reads it back. */
    exportTable: (run: RunId) => Result<ExportReport | null>
    /** Calls the table off that is handed over or being written; its request is answered with null. */
    cancelTable: () => void
    /** Shows the file that was exported last where it lies. */
    showExported: () => Result<void>
    /** Asks where to, and writes a view there that the page has made a picture or a table of. */
    saveView: (file: ViewFile) => Result<SavedView | null>
    /** Starts a trainer again after the last one died, at its last checkpoint; goes on training if it was. */
    reviveTrainer: () => Result<void>
    /** Opens an earlier run where it was left, at rest; the present one is set aside. */
    openRun: (run: RunId) => Result<void>
    /** Gives a kept run a name; an empty one takes it away. */
    renameRun: (run: RunId, name: string) => Result<void>
    /** Makes a copy of a kept run under a name and an id of its own: its curves, and where it stands. */
    duplicateRun: (run: RunId, name: string) => Result<void>
    /** Lists runs no more; they can be had back until they are forgotten. The present one stays. */
    deleteRuns: (runs: readonly RunId[]) => Result<void>
    /** Has deleted runs back. */
    restoreRuns: (runs: readonly RunId[]) => Result<void>
    /** Removes for good what was deleted, runs and experiments: nobody can have it back any more. */
    forgetDeleted: () => void
    /** How many bytes runs may take on the disk before a person is asked which may go. */
    setRunBudget: (bytes: number) => Result<void>
    /**
     * Consecutive recorded updates of the present run, or of an earlier one, from `first` on, or the first there is after it,
     * none after `last`: as many as are handed over at a time. Null when there are none.
     */
    recordedUpdates: (run: RunId, first: number, last: number) => Result<UpdateBatch | null>
    /** The same, with no `last`, in what is known of them without the numbers of their time steps. */
    recordedSummary: (run: RunId, first: number) => Result<UpdateSummary | null>
    /** Puts a setup code or a table into the system's clipboard. */
    copyText: (copied: CopiedText) => Result<void>
    /** Keeps how the curves are looked at for the next start. */
    keepView: (view: ViewSettings) => void
    /** The tour was finished or dismissed: it is shown on demand from now on. */
    endTour: () => void
    /** Speaks another language from now on, everywhere: `languageChanged` tells the page when. */
    setLanguage: (language: ChoosableLanguage) => void
    /** Tells what the menu must know of the page, whenever it changes. */
    tellView: (view: PageView) => void
  }

/** Main's side of a dropped file: the preload turns the file into a path, the page never sees it. */
export type PreloadRequests = {
  openDroppedTable: (path: string) => Result<OpenedTable>
  /** What a file is to be opened as: by its ending, or where that says nothing, by its first bytes. */
  contentOfDropped: (path: string) => Result<FileContent>
  loadDroppedWeights: (path: string) => Result<WeightsSummary | null>
  openDroppedProject: (path: string) => Result<OpenedProject | null>
}

/** A choice in the menu that the page carries out, as if its button had been pressed. */
export type MenuCommand =
  | { readonly name: 'start-or-pause' | 'step' | 'reset' | 'new-seed' | 'save-weights' | 'load-weights' }
  | { readonly name: 'export' | 'open-data' }
  | { readonly name: 'open-project' | 'save-project' | 'save-project-as' | 'project-notes' }
  | {
      readonly name: 'load-recent-weights' | 'open-recent-table' | 'open-recent-project'
      readonly file: string
    }
  | {
      readonly name:
        | 'toggle-input'
        | 'toggle-log-loss'
        | 'follow-newest'
        | 'show-all'
        | 'show-tour'
        | 'show-shortcuts'
    }
  | { readonly name: 'runs' | 'copy-setup' | 'paste-setup' }

/** What the page is told. */
export type PageEvents = ProjectEvents &
  ExperimentEvents & {
    trainerChanged: TrainerStatus
    dataDescribed: DataPreview
    /** A run begins: with a known id the same run goes on, and what was shown of it is kept. */
    runOpened: RunDescription
    runChanged: RunState
    updates: UpdateBatch
    /** What simple rules are worth on what the run learns: once, soon after it was opened. */
    rivalsFound: RunRivals
    /** How good the network of a series is: at every rest, and now and then in training. */
    scored: RunScores
    /** Kept runs have come or gone, or are not what they were. */
    runsChanged: RunList
    /** How far a moment is that was asked for; not told of one that is there at once. */
    momentProgress: MomentProgress
    /** The present run was left for another one, and can be opened again. */
    runSetAside: KeptRun
    /** The present run is not safe on disk, and why; or it is again. */
    unsafeChanged: Text | null
    /** A load takes longer than a moment, of a file of this name; null: it has ended. */
    loadingChanged: string | null
    /** A table that the app was started with, or given by the system: it is open, and its dialog is to be shown. */
    tableOffered: OpenedTable
    /** How far a table is read, at most ten times a second; null: it is read, or not to be. */
    tableReading: TableReading | null
    /** How far the proof of a project is, at most ten times a second; null: it has ended. */
    projectProving: ProofProgress | null
    languageChanged: Language
    told: Told
    menuChosen: MenuCommand
  }
