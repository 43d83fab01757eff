import type { InsideKind } from '@contract/inside/inside'
import type { RunId } from '@contract/run-id'
import type { AppState } from '../../state/app-state'
import type { ToldInside } from '../../state/inside-state'
import { lookedAtMoment } from '../moments'

/** A moment whose inside is looked at. */
export type InsideMoment = {
  readonly runId: RunId
  /** As in `InsideQuestion`. */
  readonly update: number | null
  readonly sequence: number
  /** What is told follows from it: another text is another moment. */
  readonly key: string
  /** Whether there is another one after each update, so that not each is asked about. */
  readonly isTraining: boolean
}

/**
 * The moment whose inside is looked at: the update that is marked, or the last one of a run that rests, with the weights that
 * went into it; while it trains, and before the first update, the one that comes next. Null while there is none, and while the
 * marked one is not made again yet.
 */
export function insideMoment(state: AppState): InsideMoment | null {
  const { description, run, marked, progress, trainer } = state
  if (!description || !run || trainer.kind !== 'ready') return null
  const { id: runId, updatesBefore } = description
  const of = (update: number | null, isTraining = false): InsideMoment => {
    const weights = update === null ? `next ${progress.updatesDone}` : String(update)
    // A change of the run is one of the window that comes next, at least.
    const { events } = run
    // Changes before one and the same update are one event.
    const changes = `${events.length} ${JSON.stringify(events.at(-1))}`
    const sequence = shownSequence(state)
    return { runId, update, sequence, key: `${runId} ${weights} ${sequence} ${changes}`, isTraining }
  }
  if (marked !== null) {
    if (lookedAtMoment(state).kind !== 'known') return null
    const first = updatesBefore + 1
    return of(first > progress.updatesDone ? null : Math.max(marked, first))
  }
  if (run.phase === 'training') return of(null, true)
  return of(progress.updatesDone > updatesBefore ? progress.updatesDone : null)
}

/**
 * Whether a run has anything inside that is worth a look: its curves are there, or its weights have been trained before, as
 * those of a file that is opened only to be looked into. What a seed has drawn says nothing yet.
 */
export function hasInside({ hasCurves, description }: Pick<AppState, 'hasCurves' | 'description'>): boolean {
  return hasCurves || (description !== null && description.origin.kind !== 'seed')
}

/** What was told last of the present run, by a question's key; it may be of an older moment. */
export function toldInside<Kind extends InsideKind>(
  { insideTold, description }: Pick<AppState, 'insideTold' | 'description'>,
  key: string,
): ToldInside<Kind> | null {
  const told = insideTold.get(key)
  return told && told.runId === description?.id ? (told as ToldInside<Kind>) : null
}

/** The sequence of the batch that is shown: the chosen one where there are so many, else the first. */
export function shownSequence({ insideSequence, run }: Pick<AppState, 'insideSequence' | 'run'>): number {
  return insideSequence < (run?.config.training.batch ?? 1) ? insideSequence : 0
}

/** The layer that is shown: the chosen one where the network has it, else the last. */
export function shownLayer({ insideLayer, run }: Pick<AppState, 'insideLayer' | 'run'>): number {
  const last = (run?.config.network.layers ?? 1) - 1
  return insideLayer === null ? last : Math.min(insideLayer, last)
}
