import { checkChoice } from '@contract/settings/parse-settings'
import type { ChoiceSetting, RunConfig } from '@contract/settings/run-config'
import { CHOICES } from '@contract/settings/setting-limits'
import { useAppState, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors'
import { FieldNote, useProblem } from './FieldNote'
import { PICK_TEXTS, type PickText } from './field-texts'

/** A setting that is one of a few, in the contract's words. */
export function ChoiceField<Name extends ChoiceSetting>({ name }: { readonly name: Name }) {
  const { commands } = useWorld()
  // The table has this very name's text; the compiler sees only that it is one of them.
  const { id, explain } = PICK_TEXTS[name] as PickText<RunConfig[Name]>
  const { label, values } = CHOICES[name]
  const value: RunConfig[Name] = useAppState((state) => state.draft.picks[name] ?? configInForce(state)[name])
  const problem = useProblem(name)
  return (
    <div className={problem === null ? 'field choice' : 'field choice invalid'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        data-testid={id}
        className="select"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          const chosen = checkChoice(name, event.target.value)
          if (chosen.ok) void commands.pickSetting(name, chosen.value)
        }}
      >
        {Object.entries<string>(values).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      <FieldNote name={name} id={id} explanation={explain(value)} />
    </div>
  )
}
