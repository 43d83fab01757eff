import type { InsideLayer, InsideRow, InsideStates } from '@contract/inside/states'
import { type RefObject, useMemo } from 'react'
import { useAppState } from '../../../app-world'
import { shownLayer } from '../../../store/selectors/inside/inside'
import { type KnownInside, useInside } from './use-inside'

/** The layer that is shown, and the row of it that was chosen, or its hidden states where the cell has no such row. */
export type LayerRow = {
  readonly states: InsideStates
  readonly layer: number
  readonly of: InsideLayer
  readonly row: InsideLayer['rows'][number]
}

/** Null until the states of the window are known, and where they cannot be. */
export function useLayerRow(place: RefObject<Element | null>): LayerRow | null {
  const known = useInside({ kind: 'states' }, place)
  return useRowOf(known)
}

/** The same of states that are known. */
export function useRowOf(known: KnownInside<'states'> | null): LayerRow | null {
  const wanted: InsideRow = useAppState((state) => state.insideRow)
  const layer = useAppState(shownLayer)
  return useMemo(() => {
    const states = known && 'value' in known.found ? known.found.value : null
    const of = states?.layers[layer]
    const row = of && (of.rows.find(({ name }) => name === wanted) ?? of.rows[0])
    return states && of && row ? { states, layer, of, row } : null
  }, [known, wanted, layer])
}
