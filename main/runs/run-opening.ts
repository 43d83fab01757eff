import { ok, type Result } from '@contract/result'
import type { KeptRun } from '@contract/run/kept-run'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import type { Ask, TrainerHost } from '../host/trainer-host'
import type { LastSession } from './last-session'
import type { RunKeeper } from './run-keeper'
import type { RunMemory } from './run-memory'

/** Brings a trainer to work: the first one of the app, and every one that takes over from a dead one. */
export type RunOpening = {
  /**
   * Starts the first trainer; then a run from the file if there is one, or else the run that was there last, at rest, or
   * else a new one with the settings used last.
   */
  readonly first: (file: string | undefined) => Promise<Result<unknown>>
  /** Starts a trainer again and goes on where the last one left off. A second call joins the first. */
  readonly revive: () => Promise<Result<void>>
  /** Replaces a trainer that cannot be heard by one that stands, paused, where the last checkpoint does; null when it writes. */
  readonly replacePaused: () => Promise<Result<void>> | null
}

/** What was there when the app was used last. */
export type LastTime = {
  /** Ends when it is known which runs are kept: a trainer loads TensorFlow meanwhile. */
  readonly known: Promise<unknown>
  readonly session: () => Pick<LastSession, 'present' | 'config'>
  readonly keeper: Pick<RunKeeper, 'open' | 'list'>
  /** A run of the last time is back. */
  readonly onReturn: (run: KeptRun) => void
}

/** Opens runs by way of the host; what the last trainer did is read from the memory. */
export function createRunOpening(
  host: Pick<TrainerHost, 'start' | 'status' | 'replace'>,
  memory: () => RunMemory,
  load: (path: string, ask: Ask) => Promise<Result<unknown | null>>,
  { known, session, keeper, onReturn }: LastTime,
): RunOpening {
  async function openFirst(ask: Ask, file: string | undefined): Promise<Result<unknown>> {
    await known
    const { pace, engine, pauseRules } = memory()
    await ask('setPace', pace)
    await ask('setEngine', engine)
    await ask('setPauseRules', pauseRules)
    if (file !== undefined) {
      const loaded = await load(file, ask)
      if (loaded.ok && loaded.value !== null) return loaded
      const last = await openLast(ask)
      // Called off, it is as if there had been no file.
      return loaded.ok ? last : loaded
    }
    return openLast(ask)
  }

  async function openLast(ask: Ask): Promise<Result<unknown>> {
    const { present, config } = session()
    const isKept = keeper.list.now().runs.some(({ id }) => id === present)
    const opened = present !== null && isKept ? await keeper.open(present, ask) : null
    if (opened?.ok) onReturn(opened.value)
    if (opened?.ok) return opened
    const made = await fresh(ask, config)
    return opened ?? made
  }

  /** A run from the seed, of the lesson where these settings cannot be had, as their series is gone. */
  async function fresh(ask: Ask, config: RunConfig | null): Promise<Result<unknown>> {
    const made = await ask('createRun', config ?? LESSON)
    if (!made.ok && config !== null && made.error.code !== 'trainer-gone') await ask('createRun', LESSON)
    return made
  }

  async function goOn(
    ask: Ask,
    { checkpoint, keyframes, state, pace, engine, pauseRules }: RunMemory,
  ): Promise<Result<unknown>> {
    await ask('setPace', pace)
    await ask('setEngine', engine)
    await ask('setPauseRules', pauseRules)
    if (!checkpoint) return fresh(ask, state?.config ?? null)
    const restored = await ask('restoreCheckpoint', {
      present: checkpoint.present,
      initial: checkpoint.initial,
      ...(keyframes && { keyframes }),
    })
    if (restored.ok) return state?.phase === 'training' ? ask('startRun', state.id) : restored
    // A run from the seed is better than none; the person is told that it is not the old one.
    await fresh(ask, state?.config ?? null)
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
