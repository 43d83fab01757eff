import { NUMBERS } from '@contract/settings/numbers'
import type { NumberName } from '@contract/settings/setting'
import { settingOf } from '@contract/settings/settings'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import { formatSetting } from '../../store/words/format'
import { parseNumber } from '../../store/words/parse-number'
import { NumberInput } from '../fields/NumberInput'
import { useResting } from '../fields/use-resting'
import { FieldNote } from './FieldNote'
import { fieldId } from './field-places'
import { STEPS } from './steps'
import { useProblem } from './use-problem'

type Props = {
  readonly name: NumberName
  /** Stands between the field and its explanation. */
  readonly children?: ReactNode
}

/** A number that a person sets, with its unit, its explanation and what is wrong with it. */
export function NumberField({ name, children }: Props) {
  const { commands, store } = useWorld()
  const say = useSay()
  const { label, unit, min, max, step } = NUMBERS[name]
  const id = fieldId(name)
  const text = useAppState(
    (state) => state.draft.texts[name] ?? formatSetting(settingOf(configInForce(state), name)),
  )
  const problem = useProblem(name)
  const resting = useResting(name)
  /** What stood here before it was typed over, which may have been sent since; null where nothing was typed. */
  const before = useRef<string | null>(null)

  function write(typed: string) {
    before.current ??= text
    commands.editSetting(name, typed)
  }

  function takeBack() {
    if (before.current === null) return store.getState().revertSettings([name])
    commands.editSetting(name, before.current)
    before.current = null
    void commands.sendPending()
  }

  function send() {
    before.current = null
    void commands.sendPending()
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const value = parseNumber(text)
    const move =
      event.key === 'ArrowUp' ? STEPS[step].up : event.key === 'ArrowDown' ? STEPS[step].down : null
    if (move && !Number.isNaN(value)) {
      event.preventDefault()
      write(formatSetting(Math.min(Math.max(move(value), min), max)))
    } else if (event.key === 'Enter') send()
    else if (event.key === 'Escape') takeBack()
  }

  return (
    <div className={problem === null ? 'field' : 'field invalid'} {...resting}>
      <label className="field-label" htmlFor={id}>
        {say(label)}
        <span className="field-limits">{say('settingsPanel.limits', { min, max, unit })}</span>
      </label>
      <NumberInput
        id={id}
        name={name}
        text={text}
        isInvalid={problem !== null}
        aria-describedby={`${id}-note`}
        onType={write}
        onFocus={() => store.getState().focusSetting(name)}
        onBlur={() => {
          send()
          store.getState().focusSetting(null)
        }}
        onKeyDown={onKeyDown}
      />
      {children}
      <FieldNote name={name} />
    </div>
  )
}
