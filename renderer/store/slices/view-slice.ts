import type { StateCreator } from 'zustand/vanilla'
import type { History } from '../curves/history'
import type { AppState, ViewSlice } from '../state/app-state'
import { isInputShown } from '../state/shown-curves'
import { extentOf, FOLLOW, SHOW_ALL, spanOf, stayAt, type ViewMode, visit } from '../state/viewport'

/** Where the window of an update is seen. The newest may move on with those to come; another one is to stay. */
function viewOf(history: History, viewMode: ViewMode, update: number): ViewMode {
  const { from, to } = history.range(update)
  if (to === from) return viewMode
  const { at } = history.times
  const extent = extentOf(history)
  const show = update === history.lastUpdate ? visit : stayAt
  return show(spanOf(viewMode, extent), { min: at(from), max: at(to - 1) }, extent)
}

/** The view's slice of the store. */
export const createViewSlice =
  (history: History): StateCreator<AppState, [], [], ViewSlice> =>
  (set) => ({
    showInput: false,
    tab: 'learning',
    showTab: (tab) => set({ tab }),
    logLoss: false,
    shortcutsShown: false,
    showGradientNorm: false,
    showReference: false,
    showRivals: true,
    reference: null,
    openGroups: { data: false, network: true, optimiser: false },
    viewMode: FOLLOW,
    showShortcuts: (shortcutsShown) => set({ shortcutsShown }),
    setupShown: false,
    showSetup: (setupShown) => set({ setupShown }),
    settingsOpen: false,
    marked: null,
    explaining: false,
    toggleInput: () =>
      set((state) =>
        state.description?.facts.axis === 'time-steps'
          ? { showSeriesInput: !isInputShown(state) }
          : { showInput: !state.showInput },
      ),
    showSeriesInput: null,
    output: 0,
    showOutput: (output) => set({ output }),
    part: 'train',
    // A place in one part means nothing in another.
    showPart: (part) => set({ part, partView: SHOW_ALL }),
    partView: SHOW_ALL,
    // There is nothing to follow in a part.
    lookAtPart: (mode) => set(mode.kind === 'follow' ? {} : { partView: mode }),
    toggleLogLoss: () => set(({ logLoss }) => ({ logLoss: !logLoss })),
    toggleGradientNorm: () => set(({ showGradientNorm }) => ({ showGradientNorm: !showGradientNorm })),
    toggleReference: () => set(({ showReference }) => ({ showReference: !showReference })),
    toggleRivals: () => set(({ showRivals }) => ({ showRivals: !showRivals })),
    referenceLoaded: (reference) => set({ reference }),
    toggleGroup: (group) =>
      set(({ openGroups }) => ({ openGroups: { ...openGroups, [group]: !openGroups[group] } })),
    look: (viewMode) =>
      set(viewMode.kind === 'follow' ? { viewMode, followed: viewMode.width } : { viewMode }),
    followed: FOLLOW.width,
    viewRestored: ({ follow, ...switches }) =>
      set(({ followed }) => ({
        ...switches,
        viewMode: follow === 'all' ? SHOW_ALL : { kind: 'follow', width: follow / Math.PI },
        followed: follow === 'all' ? followed : follow / Math.PI,
      })),
    showSettings: (settingsOpen) => set({ settingsOpen }),
    mark: (marked) => set({ marked }),
    goTo: (marked) =>
      set(({ viewMode, followed }) => {
        if (marked !== null) return { marked, viewMode: viewOf(history, viewMode, marked) }
        return { marked, viewMode: viewMode.kind === 'free' ? { kind: 'follow', width: followed } : viewMode }
      }),
    explain: (explaining) => set({ explaining }),
  })
