import { type KeyedCommand, keysInWords, MENU_KEYS } from '@contract/wire/shortcuts'

/** What keys do, in the words of the buttons. */
export type Shortcut = { readonly does: string; readonly keys: string }
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

/** Every command that has keys: a command of the menu that is not told of here does not compile. */
const COMMANDS: { readonly [Name in KeyedCommand]: string } = {
  'start-or-pause': 'Start, Pause or go on',
  step: 'One update',
  reset: 'Reset',
  'new-seed': 'New seed',
  'load-weights': 'Load weights',
  'earlier-runs': 'Earlier runs',
  'save-weights': 'Save weights',
  export: 'Export',
  'toggle-input': 'Show or hide the input',
  'toggle-log-loss': 'Logarithmic loss on or off',
  'follow-newest': 'Follow the newest updates',
  'show-all': 'Show all updates',
  'show-shortcuts': 'This list',
}

/** The keys that a focused prediction chart hears (charts/view/navigation.ts, charts/view/crosshair-keys.ts). */
const PREDICTION: readonly Shortcut[] = [
  { does: 'Read one time step after the other', keys: '← →' },
  { does: 'Go from window to window', keys: 'Page Up, Page Down' },
  { does: 'To the first, to the newest', keys: 'Home, End' },
  { does: 'Mark the update', keys: 'Enter' },
  { does: 'Scroll', keys: 'Shift with ← →' },
  { does: 'Zoom in and out', keys: '+ −' },
  { does: 'Follow the newest', keys: 'F' },
  { does: 'Show all', keys: '0' },
]

/** The keys that a focused loss chart hears (charts/view/crosshair-keys.ts). */
const LOSS: readonly Shortcut[] = [
  { does: 'Read one update after the other', keys: '← →' },
  { does: 'Ten updates on', keys: 'Page Up, Page Down' },
  { does: 'To the first, to the newest', keys: 'Home, End' },
  { does: 'Mark the update and show its window', keys: 'Enter' },
]

/** All keys by what they are for, as they stand on the keyboard of a system. */
export function shortcutGroups(platform: string): readonly ShortcutGroup[] {
  const of = (...names: readonly KeyedCommand[]) =>
    names.map((name) => ({ does: COMMANDS[name], keys: keysInWords(MENU_KEYS[name], platform) }))
  const key = (accelerator: string) => keysInWords(accelerator, platform)
  const mac = platform === 'darwin'
  return [
    { title: 'Run', shortcuts: of('start-or-pause', 'step', 'reset', 'new-seed') },
    { title: 'File', shortcuts: of('load-weights', 'earlier-runs', 'save-weights', 'export') },
    {
      title: 'View',
      shortcuts: [
        ...of('toggle-input', 'toggle-log-loss', 'follow-newest', 'show-all'),
        { does: 'Larger, smaller, usual size', keys: `${key('CmdOrCtrl')} with + − 0` },
        { does: 'Full screen', keys: mac ? 'Ctrl ⌘ F' : 'F11' },
        ...of('show-shortcuts'),
      ],
    },
    { title: 'Prediction chart, when it has the focus', shortcuts: PREDICTION },
    { title: 'Loss chart, when it has the focus', shortcuts: LOSS },
  ]
}
