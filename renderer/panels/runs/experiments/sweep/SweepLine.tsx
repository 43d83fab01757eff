import { SETTINGS } from '@contract/settings/settings'
import { type KeyboardEvent, useMemo } from 'react'
import { useSay } from '../../../../app-world'
import { niceEnd } from '../../../../charts/axes/y-range'
import { Cross } from '../../../../plots/Cross'
import { Dots } from '../../../../plots/Dots'
import { Line } from '../../../../plots/Line'
import { Band } from '../../../../plots/many/Band'
import { Crosses } from '../../../../plots/many/Crosses'
import { decadesAround } from '../../../../plots/numbers/decades'
import { Plot } from '../../../../plots/Plot'
import { shareOf } from '../../../../plots/plot-space'
import { stepOfKey } from '../../../../plots/step-keys'
import type { Cell } from '../../../../store/selectors/experiments/cells'
import type { SweepPlan } from '../../../../store/state/experiments/experiments-state'
import { valueAxis } from './value-axis'

const HEIGHT = 300

export type SweepPictureProps = {
  readonly plan: SweepPlan
  readonly cells: readonly Cell[]
  /** By its place. */
  readonly picked: number | null
  readonly pick: (cell: number | null) => void
}

/** What runs came to by the values of one setting. */
export function SweepLine({
  plan,
  cells,
  picked,
  pick,
  isLog,
}: SweepPictureProps & { readonly isLog: boolean }) {
  const say = useSay()
  const [varied] = plan.varied
  const { axis: x, places } = useMemo(() => valueAxis(varied, say), [varied, say])
  const points = useMemo(
    () =>
      cells.flatMap(({ cell, results }) =>
        [...results].map((result) => ({ x: places[cell] ?? Number.NaN, y: result })),
      ),
    [cells, places],
  )
  const y = useMemo(() => {
    const finite = points.map((point) => point.y).filter(Number.isFinite)
    const name = say('seedsView.loss')
    const decades = decadesAround(finite)
    if (isLog && decades) return { extent: decades, kind: 'log' as const, name }
    return { extent: { min: 0, max: niceEnd(Math.max(...finite, 0)) }, kind: 'linear' as const, name }
  }, [points, isLog, say])
  const line = (of: 'low' | 'median' | 'high') => cells.map((cell) => cell[of])
  const nearest = (at: number) => {
    const share = (value: number) => shareOf(value, x.extent, x.kind ?? 'linear')
    const distances = places.map((place) => Math.abs(share(place) - share(at)))
    return distances.indexOf(Math.min(...distances))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepOfKey(event, picked, places.length)
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    pick(next)
  }
  const finite = points.filter((point) => Number.isFinite(point.y))
  return (
    <Plot
      {...{ x, y }}
      height={HEIGHT}
      label={say('sweepView.linePicture', { settings: [SETTINGS[varied.setting].label] })}
      testId="sweep-plot"
      onPoint={(at) => at && pick(nearest(at.x))}
      onPress={(at) => pick(nearest(at.x))}
      onKeyDown={onKeyDown}
    >
      <Band x={places} low={line('low')} high={line('high')} colour="var(--prediction)" />
      <Cross x={picked === null ? null : (places[picked] ?? null)} />
      <Dots
        x={finite.map((point) => point.x)}
        y={finite.map((point) => point.y)}
        colour="var(--ghost)"
        radius={3}
        opacity={0.8}
      />
      <Line x={places} y={line('median')} colour="var(--prediction)" width={2.5} />
      <Crosses at={points.filter((point) => !Number.isFinite(point.y))} />
    </Plot>
  )
}
