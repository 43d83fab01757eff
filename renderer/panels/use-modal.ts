import { type RefObject, useLayoutEffect, useRef } from 'react'

/** For a dialog that is there only while it is open: it stands over the window, and is alone in it. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Closing it gives the focus back to where it was before.
    return () => dialog?.close()
  }, [])
  return ref
}
