import type { InsideStates } from '@contract/inside/states'
import { text } from '@contract/language/texts'
import { useMemo, useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { seriesRange } from '../../../charts/axes/y-range'
import { Line } from '../../../plots/Line'
import { nearest } from '../../../plots/numbers/nearest'
import { Plot } from '../../../plots/Plot'
import { Points } from '../../../plots/Points'
import { LegendKey } from '../../stage/chart/LegendKey'
import { useInside } from '../frame/use-inside'
import { useStepPointing } from '../frame/use-step-pointing'
import { useWindowColumns } from '../frame/use-window-columns'
import { ViewCard } from '../frame/ViewCard'
import { SQUARE_HEIGHT } from './EigenvaluesCard'

type Over = 'input' | 'delay'

/** The curve one time step later: what it was before stands in its place. */
function delayed(values: Float32Array): Float32Array {
  const before = new Float32Array(values.length).fill(Number.NaN)
  before.set(values.subarray(0, -1), 1)
  return before
}

function rangeOf(...curves: readonly Float32Array[]) {
  const all = curves.flatMap((curve) => [...curve]).filter(Number.isFinite)
  return all.length === 0 ? { min: -1, max: 1 } : seriesRange(Math.min(...all), Math.max(...all))
}

/** Target and prediction over the input, or over what they were one time step before. */
export function PhaseCard() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const [over, put] = useState<Over>('input')
  const known = useInside({ kind: 'states' }, place)
  const found = known?.found
  const states = found && 'value' in found ? found.value : null
  const { facts, output, input: column } = useWindowColumns()
  const names = { input: facts?.inputs[column] ?? '', target: facts?.targets[output] ?? '' }
  const curves = useMemo(
    () => states && curvesOf(states, output, column, over),
    [states, output, column, over],
  )
  return (
    <ViewCard
      place={place}
      testId="inside-phase"
      title={say('dynamics.phaseTitle')}
      help={say('dynamics.phaseHelp')}
      controls={
        <select
          className="select small"
          aria-label={say('dynamics.phaseOver')}
          data-testid="phase-over"
          value={over}
          onChange={(event) => put(event.target.value as Over)}
        >
          <option value="input">{say('dynamics.phaseInput')}</option>
          <option value="delay">{say('dynamics.phaseDelay')}</option>
        </select>
      }
      table={
        curves &&
        (() => ({
          columns: [
            text('inside.timeStep'),
            text('inside.columnInput', { name: names.input }),
            text('inside.columnTarget', { name: names.target }),
            text('inside.columnPrediction', { name: names.target }),
          ],
          rows: Array.from(curves.input, (value, t) =>
            [t + 1, value, curves.target[t], curves.prediction[t]].map((cell) =>
              cell === undefined || Number.isNaN(cell) ? null : cell,
            ),
          ),
        }))
      }
    >
      {curves && <Portrait curves={curves} over={over} />}
    </ViewCard>
  )
}

function curvesOf(
  { inputs, targets, predictions }: InsideStates,
  output: number,
  column: number,
  over: Over,
) {
  const none = new Float32Array(0)
  const [input, target, prediction] = [
    inputs[column] ?? none,
    targets[output] ?? none,
    predictions[output] ?? none,
  ]
  const [targetX, predictionX] = over === 'input' ? [input, input] : [delayed(target), delayed(prediction)]
  return { input, target, prediction, targetX, predictionX }
}

function Portrait({
  curves: { target, prediction, targetX, predictionX },
  over,
}: {
  readonly curves: ReturnType<typeof curvesOf>
  readonly over: Over
}) {
  const say = useSay()
  const { store } = useWorld()
  const step = useAppState((state) => state.insideStep)
  const timeSteps = prediction.length
  const { onKeyDown, pin } = useStepPointing(timeSteps)
  const nearestTo = (at: { readonly x: number; readonly y: number }) => nearest(predictionX, prediction, at)
  const x = useMemo(() => rangeOf(targetX, predictionX), [targetX, predictionX])
  const y = useMemo(() => rangeOf(target, prediction), [target, prediction])
  const isThere = step !== null && step < timeSteps
  const at = (values: Float32Array) => (isThere ? values.subarray(step, step + 1) : [])
  return (
    <div className="plot-square">
      <Plot
        x={{ extent: x, name: say(over === 'input' ? 'dynamics.axisInput' : 'dynamics.axisBefore') }}
        y={{ extent: y, name: say('dynamics.output') }}
        height={SQUARE_HEIGHT}
        label={say('dynamics.phasePicture')}
        testId="inside-phase-plot"
        onKeyDown={onKeyDown}
        onPoint={(pointed) => {
          const near = pointed && nearestTo(pointed)
          if (near !== null) store.getState().passOverStep(near)
        }}
        onPress={(pressed) => {
          const near = nearestTo(pressed)
          if (near !== null) pin(near)
        }}
      >
        <Line x={targetX} y={target} colour="var(--target)" width={2.5} />
        <Line x={predictionX} y={prediction} colour="var(--prediction)" />
        <Points x={predictionX} y={prediction} shape="dot" size={2.5} colour="var(--prediction)" />
        <Points x={at(targetX)} y={at(target)} shape="diamond" size={6} colour="var(--target)" />
        <Points x={at(predictionX)} y={at(prediction)} shape="ring" size={8} colour="var(--prediction)" />
      </Plot>
      <p className="legend">
        <LegendKey line="target">{say('stage.target')}</LegendKey>
        <LegendKey line="prediction">{say('stage.prediction')}</LegendKey>
      </p>
    </div>
  )
}
