import type { InsideStates } from '@contract/inside/states'
import { useMemo, useRef } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { seriesRange } from '../../../charts/axes/y-range'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { Plot } from '../../../plots/Plot'
import { shownOutput } from '../../../store/state/shown-curves'
import { formatValue } from '../../../store/words/format'
import { timeStepAxis } from './time-step-axis'
import { useInside } from './use-inside'
import { useStepPointing } from './use-step-pointing'
import { ViewCard } from './ViewCard'

const HEIGHT = 190

/** The numbers from 0 on, as many as there are time steps. */
export function stepNumbers(timeSteps: number): readonly number[] {
  return Array.from({ length: timeSteps }, (_, i) => i)
}

/** The window that is looked into: what goes in, what should come out, and what does. Every view stands under it. */
export function WindowCurve() {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const known = useInside({ kind: 'states' }, place)
  const found = known?.found
  return (
    <ViewCard
      place={place}
      testId="inside-curve"
      title={say('inside.window')}
      summary={known ? say('inside.lookedAt', { update: known.update }) : say('inside.coming')}
      table={null}
    >
      {found && 'problem' in found && (
        <p className="problem" role="alert">
          {say(found.problem)}
        </p>
      )}
      {found && 'value' in found && <Curves states={found.value} />}
    </ViewCard>
  )
}

function Curves({ states }: { readonly states: InsideStates }) {
  const say = useSay()
  const { timeSteps, inputs, targets, predictions } = states
  const output = Math.min(useAppState(shownOutput), targets.length - 1)
  const step = useAppState((state) => state.insideStep)
  const names = useAppState((state) => state.description?.facts)
  const pointing = useStepPointing(timeSteps)
  const steps = useMemo(() => stepNumbers(timeSteps), [timeSteps])
  const [input, target, prediction] = [inputs[0] ?? [], targets[output] ?? [], predictions[output] ?? []]
  const y = useMemo(() => {
    const all = [...input, ...target, ...prediction].filter(Number.isFinite)
    return { extent: seriesRange(Math.min(...all), Math.max(...all)), name: names?.targets[output] ?? '' }
  }, [input, target, prediction, names, output])
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
        <Line x={steps} y={input} colour="var(--input)" dashes="4 3" />
        <Line x={steps} y={target} colour="var(--target)" width={2.5} />
        <Line x={steps} y={prediction} colour="var(--prediction)" width={1.5} />
        <Cross x={step} />
      </Plot>
    </>
  )
}
