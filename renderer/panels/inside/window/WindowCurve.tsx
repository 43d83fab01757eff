import type { InsideStates } from '@contract/inside/states'
import type { Touch } from '@contract/inside/touched'
import { text } from '@contract/language/texts'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { seriesRange } from '../../../charts/axes/y-range'
import { Cross } from '../../../plots/Cross'
import { Dots } from '../../../plots/Dots'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { touchesShown } from '../../../store/selectors/inside/touching'
import { formatLoss, formatValue } from '../../../store/words/format'
import { PinnedStep } from '../../PinnedStep'
import { LegendKey } from '../../stage/chart/LegendKey'
import { stepNumbers, timeStepAxis } from '../frame/time-step-axis'
import { useInside } from '../frame/use-inside'
import { useRowOf } from '../frame/use-layer-row'
import { useStepPointing } from '../frame/use-step-pointing'
import { useWindowColumns, type WindowColumns } from '../frame/use-window-columns'
import { ViewCard, type ViewTable } from '../frame/ViewCard'
import { TouchedLine } from '../touch/TouchedLine'
import { useInputTouch } from '../touch/use-input-touch'
import { type TouchedWindow, useTouched } from '../touch/use-touched'
import { SequenceChoice } from './SequenceChoice'
import { UnitTrace } from './UnitTrace'

const HEIGHT = 190

