import type { Say } from '@contract/language/say'
import { type KeyboardEvent, useCallback, useRef } from 'react'
import { useSay, useWorld } from '../../app-world'
import type { AppState } from '../../store/state/app-state'
import { parseNumber } from '../../store/words/parse-number'
import { useLive, writeText } from '../use-live'
import { placeWithin } from './rail-keys'

/** The number of the update that is looked at, to be typed: `update 36 of 60`. */
export function UpdateField() {
  const say = useSay()
  const { store, history } = useWorld()
  /** Whether the field has what a person types, and not where the rail stands. */
  const typing = useRef(false)
  const drawn = useRef<number | null>(null)
  const draw = useCallback(
    (field: HTMLInputElement, { marked }: AppState) => {
      drawn.current = marked
      const text = String(marked ?? history.lastUpdate)
      if (field.value !== text) field.value = text
    },
    [history],
  )
  const drawNumber = useCallback(
    (field: HTMLInputElement, state: AppState) => {
      // While training goes on it stands still under a hand that is about to type: what is selected must stay so.
      const isHeld = document.activeElement === field && state.marked === drawn.current
      if (!typing.current && !isHeld) draw(field, state)
    },
    [draw],
  )
  const field = useLive<HTMLInputElement>(drawNumber)
  const drawLast = useCallback(
    (element: HTMLSpanElement, _: AppState, say: Say) =>
      writeText(element, say('rail.of', { last: history.lastUpdate })),
    [history],
  )
  const last = useLive<HTMLSpanElement>(drawLast)

  /** Goes to what was typed, between both ends; what is no number is forgotten. */
  function end(take: boolean) {
    const element = field.current
    if (!element) return
    if (!typing.current) return draw(element, store.getState())
    typing.current = false
    const update = Math.round(parseNumber(element.value))
    const ends = { first: history.firstUpdate, last: history.lastUpdate }
    if (take && !Number.isNaN(update)) store.getState().goTo(placeWithin(update, ends))
    draw(element, store.getState())
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') end(true)
    else if (event.key === 'Escape' && typing.current) end(false)
    else return
    event.preventDefault()
  }

  return (
    <label className="rail-update">
      <span>{say('rail.update')}</span>
      <input
        ref={field}
        className="number"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-label={say('rail.field')}
        data-testid="rail-update"
        onInput={() => {
          typing.current = true
        }}
        onBlur={() => end(true)}
        onKeyDown={onKeyDown}
      />
      <span ref={last} className="rail-last" />
    </label>
  )
}
