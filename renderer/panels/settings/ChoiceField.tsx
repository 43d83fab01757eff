import type { Text } from '@contract/language/text'
import { CHOICES } from '@contract/settings/choices'
import { checkChoice } from '@contract/settings/parse-settings'
import type { ChoiceName } from '@contract/settings/setting'
import { useAppState, useSay, useWorld } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { FieldNote } from './FieldNote'
import { fieldId } from './field-places'
import { useProblem } from './use-problem'

/** A setting that is one of a few, in the contract's words. */
export function ChoiceField<Name extends ChoiceName>({ name }: { readonly name: Name }) {
  const { commands } = useWorld()
  const say = useSay()
  const id = fieldId(name)
  const { label, values } = CHOICES[name]
  const value = useAppState((state) => settingsShown(state)[name])
  const problem = useProblem(name)
  return (
    <div className={problem === null ? 'field choice' : 'field choice invalid'}>
      <label className="field-label" htmlFor={id}>
        {say(label)}
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
        {Object.entries<Text>(values).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {say(words)}
          </option>
        ))}
      </select>
      <FieldNote name={name} />
    </div>
  )
}
