import type { LiveSettings, NumericSetting, RunConfig } from '@contract/settings'
import type { UnrollApi } from '@contract/unroll-api'
import type { Ask } from './ask'
import type { AppStore } from './store/app-store'
import { configInForce, networkAppliesAtOnce, networkWaits } from './store/selectors'
import { LIVE_NUMBERS, readDraft } from './store/settings-draft'

/** What can be asked for about settings and the network they make. */
export type SettingsCommands = {
  /** Takes down what is typed or slid, and sends it when it is valid and the hand rests for a moment. */
  readonly editSetting: (name: NumericSetting, text: string) => void
  readonly editCarryState: (carry: boolean) => Promise<void>
  /** Sends what still waits for the hand to rest. */
  readonly sendPending: () => Promise<void>
  readonly backToLesson: () => Promise<void>
  /** The same initial weights again, or the network that waits for Reset. */
  readonly reset: () => Promise<void>
  /** A new network from a seed drawn at random. */
  readonly newSeed: () => Promise<void>
  /** A trainer is ready: sends what was set while there was none, and makes a network if there is no run. */
  readonly whenReady: () => Promise<void>
}

/** Long enough for the next key or the slider's next move, too short to be noticed. */
const REST_MILLISECONDS = 150

/** Seeds are read aloud and written on boards: six digits are enough to never draw the same twice in a lesson. */
const SEEDS_DRAWN_BELOW = 1_000_000

function drawSeed(): number {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return number % SEEDS_DRAWN_BELOW
}

function live({ learningRate, updates, points, carryState }: RunConfig): LiveSettings {
  return { learningRate, updates, points, carryState }
}

/** Makes the settings' commands. */
export function createSettingsCommands(api: UnrollApi, store: AppStore, ask: Ask): SettingsCommands {
  let timer: ReturnType<typeof setTimeout> | null = null

  function wanted(): RunConfig {
    const state = store.getState()
    return readDraft(state.draft, configInForce(state)).config
  }

  async function send() {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const state = store.getState()
    if (state.trainer.kind !== 'ready' || state.run === null) return
    const config = wanted()
    if (networkWaits(state) && networkAppliesAtOnce(state)) {
      await ask(api.request.createRun(config))
      return
    }
    const inForce = configInForce(state)
    const changed = LIVE_NUMBERS.some((name) => config[name] !== inForce[name])
    if (!changed && config.carryState === inForce.carryState) return
    const done = await ask(api.request.changeSettings(live(config)))
    // A switch has no text to correct: it goes back to what is in force.
    if (!done) store.getState().revertCarryState()
  }

  async function makeRun(config: RunConfig) {
    if (timer !== null) clearTimeout(timer)
    timer = null
    await ask(api.request.createRun(config))
  }

  return {
    editSetting: (name, text) => {
      store.getState().editSetting(name, text)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void send(), REST_MILLISECONDS)
    },
    editCarryState: async (carry) => {
      store.getState().editCarryState(carry)
      await send()
    },
    sendPending: async () => {
      if (timer !== null) await send()
    },
    backToLesson: async () => {
      store.getState().draftLesson()
      await send()
    },
    reset: async () => {
      if (networkWaits(store.getState())) return makeRun(wanted())
      await ask(api.request.resetRun())
    },
    newSeed: async () => {
      const config = { ...wanted(), seed: drawSeed() }
      store.getState().revertSetting('seed')
      await makeRun(config)
    },
    whenReady: async () => {
      if (store.getState().run === null) await makeRun(wanted())
      else await send()
    },
  }
}
