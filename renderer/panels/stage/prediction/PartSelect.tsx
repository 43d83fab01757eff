import type { PartName } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { partsOfRun, shownPart } from '../../../store/selectors/parts'

/** What the prediction chart shows, by its part. */
export const SHOWN_NAMES: Readonly<Record<PartName, Text>> = {
  train: text('parts.windows'),
  validation: text('parts.validation'),
  test: text('parts.test'),
}

/** Whether the chart shows the windows of training or another part; nothing where there is no other. */
export function PartSelect() {
  const say = useSay()
  const { store } = useWorld()
  const rivals = useAppState((state) => state.rivals)
  const axis = useAppState((state) => state.description?.facts.axis)
  const shown = useAppState(shownPart)
  const others = useMemo(() => partsOfRun(rivals, axis), [rivals, axis])
  if (others.length === 0) return null
  return (
    <select
      className="select small"
      data-testid="shown-part"
      aria-label={say('parts.choose')}
      title={say('parts.choose')}
      value={shown}
      onChange={(event) => store.getState().showPart(event.target.value as PartName)}
    >
      {(['train', ...others] as const).map((part) => (
        <option key={part} value={part}>
          {say(SHOWN_NAMES[part])}
        </option>
      ))}
    </select>
  )
}
