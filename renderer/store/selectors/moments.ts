import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import type { Moment, MomentId, MomentProgress, NearestState } from '@contract/timeline/moment'
import { configAt } from '@contract/timeline/settings-events'
import { type History, valueAt } from '../curves/history'
import type { AppState } from '../state/app-state'
import type { Ghost, MomentStage } from '../state/timeline-state'

const NONE: MomentStage = { kind: 'none' }

type LookedAt = Pick<AppState, 'marked' | 'description'>

/** The moment that is looked at; null while it is now. */
export function lookedAtId({ marked, description }: LookedAt): MomentId | null {
  return marked === null || !description ? null : { runId: description.id, update: marked }
}

/** What is known of the moment that is looked at: what was told of another one does not count. */
export function lookedAtMoment(state: AppState): MomentStage {
  const { moment: stage } = state
  if (stage.kind === 'none') return stage
  const looked = lookedAtId(state)
  const { runId, update } = stage.moment
  return looked?.runId === runId && looked.update === update ? stage : NONE
}

/**
 * The settings that the update which is looked at was made with, by the run's log; null while it is now, and before the run has
 * told of itself.
 */
export function settingsThen(state: LookedAt & Pick<AppState, 'run'>): RunConfig | null {
  const { run } = state
  const looked = lookedAtId(state)
  return looked && run?.id === looked.runId ? configAt(run.events, run.config, looked.update) : null
}

/** What is known of the keyframe that is nearest to the update that is looked at; null while the exact one is there. */
export function nearestShown(state: AppState): NearestState | null {
  const { nearestState: near } = state
  const isOfRun = near !== null && near.runId === lookedAtId(state)?.runId
  return isOfRun && lookedAtMoment(state).kind !== 'known' ? near : null
}

/** Whether no other keyframe is nearer to an update than the one that was told of. */
export function isNearestTo({ nearestFrom, nearestTo }: NearestState, update: number): boolean {
  return update >= nearestFrom && update <= nearestTo
}

/** The recorded loss of an update; null where none is kept. */
export function recordedLoss(history: History, update: number): number | null {
  const loss = valueAt(history, history.losses, update)
  return Number.isNaN(loss) ? null : loss
}

/**
 * Whether a moment that was made again is what was recorded, to the last bit of its loss; null where one of them has none.
 *
 * @param recorded as float32
 */
export function isIdentical({ loss }: Moment, recorded: number | null): boolean | null {
  return loss === null || recorded === null ? null : Object.is(Math.fround(loss), Math.fround(recorded))
}

/** Whether what is known of the moment that is looked at is not as it should be. */
export function isMomentAmiss(state: AppState, history: History): boolean {
  const stage = lookedAtMoment(state)
  if (stage.kind === 'known')
    return isIdentical(stage.moment, recordedLoss(history, stage.moment.update)) === false
  return stage.kind === 'failed'
}

/** The run that the present one branches off from, where its curves are to be seen. */
export function shownGhost({ ghost, showGhost }: AppState): Ghost | null {
  return showGhost ? ghost : null
}

/** What is told while a moment is made again: how far it is, where that takes longer. */
export function askingText(progress: MomentProgress | null): Text {
  if (!progress) return text('rail.asking')
  const { update, done, total } = progress
  return text('rail.askingLong', { update, percent: Math.floor((100 * done) / total) })
}

/** As many digits as tell two float32 apart. */
const ALL_DIGITS = 9

/** What came of making a moment again, beside what was recorded of it. */
export function comparisonText(moment: Moment, recorded: number | null): Text | null {
  const from = moment.update - moment.replayed
  switch (isIdentical(moment, recorded)) {
    case null:
      return null
    case true:
      return text('rail.identical', { from })
    case false:
      return text('rail.differs', {
        from,
        loss: (moment.loss ?? 0).toPrecision(ALL_DIGITS),
        recorded: (recorded ?? 0).toPrecision(ALL_DIGITS),
      })
  }
}
