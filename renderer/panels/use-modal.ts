import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What a dialog that stands over the window, and is alone in it, hands on to its `<dialog>`. */
export type Modal = {
  readonly ref: RefObject<HTMLDialogElement | null>
  readonly onClose: () => void
}

/**
 * For a dialog that is there only while it is open.
 *
 * @param close makes it be there no longer
 * @param focus what of it has the focus first: its first control, or itself, so that arrow keys scroll it
 */
export function useModal(close: () => void, focus: 'control' | 'dialog' = 'control'): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Left to itself, the browser takes a place that scrolls before the controls in it.
    if (focus === 'control') firstControl(dialog)?.focus()
    else dialog?.focus()
    // It may have scrolled to what it gave the focus first.
    dialog?.scrollTo(0, 0)
    // Closing it gives the focus back to where it was before.
    return () => dialog?.close()
  }, [focus])
  return {
    ref,
    onClose: () => {
      // Told late: it may have been opened again meanwhile.
      if (!ref.current?.open) close()
    },
  }
}

function firstControl(dialog: HTMLDialogElement | null): HTMLElement | undefined {
  const controls = dialog?.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button,input')
  return [...(controls ?? [])].find(({ disabled }) => !disabled)
}
