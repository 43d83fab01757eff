import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ComponentType } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { INSIDE_VIEWS, type InsideView } from '../../store/state/inside-state'
import { ViewChoice } from '../fields/ViewChoice'
import { DynamicsView } from './dynamics/DynamicsView'
import { GradientView } from './gradient/GradientView'
import { StatesView } from './states/StatesView'
import { TouchView } from './touch/TouchView'
import { UpdateView } from './update/UpdateView'
import { WeightsView } from './weights/WeightsView'
import { WindowCurve } from './window/WindowCurve'

/** What each view of the inside is called, and the cards that it is made of. */
const VIEWS: { readonly [View in InsideView]: { readonly name: Text; readonly cards: ComponentType } } = {
  states: { name: text('inside.viewStates'), cards: StatesView },
  gradient: { name: text('gradient.view'), cards: GradientView },
  weights: { name: text('inside.viewWeights'), cards: WeightsView },
  update: { name: text('inside.viewUpdate'), cards: UpdateView },
  touch: { name: text('touch.view'), cards: TouchView },
  dynamics: { name: text('dynamics.view'), cards: DynamicsView },
}

/** The inside of the network at one update: its window on top, and under it one view at a time. */
export function InsideTab() {
  const say = useSay()
  const { store } = useWorld()
  const view = useAppState((state) => state.insideView)
  const { cards: Cards } = VIEWS[view]
  return (
    <div className="inside-tab" data-testid="inside-tab">
      <WindowCurve />
      <ViewChoice
        name="inside-view"
        legend={say('inside.views')}
        views={INSIDE_VIEWS}
        nameOf={(name) => VIEWS[name].name}
        shown={view}
        show={store.getState().showInsideView}
      />
      <Cards />
    </div>
  )
}
