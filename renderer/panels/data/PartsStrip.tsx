import type { AxisTimes } from '@contract/data/axis-times'
import { PARTS, type PartName, type PartRange } from '@contract/data/parts'
import { text } from '@contract/language/texts'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import type { SeriesView } from '../../charts/series/series-chart'
import { dataShown } from '../../store/selectors/selectors'
import { timeText } from '../../store/words/axis-words'
import { formatSetting } from '../../store/words/format'
import { PART_NAMES } from './part-names'

/** Where a part ends that can be ended elsewhere: the test part ends with the series. */
type Cut = 'train' | 'validation'

const CUT_NAMES = {
  train: text('dataPicture.trainEnd'),
  validation: text('dataPicture.validationEnd'),
} as const
/** The training part cannot be empty. */
const LEAST_TRAINING = 1

/** A cut moves by whole per cent, and by a tenth of that for every ten times nearer that it is looked at, down to 0.001. */
function stepOf(share: number): number {
  const digits = Math.min(Math.max(Math.floor(-Math.log10(share) + 1e-9), 0), 3)
  return Number((0.1 ** digits).toFixed(3))
}

/** Where a key leads a cut from `at`, all in per cent; null for other keys. */
function cutByKey(key: string, at: number, step: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step
    case 'PageUp':
      return at + 5 * step
    case 'PageDown':
      return at - 5 * step
    case 'Home':
      return 0
    case 'End':
      return 100
    default:
      return null
  }
}

/** What a part has of the whole, in per cent, without what a difference leaves of rounding. */
function percentOf(part: PartName, { train, validation }: Readonly<Record<Cut, number>>): number {
  const percent = { train, validation: validation - train, test: 100 - validation }[part]
  return Number(percent.toFixed(3))
}

/** What each part is and how much of the series it has, beside its tint. */
export function PartsLegend({ parts }: { readonly parts: Readonly<Record<PartName, PartRange>> }) {
  const say = useSay()
  const { trainPercent: train, validationPercent } = useAppState(dataShown)
  const cuts = { train, validation: train + validationPercent }
  return (
    <div className="legend" data-testid="parts-legend">
      {PARTS.map((part) => (
        <span key={part} className="legend-key">
          <span className={`legend-part ${part}`} aria-hidden="true" />
          {say('dataPicture.share', {
            part: PART_NAMES[part],
            percent: percentOf(part, cuts),
            rows: parts[part].to - parts[part].from,
          })}
        </span>
      ))}
    </div>
  )
}

/** The parts of a series above its picture, with a handle where one ends and the next begins. */
export function PartsStrip(props: { readonly times: AxisTimes; readonly view: SeriesView }) {
  const { times, view } = props
  const { parts, picture, span } = view
  const { rows } = picture
  const say = useSay()
  const { commands } = useWorld()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const cuts = { train: trainPercent, validation: trainPercent + validationPercent }

  const inSight = span.max - span.min
  const step = stepOf(inSight / rows)
  /** Where a row begins, as a share of what is in sight: 0 at its left edge and before it, 1 at its right edge and beyond. */
  const placeOf = (row: number) => Math.min(Math.max((row - 0.5 - span.min) / inSight, 0), 1)
  const isBeyond = (row: number) => row - 0.5 < span.min || row - 0.5 > span.max

  /** The other cut stays where it is, or is pushed along. */
  function move(cut: Cut, wanted: number) {
    const at = Math.min(Math.max(Number(wanted.toFixed(3)), LEAST_TRAINING), 100)
    const train = cut === 'train' ? at : Math.min(trainPercent, at)
    const end = cut === 'train' ? Math.max(cuts.validation, at) : at
    if (train !== trainPercent) commands.editSetting('trainPercent', formatSetting(train))
    const validation = Number((end - train).toFixed(3))
    if (validation !== validationPercent) commands.editSetting('validationPercent', formatSetting(validation))
  }

  function onKeyDown(event: KeyboardEvent, cut: Cut) {
    const to = cutByKey(event.key, cuts[cut], step)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(cut, to)
  }

  function onPointerMove(event: PointerEvent<HTMLElement>, cut: Cut) {
    const strip = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!strip || strip.width === 0 || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    const row = span.min + ((event.clientX - strip.left) / strip.width) * inSight + 0.5
    move(cut, Math.round((100 * row) / rows / step) * step)
  }

  return (
    <div className="parts-strip" data-testid="parts">
      {PARTS.map((part) => {
        const { from, to } = parts[part]
        return (
          <div
            key={part}
            className={`part ${part}`}
            style={{ left: `${placeOf(from) * 100}%`, width: `${(placeOf(to) - placeOf(from)) * 100}%` }}
          >
            <span>{say('dataPicture.percent', { percent: percentOf(part, cuts) })}</span>
          </div>
        )
      })}
      {(['train', 'validation'] as const).map((cut) => (
        <div
          key={cut}
          className={`part-handle ${cut}${isBeyond(parts[cut].to) ? ' beyond' : ''}`}
          role="slider"
          tabIndex={0}
          aria-label={say(CUT_NAMES[cut])}
          aria-valuemin={LEAST_TRAINING}
          aria-valuemax={100}
          aria-valuenow={cuts[cut]}
          aria-valuetext={say('dataPicture.cutAt', {
            percent: Number(cuts[cut].toFixed(3)),
            row: parts[cut].to,
            time: timeText(times, Math.max(0, parts[cut].to - 1)),
          })}
          title={say(CUT_NAMES[cut])}
          style={{ left: `${placeOf(parts[cut].to) * 100}%` }}
          data-testid={`cut-${cut}`}
          onKeyDown={(event) => onKeyDown(event, cut)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => onPointerMove(event, cut)}
        />
      ))}
    </div>
  )
}
