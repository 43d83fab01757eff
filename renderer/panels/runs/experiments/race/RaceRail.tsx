import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId } from 'react'
import { useSay } from '../../../../app-world'
import { followingDrag } from '../../../rail/rail-drag'
import { wayOfKey } from '../../../rail/rail-keys'
import { shareAt } from '../../../rail/rail-place'
import { momentText } from './race-words'
import type { RaceClock } from './use-race-clock'

/** The one rail of all lanes: drag and keys go to a moment of the race. */
export function RaceRail({ clock }: { readonly clock: RaceClock }) {
  const say = useSay()
  const keys = useId()
  const { by, cursor, reach, goTo, step } = clock

  function follow({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) {
    const at = shareAt(currentTarget.getBoundingClientRect(), clientX) * reach
    goTo(by === 'updates' ? Math.round(at) : at)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const way = wayOfKey(event)
    if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(reach)
    else if (way?.of === 'updates') step(way.by)
    else if (way)
      goTo(by === 'updates' ? Math.round(cursor + (way.by * reach) / 10) : cursor + (way.by * reach) / 10)
    else return
    event.preventDefault()
  }

  return (
    <>
      <p id={keys} className="visually-hidden">
        {say('race.railKeys')}
      </p>
      <div
        className="rail-track"
        style={{ '--first': 0, '--reach': reach || 1, '--made': reach } as CSSProperties}
      >
        <div
          className="rail-slider"
          role="slider"
          tabIndex={0}
          style={{ '--at': cursor } as CSSProperties}
          aria-label={say('race.rail')}
          aria-describedby={keys}
          aria-valuemin={0}
          aria-valuemax={reach}
          aria-valuenow={cursor}
          aria-valuetext={say(momentText(clock))}
          data-testid="race-rail"
          data-past="true"
          onKeyDown={onKeyDown}
          {...followingDrag(follow)}
        >
          <span className="rail-thumb" aria-hidden="true" />
        </div>
      </div>
    </>
  )
}
