import type { CSSProperties } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { changesText } from '../../store/words/settings-changes'
import { ONE_LINE_RAIL, useMedia } from '../use-media'
import { type Flag, flagsOf, leastDistance } from './rail-flags'
import { placeWithin } from './rail-keys'

/** Flags that stand apart on the narrowest rail, and on the others. */
const PLACES = { narrow: 12, wide: 32 }
/** Changes that are told of at one flag; of more, the first ones. */
const MOST_TOLD = 8

/** Where settings were changed and where the run branches off, each a way to that update. */
export function RailFlags() {
  const say = useSay()
  const { store, history } = useWorld()
  const events = useAppState((state) => state.run?.events)
  const branch = useAppState((state) => state.description?.branch ?? null)
  const places = useMedia(ONE_LINE_RAIL) ? PLACES.narrow : PLACES.wide
  const ends = () => ({ first: history.firstUpdate, last: history.lastUpdate })
  const isBare = (events ?? []).length === 0 && branch === null
  // Where there is no flag nothing need be rendered anew while the run goes on.
  const distance = useAppState(() => (isBare ? 0 : leastDistance(ends(), places)))

  function wordsOf({ isBranch, events }: Flag): string {
    const told = events.slice(0, MOST_TOLD).map((event) => say(changesText(event)))
    return [
      ...(isBranch && branch ? [say('rail.branchPoint', { update: branch.update })] : []),
      ...told,
      ...(told.length < events.length ? ['…'] : []),
    ].join('\n')
  }

  return flagsOf(events ?? [], branch?.update ?? null, distance).map((flag) => {
    const kind = flag.events.length > 0 ? 'change' : 'branch'
    const words = wordsOf(flag)
    return (
      // The slider is the one stop for the Tab key; its keys come by here.
      <button
        key={flag.update}
        type="button"
        tabIndex={-1}
        className={`rail-flag ${kind}`}
        style={{ '--update': flag.update } as CSSProperties}
        title={words}
        aria-label={words}
        data-testid={`rail-${kind}`}
        onClick={() => store.getState().goTo(placeWithin(flag.update, ends()))}
      />
    )
  })
}
