import type { RunPhase } from '@contract/run/run'
import type { MenuCommand } from '@contract/wire/page-wire'
import type { MenuItemConstructorOptions } from 'electron'

/** What the menu depends on. */
export type MenuState = {
  readonly platform: string
  readonly packaged: boolean
  readonly trainerReady: boolean
  /** Null while there is no run. */
  readonly phase: RunPhase | null
  readonly recentNames: readonly string[]
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

/** The whole menu for a state. The same items are always there; what cannot be done is disabled. */
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

function fileItems({ platform, trainerReady, phase, recentNames }: MenuState, actions: MenuActions): Item[] {
  const { choose } = actions
  const recent: Item[] = recentNames.map((name, index) => ({
    // A single & would mark the next letter as an access key.
    label: name.replaceAll('&', '&&'),
    enabled: trainerReady,
    click: () => choose({ name: 'load-recent-weights', index }),
  }))
  const clear: Item = { label: 'Clear Recent', enabled: recent.length > 0, click: actions.clearRecent }
  return [
    command('&Load Weights…', 'load-weights', choose, trainerReady, 'CmdOrCtrl+O'),
    { label: 'Open &Recent', id: 'recent', submenu: [...recent, SEPARATOR, clear] },
    command('&Save Weights…', 'save-weights', choose, trainerReady && phase !== null, 'CmdOrCtrl+S'),
    command('&Export…', 'export', choose, trainerReady && phase !== null, 'CmdOrCtrl+E'),
    SEPARATOR,
    platform === 'darwin' ? { role: 'close' } : { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
  ]
}

function runItems({ trainerReady, phase }: MenuState, { choose }: MenuActions): Item[] {
  const hasRun = trainerReady && phase !== null
  const canGoOn = hasRun && phase !== 'diverged'
  // Not Space: it presses the button that has the focus.
  return [
    command(startLabel(phase), 'start-or-pause', choose, canGoOn, 'CmdOrCtrl+Enter'),
    command('One &Update', 'step', choose, canGoOn && phase !== 'training', 'CmdOrCtrl+.'),
    SEPARATOR,
    command('&Reset', 'reset', choose, hasRun, 'CmdOrCtrl+R'),
    command('&New Seed', 'new-seed', choose, trainerReady, 'CmdOrCtrl+Shift+R'),
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

function viewItems({ packaged }: MenuState, { choose }: MenuActions): Item[] {
  const tools: Item[] = packaged ? [] : [SEPARATOR, { role: 'toggleDevTools' }]
  return [
    command('Show or Hide &Input', 'toggle-input', choose, true, 'CmdOrCtrl+I'),
    command('&Logarithmic Loss On or Off', 'toggle-log-loss', choose, true, 'CmdOrCtrl+L'),
    command('&Follow Newest', 'follow-newest', choose, true, 'CmdOrCtrl+Shift+F'),
    command('Show &All', 'show-all', choose, true, 'CmdOrCtrl+Shift+A'),
    SEPARATOR,
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    SEPARATOR,
    { role: 'togglefullscreen' },
    ...tools,
  ]
}

function helpItems({ platform }: MenuState, { choose, openLogs, showAbout }: MenuActions): Item[] {
  const about: Item[] = platform === 'darwin' ? [] : [SEPARATOR, { label: '&About Unroll', click: showAbout }]
  const tour: Item = { id: 'show-tour', label: 'Show the &Tour', click: () => choose({ name: 'show-tour' }) }
  return [tour, { label: 'Open &Logs Folder', click: openLogs }, ...about]
}

type PlainCommand = Exclude<MenuCommand['name'], 'load-recent-weights'>

/** An item that asks the page to do something. Its id is the command's name. */
function command(
  label: string,
  name: PlainCommand,
  choose: MenuActions['choose'],
  enabled: boolean,
  accelerator: string,
): Item {
  return { id: name, label, enabled, accelerator, click: () => choose({ name }) }
}
