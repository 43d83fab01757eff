import type { InsideTouched } from '@contract/inside/touched'
import type { Text } from '@contract/language/text'
import { type RefObject, useMemo } from 'react'
import { useAppState } from '../../../app-world'
import { touchesShown } from '../../../store/selectors/inside/touching'
import { type KnownInside, useInside } from '../frame/use-inside'

/** What the window would be with the touches: nothing is touched (null), or it is, or why it cannot be. */
export type TouchedWindow =
  | { readonly kind: 'coming' }
  | { readonly kind: 'touched'; readonly touched: InsideTouched }
  | { readonly kind: 'problem'; readonly problem: Text }

const COMING: TouchedWindow = { kind: 'coming' }

/** @param shown the window that is shown; what was told of another one does not count */
export function useTouched(
  place: RefObject<Element | null>,
  shown: KnownInside<'states'> | null,
): TouchedWindow | null {
  const touches = useAppState(touchesShown)
  const isTouched = touches.length > 0
  const ask = useMemo(
    () => (isTouched ? ({ kind: 'touched', touches } as const) : null),
    [isTouched, touches],
  )
  const known = useInside(ask, place)
  return useMemo(() => {
    if (!isTouched) return null
    if (!known || known.update !== shown?.update || known.sequence !== shown.sequence) return COMING
    const { found } = known
    return 'problem' in found
      ? { kind: 'problem', problem: found.problem }
      : { kind: 'touched', touched: found.value }
  }, [isTouched, known, shown])
}
