import type { AxisTimes } from '@contract/data/axis-times'
import { PARTS, type PartName, type PartRange } from '@contract/data/parts'
import { text } from '@contract/language/texts'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
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

/** Where a key leads a cut from `at`, all in per cent; null for other keys. */
function cutByKey(key: string, at: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - 1
    case 'ArrowRight':
    case 'ArrowUp':
      return at + 1
    case 'PageUp':
      return at + 5
    case 'PageDown':
      return at - 5
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
export function PartsStrip(props: {
  readonly rows: number
  readonly times: AxisTimes
  readonly parts: Readonly<Record<PartName, PartRange>>
}) {
  const { rows, times, parts } = props
  const say = useSay()
  const { commands } = useWorld()
  const { trainPercent, validationPercent } = useAppState(dataShown)
  const cuts = { train: trainPercent, validation: trainPercent + validationPercent }

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
    const to = cutByKey(event.key, cuts[cut])
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    move(cut, to)
  }

  function onPointerMove(event: PointerEvent<HTMLElement>, cut: Cut) {
    const strip = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!strip || strip.width === 0 || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    move(cut, Math.round(((event.clientX - strip.left) / strip.width) * 100))
  }

  return (
    <div className="parts-strip" data-testid="parts">
      {PARTS.map((part) => {
        const { from, to } = parts[part]
        return (
          <div
            key={part}
            className={`part ${part}`}
            style={{ left: `${(from / rows) * 100}%`, width: `${((to - from) / rows) * 100}%` }}
          >
            <span>{say('dataPicture.percent', { percent: percentOf(part, cuts) })}</span>
          </div>
        )
      })}
      {(['train', 'validation'] as const).map((cut) => (
        <div
          key={cut}
          className={`part-handle ${cut}`}
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
          style={{ left: `${(parts[cut].to / rows) * 100}%` }}
          data-testid={`cut-${cut}`}
          onKeyDown={(event) => onKeyDown(event, cut)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => onPointerMove(event, cut)}
        />
      ))}
    </div>
  )
}
