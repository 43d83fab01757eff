import type { DataPreview } from '@contract/data/data-preview'
import type { EngineName } from '@contract/run/engine-name'
import { LESSON_PACE, type Pace } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { RunDescription, RunState } from '@contract/run/run'
import type { RunRivals, RunScores } from '@contract/run/run-scores'
import type { TrainerStatus } from '@contract/run/trainer-status'
import type { Welcome } from '@contract/wire/page-wire'
import type { CheckpointTaken } from '@contract/wire/trainer-wire'
import type { TrainerEvent } from '../host/checkpoint-parts'

/** How fast, and with what, a person wants to train: outlives the run and the trainer. */
export type Chosen = {
  readonly pace: Pace
  readonly engine: EngineName
  readonly pauseRules: readonly PauseRule[]
}

/** What main knows of the trainer's work: enough for a page that opens, and for a trainer that takes over. */
export type RunMemory = Chosen & {
  readonly data: DataPreview | null
  readonly description: RunDescription | null
  readonly state: RunState | null
  readonly rivals: RunRivals | null
  readonly scores: RunScores | null
  /** The newest checkpoint of the present run, with its initial weights. */
  readonly checkpoint: CheckpointTaken | null
  /** The newest keyframes of the present run; null where there are none. */
  readonly keyframes: Uint8Array | null
}

export const NOTHING_YET: RunMemory = {
  data: null,
  description: null,
  state: null,
  rivals: null,
  scores: null,
  checkpoint: null,
  keyframes: null,
  pace: LESSON_PACE,
  engine: 'compiled',
  pauseRules: [],
}

/** The memory with what was chosen at an earlier start, where that is known. */
export function rememberChosen(
  memory: RunMemory,
  { pace, engine, pauseRules }: { readonly [Name in keyof Chosen]: Chosen[Name] | null },
): RunMemory {
  return {
    ...memory,
    pace: pace ?? memory.pace,
    engine: engine ?? memory.engine,
    pauseRules: pauseRules ?? memory.pauseRules,
  }
}

/** The memory after one more event. */
export function remember(memory: RunMemory, event: TrainerEvent): RunMemory {
  switch (event.name) {
    case 'dataDescribed':
      return { ...memory, data: event.payload }
    case 'runOpened':
      // Another run's state and checkpoint must never be taken for this one's.
      if (event.payload.id !== memory.description?.id)
        return {
          ...memory,
          description: event.payload,
          state: null,
          rivals: null,
          scores: null,
          checkpoint: null,
          keyframes: null,
        }
      return { ...memory, description: event.payload }
    case 'runChanged':
      if (event.payload.id !== memory.description?.id) return memory
      return { ...memory, state: event.payload }
    case 'updates': {
      const { state } = memory
      const { runId, firstUpdate, losses } = event.payload
      if (state?.id !== runId) return memory
      return { ...memory, state: { ...state, updatesDone: firstUpdate + losses.length - 1 } }
    }
    case 'rivalsFound':
      if (event.payload.runId !== memory.description?.id) return memory
      return { ...memory, rivals: event.payload }
    case 'scored':
      if (event.payload.runId !== memory.description?.id) return memory
      return { ...memory, scores: event.payload }
    case 'checkpointTaken': {
      if (event.payload.runId !== memory.description?.id) return memory
      const initial = event.payload.initial ?? memory.checkpoint?.initial ?? null
      return { ...memory, checkpoint: { ...event.payload, initial } }
    }
    case 'keyframesTaken':
      if (event.payload.runId !== memory.description?.id) return memory
      return { ...memory, keyframes: event.payload.bytes }
    case 'ready':
    case 'noticed':
    case 'tableReading':
    case 'projectProving':
    case 'momentProgress':
      return memory
  }
}

/** What a page is told of trainer and run when it attaches. */
export function welcome(
  memory: RunMemory,
  trainer: TrainerStatus,
): Pick<Welcome, 'trainer' | 'data' | 'run' | 'pace' | 'engine' | 'pauseRules'> {
  const { data, description, state, rivals, scores, pace, engine, pauseRules } = memory
  const run = description && state && { description, state, rivals, scores }
  return { trainer, data, run, pace, engine, pauseRules }
}
