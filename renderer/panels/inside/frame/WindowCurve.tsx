import type { InsideStates } from '@contract/inside/states'
import { text } from '@contract/language/texts'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { seriesRange } from '../../../charts/axes/y-range'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { formatValue } from '../../../store/words/format'
import { LegendKey } from '../../stage/chart/LegendKey'
import { timeStepAxis } from './time-step-axis'
import { useInside } from './use-inside'
import { useStepPointing } from './use-step-pointing'
import { useWindowColumns, type WindowColumns } from './use-window-columns'
import { ViewCard, type ViewTable } from './ViewCard'

const HEIGHT = 190

/** The numbers from 0 on, as many as there are time steps. */
export function stepNumbers(timeSteps: number): readonly number[] {
  return Array.from({ length: timeSteps }, (_, i) => i)
}

/** Every column that goes in, should come out and does. */
function tableOf(states: InsideStates, facts: WindowColumns['facts']): ViewTable {
  const { timeSteps, places, inputs, targets, predictions } = states
  const name = (names: readonly string[] | undefined, column: number) => names?.[column] ?? `${column + 1}`
  return {
    columns: [
      text('inside.timeStep'),
      text('inside.place'),
      ...inputs.map((_, i) => text('inside.columnInput', { name: name(facts?.inputs, i) })),
      ...targets.map((_, i) => text('inside.columnTarget', { name: name(facts?.targets, i) })),
      ...targets.map((_, i) => text('inside.columnPrediction', { name: name(facts?.targets, i) })),
    ],
    rows: stepNumbers(timeSteps).map((t) => [
      t + 1,
      places[t] ?? null,
      ...[...inputs, ...targets, ...predictions].map((values) => {
        const value = values[t] ?? Number.NaN
        return Number.isNaN(value) ? null : value
      }),
    ]),
  }
}

/** The window that is looked into: what goes in, what should come out, and what does. Every view stands under it. */
export function WindowCurve() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const known = useInside({ kind: 'states' }, place)
  const found = known?.found
  const states = found && 'value' in found ? found.value : null
  const columns = useWindowColumns()
  return (
    <ViewCard
      place={place}
      testId="inside-curve"
      title={say('inside.window')}
      summary={known ? say('inside.lookedAt', { update: known.update }) : say('inside.coming')}
      controls={<Legend {...columns} />}
      table={states && (() => tableOf(states, columns.facts))}
    >
      {found && 'problem' in found && (
        <p className="problem" role="alert">
          {say(found.problem)}
        </p>
      )}
      {states && <Curves states={states} columns={columns} />}
    </ViewCard>
  )
}

function Legend({ facts, output, input, drawsInput }: WindowColumns) {
  const say = useSay()
  return (
    <div className="legend" data-testid="inside-curve-legend">
      <LegendKey line="target">{say('stage.targetNamed', { name: facts?.targets[output] ?? '' })}</LegendKey>
      <LegendKey line="prediction">{say('stage.prediction')}</LegendKey>
      {drawsInput && (
        <LegendKey line="input">{say('stage.inputNamed', { name: facts?.inputs[input] ?? '' })}</LegendKey>
      )}
    </div>
  )
}

function Curves({ states, columns }: { readonly states: InsideStates; readonly columns: WindowColumns }) {
  const say = useSay()
  const { timeSteps, inputs, targets, predictions } = states
  const { facts, output, drawsInput } = columns
  const step = useAppState((state) => state.insideStep)
  const pointing = useStepPointing(timeSteps)
  const steps = useMemo(() => stepNumbers(timeSteps), [timeSteps])
  const [input, target, prediction] = [
    inputs[columns.input] ?? [],
    targets[output] ?? [],
    predictions[output] ?? [],
  ]
  const y = useMemo(() => {
    const all = [...(drawsInput ? input : []), ...target, ...prediction].filter(Number.isFinite)
    return { extent: seriesRange(Math.min(...all), Math.max(...all)), name: facts?.targets[output] ?? '' }
  }, [drawsInput, input, target, prediction, facts, output])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const reading =
    step !== null && step < timeSteps
      ? say('inside.reading', {
          step: step + 1,
          input: formatValue(input[step] ?? Number.NaN, say),
          target: formatValue(target[step] ?? Number.NaN, say),
          prediction: formatValue(prediction[step] ?? Number.NaN, say),
        })
      : say('inside.pointHint')
  return (
    <>
      <p className="reading" data-testid="inside-reading" aria-live="polite">
        {reading}
      </p>
      <Plot
        x={x}
        y={y}
        height={HEIGHT}
        label={say('inside.windowPicture')}
        testId="inside-curve-plot"
        {...pointing}
      >
        {drawsInput && <Line x={steps} y={input} colour="var(--input)" dashes="4 3" />}
        <Line x={steps} y={target} colour="var(--target)" width={2.5} />
        <Line x={steps} y={prediction} colour="var(--prediction)" width={1.5} />
        <Cross x={step} />
      </Plot>
    </>
  )
}
