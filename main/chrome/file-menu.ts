import { sayIn, withDirectionsShown } from '@contract/language/say'
import { text } from '@contract/language/texts'
import {
  commands,
  type Item,
  isFree,
  type MenuActions,
  type MenuState,
  SEPARATOR,
  ticked,
} from './menu-items'

/** How the page is asked to open a recent file. */
const RECENT = {
  weights: 'load-recent-weights',
  table: 'open-recent-table',
  project: 'open-recent-project',
} as const

/** The menu of files. */
export function fileItems(state: MenuState, actions: MenuActions): Item[] {
  const command = commands(state, actions)
  const say = sayIn(state.language)
  const { phase } = state
  const able = state.trainerReady && isFree(state)
  const recent: Item[] = state.recent.map(({ id, name, content }) => {
    // A single & would mark the next letter as an access key.
    const shown = withDirectionsShown(name).replaceAll('&', '&&')
    return {
      label: content === 'table' ? say(text('menu.recentTable', { name: shown })) : shown,
      enabled: able,
      click: () => actions.choose({ name: RECENT[content], file: id }),
    }
  })
  const clear: Item = {
    label: say('menu.clearRecent'),
    enabled: recent.length > 0 && isFree(state),
    click: actions.clearRecent,
  }
  const hasRun = able && phase !== null
  return [
    command('menu.openProject', 'open-project', able),
    { label: say('menu.openRecent'), id: 'recent', submenu: [...recent, SEPARATOR, clear] },
    command('menu.saveProject', 'save-project', hasRun),
    command('menu.saveProjectAs', 'save-project-as', hasRun),
    {
      id: 'project-notes',
      label: say('menu.projectNotes'),
      enabled: isFree(state) && phase !== null,
      click: () => actions.choose({ name: 'project-notes' }),
    },
    ticked(
      {
        id: 'autosave',
        label: say('menu.autosave'),
        enabled: isFree(state),
        click: () => actions.setAutosave(!state.autosave),
      },
      state.autosave,
    ),
    SEPARATOR,
    command('menu.openData', 'open-data', able),
    command('menu.loadWeights', 'load-weights', able),
    command('menu.runs', 'runs', state.hasRuns && isFree(state)),
    command('menu.saveWeights', 'save-weights', hasRun),
    command('menu.export', 'export', hasRun),
    SEPARATOR,
    ...(['copy-setup', 'paste-setup'] as const).map((name) => ({
      id: name,
      label: say(name === 'copy-setup' ? 'menu.copySetup' : 'menu.pasteSetup'),
      enabled: isFree(state),
      click: () => actions.choose({ name }),
    })),
    SEPARATOR,
    endItem(state),
  ]
}

/** What ends the app, in the words of the system. */
function endItem({ platform, language }: MenuState): Item {
  const say = sayIn(language)
  if (platform === 'darwin') return { role: 'close', label: say('menu.closeWindow') }
  const label = say(platform === 'win32' ? 'menu.exit' : 'menu.quit')
  return { role: 'quit', label, accelerator: 'CmdOrCtrl+Q' }
}
