import { useMemo } from 'react'
import { useSay } from '../../../../app-world'
import { formatValue } from '../../../../store/words/format'
import { largestFirst } from '../largest'
import type { NamedWeight } from './weights-of-unit'

/** Weights that are shown before the rest is folded away. */
const MOST = 8

type Props = {
  readonly id: string
  readonly title: string
  readonly weights: readonly NamedWeight[]
}

/** Weights as bars to the left and to the right of 0, the largest first. */
export function WeightBars({ id, title, weights }: Props) {
  const say = useSay()
  const { first, rest } = useMemo(() => largestFirst(weights, ({ weight }) => weight, MOST), [weights])
  const reach = Math.abs(first[0]?.weight ?? 0) || 1
  const rows = (of: readonly NamedWeight[]) => (
    <ol className="weight-bars">
      {of.map(({ name, weight }, row) => {
        const share = (50 * Math.abs(weight)) / reach
        const side = weight < 0 ? { right: '50%' } : { left: '50%' }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in the order
          <li key={row}>
            <span className="weight-name">{say(name)}</span>
            <span className="weight-room" aria-hidden="true">
              <span
                className={weight < 0 ? 'weight-bar below' : 'weight-bar'}
                style={{ width: `${share}%`, ...side }}
              />
            </span>
            <span className="weight-number">{formatValue(weight, say)}</span>
          </li>
        )
      })}
    </ol>
  )
  return (
    <div className="weight-list" data-testid={`inside-weights-${id}`}>
      <h3 className="inside-part">{title}</h3>
      {rows(first)}
      {rest.length > 0 && (
        <details>
          <summary>
            {say('states.moreWeights', {
              count: rest.length,
              most: formatValue(Math.abs(rest[0]?.weight ?? 0), say),
            })}
          </summary>
          {rows(rest)}
        </details>
      )}
    </div>
  )
}
