import { RIVAL_LABELS } from '@contract/data/scores'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { assertNever } from '@contract/result'
import type { PauseReason, PauseRule } from '@contract/run/pausing/pause-rules'
import type { RunPhase } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { DataConfig, RunConfig, Settings } from '@contract/settings/run-config'
import { differences, NEW_RUN_SETTINGS, settingsOf } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import type { Outcome } from '../curves/outcome'
import type { AppState } from '../state/app-state'
import { type Draft, type Picks, readDraft } from '../state/settings-draft'
import { remembered } from './experiments/remembered'
import { LEVEL, standingOf } from './standing'

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

/** The data as the settings have them, with what waits for Reset; the same object while they are the same. */
export function dataShown(state: AppState): DataConfig {
  const config = configInForce(state)
  const { draft } = state
  if (newestData?.config !== config || newestData.draft !== draft) {
    const { data } = readDraft(draft, config).config
    const same = newestData !== null && JSON.stringify(newestData.data) === JSON.stringify(data)
    newestData = { config, draft, data: same && newestData ? newestData.data : data }
  }
  return newestData.data
}

let newestData: { readonly config: RunConfig; readonly draft: Draft; readonly data: DataConfig } | null = null

/** Whether the trainer can be asked for anything about a run. */
export function canTrain(state: AppState): boolean {
  return state.trainer.kind === 'ready' && state.run !== null
}

/** Whether another network can be made at once because nothing learned is lost by it. */
export function networkAppliesAtOnce(state: AppState): boolean {
  return state.run?.phase === 'ready' && state.description?.origin.kind === 'seed'
}

const isAnotherNetwork = remembered((config: RunConfig) =>
  remembered((inForce: RunConfig) =>
    differences(config, inForce).some((name) => NEW_RUN_SETTINGS.includes(name)),
  ),
)

/** Whether something that makes another network has been changed and waits for Reset. */
export function networkWaits(state: AppState): boolean {
  const inForce = configInForce(state)
  const { config } = readDraft(state.draft, inForce)
  if (!sameSource(config.data.source, inForce.data.source)) return true
  return isAnotherNetwork(config)(inForce)
}

/** Whether the present run learns a series, by what the trainer has said of it. */
export function isSeriesRun(state: AppState): boolean {
  return state.description?.facts.axis === 'time-steps'
}

/** Whether losses are those of scaled numbers, while charts have the data's own units. */
export function isLossScaled(state: AppState): boolean {
  const { source, scaling } = configInForce(state).data
  return source.kind === 'series' && scaling !== 'none'
}

/** What the first button does now. */
export type PrimaryAction = {
  readonly label: Text
  readonly enabled: boolean
  readonly does: 'start' | 'pause' | 'reset'
}

/** The first button's words: Start, Pause, Resume, Train 60 more, Reset. */
export function primaryAction(state: AppState): PrimaryAction {
  const start = (label: Text, enabled: boolean): PrimaryAction => ({ label, enabled, does: 'start' })
  if (state.trainer.kind === 'starting') return start(text('phases.loading'), false)
  if (state.trainer.kind === 'gone') return start(text('phases.stopped'), false)
  if (state.run === null) return start(text('phases.start'), false)
  const { phase, config } = state.run
  switch (phase) {
    case 'ready':
      return start(text('phases.start'), true)
    case 'training':
      return {
        label: text(state.isPausing ? 'phases.pausing' : 'phases.pause'),
        enabled: !state.isPausing,
        does: 'pause',
      }
    case 'paused':
      return start(text('phases.resume'), true)
    case 'finished':
      return start(text('phases.trainMore', { updates: config.training.updates }), true)
    case 'diverged':
      return { label: text('phases.reset'), enabled: true, does: 'reset' }
    default:
      return assertNever(phase)
  }
}

/** A run that reached its goal is not for that a success. */
function finishedText(outcome: Outcome | null): Text {
  if (outcome === null) return text('phases.finished')
  switch (outcome.kind) {
    case 'learned':
      return text('phases.finished')
    case 'not-learned':
      return text('phases.notLearned')
    case 'lost':
      return text('phases.lost', { update: outcome.learnedUntil })
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

/** Whether a series is finished, and its network worse than a simple rule: nothing that green would be right for. */
export function isWorseThanRule(state: AppState): boolean {
  const { rivals, scores } = state
  if (phaseMark(state) !== 'finished' || !rivals || !scores) return false
  const { skill } = standingOf(rivals, scores, null)
  return skill !== null && skill <= -LEVEL
}

/** Why a run paused by itself. */
function pausedText({ rule, update }: PauseReason): Text {
  return text('pauseRules.paused', { update, why: whyPaused(rule) })
}

function whyPaused(rule: PauseRule): Text {
  switch (rule.kind) {
    case 'loss-below':
      return text('pauseRules.pausedByLoss', { limit: rule.loss })
    case 'gradient-above':
      return text('pauseRules.pausedByGradient', { limit: rule.norm })
    case 'rival-passed':
      return text('pauseRules.pausedByRival', { rival: RIVAL_LABELS[rule.rival] })
    case 'update':
      return text('pauseRules.pausedByUpdate')
  }
}

/** The phase in words, for the status bar. */
export function phaseText(state: AppState): Text {
  if (state.trainer.kind === 'gone') return text('phases.trainerStopped')
  if (state.run === null) return text(state.trainer.kind === 'starting' ? 'phases.loading' : 'phases.noRun')
  if (state.trainer.kind === 'starting') return text('phases.startingTrainer')
  const { phase } = state.run
  if (phase === 'training' && state.isPausing) return text('phases.pausing')
  if (state.silentSeconds > 0) return text('phases.preparing')
  switch (phase) {
    case 'ready':
      return text('phases.ready')
    case 'training':
      return text('phases.training')
    case 'paused':
      return state.run.pausedBy ? pausedText(state.run.pausedBy) : text('phases.paused')
    case 'finished':
      return state.run.endedBy === 'patience'
        ? text('phases.outOfPatience', { updates: state.run.config.training.patience })
        : finishedText(state.outcome)
    case 'diverged':
      return text('phases.broke', { update: state.run.updatesDone + 1 })
    default:
      return assertNever(phase)
  }
}

/** The same with the seconds of a silence: for the eye, as a voice would count them aloud. */
export function statusText(state: AppState): Text {
  const phase = phaseText(state)
  const isSilent = state.trainer.kind === 'ready' && state.silentSeconds > 0
  return isSilent ? text('phases.silent', { phase, seconds: state.silentSeconds }) : phase
}
