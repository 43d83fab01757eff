import type { Language } from '@contract/language/languages'
import { LESSON } from '@contract/settings/lesson'
import { LIVE_SETTINGS, pickSettings, settingsOf } from '@contract/settings/settings'
import { act, Profiler } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../../renderer/App'
import { type AppWorld, AppWorldContext } from '../../../renderer/app-world'
import { createScheduler } from '../../../renderer/charts/canvas/scheduler'
import { watchTheme } from '../../../renderer/charts/canvas/theme'
import { createLooking } from '../../../renderer/charts/view/looking'
import { createCommands } from '../../../renderer/commands/commands'
import { connectEvents } from '../../../renderer/events/events'
import { createAppStore } from '../../../renderer/store/app-store'
import { createHistory } from '../../../renderer/store/curves/history'
import { createFakeApi, type FakeApi } from './fake-api'
import { fakeCanvases } from './fake-canvas'
import { createFakeFrames, type FakeFrames } from './fake-frames'

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean
}

/** The lesson's live settings, as the page sends them: all of them, whichever was changed. */
export const LIVE = pickSettings(settingsOf(LESSON), LIVE_SETTINGS)

/** The whole page over a fake wire, with frames that come when the test says so. */
export type TestPage = {
  readonly fake: FakeApi
  readonly frames: FakeFrames
  readonly world: AppWorld
  readonly get: (testId: string) => HTMLElement
  readonly find: (testId: string) => HTMLElement | null
  readonly text: (testId: string) => string
  readonly click: (testId: string) => Promise<void>
  /** Writes into a field as a person would, and leaves it. */
  readonly type: (testId: string, text: string) => Promise<void>
  /** Chooses from a select as a person would. */
  readonly choose: (testId: string, value: string) => Promise<void>
  /** Picks a preset in the list and applies it. */
  readonly applyPreset: (id: string) => Promise<void>
  /** Does something, and lets React take in what came of it. */
  readonly settle: (something?: () => void) => Promise<void>
  /** How often React has rendered anything since the page was opened. */
  readonly renders: () => number
  readonly clears: () => number
  /** What charts have written into their canvases since this was asked last. */
  readonly written: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Makes store and commands over a fake wire, connected, without a page. */
export async function connect(fake: FakeApi) {
  const history = createHistory()
  const ghost = createHistory()
  const store = createAppStore(history, fake.api.language)
  const commands = createCommands(fake.api, store, history)
  const end = await connectEvents(fake.api, store, commands, { history, ghost })
  return { history, ghost, store, commands, end }
}

/** Opens the page. */
export async function openPage(
  options: { loaded?: boolean; language?: Language; apart?: number } = {},
): Promise<TestPage> {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const counts = fakeCanvases()
  const fake = createFakeApi(options)
  const frames = createFakeFrames(options.apart)
  const { history, ghost, store, commands } = await connect(fake)
  const world: AppWorld = {
    store,
    history,
    ghost,
    commands,
    scheduler: createScheduler(frames),
    theme: watchTheme(),
    platform: 'linux',
    looking: createLooking(),
  }
  let renders = 0
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  const settle = async (something?: () => void) => {
    await act(async () => something?.())
    frames.next()
  }
  await settle(() =>
    root.render(
      <Profiler id="page" onRender={() => renders++}>
        <AppWorldContext value={world}>
          <App />
        </AppWorldContext>
      </Profiler>,
    ),
  )
  const find = (testId: string) => place.querySelector<HTMLElement>(`[data-testid="${testId}"]`)
  const get = (testId: string) => {
    const element = find(testId)
    if (!element) throw new Error(`there is no ${testId} on the page`)
    return element
  }
  const choose: TestPage['choose'] = (testId, value) =>
    settle(() => {
      const select = get(testId) as HTMLSelectElement
      select.value = value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
  return {
    fake,
    frames,
    world,
    get,
    find,
    text: (testId) => get(testId).textContent ?? '',
    click: (testId) => settle(() => get(testId).click()),
    type: async (testId, text) => {
      const field = get(testId) as HTMLInputElement
      await settle(() => {
        field.focus()
        // React listens to what the prototype's setter does not tell it: this is how a key reaches it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await settle(() => field.blur())
    },
    choose,
    applyPreset: async (id) => {
      await choose('preset', id)
      // The present one has nothing to apply.
      await settle(() => find('preset-apply')?.click())
    },
    settle,
    renders: () => renders,
    clears: () => counts.clears,
    written: () => counts.written.splice(0),
    close: async () => {
      await act(async () => root.unmount())
      place.remove()
    },
  }
}
