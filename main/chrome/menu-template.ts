import type { RunPhase } from '@contract/run/run'
import type { MenuCommand, PageView } from '@contract/wire/page-wire'
import { type KeyedCommand, MENU_KEYS } from '@contract/wire/shortcuts'
import type { MenuItemConstructorOptions } from 'electron'

/** What the menu depends on. */
export type MenuState = {
  readonly platform: string
  readonly packaged: boolean
  readonly trainerReady: boolean
  /** Null while there is no run. */
  readonly phase: RunPhase | null
  readonly recent: readonly { readonly id: string; readonly name: string }[]
  /** What is shown, and whether a dialog is open in the page. */
  readonly view: PageView
  /** Whether a dialog for a file is open. */
  readonly asking: boolean
  /** Whether there are runs that can be opened again. */
  readonly earlierRuns: boolean
}

/** What the menu's items do. */
export type MenuActions = {
  /** Choices that the page carries out. */
  readonly choose: (command: MenuCommand) => void
  readonly clearRecent: () => void
  readonly openLogs: () => void
  readonly showAbout: () => void
}

type Item = MenuItemConstructorOptions
const SEPARATOR: Item = { type: 'separator' }

/**
 * The whole menu for a state. The same items are always there; what cannot be done is disabled, as is everything that
 * the page does while a dialog is open over it.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const mac = state.platform === 'darwin'
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: '&File', submenu: fileItems(state, actions) },
    { role: 'editMenu' },
    { label: '&Run', submenu: runItems(state, actions) },
    { label: '&View', submenu: viewItems(state, actions) },
    ...(mac ? [{ role: 'windowMenu' } satisfies Item] : []),
    { role: 'help', label: '&Help', submenu: helpItems(state, actions) },
  ]
}

function fileItems(state: MenuState, actions: MenuActions): Item[] {
  const { choose } = actions
  const { platform, phase } = state
  const able = state.trainerReady && isFree(state)
  const recent: Item[] = state.recent.map(({ id, name }) => ({
    // A single & would mark the next letter as an access key.
    label: name.replaceAll('&', '&&'),
    enabled: able,
    click: () => choose({ name: 'load-recent-weights', file: id }),
  }))
  const clear: Item = {
    label: 'Clear Recent',
    enabled: recent.length > 0 && isFree(state),
    click: actions.clearRecent,
  }
  return [
    command('&Load Weights…', 'load-weights', choose, able),
    { label: 'Open &Recent', id: 'recent', submenu: [...recent, SEPARATOR, clear] },
    command('Earlier R&uns…', 'earlier-runs', choose, state.earlierRuns && isFree(state)),
    command('&Save Weights…', 'save-weights', choose, able && phase !== null),
    command('&Export…', 'export', choose, able && phase !== null),
    SEPARATOR,
    platform === 'darwin' ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
  ]
}

function runItems(state: MenuState, { choose }: MenuActions): Item[] {
  const { phase } = state
  const able = state.trainerReady && isFree(state)
  const hasRun = able && phase !== null
  const canGoOn = hasRun && phase !== 'diverged'
  // Not Space: it presses the button that has the focus.
  return [
    command(startLabel(phase), 'start-or-pause', choose, canGoOn),
    command('One &Update', 'step', choose, canGoOn && phase !== 'training'),
    SEPARATOR,
    command('&Reset', 'reset', choose, hasRun),
    command('&New Seed', 'new-seed', choose, able),
  ]
}

/** What the item does now, in the words of the page's own button. */
function startLabel(phase: RunPhase | null): string {
  switch (phase) {
    case null:
    case 'ready':
      return '&Start'
    case 'training':
      return '&Pause'
    case 'finished':
      return '&Train More'
    case 'paused':
    case 'diverged':
      return '&Go On'
  }
}

function viewItems(state: MenuState, { choose }: MenuActions): Item[] {
  const { packaged, platform, view } = state
  const able = isFree(state)
  const tools: Item[] = packaged ? [] : [SEPARATOR, { role: 'toggleDevTools' }]
  const fullScreen: Item = { role: 'togglefullscreen' }
  return [
    tick('&Input', 'toggle-input', choose, able, view.showInput),
    tick('&Logarithmic loss', 'toggle-log-loss', choose, able, view.logLoss),
    command('&Follow Newest', 'follow-newest', choose, able),
    command('Show &All', 'show-all', choose, able),
    SEPARATOR,
    { role: 'resetZoom', accelerator: 'CmdOrCtrl+0' },
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
    { role: 'zoomOut', accelerator: 'CmdOrCtrl+-' },
    ...otherZoomKeys(),
    SEPARATOR,
    platform === 'darwin' ? fullScreen : { ...fullScreen, accelerator: 'F11' },
    ...tools,
  ]
}

/** The plus that shares its key with =, pressed without Shift, and the keys of the number pad. */
function otherZoomKeys(): Item[] {
  const keys = [
    ['zoomIn', 'CmdOrCtrl+='],
    ['zoomIn', 'CmdOrCtrl+numadd'],
    ['zoomOut', 'CmdOrCtrl+numsub'],
    ['resetZoom', 'CmdOrCtrl+num0'],
  ] as const
  return keys.map(([role, accelerator]) => ({
    role,
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
  }))
}

function helpItems(state: MenuState, { choose, openLogs, showAbout }: MenuActions): Item[] {
  const about: Item[] =
    state.platform === 'darwin' ? [] : [SEPARATOR, { label: '&About Unroll', click: showAbout }]
  const tour: Item = {
    id: 'show-tour',
    label: 'Show the &Tour',
    enabled: isFree(state),
    click: () => choose({ name: 'show-tour' }),
  }
  return [
    tour,
    command('&Keyboard Shortcuts', 'show-shortcuts', choose, isFree(state)),
    { label: 'Open &Logs Folder', click: openLogs },
    ...about,
  ]
}

/** Whether no dialog is open, in the page or over it. */
function isFree({ view, asking }: MenuState): boolean {
  return !view.modal && !asking
}

/** An item that asks the page to do something. Its id is the command's name. */
function command(label: string, name: KeyedCommand, choose: MenuActions['choose'], enabled: boolean): Item {
  return { id: name, label, enabled, accelerator: MENU_KEYS[name], click: () => choose({ name }) }
}

/** An item with a tick for what is on. */
function tick(
  label: string,
  name: KeyedCommand,
  choose: MenuActions['choose'],
  enabled: boolean,
  checked: boolean,
): Item {
  return {
    ...command(label, name, choose, enabled),
    type: 'checkbox',
    checked,
    click: (item) => {
      // Electron turns the tick by itself; it follows the page, which tells what it shows when it does.
      item.checked = checked
      choose({ name })
    },
  }
}
