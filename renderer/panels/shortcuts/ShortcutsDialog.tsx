import { useLayoutEffect, useRef } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { shortcutGroups } from './shortcut-groups'

/** Every key that does something, in a dialog over the window. */
export function ShortcutsDialog() {
  const open = useAppState((state) => state.shortcutsShown)
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const { store, platform } = useWorld()
  const ref = useRef<HTMLDialogElement>(null)
  const close = () => store.getState().showShortcuts(false)
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // Otherwise its only button is focused, at the end, and a low window opens on that; from here arrow keys scroll.
    dialog?.focus()
    // Closing it gives the focus back to where it was before.
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={ref}
      className="shortcuts"
      tabIndex={-1}
      data-testid="shortcuts-dialog"
      aria-labelledby="shortcuts-title"
      onClose={close}
    >
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <div className="shortcut-groups">
        {shortcutGroups(platform).map(({ title, shortcuts }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ does, keys }) => (
                <div key={does} className="shortcut">
                  <dt>{does}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <button type="button" className="button primary" data-testid="shortcuts-close" onClick={close}>
        Close
      </button>
    </dialog>
  )
}
