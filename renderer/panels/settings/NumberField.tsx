import { LIMITS } from '@contract/setting-limits'
import type { NumericSetting } from '@contract/settings'
import type { KeyboardEvent, ReactNode } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { formatLimit, formatSetting } from '../../store/format'
import { configInForce } from '../../store/selectors'
import { fieldState, NETWORK_SETTINGS, parseNumber } from '../../store/settings-draft'
import { FIELD_TEXTS } from './field-texts'

type Props = {
  readonly name: NumericSetting
  /** Stands between the field and its explanation. */
  readonly children?: ReactNode
}

const network: readonly NumericSetting[] = NETWORK_SETTINGS

/** A number that a person sets, with its unit, its explanation and what is wrong with it. */
export function NumberField({ name, children }: Props) {
  const { commands, store } = useWorld()
  const { label, unit, min, max, whole } = LIMITS[name]
  const { id, explanation, up, down } = FIELD_TEXTS[name]
  const text = useAppState((state) => state.draft.texts[name] ?? formatSetting(configInForce(state)[name]))
  const kind = useAppState((state) => fieldState(name, state.draft, configInForce(state)).kind)
  const problem = useAppState((state) => {
    const field = fieldState(name, state.draft, configInForce(state))
    return field.kind === 'invalid' ? field.message : null
  })
  const waits = kind === 'changed' && network.includes(name)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const value = parseNumber(text)
    const move = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : null
    if (move && !Number.isNaN(value)) {
      event.preventDefault()
      commands.editSetting(name, formatSetting(Math.min(Math.max(move(value), min), max)))
    } else if (event.key === 'Enter') void commands.sendPending()
    else if (event.key === 'Escape') store.getState().revertSetting(name)
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
      <p id={`${id}-note`} className="field-note">
        {problem === null ? (
          explanation
        ) : (
          <span className="field-problem" data-testid={`${id}-problem`}>
            {problem}
          </span>
        )}
        {waits && (
          <span className="field-waits" data-testid={`${id}-waits`}>
            Takes effect at Reset
          </span>
        )}
      </p>
    </div>
  )
}
