import type { BestUpdate } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { type Piece, piecesOf, sampleOf } from '../../data/windows/pieces'
import type { PreparedSeries } from '../../data/windows/prepared'
import { regimeOf } from '../../data/windows/regime'
import type { Waited } from '../../graph/native/begun'
import type { NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { atOnce } from '../../pieces'
import { bestPerCall } from '../../training/engine/engine'
import { evaluateInPieces } from '../../training/evaluate/evaluate'
import type { PackedParameters } from '../../training/evaluate/predict-pieces'
import {
  createRecordedForward,
  type ForwardPass,
  inOnePiece,
  type PassInPieces,
} from '../../training/evaluate/recorded-forward'
import type { Learner } from '../../training/learner'
import type { Checkpoint } from '../../weights/checkpoint/checkpoint'

/** Pairs of the validation part that an evaluation looks at, at most. */
const MOST_PAIRS = 2048
/** The part of the time that evaluations may take. */
const SHARE = 0.1
/** What a time step costs by itself, in pairs, and an update, in forward passes: measured, on the careful side. */
const TIME_STEP = 16
const UPDATE = 2

/** The weights after the best update, and where the run stood then. */
export type Best = BestUpdate & {
  readonly parameters: NamedArrays
  /** Where the next window of the run was. */
  readonly position: number
}

/** Judges a run by the validation part while it trains. */
export type Evaluations = {
  /** Updates that may be made before the next evaluation, from 1. */
  readonly untilNext: () => number
  /** Evaluates the weights of now, to be asked after updates; NaN where they are none of those that are evaluated. */
  readonly evaluate: () => number
  /**
   * The same in pieces, and by another thread where it takes long, for whoever must be heard meanwhile: no update is made until
   * the end. Null where these weights are not evaluated. Called off by `return`, there has been none.
   */
  readonly inPieces: () => Evaluating | null
  /** Whether the best update is as many updates ago as the run has patience; where it was so at its last start, that start. */
  readonly isOutOfPatience: () => boolean
  /** The run goes on, whatever patience it had. */
  readonly started: () => void
  readonly best: () => Best | null
  /** The updates that were the best so far when they were made, in order: the last is the best. */
  readonly bests: () => readonly BestUpdate[]
  readonly dispose: () => void
}

/** An evaluation under way: what the next piece would wait for, and in the end the loss. */
export type Evaluating = Generator<Waited | undefined, number>

/** How all evaluations predict. */
const planOf = (network: NetworkSpec) => ({ network, readout: 'batched' }) as const

/** A run without a validation part is not judged by one. */
const NONE: Evaluations = {
  untilNext: () => Number.POSITIVE_INFINITY,
  evaluate: () => Number.NaN,
  inPieces: () => null,
  isOutOfPatience: () => false,
  started: () => {},
  best: () => null,
  bests: () => [],
  dispose: () => {},
}

/**
 * The run is evaluated after its first update and then after each multiple of an interval that follows from counts alone, so
 * that the same run has the same evaluations, at any speed and on any machine.
 *
 * @param series null for the lesson
 * @param begin where the run goes on from: the updates before it, and the best of it so far
 * @param recorded what its forward passes are made with, which is its own to dispose of
 */
export function createEvaluations(
  series: PreparedSeries | null,
  learner: Pick<Learner, 'updatesDone' | 'position' | 'keepPacked' | 'parameters'>,
  network: NetworkSpec,
  config: () => RunConfig,
  begin: Pick<Checkpoint, 'initial' | 'best' | 'bests'>,
  recorded = createRecordedForward(planOf(network)),
): Evaluations {
  if (!series || series.stretches.validation.length === 0) return NONE
  const prepared = series
  const before = begin.initial.updatesDone
  let best = begin.best ?? null
  let bests = begin.bests ?? (best ? [{ update: best.update, loss: best.loss }] : [])
  /** The update from which on patience counts, where it was at its end before. */
  let patientFrom = 0
  let latest: (ReturnType<typeof scheduleOf> & { readonly carryState: boolean }) | null = null

  function schedule() {
    const { carryState } = config().training
    if (latest?.carryState !== carryState) latest = { carryState, ...scheduleOf(prepared, network, config()) }
    return latest
  }

  function isDue(): boolean {
    const made = learner.updatesDone() - before
    return made === 1 || made % schedule().interval === 0
  }

  function* evaluated<Wait>(pass: PassInPieces<Wait>): Generator<Wait | undefined, number> {
    const { pieces } = schedule()
    const { parameters, release } = learner.keepPacked()
    try {
      const loss = yield* lossOf(prepared, network, config(), pieces, parameters, pass)
      if (Number.isFinite(loss) && (best === null || loss < best.loss)) {
        const update = learner.updatesDone()
        best = { update, loss, parameters: learner.parameters(), position: learner.position() }
        bests = [...bests, { update, loss }]
      }
      return loss
    } finally {
      release()
    }
  }

  function isOutOfPatience(): boolean {
    const { patience } = config().training
    if (patience === 0 || best === null) return false
    return learner.updatesDone() - Math.max(best.update, patientFrom) >= patience
  }

  return {
    untilNext: () => {
      const made = learner.updatesDone() - before
      const { interval } = schedule()
      return made === 0 ? 1 : interval - (made % interval)
    },
    evaluate: () => (isDue() ? atOnce(evaluated(inOnePiece(recorded.pass))) : Number.NaN),
    inPieces: () => (isDue() ? evaluated(recorded.inPieces) : null),
    isOutOfPatience,
    started: () => {
      if (isOutOfPatience()) patientFrom = learner.updatesDone()
    },
    best: () => best,
    bests: () => bests,
    dispose: recorded.dispose,
  }
}

function* lossOf<Wait>(
  series: PreparedSeries,
  network: NetworkSpec,
  config: RunConfig,
  pieces: readonly Piece[],
  parameters: PackedParameters,
  pass: PassInPieces<Wait>,
): Generator<Wait | undefined, number> {
  const question = { plan: planOf(network), series, pieces, window: config.data.window, pass }
  // As it is recorded and told: a run that is opened again has the same best.
  return Math.fround(yield* evaluateInPieces(question, parameters))
}

/**
 * The loss of an evaluation of any weights.
 *
 * @param series with a validation part
 * @param parameters all parameters, [parameter count]; stay the caller's
 */
export function validationLossOf(
  series: PreparedSeries,
  network: NetworkSpec,
  config: RunConfig,
  parameters: PackedParameters,
  pass: ForwardPass,
): number {
  const { pieces } = scheduleOf(series, network, config)
  return atOnce(lossOf(series, network, config, pieces, parameters, inOnePiece(pass)))
}

/** What is evaluated, and after how many updates again. */
export function scheduleOf(
  series: PreparedSeries,
  network: NetworkSpec,
  config: RunConfig,
): { readonly pieces: readonly Piece[]; readonly interval: number } {
  const {
    data: { window },
    training: { batch },
  } = config
  const whole = piecesOf(series, 'validation', regimeOf(config), series.parts.validation)
  const pieces = sampleOf(whole, MOST_PAIRS, window)
  const lengths = pieces.map(({ warmUp, count }) => warmUp + count)
  const pairs = lengths.reduce((sum, length) => sum + length, 0)
  const evaluation = pairs + TIME_STEP * Math.max(...lengths)
  const update = UPDATE * window * (batch + TIME_STEP)
  // Whole calls of as many updates as are made at once where speed is all that counts.
  const perCall = bestPerCall(network, window, Number.POSITIVE_INFINITY)
  const interval = Math.ceil(evaluation / update / SHARE / perCall) * perCall
  return { pieces, interval }
}
