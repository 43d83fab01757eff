import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ComponentType } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { INSIDE_VIEWS, type InsideView } from '../../store/state/inside-state'
import { DynamicsView } from './dynamics/DynamicsView'
import { WindowCurve } from './frame/WindowCurve'
import { GradientView } from './gradient/GradientView'
import { StatesView } from './states/StatesView'
import { TouchView } from './touch/TouchView'
import { UpdateView } from './update/UpdateView'
import { WeightsView } from './weights/WeightsView'

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
      {INSIDE_VIEWS.length > 1 && (
        <fieldset className="inside-views">
          <legend className="visually-hidden">{say('inside.views')}</legend>
          {INSIDE_VIEWS.map((name) => (
            <label key={name} className="inside-view-name">
              <input
                type="radio"
                name="inside-view"
                data-testid={`inside-view-${name}`}
                checked={name === view}
                onChange={() => store.getState().showInsideView(name)}
              />
              {say(VIEWS[name].name)}
            </label>
          ))}
        </fieldset>
      )}
      <Cards />
    </div>
  )
}
