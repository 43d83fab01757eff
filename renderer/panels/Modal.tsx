import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

type ModalProps = {
  /** Its class in the sheets. */
  readonly name: string
  readonly testId: string
  readonly title: string
  /** Makes it be there no longer. */
  readonly close: () => void
  /** What of it has the focus first: its first control, or itself, so that arrow keys scroll it. */
  readonly focus?: 'control' | 'dialog'
  /** Whether Escape closes it. */
  readonly closable?: boolean
  /** For a title that is given the focus when what is under it changes. */
  readonly titleRef?: RefObject<HTMLHeadingElement | null>
  readonly children: ReactNode
}

/** A dialog that stands over the window, and is alone in it; it is there only while it is open. */
export function Modal(props: ModalProps) {
  const { name, testId, title, close, focus = 'control', closable = true, titleRef, children } = props
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
  const titleId = `${name}-title`
  return (
    <dialog
      ref={ref}
      className={`dialog ${name}`}
      data-testid={testId}
      aria-labelledby={titleId}
      closedby={closable ? 'closerequest' : 'none'}
      {...(focus === 'dialog' && { tabIndex: -1 })}
      onClose={() => {
        // Told late: it may have been opened again meanwhile.
        if (!ref.current?.open) close()
      }}
    >
      <h2 id={titleId} className="dialog-title" {...(titleRef && { ref: titleRef, tabIndex: -1 })}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

function firstControl(dialog: HTMLDialogElement | null): HTMLElement | undefined {
  const controls = dialog?.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button,input')
  return [...(controls ?? [])].find(({ disabled }) => !disabled)
}
