import type { GateName } from '@contract/inside/states'
import type { InsideUnit } from '@contract/inside/unit'
import { text } from '@contract/language/texts'
import { useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import { shownLayer } from '../../../../store/selectors/inside/inside'
import { ROW_NAMES } from '../../frame/row-names'
import { useInside } from '../../frame/use-inside'
import { ViewCard, type ViewTable } from '../../frame/ViewCard'
import { WeightBars } from './WeightBars'
import { type NamedWeight, weightsFrom, weightsTo } from './weights-of-unit'

/** The unit that is picked among the others: the weights that lead to it, and those that lead from it. */
export function UnitCard() {
  const say = useSay()
  const { store } = useWorld()
  const place = useRef<HTMLElement>(null)
  const unit = useAppState((state) => state.insideUnit)
  const layer = useAppState(shownLayer)
  const facts = useAppState((state) => state.description?.facts ?? null)
  const known = useInside(unit === null ? null : { kind: 'unit', layer, unit }, place)
  const [wanted, choose] = useState<GateName | null>(null)
  const found = known?.found
  const told = found && 'value' in found ? found.value : null
  const gate = told ? gateOf(told, wanted) : null
  const lists = told && [
    { id: 'to', title: text('states.weightsTo'), weights: weightsTo(told, gate, facts) },
    { id: 'away', title: text('states.weightsFrom'), weights: weightsFrom(told, gate, facts) },
  ]
  return (
    <ViewCard
      place={place}
      testId="inside-unit"
      title={say('states.unitTitle')}
      summary={
        told
          ? say('states.unitIs', { unit: told.unit + 1, layer: told.layer + 1 })
          : found && 'problem' in found
            ? say(found.problem)
            : say('states.pickHint')
      }
      controls={
        told && (
          <>
            {told.incoming.length > 1 && gate !== null && (
              <select
                className="select small"
                aria-label={say('states.gate')}
                data-testid="inside-unit-gate"
                value={gate}
                onChange={(event) => choose(event.target.value as GateName)}
              >
                {told.incoming.map(
                  ({ gate: name }) =>
                    name && (
                      <option key={name} value={name}>
                        {say(ROW_NAMES[name])}
                      </option>
                    ),
                )}
              </select>
            )}
            <button
              type="button"
              className="button small quiet"
              data-testid="inside-let-go"
              onClick={() => store.getState().pickUnit(null)}
            >
              {say('states.letGo')}
            </button>
          </>
        )
      }
      table={lists && (() => tableOf(lists.map(({ weights }) => weights)))}
      hasNoPlot
    >
      {lists && (
        <div className="weight-lists">
          {lists.map(({ id, title, weights }) => (
            <WeightBars key={id} id={id} title={say(title)} weights={weights} />
          ))}
        </div>
      )}
    </ViewCard>
  )
}

/** The gate that was chosen where the cell has it, else its first; null of a cell without gates. */
function gateOf({ incoming }: InsideUnit, wanted: GateName | null): GateName | null {
  const has = incoming.find(({ gate }) => gate === wanted) ?? incoming[0]
  return has?.gate ?? null
}

function tableOf(lists: readonly (readonly NamedWeight[])[]): ViewTable {
  return {
    columns: [text('states.columnWay'), text('states.columnOther'), text('states.columnWeight')],
    rows: lists.flatMap((weights, list) =>
      weights.map(({ name, weight }) => [
        list === 0 ? text('states.weightsTo') : text('states.weightsFrom'),
        name,
        weight,
      ]),
    ),
  }
}
