import type { Text } from '@contract/language/text'
import { PRESETS, type PresetId, presetOf } from '@contract/settings/presets'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { NumberName } from '@contract/settings/setting'
import {
  differences,
  LIVE_SETTINGS,
  pickSettings,
  SETTINGS,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import type { UnrollApi } from '@contract/wire/unroll-api'
import type { AppStore } from '../store/app-store'
import { currentEntry, lookedAt } from '../store/selectors/preset-selectors'
import { configInForce, networkAppliesAtOnce, networkWaits } from '../store/selectors/selectors'
import { draftOf, type PickedSetting, type Picks, readDraft } from '../store/state/settings-draft'
import { type AskOrNotify, answerTo, createOfShownRun } from './ask'
import type { ComingRun } from './opening/coming-run'

/** What can be asked for about settings and the network they make. */
export type SettingsCommands = {
  /** Takes down what is typed or slid, and sends it when it is valid and the hand rests for a moment. */
  readonly editSetting: (name: NumberName, text: string) => void
  /** Takes down what is chosen or switched, and sends it at once. */
  readonly pickSetting: <Name extends PickedSetting>(name: Name, value: Settings[Name]) => Promise<void>
  /** Takes down several that are one choice to a person, and sends them as one change. */
  readonly pickTogether: (picks: Picks) => Promise<void>
  /** The state that is carried into the next update is wiped, once; or is not to be after all. */
  readonly wipeState: (wiped: boolean) => Promise<void>
  /** Sends what still waits for the hand to rest. */
  readonly sendPending: () => Promise<void>
  /** A new run with the settings of what the list of presets shows. */
  readonly applyPreset: () => Promise<void>
  /** A new run with these settings, whatever was in the fields. Where there is none all is as it was, and it says why. */
  readonly applySettings: (config: RunConfig) => Promise<Text | null>
  /** Takes back what was changed of the present preset; what makes another network waits for Reset. */
  readonly backToPreset: () => Promise<void>
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

/** @param come waits for the run that was asked for last, if it is on its way */
export function createSettingsCommands(
  api: UnrollApi,
  store: AppStore,
  ask: AskOrNotify,
  come: ComingRun['come'],
): SettingsCommands {
  const ofShownRun = createOfShownRun(store)
  let timer: ReturnType<typeof setTimeout> | null = null
  let sent: Promise<void> = Promise.resolve()

  function wanted(): RunConfig {
    const state = store.getState()
    return readDraft(state.draft, configInForce(state)).config
  }

  function rest() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  /** One after the other: what is in force, against which a change is told, is known once the last one has come. */
  function send(): Promise<void> {
    rest()
    sent = sent.then(sendNow, sendNow)
    return sent
  }

  async function sendNow() {
    // Whether or not it comes: what is set is for the run that is shown then, and how that one stands decides what can be sent.
    await come()
    const state = store.getState()
    if (state.trainer.kind !== 'ready' || state.run === null) return
    const config = wanted()
    if (networkWaits(state) && networkAppliesAtOnce(state)) {
      await ask(api.request.createRun(config))
      return
    }
    const inForce = configInForce(state)
    if (!differences(config, inForce).some((name) => SETTINGS[name].effect === 'live')) return
    const settings = pickSettings(settingsOf(config), LIVE_SETTINGS)
    const done = await ask(api.request.changeSettings(state.run.id, settings))
    // A switch or a choice has no text to correct: it goes back to what is in force.
    if (!done) revertPicks()
  }

  function revertPicks() {
    const { draft, revertSettings } = store.getState()
    revertSettings(LIVE_SETTINGS.filter((name) => Object.hasOwn(draft.picks, name)))
  }

  /** @param program which of the lesson's they are of; null where they do not tell */
  async function apply(config: RunConfig, program: PresetId | null): Promise<Text | null> {
    const before = store.getState()
    before.lookAtEntry(null)
    before.putDraft(draftOf(config, configInForce(before)))
    before.namePreset(program)
    rest()
    // Without a trainer it waits in the draft, as everything does that is set meanwhile.
    if (before.trainer.kind !== 'ready') return null
    // What comes into force leaves the draft by itself.
    const made = await answerTo(api.request.createRun(config))
    if ('value' in made) return null
    store.getState().putDraft(before.draft)
    store.getState().namePreset(before.presetId)
    return made.problem
  }

  async function makeRun(config: RunConfig): Promise<boolean> {
    rest()
    return (await ask(api.request.createRun(config))) !== null
  }

  return {
    editSetting: (name, text) => {
      store.getState().editSetting(name, text)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void send(), REST_MILLISECONDS)
    },
    pickSetting: async (name, value) => {
      store.getState().pickSetting(name, value)
      await send()
    },
    pickTogether: async (picks) => {
      for (const name of Object.keys(picks) as (keyof Picks)[])
        store.getState().pickSetting(name, picks[name] as never)
      await send()
    },
    wipeState: async (wiped) => {
      const { run } = store.getState()
      if (run) await ask(api.request.wipeState(run.id, wiped))
    },
    sendPending: async () => {
      if (timer !== null) await send()
    },
    applyPreset: async () => {
      const { lookedAtEntry, notify, lookAtEntry } = store.getState()
      const entry = lookedAt(store.getState())
      if (!entry) return
      // The programs of the lesson learn the same curve: which one it is must be kept. Of a series, its source tells.
      const program = PRESETS.find(({ id }) => id === entry.id)
      const problem = await apply(entry.config, program ? program.id : store.getState().presetId)
      if (problem === null) return
      notify('error', problem)
      lookAtEntry(lookedAtEntry)
    },
    applySettings: (config) => apply(config, presetOf(config)?.id ?? null),
    backToPreset: async () => {
      const state = store.getState()
      state.putDraft(draftOf(currentEntry(state).config, configInForce(state)))
      await send()
    },
    reset: async () => {
      if (networkWaits(store.getState())) await makeRun(wanted())
      else await ask(ofShownRun(api.request.resetRun))
    },
    newSeed: async () => {
      const config = withSettings(wanted(), { seed: drawSeed() })
      store.getState().revertSettings(['seed'])
      await makeRun(config)
    },
    whenReady: async () => {
      if (store.getState().run === null) await makeRun(wanted())
      else await send()
    },
  }
}
