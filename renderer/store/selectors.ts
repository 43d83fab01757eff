import { assertNever } from '@contract/result'
import { LESSON, type RunConfig } from '@contract/settings/run-config'
import type { AppState } from './app-state'
import { RESET_SETTINGS, readDraft } from './settings-draft'

/** The settings in force, or the lesson's while there is no run. */
export function configInForce(state: AppState): RunConfig {
  return state.run?.config ?? LESSON
}

/** Whether the trainer can be asked for anything about a run. */
export function canTrain(state: AppState): boolean {
  return state.trainer.kind === 'ready' && state.run !== null
}

/** Whether another network can be made at once because nothing learned is lost by it. */
export function networkAppliesAtOnce(state: AppState): boolean {
  return state.run?.phase === 'ready' && state.description?.origin.kind === 'seed'
}

/** Whether something that makes another network has been changed and waits for Reset. */
export function networkWaits(state: AppState): boolean {
  const inForce = configInForce(state)
  const { config } = readDraft(state.draft, inForce)
  return RESET_SETTINGS.some((name) => config[name] !== inForce[name])
}

/** What the first button does now. */
export type PrimaryAction = {
  readonly label: string
  readonly enabled: boolean
  readonly does: 'start' | 'pause'
}

/** The first button's words: Start, Pause, Go on, Train 60 more. */
export function primaryAction(state: AppState): PrimaryAction {
  const start = (label: string, enabled: boolean): PrimaryAction => ({ label, enabled, does: 'start' })
  if (state.trainer.kind === 'starting') return start('Loading TensorFlow…', false)
  if (state.trainer.kind === 'gone') return start('Stopped', false)
  if (state.run === null) return start('Start', false)
  const { phase, config } = state.run
  switch (phase) {
    case 'ready':
      return start('Start', true)
    case 'training':
      return { label: 'Pause', enabled: true, does: 'pause' }
    case 'paused':
      return start('Go on', true)
    case 'finished':
      return start(`Train ${config.updates.toLocaleString('en-US')} more`, true)
    case 'diverged':
      return start('Go on', false)
    default:
      return assertNever(phase)
  }
}

/** The phase in words, for the status bar. */
export function phaseWords(state: AppState): string {
  if (state.trainer.kind === 'gone') return 'Trainer gone'
  if (state.run === null) return state.trainer.kind === 'starting' ? 'Loading TensorFlow…' : 'No run'
  if (state.trainer.kind === 'starting') return 'Starting the trainer…'
  const { phase } = state.run
  switch (phase) {
    case 'ready':
      return 'Ready'
    case 'training':
      return 'Training'
    case 'paused':
      return 'Paused'
    case 'finished':
      return 'Finished'
    case 'diverged':
      return 'Diverged'
    default:
      return assertNever(phase)
  }
}
