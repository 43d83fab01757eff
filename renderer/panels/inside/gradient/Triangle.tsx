import type { InsideGradient } from '@contract/inside/gradient'
import { text } from '@contract/language/texts'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { countTicks } from '../../../charts/axes/ticks'
import { ColourScale } from '../../../plots/ColourScale'
import { Cross } from '../../../plots/Cross'
import { Heat } from '../../../plots/Heat'
import { decadesAround } from '../../../plots/numbers/decades'
import { Plot, type PlotAxis } from '../../../plots/Plot'
import { SEQUENTIAL } from '../../../plots/palette'
import { type Extent, shareOf } from '../../../plots/plot-space'
import { Wall } from '../../../plots/Wall'
import { timeStepAxis } from '../frame/time-step-axis'
import { useStepPointing } from '../frame/use-step-pointing'
import type { ViewTable } from '../frame/ViewCard'
import { readingAt } from './gradient-words'

const HEIGHT = 260
/** What is smaller by more powers of ten has the colour of the least. */
const MOST_DECADES = 8
const WHOLE: Extent = { min: 0, max: 1 }

/** The rows as they are followed, and the last on top: their losses are later. */
function lossAxis({ rows, timeSteps }: InsideGradient, name: string): PlotAxis {
  const all = timeStepAxis(rows.length, name)
  if (rows.length === timeSteps) return all
  return {
    ...all,
    ticks: countTicks(0, rows.length - 1, 6),
    write: (at) => String((rows[at] ?? Number.NaN) + 1),
  }
}

/** Norms by where they stand on a logarithmic scale, from 0 to 1, and the last row first. */
function upsideDown({ norms, rows, timeSteps }: InsideGradient, ends: Extent | null): Float64Array {
  return norms.map((_, i) => {
    const row = rows.length - 1 - Math.floor(i / timeSteps)
    const norm = norms[row * timeSteps + (i % timeSteps)] as number
    return ends ? shareOf(norm, ends, 'log') : Number.NaN
  })
}

/** A row for each loss that is followed. */
export function triangleTable({ norms, rows, timeSteps }: InsideGradient): ViewTable {
  return {
    columns: [text('gradient.lossOf'), ...Array.from({ length: timeSteps }, (_, t) => String(t + 1))],
    rows: rows.map((last, row) => [
      last + 1,
      ...Array.from(norms.subarray(row * timeSteps, (row + 1) * timeSteps), (norm) =>
        Number.isNaN(norm) ? null : norm,
      ),
    ]),
  }
}

/** The gradient of each loss by each hidden state before it, as colours. */
export function Triangle({ gradient }: { readonly gradient: InsideGradient }) {
  const say = useSay()
  const { norms, rows, timeSteps } = gradient
  const step = useAppState((state) => state.insideStep)
  const [picked, pick] = useState<number | null>(null)
  const row = picked === null ? rows.length - 1 : Math.min(picked, rows.length - 1)
  const pointing = useStepPointing(timeSteps)
  const ends = useMemo(() => decadesAround(norms, MOST_DECADES), [norms])
  const cells = useMemo(() => upsideDown(gradient, ends), [gradient, ends])
  const x = useMemo(() => timeStepAxis(timeSteps, say('inside.timeStep')), [timeSteps, say])
  const y = useMemo(() => lossAxis(gradient, say('gradient.lossOf')), [gradient, say])
  if (!ends) return null
  const toRow = (to: number) => pick(Math.min(rows.length - 1, Math.max(0, Math.round(to))))
  const isThere = step !== null && step < timeSteps
  return (
    <>
      <p className="reading" data-testid="gradient-reading" aria-live="polite">
        {isThere ? say(readingAt(gradient, row, step)) : say('gradient.hint')}
      </p>
      <Plot
        {...{ x, y }}
        height={HEIGHT}
        label={say('gradient.picture', { steps: timeSteps })}
        testId="gradient-triangle"
        onPoint={(at) => {
          pointing.onPoint(at)
          if (at) toRow(at.y)
        }}
        onPress={pointing.onPress}
        onKeyDown={(event: KeyboardEvent) => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
          if (by === undefined) return pointing.onKeyDown(event)
          event.preventDefault()
          toRow(row + by)
        }}
      >
        <Heat
          values={cells}
          rows={rows.length}
          columns={timeSteps}
          reach={WHOLE}
          palette={SEQUENTIAL}
          across={x.extent}
          up={y.extent}
        />
        <Wall />
        <Cross x={isThere ? step : null} y={isThere ? row : null} />
      </Plot>
      <ColourScale palette={SEQUENTIAL} ends={ends} name={say('gradient.scale')} />
      <WallNote />
    </>
  )
}

/** Says what the wall at the left edge is. */
export function WallNote() {
  const say = useSay()
  return (
    <p className="wall-note">
      <i aria-hidden="true" />
      {say('gradient.wall')}
    </p>
  )
}
