import type { KeyboardEvent } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { shownTab, tabsOf } from '../../store/selectors/inside/tabs'
import type { StageTab } from '../../store/state/app-state'

/** What the tabs bring is one place, whatever is in it. */
export const STAGE_PANEL = 'stage-panel'

/** The id of a tab, by which its panel is named. */
export function tabId(tab: StageTab): string {
  return `tab-${tab}`
}

const NAMES = {
  learning: 'seriesPage.learning',
  data: 'seriesPage.data',
  inside: 'inside.tab',
  runs: 'runsTab.tab',
} as const

/** Where a key leads from a tab, around both ends. */
function target(tabs: readonly StageTab[], key: string, at: number): StageTab | undefined {
  switch (key) {
    case 'ArrowRight':
      return tabs[(at + 1) % tabs.length]
    case 'ArrowLeft':
      return tabs.at(at - 1)
    case 'Home':
      return tabs[0]
    case 'End':
      return tabs.at(-1)
    default:
      return undefined
  }
}

/** What the stage can show of a run: one stop for the Tab key, and arrows from there. */
export function StageTabs() {
  const say = useSay()
  const { store } = useWorld()
  const shown = useAppState(shownTab)
  const tabs = useAppState(tabsOf)

  function onKeyDown(event: KeyboardEvent) {
    const next = target(tabs, event.key, tabs.indexOf(shown))
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    store.getState().showTab(next)
    document.getElementById(tabId(next))?.focus()
  }

  return (
    <div className="tabs" role="tablist" aria-label={say('seriesPage.tabs')} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabId(tab)}
          className="tab"
          data-testid={tabId(tab)}
          aria-selected={tab === shown}
          aria-controls={STAGE_PANEL}
          tabIndex={tab === shown ? 0 : -1}
          onClick={() => store.getState().showTab(tab)}
        >
          {say(NAMES[tab])}
        </button>
      ))}
    </div>
  )
}
