import type { NumericSetting } from '@contract/settings/run-config'
import { LIMITS } from '@contract/settings/setting-limits'
import type { KeyboardEvent, ReactNode } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { formatLimit, formatSetting } from '../../store/format'
import { parseNumber } from '../../store/parse-number'
import { configInForce } from '../../store/selectors'
import { FieldNote, useProblem } from './FieldNote'
import { FIELD_TEXTS } from './field-texts'

type Props = {
  readonly name: NumericSetting
  /** In place of the setting's own. */
  readonly explanation?: string
  /** Stands between the field and its explanation. */
  readonly children?: ReactNode
}

/** A number that a person sets, with its unit, its explanation and what is wrong with it. */
export function NumberField({ name, explanation, children }: Props) {
  const { commands, store } = useWorld()
  const { label, unit, min, max, whole } = LIMITS[name]
  const { id, explanation: usual, up, down } = FIELD_TEXTS[name]
  const text = useAppState((state) => state.draft.texts[name] ?? formatSetting(configInForce(state)[name]))
  const problem = useProblem(name)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const value = parseNumber(text)
    const move = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : null
    if (move && !Number.isNaN(value)) {
      event.preventDefault()
      commands.editSetting(name, formatSetting(Math.min(Math.max(move(value), min), max)))
    } else if (event.key === 'Enter') void commands.sendPending()
    else if (event.key === 'Escape') store.getState().revertSettings([name])
  }

  return (
    <div className={problem === null ? 'field' : 'field invalid'}>
      <label className="field-label" htmlFor={id}>
        {label}
        <span className="field-limits">
          {formatLimit(min)} to {formatLimit(max)}
          {unit !== '' && !label.toLowerCase().includes(unit) && ` ${unit}`}
        </span>
      </label>
      <input
        id={id}
        data-testid={id}
        className="number"
        type="text"
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-note`}
        onChange={(event) => commands.editSetting(name, event.target.value)}
        onFocus={() => store.getState().focusSetting(name)}
        onBlur={() => {
          void commands.sendPending()
          store.getState().focusSetting(null)
        }}
        onKeyDown={onKeyDown}
      />
      {children}
      <FieldNote name={name} id={id} explanation={explanation ?? usual} />
    </div>
  )
}
