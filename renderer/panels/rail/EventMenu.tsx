import type { EventEdit } from '@contract/timeline/planned-changes'
import type { SettingsEvent } from '@contract/timeline/settings-events'
import {
  type CSSProperties,
  type FocusEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { presentParameters } from '../../store/selectors/run-selectors'
import { canTrain } from '../../store/selectors/selectors'
import { parseNumber } from '../../store/words/parse-number'
import { changesText } from '../../store/words/settings-changes'
import { START_PAUSE } from '../transport/Transport'
import { PlannedActions } from './PlannedActions'
import type { Flag } from './rail-flags'

/**
 * What can be done with a flag's changes: each can be switched off or moved, and the run computed again with that; one that is
 * still to come can be cancelled.
 */
export function EventMenu({
  flag,
  movedTo,
  close,
}: {
  readonly flag: Flag
  /** Where a hand has dragged the flag to; null where it has not. */
  readonly movedTo: number | null
  /** @param back whether the flag is to have the focus again */
  readonly close: (back: boolean) => void
}) {
  const say = useSay()
  const menu = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const move = menu.current?.querySelector<HTMLElement>('[data-move]:not(:disabled)')
    const first = menu.current?.querySelector<HTMLElement>('button:not(:disabled)')
    ;((movedTo === null ? first : move) ?? menu.current)?.focus()
  }, [movedTo])

  useEffect(() => {
    // A flag's own click says what becomes of it.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.parentElement?.contains(target)) close(false)
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [close])

  const title =
    flag.kind === 'planned'
      ? say('rail.plannedTitle', { update: flag.update })
      : say('rail.eventTitle', { update: flag.events[0]?.update ?? flag.update })

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget && !menu.current?.parentElement?.contains(relatedTarget)) close(false)
  }

  return (
    <div
      ref={menu}
      className="event-menu"
      role="dialog"
      aria-label={title}
      style={{ '--update': flag.update } as CSSProperties}
      data-testid="event-menu"
      tabIndex={-1}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close(true)
      }}
    >
      {flag.events.map((event) => (
        <EventActions key={event.update} event={event} movedTo={movedTo} done={() => close(false)} />
      ))}
      {flag.planned.map((change) => (
        <PlannedActions key={change.update} change={change} done={() => close(false)} />
      ))}
    </div>
  )
}

function EventActions({
  event,
  movedTo,
  done,
}: {
  readonly event: SettingsEvent
  readonly movedTo: number | null
  readonly done: () => void
}) {
  const say = useSay()
  const { commands, history } = useWorld()
  const enabled = useAppState(canTrain)
  const parameters = useAppState(presentParameters)
  const words = useId()
  const { update } = event
  const [typed, setTyped] = useState(String(movedTo ?? update))
  const wanted = parseNumber(typed)
  const [first, last] = [history.firstUpdate, history.lastUpdate]
  const isThere = Number.isInteger(wanted) && wanted >= first && wanted <= last

  if (update > last)
    return (
      <form data-testid="event-next">
        <p>{say(changesText(event, parameters))}</p>
        <p>{say('rail.eventNext', { update })}</p>
      </form>
    )

  async function recompute(change: EventEdit) {
    done()
    await commands.recomputeWith(update, change)
    // Pause is at hand.
    document.getElementById(START_PAUSE)?.focus()
  }

  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault()
        if (enabled && isThere && wanted !== update) void recompute({ movedTo: wanted })
      }}
    >
      <p id={words}>{say(changesText(event, parameters))}</p>
      <button
        type="button"
        className="button small"
        disabled={!enabled}
        aria-describedby={words}
        title={say('rail.switchOffExplained', { update })}
        data-testid="event-off"
        onClick={() => void recompute('off')}
      >
        {say('rail.switchOff')}
      </button>
      <div className="event-move">
        <label>
          <span>{say('rail.moveTo')}</span>
          <input
            className="number"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            aria-describedby={words}
            aria-invalid={!isThere}
            data-testid="event-update"
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <button
          type="submit"
          className="button small"
          disabled={!enabled || !isThere || wanted === update}
          data-move
          aria-describedby={words}
          title={say('rail.moveExplained')}
          data-testid="event-move"
        >
          {say('rail.move')}
        </button>
      </div>
      {!isThere && (
        <p className="event-problem" role="status" data-testid="event-problem">
          {say('trainer.eventBeyond', { first, last })}
        </p>
      )}
    </form>
  )
}
