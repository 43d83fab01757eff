import type { SwitchName } from '@contract/settings/setting'
import { SWITCHES } from '@contract/settings/switches'
import type { ReactNode } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { useResting } from '../fields/use-resting'
import { FieldNote } from './FieldNote'
import { fieldId } from './field-places'

/** A setting that is on or off. */
export function SwitchField({
  name,
  children,
}: {
  readonly name: SwitchName
  /** What else belongs to it, under its line. */
  readonly children?: ReactNode
}) {
  const { commands } = useWorld()
  const say = useSay()
  const id = fieldId(name)
  const on = useAppState((state) => settingsShown(state)[name])
  const resting = useResting(name)
  return (
    <div className="field" {...resting}>
      <label className="field-label" htmlFor={id}>
        {say(SWITCHES[name].label)}
      </label>
      <input
        id={id}
        data-testid={id}
        type="checkbox"
        className="switch"
        aria-describedby={`${id}-note`}
        checked={on}
        onChange={(event) => void commands.pickSetting(name, event.target.checked)}
      />
      <FieldNote name={name} />
      {children}
    </div>
  )
}
