import { Menu } from 'electron'
import type { MenuActions, MenuState } from './menu-items'
import { menuTemplate } from './menu-template'

/**
 * Keeps the application's menu as it must be now. It is built again only when the state it shows has changed:
 * most events of a training change nothing in it, and a new menu closes one that is open.
 */
export function createMenu(state: () => MenuState, actions: MenuActions): { readonly refresh: () => void } {
  let shown = ''
  return {
    refresh: () => {
      const present = state()
      const key = JSON.stringify(present)
      if (key === shown) return
      shown = key
      Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(present, actions)))
    },
  }
}
