import type { RunConfig } from '@contract/settings/run-config'
import { haveOneLength, nextWindows, timeStepsAPlace } from '../data/source/next-windows'
import type { Source } from '../data/source/source'
import { networkOf } from '../network/shape/network-of'
import { bestPerCall } from '../training/engine/engine'
import type { PatientEngine } from '../training/engine/patient-engine'
import { createLearner, type Learner } from '../training/learner'
import { seededSnapshot } from '../training/snapshot/fresh-snapshot'

/**
 * Updates of one kind, those that were made and those of the run to come, from which on a recording of many in a call pays:
 * it takes as long as about a thousand updates one by one.
 */
const WORTH_RECORDING = 2000
/** Windows at random lengths have one of three; so many in a row have seen them all, nearly always. */
const LENGTHS_LOOKED_AT = 12
/** Kinds of updates that are counted. */
const MOST_KINDS = 64

/**
 * What one run after the other is made with. It keeps its recordings from run to run: runs that differ in their seed, their
 * learning rate or whatever else is a number of an update have the same ones.
 */
export type RunsEngine = {
  /**
   * Records what updates of these settings need, in pieces: one by one in any case, and many in a call where that will pay.
   * Gives the engine to make them with.
   *
   * @param isFree whether nobody waits for it: then all is recorded
   */
  readonly ready: (
    config: RunConfig,
    source: Pick<Source, 'windowAt'>,
    isFree: boolean,
  ) => Generator<void, PatientEngine>
  /** Updates of these settings were made. */
  readonly made: (config: RunConfig, updates: number) => void
}

/** @param engine what records; stays the caller's */
export function createRunsEngine(engine: PatientEngine): RunsEngine {
  /** Updates that were made, by what kind they are. */
  const counts = new Map<string, number>()
  /** What all is recorded for, unless other recordings have pushed it out since: then runs record it on their way. */
  let latest = ''

  /** Records updates on windows like these; an engine that cannot, or needs not, goes on as it is. */
  function* record(learner: Learner, windows: Parameters<Learner['admitted']>[0], config: RunConfig) {
    const admit = () => learner.admitted(windows, config.training, Number.POSITIVE_INFINITY)
    admit()
    // What another one has left under way comes first: then its own is begun.
    while (engine.isPreparing()) {
      engine.prepare()
      yield
      if (!engine.isPreparing()) admit()
    }
  }

  function* recordAll(config: RunConfig, source: Pick<Source, 'windowAt'>, perCall: number) {
    const initial = seededSnapshot(config)
    const learner = createLearner(initial, () => engine)
    const windows = nextWindows(learner, source, config, Math.max(perCall, LENGTHS_LOOKED_AT)).map(
      (window) => {
        return { ...window, continues: null }
      },
    )
    const ones = haveOneLength(config) ? windows.slice(0, 1) : windows
    try {
      for (const window of ones) yield* record(learner, [window], config)
      if (perCall > 1) yield* record(learner, windows.slice(0, perCall), config)
    } finally {
      learner.dispose()
    }
  }

  return {
    ready: function* (config, source, isFree) {
      const network = networkOf(config)
      const kind = kindOf(config)
      const count = (counts.get(kind) ?? 0) + config.training.updates
      const best = haveOneLength(config)
        ? bestPerCall(network, timeStepsAPlace(config), Number.POSITIVE_INFINITY)
        : 1
      const perCall = isFree || count >= WORTH_RECORDING ? best : 1
      const key = `${kind} ${perCall}`
      if (latest !== key) yield* recordAll(config, source, perCall)
      latest = key
      return {
        ...engine,
        updatesPerCall: () => perCall,
        // Where sequences start anew on the way a call would be shorter: each length would want a recording of its own.
        admit: (form, example, left) => {
          const { updates } = form.plan
          return updates === 1 || updates === perCall ? engine.admit(form, example, left) : 1
        },
      }
    },
    made: (config, updates) => {
      const kind = kindOf(config)
      const before = counts.get(kind) ?? 0
      counts.delete(kind)
      counts.set(kind, before + updates)
      const [oldest] = counts.keys()
      if (counts.size > MOST_KINDS && oldest !== undefined) counts.delete(oldest)
    },
  }
}

/** The same for settings whose updates need the same recordings. */
function kindOf({
  data: { source, points, endpoint, span, window, order },
  network,
  training,
}: RunConfig): string {
  const { cell, layers, hiddenUnits, family } = network
  const { batch, readout, optimizer, carryState, freezeState, shown } = training
  const inForm = [
    cell,
    layers,
    hiddenUnits,
    family,
    batch,
    readout,
    optimizer,
    carryState,
    freezeState,
    shown,
  ]
  return JSON.stringify([source, points, endpoint, span, window, order, inForm])
}
