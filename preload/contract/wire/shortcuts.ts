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

/** The keys as they stand on the keyboard of a system: `Ctrl + Shift + R`, `⌘ ⇧ R`. */
export function keysInWords(accelerator: string, platform: string): string {
  const mac = platform === 'darwin'
  const names: Readonly<Record<string, string>> = {
    CmdOrCtrl: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Enter: mac ? '⏎' : 'Enter',
  }
  return accelerator
    .split('+')
    .map((key) => names[key] ?? key)
    .join(mac ? ' ' : ' + ')
}
