import { SETTINGS } from '@contract/settings/settings'
import { type KeyboardEvent, useMemo } from 'react'
import { useSay } from '../../../../app-world'
import { ColourScale } from '../../../../plots/ColourScale'
import { type Field, Fields } from '../../../../plots/many/Fields'
import { Plot } from '../../../../plots/Plot'
import { SEQUENTIAL } from '../../../../plots/palette'
import { byMedian } from '../../../../store/selectors/experiments/cells'
import type { SweepPictureProps } from './SweepLine'
import { sideBySide } from './value-axis'

/** Of a row of fields, and of the whole picture, in pixels. */
const ROW = 34
const HEIGHTS = { least: 160, most: 520, axes: 42 }

/** What runs came to by the values of two settings: the first from below to above, the second from left to right. */
export function SweepHeat({ plan, cells, picked, pick }: SweepPictureProps) {
  const say = useSay()
  const [rows, columns] = plan.varied
  const y = useMemo(() => sideBySide(rows, say, 'up').axis, [rows, say])
  const x = useMemo(() => sideBySide(columns ?? rows, say).axis, [columns, rows, say])
  const ranked = byMedian(cells)
  const [least, most] = [ranked[0]?.median ?? 1, ranked.at(-1)?.median ?? 1]
  const fields = useMemo(
    () =>
      cells.map<Field>(({ at: [row = 0, column = 0], n, diverged, median }) => ({
        x: column,
        y: row,
        value: Number.isFinite(median) ? logShare(median, least, most) : null,
        hatched: n === 0 ? 0 : diverged / n,
        words: diverged === 0 ? '' : say('sweepView.ofRuns', { diverged, n }),
      })),
    [cells, least, most, say],
  )
  const width = columns?.values.length ?? 1
  const height = Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, HEIGHTS.axes + ROW * rows.values.length))
  const at = (place: { readonly x: number; readonly y: number }) =>
    within(Math.round(place.y), rows.values.length) * width + within(Math.round(place.x), width)
  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event, picked, { width, height: rows.values.length })
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    pick(next)
  }
  const settings = plan.varied.map(({ setting }) => SETTINGS[setting].label)
  return (
    <>
      {ranked.length > 0 && (
        <ColourScale
          palette={SEQUENTIAL}
          ends={{ min: least, max: most }}
          name={say('sweepView.scale')}
          write={(value) => say('figures.loss', { value })}
        />
      )}
      <Plot
        {...{ x, y, height }}
        label={say('sweepView.heatPicture', { settings })}
        testId="sweep-plot"
        onPress={(place) => pick(at(place))}
        onKeyDown={onKeyDown}
      >
        <Fields fields={fields} palette={SEQUENTIAL} picked={picked} />
      </Plot>
    </>
  )
}

/** Where a median stands between the least and the greatest, by proportion. */
export function logShare(median: number, least: number, most: number): number {
  if (!(most > least)) return 0
  if (!(least > 0)) return (median - least) / (most - least)
  return Math.log(median / least) / Math.log(most / least)
}

function within(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, place))
}

/** Where a key leads among the fields; undefined for one that leads nowhere. */
function target(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  picked: number | null,
  { width, height }: { readonly width: number; readonly height: number },
): number | null | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  const [row, column] = picked === null ? [0, 0] : [Math.floor(picked / width), picked % width]
  const to = (toRow: number, toColumn: number) =>
    picked === null ? 0 : within(toRow, height) * width + within(toColumn, width)
  switch (key) {
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowUp':
      return to(row + 1, column)
    case 'ArrowDown':
      return to(row - 1, column)
    case 'Escape':
      return null
    default:
      return undefined
  }
}
