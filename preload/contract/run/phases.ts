import type { Text } from '../language/text'
import { text } from '../language/texts'
import { assertNever } from '../result'
import type { Breakdown, RunEnd, RunPhase, RunState } from './run'

/** What a run is doing, and how far it is to go. */
export type Course = {
  readonly phase: RunPhase
  /** The run finishes when it has made this many updates in all; never less than it has made. */
  readonly goal: number
  /** Where and why it broke; null in every phase but `diverged`. */
  readonly broke: Breakdown | null
  /** Why it is finished; null in every phase but `finished`. */
  readonly endedBy: RunEnd | null
}

/** Where a run stands, in updates that its weights have seen. */
export type Place = {
  /** Before the run was opened: 0, or what the weight file says. */
  readonly before: number
  /** In all, after what has just happened. */
  readonly done: number
}

/** What can happen to a run. */
export type RunEvent =
  /** It is opened where it stands: new, from a file or from a checkpoint. */
  | { readonly kind: 'opened' }
  /** Somebody wants it to train; a finished run makes `updates` more. */
  | { readonly kind: 'started'; readonly updates: number }
  | { readonly kind: 'paused' }
  /** Updates were made in training. */
  | { readonly kind: 'updated' }
  /** The best update by the validation loss is as many updates ago as the run has patience. */
  | { readonly kind: 'outOfPatience' }
  /** One update was made by itself. */
  | { readonly kind: 'stepped' }
  /** An update was tried and a number was not finite: it was not made. */
  | { readonly kind: 'broke'; readonly why: Omit<Breakdown, 'update'> }
  /** The number of updates in the settings is another: the goal moves with it. */
  | { readonly kind: 'updatesChanged'; readonly from: number; readonly to: number }

/**
 * The rules of a run, for the trainer and for whatever stands in for it. Pure: what a run does follows from what it did,
 * where it stands, and what happened.
 *
 * @param place where the run stands after the event
 */
export function courseAfter(course: Course, event: RunEvent, place: Place): Course {
  const { phase, goal } = course
  // Nothing but another run helps one that has broken, and only its goal can still be moved.
  if (phase === 'diverged' && event.kind !== 'updatesChanged') return course
  switch (event.kind) {
    case 'opened':
      return resting(goal, place)
    case 'started': {
      const ahead = phase === 'finished' ? place.done + event.updates : goal
      return { phase: 'training', goal: ahead, broke: null, endedBy: null }
    }
    case 'paused':
      return phase === 'training' ? { ...course, phase: 'paused' } : course
    case 'updated':
      return place.done < goal ? course : { ...course, phase: 'finished', endedBy: 'goal' }
    case 'outOfPatience':
      // It has gone as far as it was to go: opened again it is finished, and Start makes more.
      return { phase: 'finished', goal: place.done, broke: null, endedBy: 'patience' }
    case 'stepped':
      return resting(Math.max(goal, place.done), place)
    case 'broke':
      return {
        ...course,
        phase: 'diverged',
        broke: { update: place.done + 1, what: event.why.what, tensor: event.why.tensor },
        endedBy: null,
      }
    case 'updatesChanged': {
      const moved = Math.max(place.done, goal + event.to - event.from)
      const goesOn = phase === 'diverged' || (phase === 'training' && place.done < moved)
      return goesOn ? { ...course, goal: moved } : resting(moved, place)
    }
    default:
      return assertNever(event)
  }
}

/** Why a run ended before its goal, in a sentence; null where it did not. */
export function earlyEnd({
  endedBy,
  updatesDone,
  best,
}: Pick<RunState, 'endedBy' | 'updatesDone' | 'best'>): Text | null {
  if (endedBy !== 'patience' || !best) return null
  return text('trainer.outOfPatience', { updatesDone, best: best.update, loss: best.loss })
}

/** What was not finite, in the middle of a sentence. */
export function brokenPart({ what, tensor }: Breakdown): Text {
  if (what === 'loss') return text('phases.brokenLoss')
  return text(what === 'gradient' ? 'phases.brokenGradient' : 'phases.brokenWeights', { tensor })
}

/** The phase of a run that makes no updates and stands where it does. */
function resting(goal: number, { before, done }: Place): Course {
  const phase = done >= goal ? 'finished' : done === before ? 'ready' : 'paused'
  return { phase, goal, broke: null, endedBy: phase === 'finished' ? 'goal' : null }
}
