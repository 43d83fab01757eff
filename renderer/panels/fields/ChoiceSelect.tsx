import type { Text } from '@contract/language/text'
import { CHOICES } from '@contract/settings/choices'
import { checkChoice } from '@contract/settings/parse-settings'
import type { Settings } from '@contract/settings/run-config'
import type { ChoiceName } from '@contract/settings/setting'
import type { SelectHTMLAttributes } from 'react'
import { useSay } from '../../app-world'

type Props<Name extends ChoiceName> = {
  /** Of the element, and for tests. */
  readonly id: string
  readonly name: Name
  readonly value: Settings[Name]
  readonly onChoose: (value: Settings[Name]) => void
} & Pick<SelectHTMLAttributes<HTMLSelectElement>, 'aria-describedby' | 'aria-invalid'>

/** One of the few values of a setting, in the contract's words. */
export function ChoiceSelect<Name extends ChoiceName>({ id, name, value, onChoose, ...others }: Props<Name>) {
  const say = useSay()
  return (
    <select
      id={id}
      data-testid={id}
      className="select"
      value={value}
      onChange={(event) => {
        const chosen = checkChoice(name, event.target.value)
        if (chosen.ok) onChoose(chosen.value)
      }}
      {...others}
    >
      {Object.entries<Text>(CHOICES[name].values).map(([choice, words]) => (
        <option key={choice} value={choice}>
          {say(words)}
        </option>
      ))}
    </select>
  )
}
