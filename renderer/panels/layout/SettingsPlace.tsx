import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { CloseIcon } from '../icons'
import { DRAWER, useMedia } from '../use-media'

/** The button that opened the drawer, which gets the focus back. */
export const SETTINGS_BUTTON = 'settings-button'

/** Takes the focus when the drawer opens, and gives it back when it closes while it still has it. */
function useDrawerFocus(open: boolean) {
  const drawer = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)
  useLayoutEffect(() => {
    const own = drawer.current
    const focused = document.activeElement
    if (wasOpen.current === open) return
    wasOpen.current = open
    // The tour opens the drawer to point into it, and keeps the focus.
    if (open && !focused?.closest('.tour')) own?.querySelector('button')?.focus()
    const lost = focused === document.body || own?.contains(focused)
    if (!open && lost) document.getElementById(SETTINGS_BUTTON)?.focus()
  }, [open])
  return drawer
}

/** Escape closes the drawer from anywhere where it means nothing else, and so does going on in the stage. */
function useDrawerEnd(open: boolean, close: () => void) {
  useEffect(() => {
    if (!open) return
    const ending = new AbortController()
    const { signal } = ending
    const inside = ({ target }: Event, selector: string) =>
      target instanceof Element && target.closest(selector) !== null
    document.addEventListener(
      'keydown',
      (event) => {
        if (
          event.key === 'Escape' &&
          !event.defaultPrevented &&
          !inside(event, 'dialog, .tour, input, select')
        )
          close()
      },
      { signal },
    )
    // What has the focus must not lie under the drawer.
    document.addEventListener('focusin', (event) => inside(event, '.stage') && close(), { signal })
    return () => ending.abort()
  }, [open, close])
}

/** Where the settings stand: a column beside the stage, or, where there is no room for one, a drawer over it. */
export function SettingsPlace({ children }: { readonly children: ReactNode }) {
  const { store } = useWorld()
  const say = useSay()
  const drawer = useMedia(DRAWER)
  const open = useAppState((state) => state.settingsOpen) && drawer
  const { showSettings } = store.getState()
  const close = useRef(() => showSettings(false)).current
  const place = useDrawerFocus(open)
  useDrawerEnd(open, close)
  return (
    <aside
      ref={place}
      className={drawer ? 'settings drawer' : 'settings'}
      aria-label={say('settingsPanel.title')}
      hidden={drawer && !open}
    >
      {drawer && (
        <div className="drawer-head">
          <span className="card-title">{say('settingsPanel.title')}</span>
          <button
            type="button"
            className="button quiet icon-only"
            aria-label={say('settingsPanel.close')}
            data-testid="close-settings"
            onClick={close}
          >
            <CloseIcon />
          </button>
        </div>
      )}
      {children}
    </aside>
  )
}
