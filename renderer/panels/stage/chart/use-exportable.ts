import { type RefObject, useEffect, useRef } from 'react'
import { type Exportable, offerExport } from '../../../charts/export/exportable'

/**
 * Lets what an element shows be saved by the `ExportMenu` of its card; see `Exportable`. `make` is called when somebody
 * saves, the newest that was given.
 */
export function useExportable(shown: RefObject<Element | null>, make: () => Exportable | null) {
  const newest = useRef(make)
  newest.current = make
  useEffect(() => {
    if (shown.current) return offerExport(shown.current, () => newest.current())
  }, [shown])
}
