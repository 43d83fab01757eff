// @vitest-environment happy-dom
import type { Language } from '@contract/language/languages'
import { LESSON } from '@contract/settings/lesson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CHINESE_TYPOGRAPHY } from '../language/typography'
import { openPage, type TestPage } from './helpers/page'

/** What stands in Chinese sentences as it is: names of programs, methods, keys and units, and what is code. */
const NAMES =
  /\w*[_.]\w[\w.]*|Unroll|TensorFlow|tfjs-node|PyTorch|Tutorial|Python|Keras|NumPy|ONNX|RNN|LSTM|GRU|Linear|Adam|SGD|RMSprop|safetensors|Mackey-Glass|Lorenz|NARMA|CO₂|sin|cos|tanh|relu|[kMG]B|Ctrl|Shift|Enter|Tab|Page (?:Up|Down)|Home|End|Esc(?:ape)?/g

/** What is looked through for words that are not Chinese. */
const PARTS =
  '.stage, .settings, .tour, .shortcuts, .files, .pace, .run-progress, .engine, .figure, .status-origin, .status-looking, .rail'

const ATTRIBUTES = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']

let page: TestPage

beforeEach(() => {
  // What is said of a picture follows it within a second.
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** What there is to be read or heard, what charts have written since this was asked last among it. */
function words(within = 'body'): string[] {
  const found = [...page.written()]
  for (const element of document.querySelectorAll(`:is(${within}), :is(${within}) *`)) {
    // Code, and what says what language it is in, is always the same; what was spoken last depends on when.
    if (element.closest('code, option[lang], [role="status"]')) continue
    for (const name of ATTRIBUTES) found.push(element.getAttribute(name) ?? '')
    for (const { nodeType, textContent } of element.childNodes)
      if (nodeType === Node.TEXT_NODE) found.push(textContent ?? '')
  }
  return found.map((text) => text.trim()).filter((text) => text !== '')
}

const state = () => page.world.store.getState()

/** The update that is looked at is asked for once it has rested, and told of. */
const madeAgain = () =>
  page.settle(() => vi.waitFor(() => expect(state().moment.kind).toBe('known'), { interval: 10 }))

/** The page with what can be on it at once, before anything is learned, while it is learned, and after. */
const PAGES = {
  'that waits for the trainer': async (language: Language) => {
    page = await openPage({ loaded: false, language })
  },
  'before the first update': async (language: Language) => {
    page = await openPage({ language })
    await page.settle(() => state().goToTourStep(0))
  },
  'of a series': async (language: Language) => {
    page = await openPage({ language })
    await page.applyPreset('mackey-glass')
    await page.click('group-data')
  },
  'of a series in training': async (language: Language) => {
    page = await openPage({ language })
    await page.applyPreset('mackey-glass')
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    await page.settle(() => state().mark(2))
    await madeAgain()
  },
  'in training': async (language: Language) => {
    page = await openPage({ language })
    await page.click('start-pause')
    await page.settle(() => {
      state().toggleGradientNorm()
      state().toggleReference()
      state().showShortcuts(true)
    })
    await page.settle(() => page.fake.train(20))
    await page.settle(() => state().mark(12))
    // PyTorch's run is loaded when it is asked for.
    await page.settle(() => vi.dynamicImportSettled())
    await page.settle(() => state().look({ kind: 'free', min: 0, max: 10 }))
    await madeAgain()
  },
  'of a run that broke, with what stands over the page': async (language: Language) => {
    page = await openPage({ language })
    await page.click('one-update')
    const keptAt = Date.now() - 7_200_000
    const network = 'RNN(1 → 32) → Linear(32 → 1)'
    const kept = {
      id: 'a',
      network,
      config: LESSON,
      updatesDone: 37,
      goal: 60,
      phase: 'paused',
      loss: 0.0123,
      keptAt,
      bytes: 80_000,
      name: null,
      branch: null,
    } as const
    await page.settle(() => {
      const diverged = { ...kept, id: 'b', phase: 'diverged', loss: null } as const
      const branch = { ...kept, id: 'c', branch: { runId: 'b', update: 3 } } as const
      page.fake.emit('runsChanged', { runs: [kept, diverged, branch], budget: 1e3 })
      page.fake.emit('runSetAside', kept)
      page.world.commands.openExport()
      state().showRuns(true)
      state().markForDeletion(['b'], true)
    })
    await page.settle(() => page.fake.die())
  },
} as const

/** Draws all charts, and takes what they have written until then for said. */
async function redraw() {
  page.frames.next()
  page.written()
  await page.settle(() => state().toggleInput())
  page.frames.next()
  await page.settle(() => vi.advanceTimersByTime(1000))
}

async function change(language: Language) {
  page.written()
  await page.settle(() => state().languageChanged(language))
  page.frames.next()
}

describe.each(Object.entries(PAGES))('a page %s', (_, open) => {
  it('sets its Chinese as books do, where one sentence follows another too', async () => {
    await open('zh')
    const paragraphs = [...document.querySelectorAll('p')].map((element) => element.textContent ?? '')
    for (const [, offence] of CHINESE_TYPOGRAPHY)
      expect(paragraphs.filter((words) => offence.test(words))).toEqual([])
  })

  it('changes every word at once, and says then what a page that was opened in that language says', async () => {
    await open('zh')
    await redraw()
    const opened = words()
    await page.close()

    await open('en')
    await redraw()
    const english = words()
    await change('zh')
    expect(words()).toEqual(opened)
    expect(document.documentElement.lang).toBe('zh-CN')
    await change('en')
    expect(words()).toEqual(english)
    expect(document.documentElement.lang).toBe('en-US')
  })

  it('has no Latin word but names in its parts in Chinese', async () => {
    await open('zh')
    const read = words(PARTS)
    expect(read).toEqual(expect.arrayContaining(['速度', '引擎', '损失']))
    const latin = read.filter((text) => /[A-Za-z]{2}/.test(text.replaceAll(NAMES, '')))
    expect([...new Set(latin)]).toEqual([])
  })
})
