import { CHOOSABLE_LANGUAGES, LANGUAGES, type Language } from '@contract/language/languages'
import type { MenuCommand } from '@contract/wire/page-wire'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import type { MenuState } from '../../../main/chrome/menu-items'
import { menuTemplate } from '../../../main/chrome/menu-template'

type Item = MenuItemConstructorOptions
const READY: MenuState = {
  language: 'en',
  platform: 'linux',
  packaged: true,
  trainerReady: true,
  phase: 'ready',
  recent: [],
  view: { modal: false, showInput: false, logLoss: false },
  asking: false,
  hasRuns: true,
  autosave: true,
}

function build(state: Partial<MenuState> = {}) {
  const chosen: MenuCommand[] = []
  const spoken: string[] = []
  const autosaves: boolean[] = []
  const actions = {
    choose: (command: MenuCommand) => chosen.push(command),
    clearRecent: () => {},
    setAutosave: (on: boolean) => autosaves.push(on),
    speak: (language: string) => spoken.push(language),
    openLogs: () => {},
    showAbout: () => {},
  }
  const menus = menuTemplate({ ...READY, ...state }, actions)
  const items = menus.flatMap(flatten)
  const byId = (id: string): Item => {
    const found = items.find((item) => item.id === id)
    if (!found) throw new Error(`no item ${id}`)
    return found
  }
  return { menus, items, byId, chosen, spoken, autosaves }
}

