import { useSay } from '../../app-world'

/**
 * The hidden state that a moment carries on, a cell for each unit: the network's memory. One colour for negative numbers and
 * one for positive ones, from nothing at 0 to all of it at 1.
 *
 * @param props.carried [hidden]
 */
export function CarriedState({ carried }: { readonly carried: Float32Array }) {
  const say = useSay()
  const units = carried.length
  if (units === 0) return null
  const [least, greatest] = [Math.min(...carried), Math.max(...carried)]
  const words = say('rail.carriedPicture', { units, least, greatest })
  return (
    <span className="rail-carried">
      <span aria-hidden="true">{say('rail.carried')}</span>
      <svg
        role="img"
        aria-label={words}
        viewBox={`0 0 ${units} 1`}
        preserveAspectRatio="none"
        data-testid="rail-carried"
      >
        <title>{words}</title>
        {[...carried].map((value, unit) => (
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
        ))}
      </svg>
    </span>
  )
}
