import { useMemo } from 'react'
import { useSay } from '../../../../app-world'
import { countTicks } from '../../../../charts/axes/ticks'
import { seriesRange } from '../../../../charts/axes/y-range'
import { decadesAround } from '../../../../plots/numbers/decades'
import type { PlotAxis } from '../../../../plots/Plot'
import type { Lane, RaceBy } from '../../../../store/selectors/experiments/race/lane-clock'
import { axesOf } from '../../../../store/selectors/experiments/race/lane-pictures'

/** Over the range of the targets there is so much room for predictions, as a share of it. */
const AROUND_TARGETS = 0.25
const MOST_TICKS = 5

/** The axes of the charts of all lanes: the same in each. */
export type Axes = {
  readonly step: PlotAxis
  readonly value: PlotAxis
  readonly progress: PlotAxis
  readonly loss: PlotAxis
}

export function useRaceAxes(lanes: readonly Lane[], by: RaceBy): Axes {
  const say = useSay()
  return useMemo(() => {
    const { end, least, greatest, timeSteps, losses } = axesOf(lanes, by)
    const air = (greatest - least) * AROUND_TARGETS
    const last = Math.max(2, timeSteps)
    const whole = Math.max(2, end)
    return {
      step: {
        extent: { min: 1, max: last },
        ticks: countTicks(1, last, MOST_TICKS),
        name: say('race.timeStep'),
      },
      value: { extent: seriesRange(least - air, greatest + air), name: say('race.value') },
      progress:
        by === 'updates'
          ? {
              extent: { min: 0, max: whole },
              ticks: countTicks(0, whole, MOST_TICKS),
              name: say('race.update'),
            }
          : { extent: { min: 0, max: end || 1 }, name: say('race.seconds') },
      loss: {
        extent: decadesAround(losses) ?? { min: 0.1, max: 1 },
        kind: 'log',
        name: say('race.loss'),
      },
    }
  }, [lanes, by, say])
}
