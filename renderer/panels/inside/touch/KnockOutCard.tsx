import type { InsideKnockOuts } from '@contract/inside/tables'
import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { mayTouch } from '../../../store/selectors/inside/touching'
import { formatMark } from '../../../store/words/format'
import { useInside } from '../frame/use-inside'
import { ViewCard, type ViewTable } from '../frame/ViewCard'

/** Units that were tried, from the one without which the loss would be greatest. */
export function sortedUnits({ toZero }: Pick<InsideKnockOuts, 'toZero'>): readonly number[] {
  const units = Array.from(toZero, (_, unit) => unit)
  return units.sort((a, b) => (toZero[b] as number) - (toZero[a] as number))
}

function tableOf({ toZero, toMean }: InsideKnockOuts, units: readonly number[]): ViewTable {
  return {
    columns: [text('inside.unit'), text('touch.toZero'), text('touch.toMean')],
    rows: units.map((unit) => [unit + 1, toZero[unit] ?? null, toMean[unit] ?? null]),
  }
}

/** What the loss would be without each unit of the layer that is shown, sorted. */
export function KnockOutCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const layer = useAppState(shownLayer)
  const isOn = useAppState(mayTouch)
  const ask = useMemo(() => (isOn ? ({ kind: 'knock-outs', layer } as const) : null), [isOn, layer])
  const known = useInside(ask, place, 'slow')
  const told = known && 'value' in known.found ? known.found.value : null
  const units = useMemo(() => told && sortedUnits(told), [told])
  const [most = 0] = units ?? []
  return (
    <ViewCard
      place={place}
      testId="inside-knock-outs"
      title={say('touch.knockOuts')}
      summary={
        known && told
          ? say('touch.knockOutsTold', {
              ...{ unit: most + 1, layer: told.layer + 1, update: known.update },
              change: told.toZero[most] ?? 0,
            })
          : say(isOn ? 'touch.computing' : 'touch.atRest')
      }
      help={say('touch.knockOutsHelp')}
      table={told && units ? () => tableOf(told, units) : null}
      hasNoPlot
    >
      {known && 'problem' in known.found && (
        <p className="problem" role="alert">
          {say(known.found.problem)}
        </p>
      )}
      {told && told.toZero.length < told.units && (
        <p className="card-aside">
          {say('touch.firstUnits', { tried: told.toZero.length, units: told.units })}
        </p>
      )}
      {told && units && <Units told={told} units={units} />}
    </ViewCard>
  )
}

function Units({ told, units }: { readonly told: InsideKnockOuts; readonly units: readonly number[] }) {
  const say = useSay()
  const { store } = useWorld()
  const picked = useAppState((state) => state.insideUnit)
  const { toZero, toMean, layer } = told
  const number = (value = Number.NaN) => formatMark(Number(value.toPrecision(3)))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="inside-table-place" tabIndex={0} aria-label={say('touch.knockOuts')}>
      <table className="knock-outs" data-testid="knock-outs">
        <thead>
          <tr>
            <th scope="col">{say('inside.unit')}</th>
            <th scope="col">{say('touch.toZero')}</th>
            <th scope="col">{say('touch.toMean')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit}>
              <th scope="row">
                <button
                  type="button"
                  className="button quiet small"
                  aria-label={say('touch.pick', { unit: unit + 1 })}
                  aria-pressed={unit === picked}
                  onClick={() => store.getState().pickUnit(unit === picked ? null : unit)}
                >
                  {unit + 1}
                </button>
              </th>
              <td>{number(toZero[unit])}</td>
              <td>{number(toMean[unit])}</td>
              <td>
                <button
                  type="button"
                  className="button small"
                  aria-label={say('touch.silenceUnit', { unit: unit + 1 })}
                  onClick={() => store.getState().touch({ kind: 'unit', layer, unit, held: 'zero' })}
                >
                  {say('touch.silence')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
