import { NUMBERS } from '@contract/settings/numbers'
import type { NumberName } from '@contract/settings/setting'
import type { InputHTMLAttributes } from 'react'

type Props = {
  /** Of the element, and for tests. */
  readonly id: string
  readonly name: NumberName
  /** As it is typed. */
  readonly text: string
  readonly isInvalid: boolean
  readonly onType: (text: string) => void
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'aria-describedby' | 'onFocus' | 'onBlur' | 'onKeyDown'>

/** Where a number is typed: it is kept as it is written, be it a number or not yet. */
export function NumberInput({ id, name, text, isInvalid, onType, ...others }: Props) {
  return (
    <input
      id={id}
      data-testid={id}
      className="number"
      type="text"
      inputMode={NUMBERS[name].whole ? 'numeric' : 'decimal'}
      autoComplete="off"
      spellCheck={false}
      value={text}
      aria-invalid={isInvalid}
      onChange={(event) => onType(event.target.value)}
      {...others}
    />
  )
}
