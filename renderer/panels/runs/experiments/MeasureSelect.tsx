import type { Text } from '@contract/language/text'
import { useSay, useWorld } from '../../../app-world'
import type { Measure } from '../../../store/state/experiments/experiments-state'

const MEASURES = ['validation', 'loss'] as const satisfies readonly Measure[]

/** By which loss runs are compared, where they have two. */
export function MeasureSelect({
  measure,
  label,
  names,
  testId,
}: {
  readonly measure: Measure
  readonly label: Text
  readonly names: Readonly<Record<Measure, Text>>
  readonly testId: string
}) {
  const say = useSay()
  const { store } = useWorld()
  return (
    <select
      className="select small"
      aria-label={say(label)}
      data-testid={testId}
      value={measure}
      onChange={(event) => {
        const chosen = MEASURES.find((each) => each === event.target.value)
        if (chosen) store.getState().measureBy(chosen)
      }}
    >
      {MEASURES.map((each) => (
        <option key={each} value={each}>
          {say(names[each])}
        </option>
      ))}
    </select>
  )
}
