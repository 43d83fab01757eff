import type { MenuCommand } from '@contract/wire/page-wire'
import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type MenuState, menuTemplate } from '../../../main/chrome/menu-template'

type Item = MenuItemConstructorOptions
const READY: MenuState = {
  platform: 'linux',
  packaged: true,
  trainerReady: true,
  phase: 'ready',
  recentNames: [],
}

function build(state: Partial<MenuState> = {}) {
  const chosen: MenuCommand[] = []
  const actions = {
    choose: (command: MenuCommand) => chosen.push(command),
    clearRecent: () => {},
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
  return { menus, items, byId, chosen }
}

function flatten(item: Item): Item[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

/** As if a person chose it; the template's functions need nothing that Electron hands them. */
function press(item: Item | undefined) {
  if (!item?.click) throw new Error(`nothing to press at ${item?.label}`)
  ;(item.click as () => void)()
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
    expect(build({ phase: 'paused' }).byId('start-or-pause').label).toBe('&Go On')
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

  it('lists the recent files by their places', () => {
    const { byId, chosen } = build({ recentNames: ['a & b.safetensors', 'c.safetensors'] })
    const recent = byId('recent').submenu as Item[]
    expect(recent.map(({ label }) => label)).toEqual([
      'a && b.safetensors',
      'c.safetensors',
      undefined,
      'Clear Recent',
    ])
    press(recent[1])
    expect(chosen).toEqual([{ name: 'load-recent-weights', index: 1 }])
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
    const tops = (platform: string) => build({ platform }).menus.map(({ label, role }) => label ?? role)
    expect(tops('linux')).toEqual(['&File', 'editMenu', '&Run', '&View', '&Help'])
    expect(tops('darwin')).toEqual(['appMenu', '&File', 'editMenu', '&Run', '&View', 'windowMenu', '&Help'])
  })
})