function flatten(item: Item): Item[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

/** The letter after the & of a label. */
function accessKey({ label = '' }: Item): string[] {
  return (
    /&([^&])/
      .exec(label)
      ?.slice(1)
      .map((key) => key.toUpperCase()) ?? []
  )
}

/** As if a person chose it; the template's functions need nothing that Electron hands them. */
function press(item: Item | undefined) {
  if (!item?.click) throw new Error(`nothing to press at ${item?.label}`)
  ;(item.click as unknown as (item: Item) => void)(item)
}

function enabled(state: Partial<MenuState>) {
  const { byId } = build(state)
  const ids = ['load-weights', 'save-weights', 'export', 'start-or-pause', 'step', 'reset', 'new-seed']
  return ids.filter((id) => byId(id).enabled)
}

describe('the menu', () => {
  it('offers what the run allows', () => {
    const always = ['load-weights', 'save-weights', 'export']
    const all = [...always, 'start-or-pause', 'step', 'reset', 'new-seed']
    expect(enabled({ trainerReady: false, phase: 'paused' })).toEqual([])
    expect(enabled({ phase: null })).toEqual(['load-weights', 'new-seed'])
    for (const phase of ['ready', 'paused', 'finished'] as const) expect(enabled({ phase })).toEqual(all)
    expect(enabled({ phase: 'training' })).toEqual(all.filter((id) => id !== 'step'))
    expect(enabled({ phase: 'diverged' })).toEqual([...always, 'reset', 'new-seed'])
  })

  it('says what Start does now', () => {
    expect(build({ phase: 'training' }).byId('start-or-pause').label).toBe('&Pause')
    expect(build({ phase: 'paused' }).byId('start-or-pause').label).toBe('R&esume')
    expect(build({ phase: 'finished' }).byId('start-or-pause').label).toBe('&Train More')
    expect(build({ phase: null }).byId('start-or-pause').label).toBe('&Start')
  })

  it('always has the same items', () => {
    const ids = (state: Partial<MenuState>) => build(state).items.map(({ id, role }) => id ?? role)
    expect(ids({ phase: null, trainerReady: false })).toEqual(ids({ phase: 'training' }))
  })

  it('hands every choice to the page', () => {
    const { byId, chosen } = build()
    for (const id of ['start-or-pause', 'step', 'toggle-input', 'show-all']) press(byId(id))
    expect(chosen).toEqual([
      { name: 'start-or-pause' },
      { name: 'step' },
      { name: 'toggle-input' },
      { name: 'show-all' },
    ])
  })

  it('lists the recent files, each under what stands for it', () => {
    const files = [
      { id: 'x', name: 'a & b.safetensors', content: 'weights' },
      { id: 'y', name: 'c.safetensors', content: 'weights' },
      { id: 't', name: 'd & e.csv', content: 'table' },
      { id: 'p', name: 'f.unroll', content: 'project' },
      { id: 'z', name: 'srotesnefas\u202e.exe', content: 'weights' },
    ] as const
    const { byId, chosen } = build({ recent: files })
    const recent = byId('recent').submenu as Item[]
    expect(recent.map(({ label }) => label)).toEqual([
      'a && b.safetensors',
      'c.safetensors',
      'Table: d && e.csv',
      'f.unroll',
      // A mark that turns the direction is written out, as in a sentence.
      'srotesnefas\\u202e.exe',
      undefined,
      'Clear Recent',
    ])
    press(recent[1])
    press(recent[2])
    press(recent[3])
    expect(chosen).toEqual([
      { name: 'load-recent-weights', file: 'y' },
      { name: 'open-recent-table', file: 't' },
      { name: 'open-recent-project', file: 'p' },
    ])
  })

  it('does nothing that the page does while a dialog is open, in the page or over it', () => {
    const files = [
      { id: 'x', name: 'a.safetensors', content: 'weights' },
      { id: 'y', name: 'a.csv', content: 'table' },
    ] as const
    const free = build({ recent: files })
    const does = ({ click, id, label }: Item) =>
      click !== undefined && !/Logs|About|language/.test(`${id} ${label}`)
    expect(free.items.filter(does).every(({ enabled: on }) => on)).toBe(true)
    expect(free.items.filter(does).length).toBeGreaterThan(13)
    const modal = { view: { modal: true, showInput: false, logLoss: false } }
    for (const open of [modal, { asking: true }]) {
      const { items } = build({ recent: files, ...open })
      expect(items.filter(does).filter(({ enabled: on }) => on)).toEqual([])
    }
  })

  it('has ticks that follow what the page shows, not what was pressed', () => {
    const { byId, chosen } = build({ view: { modal: false, showInput: true, logLoss: false } })
    const input = byId('toggle-input')
    const loss = byId('toggle-log-loss')
    expect([input.type, input.label, input.checked]).toEqual(['checkbox', '&Input', true])
    expect([loss.type, loss.label, loss.checked]).toEqual(['checkbox', '&Logarithmic Loss Scale', false])
    // Electron turns the tick before it tells of the press.
    loss.checked = true
    press(loss)
    expect(loss.checked).toBe(false)
    expect(chosen).toEqual([{ name: 'toggle-log-loss' }])
  })

  it('says whether projects are saved by themselves, and asks for the other', () => {
    for (const autosave of [true, false]) {
      const { byId, autosaves } = build({ autosave })
      const item = byId('autosave')
      expect([item.type, item.checked]).toEqual(['checkbox', autosave])
      press(item)
      expect(autosaves).toEqual([!autosave])
    }
  })

  it('saves a project by the keys that people press for it, and weights by others', () => {
    const { byId } = build()
    const keys = (...ids: string[]) => ids.map((id) => byId(id).accelerator)
    expect(keys('open-project', 'save-project', 'save-project-as')).toEqual([
      'CmdOrCtrl+O',
      'CmdOrCtrl+S',
      'CmdOrCtrl+Shift+S',
    ])
    expect(keys('load-weights', 'save-weights')).toEqual(['CmdOrCtrl+Shift+L', 'CmdOrCtrl+Shift+E'])
    const without = build({ phase: null }).byId
    const able = ['open-project', 'save-project', 'save-project-as', 'project-notes'].map(
      (id) => without(id).enabled,
    )
    expect(able).toEqual([true, false, false, false])
  })

  it('zooms by the plus without Shift and by the number pad, and fills the screen by F11', () => {
    const keys = (platform: string, role: string) =>
      build({ platform })
        .items.filter((item) => item.role === role)
        .map(({ accelerator }) => accelerator)
    for (const platform of ['linux', 'win32', 'darwin']) {
      expect(keys(platform, 'zoomIn')).toEqual(['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+numadd'])
      expect(keys(platform, 'zoomOut')).toEqual(['CmdOrCtrl+-', 'CmdOrCtrl+numsub'])
      expect(keys(platform, 'resetZoom')).toEqual(['CmdOrCtrl+0', 'CmdOrCtrl+num0'])
    }
    expect(keys('linux', 'togglefullscreen')).toEqual(['F11'])
    expect(keys('darwin', 'togglefullscreen')).toEqual([undefined])
  })

  it('offers neither a reload nor tools in what is shipped', () => {
    const roles = (packaged: boolean) => build({ packaged }).items.map(({ role }) => role)
    expect(roles(true)).not.toContain('reload')
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(false)).toContain('toggleDevTools')
  })

  it('gives no key twice, and leaves Space and the text keys alone', () => {
    const keys = build({ packaged: false }).items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of ['Space', 'CmdOrCtrl+A', 'CmdOrCtrl+Right', 'CmdOrCtrl+Left'])
      expect(keys).not.toContain(key)
  })

  it('has the menus of its platform', () => {
    const tops = (platform: string) => build({ platform }).menus.map(({ label }) => label)
    expect(tops('linux')).toEqual(['&File', '&Edit', '&Run', '&View', '&Help'])
    expect(tops('darwin')).toEqual(['Unroll', '&File', '&Edit', '&Run', '&View', '&Window', '&Help'])
  })

  it('is in the language of the app, every item of it: Electron has English names alone', () => {
    const own = new Set(['Unroll', ...CHOOSABLE_LANGUAGES.map((name) => LANGUAGES[name].name)])
    for (const platform of ['linux', 'win32', 'darwin']) {
      const labels = (language: Language) =>
        build({ platform, language, packaged: false })
          .items.filter(({ type }) => type !== 'separator')
          .map(({ label }) => label)
      expect(labels('en')).not.toContain(undefined)
      for (const label of labels('zh')) if (!own.has(label ?? '')) expect(label).toMatch(/\p{Script=Han}/u)
    }
  })

  it('offers every language by its own name, and marks the present one', () => {
    const { byId, spoken } = build({ language: 'zh' })
    const languages = byId('language').submenu as Item[]
    expect(languages.map(({ label, checked, type }) => [label, checked, type])).toEqual([
      ['English', false, 'radio'],
      ['简体中文', true, 'radio'],
    ])
    press(languages[0])
    expect(spoken).toEqual(['en'])
  })

  it('has no access key twice in a menu, in any language', () => {
    for (const language of CHOOSABLE_LANGUAGES)
      for (const { label, submenu } of build({ language, packaged: false }).menus) {
        const keys = (submenu as Item[]).filter(({ visible }) => visible !== false).flatMap(accessKey)
        expect([label, keys]).toEqual([label, [...new Set(keys)]])
      }
  })
})