/** Every column that goes in, should come out and does. */
function tableOf(
  states: InsideStates,
  facts: WindowColumns['facts'],
  touched: TouchedWindow | null,
): ViewTable {
  const { timeSteps, places, inputs, targets, predictions } = states
  const changed = touched?.kind === 'touched' ? touched.touched : null
  const name = (names: readonly string[] | undefined, column: number) => names?.[column] ?? `${column + 1}`
  return {
    columns: [
      text('inside.timeStep'),
      text('inside.place'),
      ...inputs.map((_, i) => text('inside.columnInput', { name: name(facts?.inputs, i) })),
      ...targets.map((_, i) => text('inside.columnTarget', { name: name(facts?.targets, i) })),
      ...targets.map((_, i) => text('inside.columnPrediction', { name: name(facts?.targets, i) })),
      ...(changed?.inputs ?? []).map((_, i) => text('touch.columnInput', { name: name(facts?.inputs, i) })),
      ...(changed?.predictions ?? []).map((_, i) =>
        text('touch.columnPrediction', { name: name(facts?.targets, i) }),
      ),
    ],
    rows: stepNumbers(timeSteps).map((t) => [
      t + 1,
      ...[
        ...[places, ...inputs, ...targets, ...predictions],
        ...[...(changed?.inputs ?? []), ...(changed?.predictions ?? [])],
      ].map((values) => {
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
  const touched = useTouched(place, known)
  const shown = useRowOf(known)
  const unit = useAppState((state) => state.insideUnit)
  return (
    <ViewCard
      place={place}
      testId="inside-curve"
      title={say('inside.window')}
      summary={known ? say('inside.lookedAt', { update: known.update }) : say('inside.coming')}
      controls={
        <>
          <SequenceChoice />
          <Legend {...columns} isTouched={touched?.kind === 'touched'} />
        </>
      }
      table={states && (() => tableOf(states, columns.facts, touched))}
    >
      {found && 'problem' in found && (
        <p className="problem" role="alert">
          {say(found.problem)}
        </p>
      )}
      {states && <Curves {...{ states, columns, touched }} />}
      {shown && unit !== null && unit < shown.states.units && <UnitTrace shown={shown} unit={unit} />}
    </ViewCard>
  )
}

function Legend({
  facts,
  output,
  input,
  drawsInput,
  isTouched,
}: WindowColumns & { readonly isTouched: boolean }) {
  const say = useSay()
  return (
    <div className="legend" data-testid="inside-curve-legend">
      <LegendKey line="target">{say('stage.targetNamed', { name: facts?.targets[output] ?? '' })}</LegendKey>
      <LegendKey line="prediction">{say('stage.prediction')}</LegendKey>
      {isTouched && <LegendKey line="touched">{say('touch.curve')}</LegendKey>}
      {drawsInput && (
        <LegendKey line="input">{say('stage.inputNamed', { name: facts?.inputs[input] ?? '' })}</LegendKey>
      )}
    </div>
  )
}

/** Of longer windows only the point that is pointed at is drawn. */
const MOST_DOTS = 60

function Curves({
  states,
  columns,
  touched,
}: {
  readonly states: InsideStates
  readonly columns: WindowColumns
  readonly touched: TouchedWindow | null
}) {
  const say = useSay()
  const { store } = useWorld()
  const { timeSteps, inputs, targets, predictions } = states
  const { facts, output, drawsInput } = columns
  const step = useAppState((state) => state.insideStep)
  const { pin: _, ...pointing } = useStepPointing(timeSteps)
  const steps = useMemo(() => stepNumbers(timeSteps), [timeSteps])
  const [input, target, prediction] = [
    inputs[columns.input] ?? [],
    targets[output] ?? [],
    predictions[output] ?? [],
  ]
  const touches = useAppState(touchesShown)
  const touchedInput = useMemo(
    () => withTouches(input, touches, columns.input),
    [input, touches, columns.input],
  )
  const curve = touched?.kind === 'touched' ? touched.touched.predictions[output] : undefined
  const whole = useMemo(() => {
    const inputsDrawn = drawsInput ? [...Array.from(input), ...Array.from(touchedInput)] : []
    const all = [...inputsDrawn, ...target, ...prediction, ...(curve ?? [])].filter(Number.isFinite)
    return seriesRange(Math.min(...all), Math.max(...all))
  }, [drawsInput, input, touchedInput, target, prediction, curve])
  const touching = useInputTouch(touchedInput, columns.input, whole)
  const { extent } = touching
  const isOn = touching.isOn && drawsInput
  const y = useMemo(() => ({ extent, name: facts?.targets[output] ?? '' }), [extent, facts, output])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const reading =
    step !== null && step < timeSteps
      ? say('inside.reading', {
          step: step + 1,
          input: formatValue(input[step] ?? Number.NaN, say),
          target: Number.isNaN(target[step])
            ? formatLoss(null, say)
            : formatValue(target[step] ?? Number.NaN, say),
          prediction: formatValue(prediction[step] ?? Number.NaN, say),
        })
      : say('inside.pointHint')
  const onKeyDown = (event: KeyboardEvent) => {
    const takesBack = touching.isOn && event.key === 'Escape' && touches.length > 0
    if (takesBack) store.getState().takeBackTouches()
    if (!takesBack && !(isOn && touching.onKey(event))) return pointing.onKeyDown(event)
    event.preventDefault()
    event.stopPropagation()
  }
  const dots = steps.filter((each) => each === step || timeSteps <= MOST_DOTS)
  return (
    <>
      <div className="reading-row">
        <p className="reading" data-testid="inside-reading" aria-live="polite">
          {reading}
        </p>
        <PinnedStep />
      </div>
      {touched && <TouchedLine touched={touched} />}
      <Plot
        x={x}
        y={y}
        height={HEIGHT}
        label={say('inside.windowPicture')}
        testId="inside-curve-plot"
        {...pointing}
        onKeyDown={onKeyDown}
        {...(isOn && { onGrab: touching.onGrab })}
      >
        {drawsInput && <Line x={steps} y={input} colour="var(--input)" dashes="4 3" />}
        <Line x={steps} y={target} colour="var(--target)" width={2.5} />
        <Line x={steps} y={prediction} colour="var(--prediction)" width={1.5} />
        {drawsInput && touchedInput !== input && (
          <Line x={steps} y={touchedInput} colour="var(--input)" width={2} />
        )}
        {curve && <Line x={steps} y={curve} colour="var(--touched)" width={2} dashes="6 4" />}
        {isOn && (
          <Dots
            x={dots}
            y={dots.map((each) => touchedInput[each] as number)}
            colour="var(--input)"
            canBeMoved
          />
        )}
        <Cross x={step} />
      </Plot>
    </>
  )
}

/** A column with the touches of its points: itself where there are none. */
function withTouches(input: ArrayLike<number>, touches: readonly Touch[], column: number): ArrayLike<number> {
  const own = touches.filter((touch) => touch.kind === 'input' && touch.column === column)
  if (own.length === 0) return input
  const touched = Float64Array.from(input)
  for (const touch of own) if (touch.kind === 'input') touched[touch.timeStep] = touch.value
  return touched
}
