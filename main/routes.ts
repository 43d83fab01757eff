import type { Result } from '@contract/result'
import { fail, ok } from '@contract/result'
import type { WeightsSummary } from '@contract/run'
import type { FileDialogs } from './dialogs'
import type { PageWire, Routes } from './ipc'
import type { RecentFiles } from './recent-files'
import { type RunMemory, welcome } from './run-memory'
import type { RunOpening } from './run-opening'
import type { TrainerHost } from './trainer-host'
import { proposedName } from './weights-name'

/** What the routes lead to. */
export type RouteEnds = {
  readonly host: TrainerHost
  readonly opening: RunOpening
  readonly wire: Pick<PageWire, 'attach'>
  readonly memory: { readonly now: () => RunMemory; readonly keepPace: (pace: RunMemory['pace']) => void }
  readonly dialogs: Pick<FileDialogs, 'askOpenPath' | 'askSavePath'>
  readonly recent: Pick<RecentFiles, 'add' | 'choose'>
}

/** A weight file that was loaded or saved is a recent one; a file that could not be is none. */
export async function loadFrom(path: string, { host, recent }: Pick<RouteEnds, 'host' | 'recent'>) {
  const loaded = await host.ask('loadWeights', path)
  if (loaded.ok) recent.add(path)
  return loaded
}

/** Every request of the contract, by its name. */
export function createRoutes(ends: RouteEnds): Routes {
  const { host, opening, wire, memory, dialogs, recent } = ends

  async function save(): Promise<Result<WeightsSummary | null>> {
    const refusal = host.refusal()
    if (refusal) return refusal
    const { description, state } = memory.now()
    if (!state)
      return fail(
        'no-run',
        'There is no run yet whose weights could be saved; wait until the trainer is ready.',
      )
    const path = await dialogs.askSavePath(proposedName(description, state))
    if (path === undefined) return ok(null)
    const saved = await host.ask('saveWeights', path)
    if (saved.ok) recent.add(path)
    return saved
  }

  return {
    attach: () => {
      wire.attach()
      host.tell('attachPage')
      return welcome(memory.now(), host.status())
    },
    createRun: (config) => host.ask('createRun', config),
    resetRun: () => host.ask('resetRun'),
    startRun: () => host.ask('startRun'),
    pauseRun: () => host.ask('pauseRun'),
    stepRun: () => host.ask('stepRun'),
    changeSettings: (settings) => host.ask('changeSettings', settings),
    setPace: async (pace) => {
      const set = await host.ask('setPace', pace)
      if (set.ok) memory.keepPace(pace)
      return set
    },
    acknowledgeUpdates: (batches) => host.tell('acknowledgeUpdates', batches),
    saveWeights: save,
    loadWeights: async () => {
      const refusal = host.refusal()
      if (refusal) return refusal
      const path = await dialogs.askOpenPath()
      return path === undefined ? ok(null) : loadFrom(path, ends)
    },
    loadRecentWeights: async (index) => {
      const chosen = recent.choose(index)
      return chosen.ok ? loadFrom(chosen.value, ends) : chosen
    },
    loadDroppedWeights: (path) => loadFrom(path, ends),
    reviveTrainer: () => opening.revive(),
  }
}
