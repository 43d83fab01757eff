import { ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings'
import type { RunMemory } from './run-memory'
import type { TrainerHost } from './trainer-host'

/** Brings a trainer to work: the first one of the app, and every one that takes over from a dead one. */
export type RunOpening = {
  /** Starts the first trainer; then a run from the file if there is one, or else with the lesson's settings. */
  readonly first: (file: string | undefined) => Promise<Result<unknown>>
  /** Starts a trainer again and goes on where the last one left off. A second call joins the first. */
  readonly revive: () => Promise<Result<void>>
}

/** Opens runs by way of the host; what the last trainer did is read from the memory. */
export function createRunOpening(
  host: Pick<TrainerHost, 'start' | 'ask' | 'status'>,
  memory: () => RunMemory,
  load: (path: string) => Promise<Result<unknown>>,
): RunOpening {
  let reviving: Promise<Result<void>> | null = null

  async function goOn(): Promise<Result<void>> {
    const { checkpoint, state, pace } = memory()
    await host.start()
    const paced = await host.ask('setPace', pace)
    if (!paced.ok) return paced
    if (!checkpoint) return host.ask('createRun', state?.config ?? LESSON)
    const restored = await host.ask('restoreCheckpoint', checkpoint.bytes)
    if (!restored.ok) {
      // A run from the seed is better than none; the person is told that it is not the old one.
      await host.ask('createRun', state?.config ?? LESSON)
      return restored
    }
    return state?.phase === 'training' ? host.ask('startRun') : ok()
  }

  return {
    first: async (file) => {
      await host.start()
      if (file === undefined) return host.ask('createRun', LESSON)
      const loaded = await load(file)
      if (!loaded.ok) await host.ask('createRun', LESSON)
      return loaded
    },
    revive: () => {
      if (host.status().kind === 'ready') return Promise.resolve(ok())
      reviving ??= goOn().finally(() => {
        reviving = null
      })
      return reviving
    },
  }
}
