import type { MenuCommand } from './page-wire'

/** A command that needs nothing but its name. */
export type PlainCommand = Exclude<
  MenuCommand['name'],
  'load-recent-weights' | 'open-recent-table' | 'open-recent-project'
>

/** The keys of the menu's commands, as Electron writes them: for the menu, and for the list that tells of them. */
export const MENU_KEYS = {
  'open-project': 'CmdOrCtrl+O',
  'save-project': 'CmdOrCtrl+S',
  'save-project-as': 'CmdOrCtrl+Shift+S',
  'load-weights': 'CmdOrCtrl+Shift+L',
  'open-data': 'CmdOrCtrl+Shift+D',
  runs: 'CmdOrCtrl+Shift+O',
  'save-weights': 'CmdOrCtrl+Shift+E',
  export: 'CmdOrCtrl+E',
  'start-or-pause': 'CmdOrCtrl+Enter',
  step: 'CmdOrCtrl+.',
  reset: 'CmdOrCtrl+R',
  'new-seed': 'CmdOrCtrl+Shift+R',
  'toggle-input': 'CmdOrCtrl+I',
  'toggle-log-loss': 'CmdOrCtrl+L',
  'follow-newest': 'CmdOrCtrl+Shift+F',
  'show-all': 'CmdOrCtrl+Shift+A',
  'show-shortcuts': 'CmdOrCtrl+/',
} as const satisfies Partial<Record<PlainCommand, string>>

/** A command of the menu that has keys. */
export type KeyedCommand = keyof typeof MENU_KEYS

/** Keys by their signs on a Mac, whose keyboards have the last four by Fn and an arrow. Those that are held stand first, in the order of its menus. */
const ON_MAC = {
  Ctrl: '⌃',
  Shift: '⇧',
  CmdOrCtrl: '⌘',
  Enter: '↩',
  Esc: 'esc',
  PageUp: 'Fn ↑',
  PageDown: 'Fn ↓',
  Home: 'Fn ←',
  End: 'Fn →',
} as const
const ELSEWHERE: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
}

/**
 * The keys as they stand on the keyboard of a system: `Ctrl + Shift + R`, `⇧ ⌘ R`.
 *
 * @param accelerator keys as Electron writes them; arrows and signs stand for themselves
 */
export function keysInWords(accelerator: string, platform: string): string {
  const keys = accelerator.split('+')
  if (platform !== 'darwin') return keys.map((key) => ELSEWHERE[key] ?? key).join(' + ')
  const signs: Readonly<Record<string, string>> = ON_MAC
  const order = Object.keys(ON_MAC)
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return keys
    .toSorted((a, b) => place(a) - place(b))
    .map((key) => signs[key] ?? key)
    .join(' ')
}
