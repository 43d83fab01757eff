import type { ExperimentRun } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { useMemo } from 'react'
import { useSay } from '../../../../app-world'
import { Cross } from '../../../../plots/Cross'
import { Line } from '../../../../plots/Line'
import { Crosses } from '../../../../plots/many/Crosses'
import { Until } from '../../../../plots/many/Until'
import { Plot } from '../../../../plots/Plot'
import type { Lane, RaceBy } from '../../../../store/selectors/experiments/race/lane-clock'
import { firstColumn, lossLine, windowAt } from '../../../../store/selectors/experiments/race/lane-pictures'
import { racing } from '../../../../store/selectors/experiments/race/race-clock'
import { laneMark } from './lane-marks'
import type { Axes } from './use-race-axes'

const HEIGHTS = { prediction: 130, loss: 130 }

/** The newest window of a lane, as it was predicted. */
export function LanePrediction({
  run,
  lane,
  name,
  update,
  axes,
}: {
  readonly run: ExperimentRun
  readonly lane: Lane
  readonly name: Text
  /** Updates that it has made. */
  readonly update: number
  readonly axes: Axes
}) {
  const say = useSay()
  const window = windowAt(run, update)
  const drawn = useMemo(() => {
    if (!window) return null
    const targets = firstColumn(window.targets, lane.outputs)
    const steps = targets.map((_, step) => step + 1)
    return { steps, targets, predictions: firstColumn(window.predictions, lane.outputs) }
  }, [window, lane.outputs])
  return (
    <Plot
      x={axes.step}
      y={axes.value}
      height={HEIGHTS.prediction}
      label={say('race.prediction', { lane: name, update: window?.update ?? 0 })}
      testId={`race-prediction-${lane.index}`}
    >
      {drawn && (
        <>
          <Line x={drawn.steps} y={drawn.targets} colour="var(--target)" width={2.5} />
          <Line x={drawn.steps} y={drawn.predictions} colour={laneMark(lane.index).colour} width={1.75} />
        </>
      )}
    </Plot>
  )
}

/** The loss of a lane up to the moment that is shown, over those of the others. */
export function LaneLoss({
  lane,
  lanes,
  name,
  by,
  cursor,
  axes,
}: {
  readonly lane: Lane
  readonly lanes: readonly Lane[]
  readonly name: Text
  readonly by: RaceBy
  readonly cursor: number
  readonly axes: Axes
}) {
  const say = useSay()
  const { colour, dashes } = laneMark(lane.index)
  const { run } = lane
  const others = useMemo(
    () =>
      racing(lanes)
        .filter((other) => other !== run)
        .map((other) => (
          <Line key={other.index} {...lossLine(other, by)} colour="var(--ghost)" width={1} opacity={0.7} />
        )),
    [lanes, run, by],
  )
  const own = useMemo(() => {
    if (!run) return null
    const { x, y, broke } = lossLine(run, by)
    return (
      <>
        <Line x={x} y={y} colour="var(--surface)" width={4} />
        <Line x={x} y={y} colour={colour} width={2} {...(dashes && { dashes })} />
        {broke && <Crosses at={[broke]} />}
      </>
    )
  }, [run, by, colour, dashes])
  return (
    <Plot
      x={axes.progress}
      y={axes.loss}
      height={HEIGHTS.loss}
      label={say('race.lossPicture', { lane: name })}
      testId={`race-loss-${lane.index}`}
    >
      <Until x={cursor}>
        {others}
        {own}
      </Until>
      <Cross x={cursor} />
    </Plot>
  )
}
