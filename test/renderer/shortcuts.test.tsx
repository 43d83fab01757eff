// @vitest-environment happy-dom
import { inEnglish, sayIn } from '@contract/language/say'
import { keysInWords, MENU_KEYS } from '@contract/wire/shortcuts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isModalOpen } from '../../renderer/commands/modal'
import { reportView } from '../../renderer/events/view-report'
import { shortcutGroups } from '../../renderer/panels/shortcuts/shortcut-groups'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

const asked = (name: string) => page.fake.asked.filter((one) => one.name === name)
const menu = (name: 'show-shortcuts' | 'reset' | 'export' | 'toggle-input') =>
  page.settle(() => page.fake.emit('menuChosen', { name }))

describe('the list of keyboard shortcuts', () => {
  it('opens from the menu at its beginning, names every key of it and closes', async () => {
    page = await openPage()
    const show = HTMLDialogElement.prototype.showModal
    // A browser gives the focus to its only button, at its end, and scrolls there.
    vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
      show.call(this)
      this.scrollTop = 200
    })
    await menu('show-shortcuts')
    expect(page.get('shortcuts-dialog').scrollTop).toBe(0)
    const text = page.text('shortcuts-dialog')
    for (const keys of Object.values(MENU_KEYS)) expect(text).toContain(keysInWords(keys, 'linux'))
    expect(page.get('shortcuts-dialog').hasAttribute('open')).toBe(true)
    // Its button, at the end, would scroll a low window down.
    expect(document.activeElement).toBe(page.get('shortcuts-dialog'))
    await page.click('shortcuts-close')
    expect(page.find('shortcuts-dialog')).toBeNull()
  })

  it('says keys as they stand on the keyboard', async () => {
    page = await openPage()
    expect(keysInWords('CmdOrCtrl+Shift+R', 'win32')).toBe('Ctrl + Shift + R')
    // In the order of the menus of macOS, whose own signs these are.
    expect(keysInWords('CmdOrCtrl+Shift+R', 'darwin')).toBe('⇧ ⌘ R')
    expect(keysInWords('CmdOrCtrl+Enter', 'darwin')).toBe('⌘ ↩')
    expect(keysInWords('PageUp', 'win32')).toBe('Page Up')
  })

  it.each(['en', 'zh'] as const)('has only keys that a Mac has, in the whole list (%s)', (language) => {
    const onMac = shortcutGroups('darwin').flatMap(({ shortcuts }) =>
      shortcuts.map(({ keys }) => (typeof keys === 'string' ? keys : sayIn(language)(keys))),
    )
    expect(onMac).toContain('⌃ ⌘ F')
    expect(onMac).toContain('Fn ↑, Fn ↓')
    for (const keys of onMac) expect(keys).not.toMatch(/Ctrl|Shift|Enter|Esc|Page|Home|End|F11/)
    const elsewhere = shortcutGroups('win32').flatMap(({ shortcuts }) =>
      shortcuts.map(({ keys }) => (typeof keys === 'string' ? keys : sayIn(language)(keys))),
    )
    expect(elsewhere).toHaveLength(onMac.length)
    for (const keys of elsewhere) expect(keys).not.toMatch(/[⌘⇧⌃↩]|Fn|CmdOrCtrl/)
  })

  it('has one meaning for a key wherever it is heard: in the window, and in a chart or a rail that has the focus', () => {
    const groups = shortcutGroups('linux')
    const ofCharts = groups.filter(({ title }) =>
      ['shortcuts.predictionChart', 'shortcuts.lossChart', 'shortcuts.rail'].includes(title.id),
    )
    expect(ofCharts).toHaveLength(3)
    const everywhere = groups.filter((group) => !ofCharts.includes(group))
    for (const chart of ofCharts) {
      const heard = [...everywhere, chart].flatMap(({ shortcuts }) =>
        shortcuts.map(({ keys }) => (typeof keys === 'string' ? keys : inEnglish(keys))),
      )
      expect(new Set(heard).size).toBe(heard.length)
    }
  })
})

describe('a dialog in the page', () => {
  it('keeps out whatever the menu was asked for before it heard', async () => {
    page = await openPage()
    await menu('show-shortcuts')
    expect(isModalOpen()).toBe(true)
    for (const name of ['reset', 'export', 'toggle-input'] as const) await menu(name)
    expect(asked('resetRun')).toEqual([])
    expect(page.find('export-dialog')).toBeNull()
    expect(page.world.store.getState().showInput).toBe(false)
  })

  it.each([
    ['show-shortcuts', 'shortcuts-dialog'],
    ['export', 'export-dialog'],
  ] as const)('%s stays open when it is told late that it was closed before', async (name, id) => {
    page = await openPage()
    await menu(name)
    await page.settle(() => page.get(id).dispatchEvent(new Event('close')))
    expect(page.find(id)).not.toBeNull()
    await page.settle(() => {
      page.get(id).removeAttribute('open')
      page.get(id).dispatchEvent(new Event('close'))
    })
    expect(page.find(id)).toBeNull()
  })

  it('is told to main as it opens and closes, with what is shown', async () => {
    page = await openPage()
    const { api } = page.fake
    const end = reportView(api, page.world.store)
    const views = () => asked('tellView').map(({ args }) => args[0])
    const free = { modal: false, showInput: false, logLoss: false }
    expect(views()).toEqual([free])
    await menu('toggle-input')
    await menu('show-shortcuts')
    await expect.poll(() => views().at(-1)).toEqual({ ...free, showInput: true, modal: true })
    await page.click('shortcuts-close')
    await expect.poll(() => views().at(-1)).toEqual({ ...free, showInput: true })
    end()
  })
})
