import type { InsideGradient } from '@contract/inside/gradient'
import { text } from '@contract/language/texts'
import { useMemo } from 'react'
import { useSay } from '../../../app-world'
import { countTicks } from '../../../charts/axes/ticks'
import { Cross } from '../../../plots/Cross'
import { Line } from '../../../plots/Line'
import { decadesAround } from '../../../plots/numbers/decades'
import { Plot } from '../../../plots/Plot'
import { stepNumbers } from '../frame/time-step-axis'
import { ViewCard } from '../frame/ViewCard'

const HEIGHT = 180
/** From here on a gradient counts as having arrived. */
const ARRIVED = 0.01

/** A line of a slope through the middle of the ratios, as least squares have it; null where there is no slope. */
export function fittedLine(ratios: Float64Array, slope: number | null): Float64Array | null {
  if (slope === null || !Number.isFinite(slope)) return null
  const first = ratios.indexOf(0)
  const known = [...ratios.subarray(0, first < 0 ? ratios.length : first)].flatMap((ratio, distance) =>
    Number.isNaN(ratio) ? [] : [[distance, Math.log10(ratio)] as const],
  )
  const mean = (of: (point: readonly [number, number]) => number) =>
    known.reduce((sum, point) => sum + of(point), 0) / known.length
  const level = mean(([, decades]) => decades) - slope * mean(([distance]) => distance)
  return ratios.map((_, distance) => 10 ** (level + slope * distance))
}

/** What is left of a gradient by the distance that it has gone, with its slope and its reach. */
export function Falloff({
  gradient: { ratios, slope, reach, timeSteps },
}: {
  readonly gradient: InsideGradient
}) {
  const say = useSay()
  const distances = useMemo(() => stepNumbers(timeSteps), [timeSteps])
  const line = useMemo(() => fittedLine(ratios, slope), [ratios, slope])
  const x = useMemo(
    () => ({
      extent: { min: 0, max: Math.max(1, timeSteps - 1) },
      name: say('gradient.distance'),
      ticks: countTicks(0, timeSteps - 1, 10),
    }),
    [timeSteps, say],
  )
  const y = useMemo(() => {
    const extent = decadesAround([...ratios, ARRIVED / 2])
    return extent && { extent, name: say('gradient.share'), kind: 'log' as const }
  }, [ratios, say])
  if (!y || reach === null) return null
  return (
    <ViewCard
      testId="inside-gradient-falloff"
      title={say('gradient.falloffTitle')}
      help={say('gradient.falloffHelp')}
      table={() => ({
        columns: [text('gradient.distance'), text('gradient.share')],
        rows: Array.from(ratios, (ratio, distance) => [distance, Number.isNaN(ratio) ? null : ratio]),
      })}
    >
      <Plot {...{ x, y }} height={HEIGHT} label={say('gradient.falloffPicture')} testId="gradient-falloff">
        {line && <Line x={distances} y={line} colour="var(--ink-soft)" dashes="5 4" />}
        <Line x={distances} y={ratios} colour="var(--norm)" width={2} />
        <Cross x={reach} y={ARRIVED} />
      </Plot>
    </ViewCard>
  )
}
