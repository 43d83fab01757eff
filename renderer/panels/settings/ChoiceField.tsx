import { CHOICES } from '@contract/settings/choices'
import type { ChoiceName } from '@contract/settings/setting'
import { useAppState, useSay, useWorld } from '../../app-world'
import { settingsShown } from '../../store/selectors/selectors'
import { ChoiceSelect } from '../fields/ChoiceSelect'
import { FieldNote } from './FieldNote'
import { fieldId } from './field-places'
import { useProblem } from './use-problem'

/** A setting that is one of a few, in the contract's words. */
export function ChoiceField<Name extends ChoiceName>({ name }: { readonly name: Name }) {
  const { commands } = useWorld()
  const say = useSay()
  const id = fieldId(name)
  const value = useAppState((state) => settingsShown(state)[name])
  const problem = useProblem(name)
  return (
    <div className={problem === null ? 'field choice' : 'field choice invalid'}>
      <label className="field-label" htmlFor={id}>
        {say(CHOICES[name].label)}
      </label>
      <ChoiceSelect
        id={id}
        name={name}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChoose={(chosen) => void commands.pickSetting(name, chosen)}
      />
      <FieldNote name={name} />
    </div>
  )
}
