import type { ExperimentRun, ExperimentRunEnd } from '@contract/experiment/experiment'
import { MOST_LOSSES } from '@contract/experiment/limits'
import type { RunConfig } from '@contract/settings/run-config'
import type { OpenedSource } from '../data/open-source'
import { createEvaluations, type Evaluations, validationLossOf } from '../run/judging/evaluations'
import { type ReplayedMoment, type ReplayedUpdate, replay } from '../timeline/replay'
import type { PatientEngine } from '../training/engine/patient-engine'
import { holdWeights } from '../training/evaluate/held-weights'
import type { RecordedForward } from '../training/evaluate/recorded-forward'
import { seededSnapshot } from '../training/snapshot/fresh-snapshot'
import { createShownWindows } from './shown-windows'
import { createThinned } from './thinned'

/** A run that is to be made from its seed to its end. */
export type RunToMake = {
  /** Its place in its experiment. */
  readonly index: number
  readonly config: RunConfig
  /** Whether many of its windows are kept, or the last alone. */
  readonly shown: 'all' | 'last'
}

/** What a run is made with. */
export type RunMaking = {
  /** What it learns from, opened by its own settings. */
  readonly source: OpenedSource
  readonly engine: PatientEngine
  /** What evaluations are made with; stays the caller's. */
  readonly forward: RecordedForward
  readonly rivalLoss: number | null
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
}

type Losses = { readonly loss: number; readonly validationLoss: number }

/**
 * Makes a run from its seed to its end, in pieces as `replay` does: all that comes of it is equal to the last bit to the same run
 * in the app, whatever engine makes it and however many updates are made in a call. It keeps no more of a long run than of
 * one of some thousand updates.
 */
export function* madeRun(
  { index, config, shown }: RunToMake,
  { source, engine, forward, rivalLoss, now }: RunMaking,
): Generator<void, ExperimentRun> {
  const goal = config.training.updates
  const initial = seededSnapshot(config)
  const losses = createThinned<Losses>(MOST_LOSSES, (gone, kept) =>
    Number.isNaN(kept.validationLoss) ? { ...kept, validationLoss: gone.validationLoss } : kept,
  )
  const windows = createShownWindows(source, shown)
  let evaluations: Evaluations | null = null
  let last: ReplayedUpdate | null = null
  let bestLoss = Number.POSITIVE_INFINITY
  let milliseconds = 0

  function take(made: readonly ReplayedUpdate[], took: number) {
    for (const [i, update] of made.entries()) {
      losses.add({ loss: update.loss, validationLoss: update.validationLoss })
      windows.add(update, (milliseconds + (took * (i + 1)) / made.length) / 1000)
      bestLoss = Math.min(bestLoss, update.loss)
      last = update
    }
    if (made.length > 0) milliseconds += took
  }

  /** As a run in the app: it looks when it was evaluated, and where it is at its goal that is its end. */
  function isOutOfPatience(): boolean {
    if (!last || Number.isNaN(last.validationLoss) || last.update >= goal) return false
    return evaluations?.isOutOfPatience() ?? false
  }

  function evaluated(moment: ReplayedMoment | null): number | null {
    const { series } = source
    if (!last || !series || series.stretches.validation.length === 0) return null
    if (!moment || !Number.isNaN(last.validationLoss)) return last.validationLoss
    const { network, parameters: weights } = moment.snapshot
    const { parameters, release } = holdWeights(network, weights)
    const loss = validationLossOf(series, network, config, parameters, forward.pass)
    release()
    return loss
  }

  const pieces = replay({
    from: initial,
    to: goal,
    source,
    settingsAt: () => config,
    wantsStates: false,
    engine: () => engine,
    evaluationsOf: (learner) => {
      const begin = { initial, best: null, bests: [] }
      evaluations = createEvaluations(source.series, learner, initial.network, () => config, begin, {
        ...forward,
        dispose: () => {},
      })
      return evaluations
    },
  })

  function told(end: ExperimentRunEnd, moment: ReplayedMoment | null): ExperimentRun {
    const all = losses.all()
    const validationLoss = evaluated(moment)
    const best = evaluations?.best() ?? null
    return {
      index,
      end,
      updates: last?.update ?? 0,
      stride: losses.stride(),
      losses: Float32Array.from(all, ({ loss }) => loss),
      validationLosses: Float32Array.from(validationLoss === null ? [] : all, (each) => each.validationLoss),
      lastLoss: last?.loss ?? null,
      bestLoss: last && bestLoss,
      best: best && { update: best.update, loss: best.loss },
      validationLoss,
      rivalLoss,
      seconds: milliseconds / 1000,
      shown: windows.all(),
    }
  }

  try {
    for (;;) {
      const began = now()
      const piece = pieces.next()
      if (piece.done) return told(piece.value.broke === null ? 'goal' : 'diverged', piece.value)
      take(piece.value, now() - began)
      if (isOutOfPatience()) return told('patience', null)
      yield
    }
  } finally {
    pieces.return(undefined as never)
  }
}
