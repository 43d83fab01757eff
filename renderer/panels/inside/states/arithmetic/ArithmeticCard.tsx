import type { InsideArithmetic } from '@contract/inside/arithmetic'
import { text } from '@contract/language/texts'
import { useRef } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { useInside } from '../../frame/use-inside'
import { useLayerRow } from '../../frame/use-layer-row'
import { useWindowColumns, type WindowColumns } from '../../frame/use-window-columns'
import { ViewCard, type ViewTable } from '../../frame/ViewCard'
import { letterOf, stateFormula } from './formulas'
import { SumTerms } from './SumTerms'
import { nameOf, termsOf } from './terms'

/**
 * How a number comes about at the time step that is pointed at, or at the last one: what the unit that is picked holds, else
 * the prediction.
 */
export function ArithmeticCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const shown = useLayerRow(place)
  const columns = useWindowColumns()
  const unit = useAppState((state) => state.insideUnit)
  const step = useAppState((state) => state.insideStep)
  const steps = shown?.states.timeSteps ?? 0
  const ask = shown && {
    ...{ kind: 'arithmetic' as const, layer: shown.layer, unit, output: columns.output },
    timeStep: Math.min(step ?? steps - 1, steps - 1),
  }
  const found = useInside(ask, place)?.found
  const told = found && 'value' in found ? found.value : null
  const isLstm = useAppState((state) => state.run?.config.network.cell === 'lstm')
  const number = told ? (told.unit ?? told.output) + 1 : 1
  return (
    <ViewCard
      place={place}
      testId="inside-arithmetic"
      title={say('states.arithmetic')}
      summary={
        told ? say(whatIsTold(told, columns)) : found && 'problem' in found ? say(found.problem) : undefined
      }
      help={say('states.arithmeticHelp')}
      table={told && (() => tableOf(told, columns, isLstm))}
      hasNoPlot
    >
      {told?.lines.map((line) =>
        line.form === 'sum' ? (
          <SumTerms key={line.what} line={line} layer={told.layer} number={number} isLstm={isLstm} />
        ) : (
          <p key={line.form} className="sum-formula" data-testid={`inside-line-${line.form}`}>
            {line.form === 'unscaled' && say('states.unscaled')} {stateFormula(line, number)}
          </p>
        ),
      )}
    </ViewCard>
  )
}

function whatIsTold({ unit, layer, output, timeStep }: InsideArithmetic, { facts }: WindowColumns) {
  const step = timeStep + 1
  return unit === null
    ? text('states.ofPrediction', { name: facts?.targets[output] ?? `${output + 1}`, step })
    : text('states.ofUnit', { unit: unit + 1, layer: layer + 1, step })
}

/** A row a term; of what is no sum one row, with its value. */
function tableOf(
  { lines, layer, unit, output }: InsideArithmetic,
  { facts }: WindowColumns,
  isLstm: boolean,
): ViewTable {
  const number = (unit ?? output) + 1
  return {
    columns: [
      text('states.columnLine'),
      text('states.columnTerm'),
      text('states.columnFactor'),
      text('states.columnWeight'),
      text('states.columnValue'),
      text('states.columnProduct'),
    ],
    rows: lines.flatMap((line) => {
      if (line.form !== 'sum') return [[stateFormula(line, number), null, null, null, null, line.value]]
      const letter = letterOf(line.what, number, isLstm)
      return [
        ...termsOf(line).map((term) => [
          letter,
          nameOf(term, layer, facts),
          term.factor,
          term.weight,
          term.value,
          term.product,
        ]),
        [letter, text('states.columnSum'), null, null, null, line.sum],
        [letter, text('states.columnAfter'), null, null, null, line.value],
      ]
    }),
  }
}
