import type { VariedName } from '@contract/experiment/experiment'
import { SETTINGS } from '@contract/settings/settings'
import { type ReactNode, useId } from 'react'
import { useSay } from '../../../../app-world'

/** Chooses a setting that is another one; its value may stand beside it. */
export function SettingSelect({
  testId,
  label,
  names,
  value,
  choose,
  none,
  children,
}: {
  readonly testId: string
  readonly label: string
  readonly names: readonly VariedName[]
  readonly value: VariedName | null
  readonly choose: (name: VariedName | null) => void
  readonly none?: string
  readonly children?: ReactNode
}) {
  const say = useSay()
  const id = useId()
  return (
    <>
      <div className="form-number">
        <label htmlFor={id}>{label}</label>
        <select
          id={id}
          className="select"
          data-testid={testId}
          value={value ?? ''}
          onChange={(event) => choose(names.find((name) => name === event.target.value) ?? null)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {names.map((name) => (
            <option key={name} value={name}>
              {say(SETTINGS[name].label)}
            </option>
          ))}
        </select>
      </div>
      {children}
    </>
  )
}
