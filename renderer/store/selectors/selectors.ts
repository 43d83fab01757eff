import { assertNever } from '@contract/result'
import type { RunPhase } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { differences, NEW_RUN_SETTINGS, settingsOf } from '@contract/settings/settings'
import { inFigures } from '@contract/words'
import type { Outcome } from '../curves/outcome'
import type { AppState } from '../state/app-state'
import { type Picks, readDraft } from '../state/settings-draft'
import { formatCount } from '../words/format'

/** The settings in force, or the lesson's while there is no run. */
export function configInForce(state: AppState): RunConfig {
  return state.run?.config ?? LESSON
}

/** The settings as the fields show them: what was picked, and of the rest what is in force. */
export function settingsShown(state: AppState): Settings {
  const config = configInForce(state)
  const { picks } = state.draft
  // Every field asks after every batch of updates, and almost never has anything changed.
  if (newest?.config !== config || newest.picks !== picks)
    newest = { config, picks, settings: { ...settingsOf(config), ...picks } }
  return newest.settings
}

let newest: { readonly config: RunConfig; readonly picks: Picks; readonly settings: Settings } | null = null

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
  return differences(config, inForce).some((name) => NEW_RUN_SETTINGS.includes(name))
}

/** What the first button does now. */
export type PrimaryAction = {
  readonly label: string
  readonly enabled: boolean
  readonly does: 'start' | 'pause' | 'reset'
}

/** The first button's words: Start, Pause, Resume, Train 60 more, Reset. */
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
      return { label: state.isPausing ? 'Pausing…' : 'Pause', enabled: !state.isPausing, does: 'pause' }
    case 'paused':
      return start('Resume', true)
    case 'finished':
      return start(`Train ${inFigures(config.training.updates)} more`, true)
    case 'diverged':
      return { label: 'Reset', enabled: true, does: 'reset' }
    default:
      return assertNever(phase)
  }
}

/** A run that reached its goal is not for that a success. */
function finishedWords(outcome: Outcome | null): string {
  if (outcome === null) return 'Finished'
  switch (outcome.kind) {
    case 'learned':
      return 'Finished'
    case 'not-learned':
      return 'Finished, not learned'
    case 'lost':
      return `Finished, lost after update ${formatCount(outcome.learnedUntil)}`
    default:
      return assertNever(outcome)
  }
}

/** How the phase is marked, for the colour of its dot. */
export type PhaseMark = RunPhase | 'unlearned' | 'starting' | 'gone'

/** The phase as it is marked in colour: green only for what was learned. */
export function phaseMark(state: AppState): PhaseMark {
  if (state.trainer.kind !== 'ready') return state.trainer.kind
  const phase = state.run?.phase ?? 'starting'
  const failed = state.outcome !== null && state.outcome.kind !== 'learned'
  return phase === 'finished' && failed ? 'unlearned' : phase
}

/** The phase in words, for the status bar. */
export function phaseWords(state: AppState): string {
  if (state.trainer.kind === 'gone') return 'Trainer stopped'
  if (state.run === null) return state.trainer.kind === 'starting' ? 'Loading TensorFlow…' : 'No run'
  if (state.trainer.kind === 'starting') return 'Starting the trainer…'
  const { phase } = state.run
  if (phase === 'training' && state.isPausing) return 'Pausing…'
  if (state.silentSeconds > 0) return 'Preparing the network…'
  switch (phase) {
    case 'ready':
      return 'Ready'
    case 'training':
      return 'Training'
    case 'paused':
      return 'Paused'
    case 'finished':
      return finishedWords(state.outcome)
    case 'diverged':
      return `Broke at update ${formatCount(state.run.updatesDone + 1)}`
    default:
      return assertNever(phase)
  }
}

/** The same with the seconds of a silence: for the eye, as a voice would count them aloud. */
export function statusWords(state: AppState): string {
  const words = phaseWords(state)
  const isSilent = state.trainer.kind === 'ready' && state.silentSeconds > 0
  return isSilent ? `${words} ${inFigures(state.silentSeconds)} s` : words
}
