import { basename } from 'node:path'
import type { WeightFormat } from '@contract/files/weight-formats'
import { ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import type { FindSeries } from '../data/source/source'
import { exportWeights } from '../exchange/export-weights'
import { checkSource } from '../exchange/fitting-source'
import { withSeriesThere } from '../exchange/weights-source'
import type { WeightReader } from '../reading/reader'
import type { TrainerHandlers } from './handlers'
import type { RunRegistry } from './run-registry'

/** Weights from files and into files. */
export type WeightsRequests = Pick<TrainerHandlers, 'loadWeights' | 'cancelLoad' | 'exportWeights'>

/** @param read what reads weight files */
export function createWeightsRequests(
  runs: RunRegistry,
  read: WeightReader,
  findSeries: FindSeries,
): WeightsRequests {
  let loading: AbortController | null = null

  /** Reads what an export wrote: as it reads what is loaded, so that training goes on and a pause is heard. */
  async function readUncalled(path: string, fallback: RunConfig, format?: WeightFormat) {
    const found = await read(path, fallback, new AbortController().signal, format)
    if (found === null) throw new Error('a reading back was called off, and nobody can')
    return found
  }

  return {
    loadWeights: async (path) => {
      loading?.abort()
      loading = new AbortController()
      const { signal } = loading
      const name = basename(path)
      const found = await read(path, runs.present()?.state().config ?? LESSON, signal)
      // One that was read to its end in the same instant is called off no less.
      if (found === null || signal.aborted) return ok(null)
      if (!found.ok) return found
      const fitting = checkSource(name, found.value.weights)
      if (!fitting.ok) return fitting
      const { snapshot, assumed, notes } = found.value.weights
      const present = runs.present()?.state().config ?? null
      const there = withSeriesThere(name, found.value.weights.config, present, findSeries)
      if (!there.ok) return there
      const config = there.value
      const goal = snapshot.updatesDone + config.training.updates
      const opened = runs.openNew({ config, origin: { kind: 'file', name }, goal, initial: snapshot })
      if (!opened.ok) return opened
      const { updatesDone } = snapshot
      const { parameterCount } = opened.value.description
      const summary = { name, bytes: found.value.bytes, parameterCount, updatesDone }
      return ok({ ...summary, ...(assumed && { assumed }), ...(notes && { notes }) })
    },
    cancelLoad: () => loading?.abort(),
    exportWeights: async (id, path, choice, companions, language) => {
      const found = runs.find(id)
      if (!found.ok) return found
      const run = found.value
      const { scalers } = run.source
      // Taken here, before anything is waited for: afterwards the run may have trained on, or be another.
      const weights = {
        snapshot: run.snapshot(),
        config: run.state().config,
        ...(scalers && { scalers }),
      }
      const seen = choice.script ? { source: run.source, last: run.lastWindow() } : null
      return exportWeights(path, choice, weights, seen, companions, language, readUncalled)
    },
  }
}
