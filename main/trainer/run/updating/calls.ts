import type { PauseReason } from '@contract/run/pausing/pause-rules'
import type { Window } from '../../data/source/window'
import type { UpdateSettings } from '../../training/call'
import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Learner } from '../../training/learner'
import type { UpdateResult } from '../../training/update-result'
import type { Hurry } from '../hurry'
import type { Evaluations } from '../judging/evaluations'
import { createUnjudged, type Unjudged } from '../judging/unjudged'
import type { Pausing } from '../pausing'

/**
 * What came of asking for updates: they are made and told; or something is done for them first, of which there was a piece, or
 * which another thread does.
 */
export type Came = 'made' | 'piece' | 'waits'

/** How updates were asked for: as one step of a person, or in training; and when first. */
export type AskedFor = { readonly kind: 'updated' | 'stepped'; readonly since: number }

/** A call of updates as it is told. */
export type ToldCall = AskedFor & {
  readonly windows: readonly Window[]
  /** Of each window, or up to the one that broke the run or at which it is to pause. */
  readonly results: readonly UpdateResult[]
  /** Of the weights after them; NaN where they are not evaluated. */
  readonly validationLoss: number
  /** Why the run is to pause. */
  readonly heldBy: PauseReason | null
}

/** Makes the updates of a run, a call at a time, and evaluates them before they are told. */
export type Calls = {
  /** Updates that are made and not told yet. */
  readonly untold: () => number
  /** Whether an evaluation is under way that the engine's recordings have to wait for, as both want the other thread. */
  readonly isFirst: () => boolean
  /** Makes updates; in training they are told with the last piece of their evaluation. */
  readonly make: (windows: readonly Window[], settings: UpdateSettings, asked: AskedFor) => Came
  /** Does what is under way; null where nothing is. */
  readonly goOn: () => Came | null
  /** What is made and not told counts for nothing: it is made again, to the same numbers, from where the page knows the run. */
  readonly takeBack: () => void
  /** The engine for what goes on beside: what it prepares would be waited for here while an evaluation has the other thread. */
  readonly engineBeside: () => PatientEngine
  /** The same action on the run as the page knows it. */
  readonly asKnown: <Args extends unknown[], R>(act: (...args: Args) => R) => (...args: Args) => R
}

/** The run that makes them. */
export type Calling = {
  readonly learner: Pick<Learner, 'mark' | 'updateAll'>
  readonly evaluations: Pick<Evaluations, 'untilNext' | 'evaluate' | 'inPieces'>
  readonly engine: () => PatientEngine
  readonly pausing: () => Pausing
  /** While it hurries no rule counts. */
  readonly pacer: Pick<Hurry, 'isHurrying'>
  readonly tell: (call: ToldCall) => void
}

export function createCalls({ learner, evaluations, engine, pausing, pacer, tell }: Calling): Calls {
  let unjudged: Unjudged | null = null
  const isEngineBusy = () => engine().isElsewhere() || engine().canPrepare()

  const isFirst = () => unjudged !== null && !unjudged.isHeldUp()

  function takeBack() {
    unjudged?.takeBack()
    unjudged = null
  }

  return {
    untold: () => unjudged?.updates ?? 0,
    isFirst,
    engineBeside: () =>
      isFirst() && engine().canPrepare() ? { ...engine(), canPrepare: () => false } : engine(),
    make: (windows, settings, asked) => {
      const isJudged = asked.kind === 'updated' && windows.length === evaluations.untilNext()
      const marks = isJudged ? [learner.mark(), pausing().mark()] : []
      let held: PauseReason | null = null
      const results = learner.updateAll(windows, settings, (made) => {
        const reason = pausing().made(made)
        held = pacer.isHurrying() ? null : reason
        return held !== null
      })
      const tellAll = (validationLoss: number) => {
        const reason = pausing().evaluated(validationLoss)
        const heldBy = held ?? (pacer.isHurrying() ? null : reason)
        tell({ ...asked, windows, results, validationLoss, heldBy })
      }
      const isWhole = results.every(({ kind }) => kind === 'updated')
      const evaluating = isJudged && isWhole ? evaluations.inPieces() : null
      if (evaluating) {
        unjudged = createUnjudged(results.length, evaluating, marks, isEngineBusy, tellAll)
        return 'piece'
      }
      for (const { release } of marks) release()
      tellAll(isWhole ? evaluations.evaluate() : Number.NaN)
      return 'made'
    },
    goOn: () => {
      if (!unjudged) return null
      if (!unjudged.canGoOn()) return 'waits'
      const tellAll = unjudged.goOn()
      if (!tellAll) return 'piece'
      unjudged = null
      tellAll()
      return 'made'
    },
    takeBack,
    asKnown:
      (act) =>
      (...args) => {
        takeBack()
        return act(...args)
      },
  }
}
