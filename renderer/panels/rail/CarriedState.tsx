import { text } from '@contract/language/texts'
import { memo } from 'react'
import { useSay } from '../../app-world'

/**
 * A cell for each unit. One colour for negative numbers and one for positive ones, from nothing at 0 to all of it at 1. Only
 * other numbers render it anew, whatever is said of them.
 */
const Cells = memo(function Cells({ carried }: { readonly carried: Float32Array }) {
  return [...carried].map((value, unit) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place.
      key={unit}
      className={value < 0 ? 'negative' : 'positive'}
      x={unit}
      y={0}
      width={1}
      height={1}
      fillOpacity={Math.min(1, Math.abs(value))}
    />
  ))
})

/**
 * The hidden state that a moment carries on: the network's memory.
 *
 * @param props.carried [hidden]
 * @param props.of the update that it is of, where that is one near the moment; `isNearest` where none that is kept is nearer
 */
export function CarriedState({
  carried,
  of,
}: {
  readonly carried: Float32Array
  readonly of: { readonly update: number; readonly isNearest: boolean } | null
}) {
  const say = useSay()
  const units = carried.length
  if (units === 0) return null
  const [least, greatest] = [Math.min(...carried), Math.max(...carried)]
  const near = of && text('rail.stateAfter', of)
  const words = say('rail.carriedPicture', { of: near, units, least, greatest })
  return (
    <span className="rail-carried">
      <span aria-hidden="true" data-testid="rail-carried-words">
        {near ? say(near) : say('rail.carried')}
      </span>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${units} 1`}
        preserveAspectRatio="none"
        data-testid="rail-carried"
      >
        <title>{words}</title>
        <Cells carried={carried} />
      </svg>
    </span>
  )
}
