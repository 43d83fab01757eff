import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ComponentType } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { RUNS_VIEWS, type RunsView } from '../../store/state/runs/runs-tab-state'
import { ViewChoice } from '../fields/ViewChoice'
import { ExperimentsView } from './experiments/ExperimentsView'
import { TableView } from './table/TableView'

/** What each view of the runs is called, and the cards that it is made of. */
const VIEWS: { readonly [View in RunsView]: { readonly name: Text; readonly cards: ComponentType } } = {
  table: { name: text('runsTab.viewTable'), cards: TableView },
  experiments: { name: text('runsTab.viewExperiments'), cards: ExperimentsView },
}

/** Runs beside each other: one view at a time. */
export function RunsTab() {
  const say = useSay()
  const { store } = useWorld()
  const view = useAppState((state) => state.runsView)
  const { cards: Cards } = VIEWS[view]
  return (
    <div className="runs-tab" data-testid="runs-tab">
      <ViewChoice
        name="runs-view"
        legend={say('runsTab.views')}
        views={RUNS_VIEWS}
        nameOf={(name) => VIEWS[name].name}
        shown={view}
        show={store.getState().showRunsView}
      />
      <Cards />
    </div>
  )
}
