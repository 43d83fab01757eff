import type { DataConfig } from '@contract/settings/run-config'
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useSay } from '../../../app-world'

type Parts = Pick<DataConfig, 'trainPercent' | 'validationPercent'>
type Props = { readonly parts: Parts; readonly onChange: (parts: Parts) => void }

const STEPS: { readonly [key: string]: number } = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

/** The three parts of a series in order of time; the two ends between them can be dragged, or moved by arrow keys. */
export function PartsBar({ parts, onChange }: Props) {
  const say = useSay()
  const bar = useRef<HTMLDivElement>(null)
  const { trainPercent, validationPercent } = parts
  const end = trainPercent + validationPercent
  const test = Math.max(0, 100 - end)
  /** The training part keeps at least 1 per cent; the validation part moves along, or gives way. */
  const moveTraining = (to: number) => {
    const percent = clamped(to, 1, 100)
    onChange({ trainPercent: percent, validationPercent: Math.min(Math.max(end - percent, 0), 99) })
  }
  const moveValidation = (to: number) =>
    onChange({
      trainPercent,
      validationPercent: clamped(to, trainPercent, Math.min(100, trainPercent + 99)) - trainPercent,
    })
  return (
    <fieldset className="parts" data-testid="data-parts">
      <legend className="visually-hidden">{say('openData.parts')}</legend>
      <div ref={bar} className="parts-bar">
        <span className="bar-part train" style={{ width: `${trainPercent}%` }} />
        <span className="bar-part validation" style={{ width: `${validationPercent}%` }} />
        <span className="bar-part test" style={{ width: `${test}%` }} />
        <Handle
          bar={bar}
          label={say('openData.endOfTraining')}
          at={trainPercent}
          least={1}
          testId="end-of-training"
          onMove={moveTraining}
        />
        <Handle
          bar={bar}
          label={say('openData.endOfValidation')}
          at={end}
          least={trainPercent}
          testId="end-of-validation"
          onMove={moveValidation}
        />
      </div>
      <p className="parts-words">
        <span className="part-word train">{say('openData.trainPart', { percent: trainPercent })}</span>
        <span className="part-word validation">
          {say('openData.validationPart', { percent: validationPercent })}
        </span>
        <span className="part-word test">{say('openData.testPart', { percent: test })}</span>
      </p>
    </fieldset>
  )
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(value), least), most)
}

type HandleProps = {
  readonly bar: { readonly current: HTMLDivElement | null }
  readonly label: string
  /** Per cent of the series before it. */
  readonly at: number
  readonly least: number
  readonly testId: string
  readonly onMove: (to: number) => void
}

function Handle({ bar, label, at, least, testId, onMove }: HandleProps) {
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const place = bar.current?.getBoundingClientRect()
    if (!place || !event.currentTarget.hasPointerCapture(event.pointerId)) return
    onMove((100 * (event.clientX - place.left)) / place.width)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    onMove(at + step)
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      className="part-end"
      data-testid={testId}
      style={{ left: `${Math.min(at, 100)}%` }}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={100}
      aria-valuenow={Math.min(at, 100)}
      aria-valuetext={`${Math.min(at, 100)}%`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  )
}
