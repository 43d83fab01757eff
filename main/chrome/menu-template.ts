import { CHOOSABLE_LANGUAGES, LANGUAGES } from '@contract/language/languages'
import { type Say, sayIn } from '@contract/language/say'
import type { RunPhase } from '@contract/run/run'
import { fileItems } from './file-menu'
import {
  commands,
  type Item,
  isFree,
  type Label,
  type MenuActions,
  type MenuState,
  SEPARATOR,
  ticked,
} from './menu-items'

/**
 * The whole menu for a state. The same items are always there; what cannot be done is disabled, as is everything that
 * the page does while a dialog is open over it. Every item has a label of its own: those that Electron would give to
 * roles are English.
 */
export function menuTemplate(state: MenuState, actions: MenuActions): Item[] {
  const mac = state.platform === 'darwin'
  const say = sayIn(state.language)
  return [
    ...(mac ? [{ label: 'Unroll', submenu: appItems(say) }] : []),
    { label: say('menu.file'), submenu: fileItems(state, actions) },
    { label: say('menu.edit'), submenu: editItems(say) },
    { label: say('menu.run'), submenu: runItems(state, actions) },
    { label: say('menu.view'), submenu: viewItems(state, actions) },
    ...(mac ? [{ role: 'window', label: say('menu.window'), submenu: windowItems(say) } satisfies Item] : []),
    { role: 'help', label: say('menu.help'), submenu: helpItems(state, actions) },
  ]
}

/** The first menu of macOS, which has the app's own name. */
function appItems(say: Say): Item[] {
  return [
    { role: 'about', label: say('menu.about') },
    SEPARATOR,
    { role: 'services', label: say('menu.services') },
    SEPARATOR,
    { role: 'hide', label: say('menu.hide') },
    { role: 'hideOthers', label: say('menu.hideOthers') },
    { role: 'unhide', label: say('menu.showOthers') },
    SEPARATOR,
    { role: 'quit', label: say('menu.quitUnroll') },
  ]
}

function editItems(say: Say): Item[] {
  return [
    { role: 'undo', label: say('menu.undo') },
    { role: 'redo', label: say('menu.redo') },
    SEPARATOR,
    { role: 'cut', label: say('menu.cut') },
    { role: 'copy', label: say('menu.copy') },
    { role: 'paste', label: say('menu.paste') },
    { role: 'delete', label: say('menu.delete') },
    SEPARATOR,
    { role: 'selectAll', label: say('menu.selectAll') },
  ]
}

function runItems(state: MenuState, actions: MenuActions): Item[] {
  const command = commands(state, actions)
  const { phase } = state
  const able = state.trainerReady && isFree(state)
  const hasRun = able && phase !== null
  const canGoOn = hasRun && phase !== 'diverged'
  // Not Space: it presses the button that has the focus.
  return [
    command(startLabel(phase), 'start-or-pause', canGoOn),
    command('menu.oneUpdate', 'step', canGoOn && phase !== 'training'),
    SEPARATOR,
    command('menu.reset', 'reset', hasRun),
    command('menu.newSeed', 'new-seed', able),
  ]
}

/** What the item does now, in the words of the page's own button. */
function startLabel(phase: RunPhase | null): Label {
  switch (phase) {
    case null:
    case 'ready':
      return 'menu.start'
    case 'training':
      return 'menu.pause'
    case 'finished':
      return 'menu.trainMore'
    case 'paused':
    case 'diverged':
      return 'menu.resume'
  }
}

function viewItems(state: MenuState, actions: MenuActions): Item[] {
  const command = commands(state, actions)
  const { packaged, platform, view } = state
  const say = sayIn(state.language)
  const able = isFree(state)
  const tools: Item[] = packaged
    ? []
    : [SEPARATOR, { role: 'toggleDevTools', label: say('menu.developerTools') }]
  const fullScreen: Item = { role: 'togglefullscreen', label: say('menu.fullScreen') }
  return [
    ticked(command('menu.input', 'toggle-input', able), view.showInput),
    ticked(command('menu.logLoss', 'toggle-log-loss', able), view.logLoss),
    command('menu.followNewest', 'follow-newest', able),
    command('menu.showAll', 'show-all', able),
    SEPARATOR,
    { role: 'resetZoom', label: say('menu.actualSize'), accelerator: 'CmdOrCtrl+0' },
    { role: 'zoomIn', label: say('menu.zoomIn'), accelerator: 'CmdOrCtrl+Plus' },
    { role: 'zoomOut', label: say('menu.zoomOut'), accelerator: 'CmdOrCtrl+-' },
    ...otherZoomKeys(say),
    SEPARATOR,
    { label: say('menu.language'), id: 'language', submenu: languageItems(state, actions) },
    SEPARATOR,
    platform === 'darwin' ? fullScreen : { ...fullScreen, accelerator: 'F11' },
    ...tools,
  ]
}

/** Every language by its own name: whoever does not read the present one finds theirs. */
function languageItems({ language }: MenuState, { speak }: MenuActions): Item[] {
  return CHOOSABLE_LANGUAGES.map((name) => ({
    id: `language-${name}`,
    type: 'radio',
    label: LANGUAGES[name].name,
    checked: name === language,
    click: () => speak(name),
  }))
}

/** The plus that shares its key with =, pressed without Shift, and the keys of the number pad. */
function otherZoomKeys(say: Say): Item[] {
  const keys = [
    ['zoomIn', 'menu.zoomIn', 'CmdOrCtrl+='],
    ['zoomIn', 'menu.zoomIn', 'CmdOrCtrl+numadd'],
    ['zoomOut', 'menu.zoomOut', 'CmdOrCtrl+numsub'],
    ['resetZoom', 'menu.actualSize', 'CmdOrCtrl+num0'],
  ] as const
  return keys.map(([role, label, accelerator]) => ({
    role,
    label: say(label),
    accelerator,
    visible: false,
    acceleratorWorksWhenHidden: true,
  }))
}

/** The menu that macOS has for windows. */
function windowItems(say: Say): Item[] {
  return [
    { role: 'minimize', label: say('menu.minimize') },
    { role: 'zoom', label: say('menu.zoomWindow') },
    SEPARATOR,
    { role: 'front', label: say('menu.bringToFront') },
  ]
}

function helpItems(state: MenuState, actions: MenuActions): Item[] {
  const { choose, openLogs, showAbout } = actions
  const say = sayIn(state.language)
  const about: Item[] =
    state.platform === 'darwin' ? [] : [SEPARATOR, { label: say('menu.about'), click: showAbout }]
  const tour: Item = {
    id: 'show-tour',
    label: say('menu.tour'),
    enabled: isFree(state),
    click: () => choose({ name: 'show-tour' }),
  }
  return [
    tour,
    commands(state, actions)('menu.shortcuts', 'show-shortcuts', isFree(state)),
    { label: say('menu.logs'), click: openLogs },
    ...about,
  ]
}
