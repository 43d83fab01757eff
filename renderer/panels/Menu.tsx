import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'

/** The item that a key leads to from the one at `index` of `count`, or null for a key that the menu does not hear. */
export function itemAfter(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (index + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** What can be chosen in a menu. */
export type MenuItem = {
  /** Its test id. */
  readonly id: string
  readonly label: string
  readonly title?: string
  readonly icon?: ReactNode
  readonly opensDialog?: boolean
  readonly act: () => void
}

type Props = {
  readonly items: readonly MenuItem[]
  readonly testId: string
  /** What the menu is called; the button is named by it too where it shows no words. */
  readonly label: string
  /** What the button shows. */
  readonly children: ReactNode
  readonly className?: string
  /** For a button without words: it is what it is said to be. */
  readonly wordless?: boolean
  readonly disabled?: boolean
}

/** A button that opens a menu, which is gone through by arrow keys, closed by Escape, and left by Tab. */
export function Menu({ items, testId, label, children, className = 'button', wordless, disabled }: Props) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const entries = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  useLayoutEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus()
  }, [open])

  function close() {
    setOpen(false)
    button.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      return close()
    }
    const all = entries()
    const next = itemAfter(event.key, all.indexOf(document.activeElement as HTMLButtonElement), all.length)
    if (next === null) return
    event.preventDefault()
    all[next]?.focus()
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget !== button.current && !menu.current?.contains(relatedTarget)) setOpen(false)
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        data-testid={testId}
        aria-label={wordless ? label : undefined}
        title={wordless ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        disabled={disabled}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {children}
      </button>
      {open && (
        <div
          ref={menu}
          id={id}
          className="menu"
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {items.map(({ id, label, title, icon, opensDialog, act }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="button quiet"
              data-testid={id}
              title={title}
              aria-haspopup={opensDialog ? 'dialog' : undefined}
              onClick={() => {
                close()
                act()
              }}
            >
              {icon}
              <span>{label}</span>
            </button>
          ))}
        </div>
      )}
    </>
  )
}
