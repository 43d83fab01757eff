import type { CSSProperties } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { changesText } from '../../store/words/settings-changes'
import { flagsOf, flagWidth } from './rail-flags'
import { placeWithin } from './rail-keys'

/** Changes that are told of at one flag; of more, the first ones. */
const MOST_TOLD = 8

function at(update: number): CSSProperties {
  return { '--update': update } as CSSProperties
}

/** Where settings were changed and where the run branches off, each a way to that update. */
export function RailFlags() {
  const say = useSay()
  const { store, history } = useWorld()
  const events = useAppState((state) => state.run?.events)
  const branch = useAppState((state) => state.description?.branch ?? null)
  const width = useAppState(() => flagWidth({ first: history.firstUpdate, last: history.lastUpdate }))

  function goTo(update: number) {
    const ends = { first: history.firstUpdate, last: history.lastUpdate }
    store.getState().goTo(placeWithin(update, ends))
  }

  function flag(kind: 'change' | 'branch', update: number, words: string) {
    return (
      // The slider is the one stop for the Tab key; its keys come by here.
      <button
        key={`${kind} ${update}`}
        type="button"
        tabIndex={-1}
        className={`rail-flag ${kind}`}
        style={at(update)}
        title={words}
        aria-label={words}
        data-testid={`rail-${kind}`}
        onClick={() => goTo(update)}
      />
    )
  }

  return (
    <>
      {branch && flag('branch', branch.update, say('rail.branchPoint', { update: branch.update }))}
      {flagsOf(events ?? [], width).map(({ update, events }) => {
        const told = events.slice(0, MOST_TOLD).map((event) => say(changesText(event)))
        const more = events.length > MOST_TOLD ? ['…'] : []
        return flag('change', update, [...told, ...more].join('\n'))
      })}
    </>
  )
}
