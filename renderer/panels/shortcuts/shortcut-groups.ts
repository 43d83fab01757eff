import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type KeyedCommand, keysInWords, MENU_KEYS } from '@contract/wire/shortcuts'

/** What keys do, in the words of the buttons. */
export type Shortcut = { readonly does: Text; readonly keys: Text | string }
export type ShortcutGroup = { readonly title: Text; readonly shortcuts: readonly Shortcut[] }

/** Every command that has keys: a command of the menu that is not told of here does not compile. */
const COMMANDS: { readonly [Name in KeyedCommand]: Text } = {
  'start-or-pause': text('shortcuts.startOrPause'),
  step: text('shortcuts.oneUpdate'),
  reset: text('shortcuts.reset'),
  'new-seed': text('shortcuts.newSeed'),
  'open-project': text('shortcuts.openProject'),
  'save-project': text('shortcuts.saveProject'),
  'save-project-as': text('shortcuts.saveProjectAs'),
  'open-data': text('shortcuts.openData'),
  'load-weights': text('shortcuts.loadWeights'),
  runs: text('shortcuts.runs'),
  'save-weights': text('shortcuts.saveWeights'),
  export: text('shortcuts.export'),
  'toggle-input': text('shortcuts.toggleInput'),
  'toggle-log-loss': text('shortcuts.toggleLogLoss'),
  'follow-newest': text('shortcuts.followNewestUpdates'),
  'show-all': text('shortcuts.showAllUpdates'),
  'show-shortcuts': text('shortcuts.thisList'),
}

/** Keys that a chart or a rail hears, as they stand on the keyboard of a system. */
function keysHeard(platform: string) {
  const key = (name: string) => keysInWords(name, platform)
  return {
    enter: key('Enter'),
    away: key('Esc'),
    pages: `${key('PageUp')}, ${key('PageDown')}`,
    ends: `${key('Home')}, ${key('End')}`,
    shiftArrows: text('shortcuts.keysTogether', { held: key('Shift'), pressed: '← →' }),
  }
}
type Heard = ReturnType<typeof keysHeard>

/** The keys that a focused prediction chart hears (charts/view/navigation.ts, charts/view/crosshair-keys.ts). */
function prediction({ pages, ends, enter, shiftArrows }: Heard): readonly Shortcut[] {
  return [
    { does: text('shortcuts.readTimeSteps'), keys: '← →' },
    { does: text('shortcuts.goByWindows'), keys: pages },
    { does: text('shortcuts.toEnds'), keys: ends },
    { does: text('shortcuts.markUpdate'), keys: enter },
    { does: text('shortcuts.scroll'), keys: shiftArrows },
    { does: text('shortcuts.zoom'), keys: '+ −' },
    { does: text('shortcuts.followNewest'), keys: 'F' },
    { does: text('shortcuts.showAll'), keys: '0' },
  ]
}

/** The keys that a focused loss chart hears (charts/view/crosshair-keys.ts). */
function loss({ pages, ends, enter }: Heard): readonly Shortcut[] {
  return [
    { does: text('shortcuts.readUpdates'), keys: '← →' },
    { does: text('shortcuts.tenUpdates'), keys: pages },
    { does: text('shortcuts.toEnds'), keys: ends },
    { does: text('shortcuts.markAndShow'), keys: enter },
  ]
}

/** The keys that a focused rail hears (panels/rail/rail-keys.ts). */
function rail({ pages, ends, away, shiftArrows }: Heard): readonly Shortcut[] {
  return [
    { does: text('shortcuts.goByUpdates'), keys: '← →' },
    { does: text('shortcuts.tenUpdates'), keys: shiftArrows },
    { does: text('shortcuts.goByTenths'), keys: pages },
    { does: text('shortcuts.toFirstOrNow'), keys: ends },
    { does: text('rail.backToNow'), keys: away },
  ]
}

/** All keys by what they are for, as they stand on the keyboard of a system. */
export function shortcutGroups(platform: string): readonly ShortcutGroup[] {
  const of = (...names: readonly KeyedCommand[]) =>
    names.map((name) => ({ does: COMMANDS[name], keys: keysInWords(MENU_KEYS[name], platform) }))
  const heard = keysHeard(platform)
  // macOS has keys of its own for it, and its menu shows them.
  const fullScreen = platform === 'darwin' ? 'Ctrl+CmdOrCtrl+F' : 'F11'
  return [
    { title: text('shortcuts.run'), shortcuts: of('start-or-pause', 'step', 'reset', 'new-seed') },
    {
      title: text('shortcuts.file'),
      shortcuts: of(
        'open-project',
        'save-project',
        'save-project-as',
        'open-data',
        'load-weights',
        'runs',
        'save-weights',
        'export',
      ),
    },
    {
      title: text('shortcuts.view'),
      shortcuts: [
        ...of('toggle-input', 'toggle-log-loss', 'follow-newest', 'show-all'),
        {
          does: text('shortcuts.zoomWindow'),
          keys: text('shortcuts.keysTogether', {
            held: keysInWords('CmdOrCtrl', platform),
            pressed: '+ − 0',
          }),
        },
        { does: text('shortcuts.fullScreen'), keys: keysInWords(fullScreen, platform) },
        ...of('show-shortcuts'),
      ],
    },
    { title: text('shortcuts.predictionChart'), shortcuts: prediction(heard) },
    { title: text('shortcuts.lossChart'), shortcuts: loss(heard) },
    { title: text('shortcuts.rail'), shortcuts: rail(heard) },
  ]
}
