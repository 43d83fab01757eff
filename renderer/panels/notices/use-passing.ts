import { useEffect, useState } from 'react'

type Holders = { readonly pointer: boolean; readonly focus: boolean }

/**
 * Ends something that is said for a while. It stays as long as the pointer is over it or the focus in it: nothing goes
 * from under a hand that is about to press it. Then the time starts again.
 *
 * @returns the handlers of the element that it is said in, which must have a key for what is said
 */
export function usePassing(milliseconds: number, end: () => void) {
  const [holders, setHolders] = useState<Holders>({ pointer: false, focus: false })
  const isHeld = holders.pointer || holders.focus
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(end, milliseconds)
    return () => clearTimeout(timer)
  }, [isHeld, milliseconds, end])
  const hold = (changes: Partial<Holders>) => () => setHolders((before) => ({ ...before, ...changes }))
  return {
    onPointerEnter: hold({ pointer: true }),
    onPointerLeave: hold({ pointer: false }),
    onFocus: hold({ focus: true }),
    onBlur: hold({ focus: false }),
  }
}
