import { type RefObject, useId } from 'react'

type Props = {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly testId: string
  /** What is drawn, and what its keys do. */
  readonly label: string
  readonly keys: string
  /** Whether a press drags the picture along, or says where to look. */
  readonly kind: 'navigable' | 'pressable'
  /** Where its crosshair stands at first, and between which ends, for charts that do not say so themselves. */
  readonly value?: number
  readonly min?: number
  readonly max?: number
}

/** The canvas of a chart with a crosshair: a slider whose keys are described to those who cannot see it. */
export function ChartSlider({ canvas, testId, label, keys, kind, value = 0, min, max }: Props) {
  const id = useId()
  return (
    <>
      <p id={id} className="visually-hidden">
        {keys}
      </p>
      <canvas
        ref={canvas}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={id}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value}
        className={kind}
        data-testid={testId}
      />
    </>
  )
}
