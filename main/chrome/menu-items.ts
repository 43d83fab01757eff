import type { FileContent } from '@contract/data/opened-table'
import type { ChoosableLanguage, Language } from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { TextId } from '@contract/language/texts'
import type { RunPhase } from '@contract/run/run'
import type { MenuCommand, PageView } from '@contract/wire/page-wire'
import { type KeyedCommand, MENU_KEYS } from '@contract/wire/shortcuts'
import type { MenuItemConstructorOptions } from 'electron'

/** What the menu depends on. */
export type MenuState = {
  readonly language: Language
  readonly platform: string
  readonly packaged: boolean
  readonly trainerReady: boolean
  /** Null while there is no run. */
  readonly phase: RunPhase | null
  readonly recent: readonly { readonly id: string; readonly name: string; readonly content: FileContent }[]
  /** What is shown, and whether a dialog is open in the page. */
  readonly view: PageView
  /** Whether a dialog for a file is open. */
  readonly asking: boolean
  /** Whether there are runs that can be opened again. */
  readonly hasRuns: boolean
  /** Whether runs are saved to their project files by themselves. */
  readonly autosave: boolean
}

/** What the menu's items do. */
export type MenuActions = {
  /** Choices that the page carries out. */
  readonly choose: (command: MenuCommand) => void
  readonly clearRecent: () => void
  readonly setAutosave: (on: boolean) => void
  readonly speak: (language: ChoosableLanguage) => void
  readonly openLogs: () => void
  readonly showAbout: () => void
}

export type Item = MenuItemConstructorOptions
export const SEPARATOR: Item = { type: 'separator' }

/** A sentence of the catalogues without values. */
export type Label = Exclude<Extract<TextId, `menu.${string}`>, 'menu.recentTable'>

/** Whether no dialog is open, in the page or over it. */
export function isFree({ view, asking }: MenuState): boolean {
  return !view.modal && !asking
}

/** Makes items that ask the page to do something. The id of each is the command's name. */
export function commands({ language }: MenuState, { choose }: MenuActions) {
  const say = sayIn(language)
  return (label: Label, name: KeyedCommand, enabled: boolean): Item => ({
    id: name,
    label: say(label),
    enabled,
    accelerator: MENU_KEYS[name],
    click: () => choose({ name }),
  })
}

/** An item with a tick for what is on. */
export function ticked(item: Item, checked: boolean): Item {
  return {
    ...item,
    type: 'checkbox',
    checked,
    click: (shown, window, event) => {
      // Electron turns the tick by itself; it follows the page, which tells what it shows when it does.
      shown.checked = checked
      item.click?.(shown, window, event)
    },
  }
}
