import { type RefObject, useLayoutEffect, useState } from 'react'

/** Rows that are there above and below what is seen, so that scrolling and the next key find them. */
const BEYOND = 8
/** Until the place has been laid out. */
const USUAL_HEIGHT = 480

/**
 * Which rows of a list are seen in a place that scrolls, and some more: all are as high as each other, so that where they
 * stand is a product and nothing is measured.
 */
export function useWindow(place: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [seen, setSeen] = useState({ top: 0, height: USUAL_HEIGHT })
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => {
      const next = { top: element.scrollTop, height: element.clientHeight || USUAL_HEIGHT }
      setSeen((before) => {
        // A row more or less is soon enough: there are some beyond what is seen.
        const rows = Math.abs(next.top - before.top) / rowHeight
        return rows < BEYOND / 2 && next.height === before.height ? before : next
      })
    }
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      watcher.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [place, rowHeight])
  const rows = Math.ceil(seen.height / rowHeight)
  // What is scrolled to may have gone meanwhile, as by a filter.
  const first = Math.min(Math.floor(seen.top / rowHeight), Math.max(0, count - rows))
  return { from: Math.max(0, first - BEYOND), to: Math.min(count, first + rows + BEYOND) }
}
