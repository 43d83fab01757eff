import type { PointerEvent } from 'react'

type Followed = PointerEvent<HTMLDivElement>

/** The handlers of an element that is pressed or dragged along; the pointer is followed also where it leaves the element. */
export function followingDrag(follow: (event: Followed) => void) {
  return {
    onPointerDown: (event: Followed) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      follow(event)
    },
    onPointerMove: (event: Followed) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event)
    },
  }
}
