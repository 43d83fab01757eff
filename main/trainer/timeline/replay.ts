import type { Breakdown } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { sameConfig } from '@contract/settings/settings'
import { type Edits, haveOneLength, nextWindows, timeStepsAPlace } from '../data/source/next-windows'
import type { Source } from '../data/source/source'
import type { Window } from '../data/source/window'
import type { ArrayOf } from '../network/shape/named-arrays'
import type { PatientEngine } from '../training/engine/patient-engine'
import { createLearner, type Learner } from '../training/learner'
import type { Snapshot } from '../training/snapshot/snapshot'
import type { UpdateResult } from '../training/update-result'

/** Evaluations of a run that is made again: those of its first time, see `Evaluations`. */
export type ReplayedEvaluations = {
  /** Updates that may be made before the next evaluation, from 1. */
  readonly untilNext: () => number
  /** Evaluates the weights of now, after updates; NaN where they are none of those that are evaluated. */
  readonly evaluate: () => number
  readonly dispose: () => void
}

/**
 * Updates of a network that is made several times in a call, from which on a recording pays off for one replay. The few
 * before its end are made eagerly sooner than a recording is ready, for which a person would wait.
 */
const WORTH_RECORDING = 32

const NONE: ReplayedEvaluations = {
  untilNext: () => Number.POSITIVE_INFINITY,
  evaluate: () => Number.NaN,
  dispose: () => {},
}

/** What is to be made again, with all that was wiped and touched on the way. */
export type ReplayQuestion = Edits & {
  /** Where it begins; stays as it is. */
  readonly from: Snapshot
  /** Updates done at its end: not fewer than at its beginning. */
  readonly to: number
  readonly source: Pick<Source, 'windowAt'>
  /** The settings that an update is made with, by its number as charts count it: the first after `from` is `from.updatesDone + 1`. */
  readonly settingsAt: (update: number) => RunConfig
  /**
   * Updates from which on it may wait for a recording of many in a call that is not there yet; left out, those from which on
   * one pays off in a training. Who is waited for, and made once, wants more.
   */
  readonly worthRecording?: number
  /** Whether the states that go into the last update are asked for, which is then made by itself; left out, they are. */
  readonly wantsStates?: boolean
  /** Asked for at every call; stays the caller's. */
  readonly engine: () => PatientEngine
  /** Without it nothing is evaluated, and the evaluations do not say where calls end. */
  readonly evaluationsOf?: (learner: Learner, config: () => RunConfig) => ReplayedEvaluations
}

/** An update, and what it showed. */
export type ReplayedUpdate = Omit<Extract<UpdateResult, { kind: 'updated' }>, 'kind'> & {
  /** Its number, as charts count it. */
  readonly update: number
  readonly window: Window
  /** Of the weights after it; NaN where they are not evaluated. */
  readonly validationLoss: number
}

/** A run at one of its updates. */
export type ReplayedMoment = {
  readonly snapshot: Snapshot
  /** The update that led to it, and the states that went into its window; null where none was made, or nobody wants them. */
  readonly last: (ReplayedUpdate & { readonly states: readonly ArrayOf[] }) | null
  /** What was not finite in the update after it, which was not made; null where all were made. */
  readonly broke: Breakdown['what'] | null
}

/**
 * Makes updates again, to the last bit those of the first time, whatever engine makes them and however many are made in a
 * call. Each piece is one thing that cannot be interrupted: a call, whose updates it gives, or a piece of a recording, with
 * none. It keeps tensors until its end: who abandons it calls `return`.
 *
 * @throws RangeError if it is to end before it begins
 */
export function* replay(
  question: ReplayQuestion,
): Generator<readonly ReplayedUpdate[], ReplayedMoment, void> {
  const { from, to, source, settingsAt, engine, wantsStates = true } = question
  if (to < from.updatesDone) throw new RangeError(`update ${to} comes before update ${from.updatesDone}`)
  let config = settingsAt(from.updatesDone + 1)
  const learner = createLearner(from, engine)
  const evaluations = question.evaluationsOf?.(learner, () => config) ?? NONE
  let last: ReplayedUpdate | null = null
  let broke: ReplayedMoment['broke'] = null

  /** The windows of the coming call. */
  function admitted(): readonly Window[] {
    const left = to - learner.updatesDone()
    const together = callTogether(question, learner, evaluations.untilNext())
    const wanted = nextWindows(learner, source, config, together, question)
    // A recording of many updates that is there is welcome; a new one has to pay off.
    const isWorth = left >= (question.worthRecording ?? 0)
    const best = engine().updatesPerCall(from.network, timeStepsAPlace(config), left)
    const worth = isWorth && best > 1 ? left : 0
    if (together > 1) {
      const count = learner.admitted(wanted, config.training, worth)
      if (count > 1) return wanted.slice(0, count)
    }
    const one = wanted.slice(0, 1)
    learner.admitted(one, config.training, paysOff() ? left : 0)
    return one
  }

  /** Whether to wait for recordings. */
  function paysOff(): boolean {
    const best = engine().updatesPerCall(from.network, timeStepsAPlace(config), Number.POSITIVE_INFINITY)
    return best === 1 || to - learner.updatesDone() >= WORTH_RECORDING
  }

  /** One call; without the updates from the one on that breaks the run. */
  function make(
    windows: readonly Window[],
  ): Pick<ReplayedMoment, 'broke'> & { made: readonly ReplayedUpdate[] } {
    const first = learner.updatesDone() + 1
    const made: ReplayedUpdate[] = []
    for (const [i, result] of learner.updateAll(windows, config.training).entries()) {
      if (result.kind === 'diverged') return { made, broke: result.what }
      const { kind: _, ...shown } = result
      const validationLoss = i === windows.length - 1 ? evaluations.evaluate() : Number.NaN
      made.push({ ...shown, update: first + i, window: windows[i] as Window, validationLoss })
    }
    return { made, broke: null }
  }

  try {
    while (broke === null && learner.updatesDone() < to) {
      config = settingsAt(learner.updatesDone() + 1)
      const call = make(admitted())
      last = call.made.at(-1) ?? last
      broke = call.broke
      yield call.made
      if (!engine().canPrepare() || !paysOff()) continue
      engine().prepare()
      yield []
    }
    const states = wantsStates ? learner.statesIntoLast() : null
    return { snapshot: learner.snapshot(), last: last && states && { ...last, states }, broke }
  } finally {
    evaluations.dispose()
    learner.dispose()
  }
}

/**
 * How many updates the coming call should make: as many as an engine makes best, of one length and with the same settings,
 * or one. The last is made by itself where the states that went into its window are wanted: with it they are at hand.
 */
function callTogether(
  { from, to, settingsAt, engine, wantsStates = true }: ReplayQuestion,
  learner: Learner,
  most: number,
): number {
  const done = learner.updatesDone()
  const config = settingsAt(done + 1)
  if (!haveOneLength(config)) return 1
  const best = engine().updatesPerCall(from.network, timeStepsAPlace(config), Number.POSITIVE_INFINITY)
  const left = to - done - Number(wantsStates)
  if (best > left || best > most) return 1
  for (let i = 2; i <= best; i += 1) if (!sameSettings(settingsAt(done + i), config)) return 1
  return best
}

function sameSettings(a: RunConfig, b: RunConfig): boolean {
  return a === b || sameConfig(a, b)
}
