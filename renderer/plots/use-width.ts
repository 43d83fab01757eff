import { type RefObject, useLayoutEffect, useState } from 'react'

/** Before there is a layout. */
const FIRST_WIDTH = 640

/** The width of an element in pixels, also when it changes. */
export function useWidth(place: RefObject<Element | null>): number {
  const [width, setWidth] = useState(FIRST_WIDTH)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const measure = () => setWidth(element.getBoundingClientRect().width || FIRST_WIDTH)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return width
}
