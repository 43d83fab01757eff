import type { InsideAsk, InsideFound, InsideKind, InsideLane } from '@contract/inside/inside'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useAppState, useWorld } from '../../../app-world'
import { toldInside } from '../../../store/selectors/inside/inside'
import { keyOfAsk } from '../../../store/state/inside-state'
import { watchSeen } from '../../watch-seen'

/** What is known of a question: the answer, and the update and the sequence of its batch that it is of. */
export type KnownInside<Kind extends InsideKind> = {
  readonly update: number
  readonly sequence: number
  readonly found: InsideFound<Kind>
}

/**
 * Wants to know something of the inside of the network for as long as `place` is seen: the answer at the moment that is looked
 * at. Until there is a newer one it is what was told last, also of a question of the same kind before it; null before the
 * first of the run. `lane`: `slow` for what takes long, which is found out at rest alone.
 *
 * @param ask null: nothing
 */
export function useInside<Kind extends InsideKind>(
  ask: (InsideAsk<Kind> & { readonly kind: Kind }) | null,
  place: RefObject<Element | null>,
  lane: InsideLane = 'live',
): KnownInside<Kind> | null {
  const { store } = useWorld()
  const key = ask && keyOfAsk(ask)
  const [isSeen, setSeen] = useState(true)
  useEffect(() => watchSeen(place.current, setSeen), [place])
  useEffect(() => {
    if (key === null || !isSeen) return
    return store.getState().wishInside(JSON.parse(key) as InsideAsk, lane)
  }, [key, lane, isSeen, store])
  const runId = useAppState((state) => state.description?.id)
  const told = useAppState((state) => (key === null ? null : toldInside<Kind>(state, key)))
  const last = useRef<typeof told>(null)
  if (told) last.current = told
  const shown = told ?? last.current
  return useMemo(() => (shown && shown.runId === runId && key !== null ? shown : null), [shown, runId, key])
}
