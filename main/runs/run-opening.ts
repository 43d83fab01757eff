import { ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import type { Ask, TrainerHost } from '../host/trainer-host'
import type { RunMemory } from './run-memory'

/** Brings a trainer to work: the first one of the app, and every one that takes over from a dead one. */
export type RunOpening = {
  /** Starts the first trainer; then a run from the file if there is one, or else with the lesson's settings. */
  readonly first: (file: string | undefined) => Promise<Result<unknown>>
  /** Starts a trainer again and goes on where the last one left off. A second call joins the first. */
  readonly revive: () => Promise<Result<void>>
  /** Replaces a trainer that cannot be heard by one that stands, paused, where the last checkpoint does; null when it writes. */
  readonly replacePaused: () => Promise<Result<void>> | null
}

/** Opens runs by way of the host; what the last trainer did is read from the memory. */
export function createRunOpening(
  host: Pick<TrainerHost, 'start' | 'status' | 'replace'>,
  memory: () => RunMemory,
  load: (path: string, ask: Ask) => Promise<Result<unknown>>,
): RunOpening {
  async function openFirst(ask: Ask, file: string | undefined): Promise<Result<unknown>> {
    if (file === undefined) return ask('createRun', LESSON)
    const loaded = await load(file, ask)
    if (!loaded.ok) await ask('createRun', LESSON)
    return loaded
  }

  async function goOn(ask: Ask, { checkpoint, state, pace, engine }: RunMemory): Promise<Result<unknown>> {
    await ask('setPace', pace)
    await ask('setEngine', engine)
    if (!checkpoint) return ask('createRun', state?.config ?? LESSON)
    const restored = await ask('restoreCheckpoint', checkpoint.bytes)
    if (restored.ok) return state?.phase === 'training' ? ask('startRun') : restored
    // A run from the seed is better than none; the person is told that it is not the old one.
    await ask('createRun', state?.config ?? LESSON)
    return restored
  }

  return {
    first: (file) => host.start((ask) => openFirst(ask, file)),
    revive: async () => {
      if (host.status().kind === 'ready') return ok()
      // Read now: what the new trainer tells while it starts must not take the place of what the old one did.
      const last = memory()
      const opened = await host.start((ask) => goOn(ask, last))
      return opened.ok ? ok() : opened
    },
    replacePaused: () => {
      const last = memory()
      const paused = { ...last, state: last.state && { ...last.state, phase: 'paused' as const } }
      const replaced = host.replace((ask) => goOn(ask, paused))
      return replaced?.then((opened) => (opened.ok ? ok() : opened)) ?? null
    },
  }
}
