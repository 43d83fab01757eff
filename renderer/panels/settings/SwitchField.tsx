import type { SwitchSetting } from '@contract/settings/run-config'
import { SWITCHES } from '@contract/settings/setting-limits'
import { useAppState, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors'
import { FieldNote } from './FieldNote'
import { PICK_TEXTS } from './field-texts'

/** A setting that is on or off. */
export function SwitchField({ name }: { readonly name: SwitchSetting }) {
  const { commands } = useWorld()
  const { id, explain } = PICK_TEXTS[name]
  const on = useAppState((state) => state.draft.picks[name] ?? configInForce(state)[name])
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {SWITCHES[name].label}
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
      <FieldNote name={name} id={id} explanation={explain(on)} />
    </div>
  )
}
