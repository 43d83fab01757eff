import type { SwitchName } from '@contract/settings/setting'
import { SWITCHES } from '@contract/settings/switches'
import { useAppState, useSay, useWorld } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { FieldNote } from './FieldNote'
import { fieldId } from './field-places'

/** A setting that is on or off. */
export function SwitchField({ name }: { readonly name: SwitchName }) {
  const { commands } = useWorld()
  const say = useSay()
  const id = fieldId(name)
  const on = useAppState((state) => settingsShown(state)[name])
  return (
    <div className="field">
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
    </div>
  )
}
