import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useSay } from '../../../app-world'

/** What the fields of a touch are called. */
const NAMES = {
  what: text('touch.what'),
  timeStep: text('touch.timeStep'),
  column: text('touch.column'),
  value: text('touch.value'),
  unit: text('touch.unit'),
  gate: text('touch.gate'),
  held: text('touch.held'),
  deviation: text('touch.deviation'),
  seed: text('touch.seed'),
  by: text('touch.by'),
  parameter: text('touch.parameter'),
  row: text('touch.row'),
  place: text('touch.place'),
}
type Name = keyof typeof NAMES

/** Where one number of a touch is typed. */
export function NumberField({
  name,
  text,
  placeholder,
  onType,
}: {
  readonly name: Name
  readonly text: string
  readonly placeholder?: string | undefined
  readonly onType: (text: string) => void
}) {
  const say = useSay()
  return (
    <label>
      <span>{say(NAMES[name])}</span>
      <input
        className="number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        data-testid={`touch-${name}`}
        value={text}
        onChange={({ target }) => onType(target.value)}
      />
    </label>
  )
}

/** One of a few things: words by what they stand for; names of the data stand as they are. */
export function ChoiceField({
  name,
  choices,
  value,
  onChoose,
}: {
  readonly name: Name
  readonly choices: Readonly<Record<string, Text | string>> | readonly string[]
  readonly value: string
  readonly onChoose: (value: string) => void
}) {
  const say = useSay()
  return (
    <label>
      <span>{say(NAMES[name])}</span>
      <select
        className="select small"
        data-testid={`touch-${name}`}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {Object.entries(choices).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {typeof words === 'string' ? words : say(words)}
          </option>
        ))}
      </select>
    </label>
  )
}
