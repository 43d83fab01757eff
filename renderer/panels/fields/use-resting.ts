import type { SettingName } from '@contract/settings/setting'
import type { FocusEvent, HTMLAttributes, PointerEvent } from 'react'
import { useWorld } from '../../app-world'
import { FORESEEN_SETTINGS } from '../../store/state/futures-state'

/** Says that pointer or focus is on a setting whose choices can be foreseen; for the element around its field. */
export function useResting(
  name: SettingName,
): Pick<HTMLAttributes<HTMLElement>, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'> {
  const { store } = useWorld()
  const setting = FORESEEN_SETTINGS.find((each) => each === name)
  if (!setting) return {}
  const come = () => store.getState().restOn(setting)
  const leave = () => {
    const { restingOn, restOn } = store.getState()
    if (restingOn === setting) restOn(null)
  }
  return {
    onPointerEnter: come,
    onPointerLeave: ({ currentTarget }: PointerEvent<HTMLElement>) => {
      if (!currentTarget.contains(document.activeElement)) leave()
    },
    onFocus: come,
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) leave()
    },
  }
}
