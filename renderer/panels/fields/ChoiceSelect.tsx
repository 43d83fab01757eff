import { CHOICES, offeredValues } from '@contract/settings/choices'
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
  const { values } = CHOICES[name]
  const offered = offeredValues(name)
  const shown = offered.includes(value) ? offered : [...offered, value]
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
      {shown.map((choice) => (
        <option key={choice} value={choice}>
          {say(values[choice])}
        </option>
      ))}
    </select>
  )
}
