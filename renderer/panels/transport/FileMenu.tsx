import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useSay } from '../../app-world'
import { MenuIcon } from '../icons'
import type { FileAction } from './file-actions'

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

/** What can be done with files, in one menu: for windows without room for four buttons. */
export function FileMenu({
  actions,
  able,
}: {
  readonly actions: readonly FileAction[]
  readonly able: boolean
}) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

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
    const all = items()
    const next = itemAfter(event.key, all.indexOf(document.activeElement as HTMLButtonElement), all.length)
    if (next === null) return
    event.preventDefault()
    all[next]?.focus()
  }

  function onBlur({ relatedTarget }: FocusEvent) {
    if (relatedTarget !== button.current && !menu.current?.contains(relatedTarget)) setOpen(false)
  }

  return (
    <div className="group files">
      <button
        ref={button}
        type="button"
        className="button"
        data-testid="file-menu"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls="file-menu"
        disabled={!able}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <MenuIcon />
        <span>{say('transport.file')}</span>
      </button>
      {open && (
        <div
          ref={menu}
          id="file-menu"
          className="file-menu"
          role="menu"
          aria-label={say('transport.file')}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {actions.map(({ id, label, title, icon, opensDialog, act }) => (
            <button
              key={id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="button quiet"
              data-testid={id}
              title={say(title)}
              aria-haspopup={opensDialog ? 'dialog' : undefined}
              onClick={() => {
                close()
                act()
              }}
            >
              {icon}
              <span>{say(label)}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
