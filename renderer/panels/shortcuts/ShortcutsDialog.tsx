import { useAppState, useSay, useWorld } from '../../app-world'
import { Modal } from '../Modal'
import { shortcutGroups } from './shortcut-groups'

/** Every key that does something, in a dialog over the window. */
export function ShortcutsDialog() {
  const open = useAppState((state) => state.shortcutsShown)
  return open ? <OpenDialog /> : null
}

function OpenDialog() {
  const say = useSay()
  const { store, platform } = useWorld()
  const close = () => store.getState().showShortcuts(false)
  // Its only button is at its end: a low window would open on that, if it had the focus.
  return (
    <Modal
      name="shortcuts"
      testId="shortcuts-dialog"
      title={say('shortcuts.title')}
      close={close}
      focus="dialog"
    >
      <div className="shortcut-groups">
        {shortcutGroups(platform).map(({ title, shortcuts }) => (
          <section key={title.id} aria-label={say(title)}>
            <h3>{say(title)}</h3>
            <dl>
              {shortcuts.map(({ does, keys }) => (
                <div key={does.id} className="shortcut">
                  <dt>{say(does)}</dt>
                  <dd>
                    <kbd>{typeof keys === 'string' ? keys : say(keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <button type="button" className="button primary" data-testid="shortcuts-close" onClick={close}>
        {say('shortcuts.close')}
      </button>
    </Modal>
  )
}
