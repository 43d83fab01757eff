import type { DataPreview } from '../data/data-preview'
import type { OpenedTable } from '../data/opened-table'
import type { TableReading } from '../data/read-series'
import type { ExportReport, WeightsChoice } from '../files/weight-formats'
import type { Language } from '../language/languages'
import type { Text } from '../language/text'
import type {
  HeldProject,
  ProjectChoices,
  ProjectOrigin,
  ProjectTarget,
  ReadProject,
  SavedProject,
} from '../project/project'
import type { Proof, ProofProgress, ProofScope } from '../project/proof'
import type { Result } from '../result'
import type { RunDescription, RunState, UpdateBatch, WeightsSummary } from '../run/run'
import type { RunRivals, RunScores } from '../run/run-scores'
import type { UpdateTable } from '../run/update-table'
import type { RunId } from '../run-id'
import type { RunConfig } from '../settings/run-config'
import type { MomentProgress } from '../timeline/moment'
import type { DataRequests } from './data-requests'
import type { RunRequests } from './run-requests'

/** What main may ask of the trainer. Paths are main's own: chosen in a dialog or dropped on the window. */
export type TrainerRequests = RunRequests &
  DataRequests & {
    /** Looks at the beginning of a file, which is the opened table from now on. */
    openTable: (path: string) => Result<OpenedTable>
    /** A page is there that knows nothing yet: forget what is still unacknowledged. */
    attachPage: () => void
    /**
     * Opens a run with the weights of a file, read beside all else; null when it was called off, as by anything that
     * opens another run meanwhile: the present run is as it was.
     */
    loadWeights: (path: string) => Result<WeightsSummary | null>
    /** Calls the load off that is under way. */
    cancelLoad: () => void
    /**
     * Writes the present weights of a run in the chosen format, and reads them back.
     *
     * @param companions whether files of the same names beside it may be replaced; left out, they may: who asks has asked
     * @param language that of the comments in a script beside it; left out, English
     */
    exportWeights: (
      run: RunId,
      path: string,
      choice: WeightsChoice,
      companions?: 'replace' | 'keep',
      language?: Language,
    ) => Result<ExportReport>
    /** Takes in the next updates of the table to be written; the first of them begin it anew. */
    addToTable: (part: UpdateTable, isFirst: boolean) => Result<void>
    /** Writes the updates that were taken in as CSV, and reads it back; null when it was called off. */
    exportTable: (path: string) => Result<ExportReport | null>
    /** Forgets what was taken in for a table, and calls the one off that is being written: the older file, if there was one, is as it was. */
    cancelTable: () => void
    /**
     * Makes a new network from the seed, as `createRun` does, and trains it to an update, where it pauses: at full speed whatever
     * the pace is, past all pause rules, and not beyond its goal. 0: it rests at once.
     */
    createRunTo: (config: RunConfig, update: number) => Result<void>
    /** Opens the run of a checkpoint, paused, under its old id. */
    restoreCheckpoint: (files: CheckpointFiles) => Result<void>
    /** The checkpoint of a run as that of another one, which is the same but for its id. Opens nothing. */
    copyCheckpoint: (files: CheckpointFiles, id: RunId) => Result<CheckpointTaken>
    /**
     * Holds the run as it stands, to be saved as a project, and tells its updates up to there before it answers: when main has
     * recorded them, `saveProject` can be asked for. A newer one takes the place of what is held.
     */
    holdProject: (runId: RunId) => Result<HeldProject>
    /**
     * Writes the held run as a project file, whole or not at all, beside its training, and reads it back. Ends the hold. Fails
     * where the file cannot be written; then an older one is as it was.
     */
    saveProject: (target: ProjectTarget, choices: ProjectChoices) => Result<SavedProject>
    /**
     * Opens the run of a project file, at rest, under a new id; null when it was called off, as by anything that opens another
     * run meanwhile: the present run is as it was. Of the family in the file it writes what is not there yet, all or none, in the
     * places that main has for it; what is there when it fails is nobody's.
     */
    openProject: (origin: ProjectOrigin) => Result<ReadProject | null>
    /**
     * Makes updates of a project file again, beside the training, and compares them with what it says; null when it was called
     * off, as by a newer proof. Fails where the file cannot be read.
     */
    proveProject: (path: string, scope: ProofScope) => Result<Proof | null>
    /** Calls the proof off that is under way. */
    cancelProof: () => void
  }

/** Everything that is needed to go on exactly; what is in it is the trainer's business. */
export type CheckpointFiles = {
  readonly present: Uint8Array
  /** The initial weights; null with a `present` of version 0.1.0, which holds them too. */
  readonly initial: Uint8Array | null
  /** Keyframes of the run: they save time when it is gone back in. Left out where there are none. */
  readonly keyframes?: Uint8Array | null
}

/** Where a run stands. Its initial weights come with its first checkpoint alone: they never change. */
export type CheckpointTaken = CheckpointFiles & { readonly runId: RunId; readonly updatesDone: number }

/** A piece of a large checkpoint, told between updates: the last one makes it whole. Another one may begin before that. */
export type CheckpointPart = {
  readonly runId: RunId
  /** Of the checkpoint, not of the moment in which the part comes. */
  readonly updatesDone: number
  /** Where in the file it lies; 0 begins a new one. */
  readonly from: number
  /** Bytes of the file. */
  readonly total: number
  readonly bytes: Uint8Array
}

/** What the trainer tells. `dataDescribed` comes before TensorFlow is loaded, `ready` after. */
export type TrainerEvents = {
  dataDescribed: DataPreview
  ready: { readonly tensorflow: string; readonly tfjs: string }
  runOpened: RunDescription
  runChanged: RunState
  updates: UpdateBatch
  /** What simple rules are worth on what the run learns: once, soon after it was opened. */
  rivalsFound: RunRivals
  /** How good the network of a series is: at every rest, and now and then in training. */
  scored: RunScores
  checkpointTaken: CheckpointTaken
  checkpointPart: CheckpointPart
  /** Keyframes of a run, those before with them: now and then, and when it rests. */
  keyframesTaken: { readonly runId: RunId; readonly bytes: Uint8Array }
  /** How far a moment is that was asked for; not told of one that is there at once. */
  momentProgress: MomentProgress
  tableReading: TableReading | null
  /** How far a proof is, at most ten times a second; null: it has ended. */
  projectProving: ProofProgress | null
  /** A sentence that a person should know, without a path in it. */
  noticed: Text
}

/** One message from main to the trainer. */
export type ToTrainer = {
  [Name in keyof TrainerRequests]: {
    readonly kind: 'request'
    /** What the reply is known by; null where nobody waits for one. */
    readonly id: number | null
    readonly name: Name
    readonly args: Parameters<TrainerRequests[Name]>
  }
}[keyof TrainerRequests]

/** One message from the trainer to main: the reply to request `id`, or an event. */
export type FromTrainer =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | {
      [Name in keyof TrainerEvents]: {
        readonly kind: 'event'
        readonly name: Name
        readonly payload: TrainerEvents[Name]
      }
    }[keyof TrainerEvents]

/** `updates` events that may be under way to the page before the trainer waits for it. */
export const UPDATE_CREDITS = 4
