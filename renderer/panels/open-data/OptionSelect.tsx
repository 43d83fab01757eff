import { useSay } from '../../app-world'
import type { Option } from './table-words'

type Props<T> = {
  readonly id: string
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T
  /** A person is asked for it and has not answered: nothing is chosen yet. */
  readonly isOpen?: boolean
  readonly onChoose: (value: T) => void
}

/** One of a few values, under its label. */
export function OptionSelect<T>({ id, label, options, value, isOpen = false, onChoose }: Props<T>) {
  const say = useSay()
  const at = options.findIndex(([one]) => one === value)
  return (
    <div className={isOpen ? 'data-field open' : 'data-field'}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-testid={id}
        className="select"
        value={isOpen ? '' : at}
        onChange={(event) => {
          const chosen = options[Number(event.target.value)]
          if (event.target.value !== '' && chosen) onChoose(chosen[0])
        }}
      >
        {isOpen && <option value="">{say('openData.pleaseChoose')}</option>}
        {options.map(([, words], index) => (
          // The options of a list stay where they are.
          // biome-ignore lint/suspicious/noArrayIndexKey: a value need not be a text.
          <option key={index} value={index}>
            {say(words)}
          </option>
        ))}
      </select>
    </div>
  )
}
