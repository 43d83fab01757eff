import type { Text } from '@contract/language/text'
import type { RunConfig } from '@contract/settings/run-config'
import { setupCode } from '@contract/setup/setup-code'
import { useRef, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import { setupChanges } from '../../store/words/setup-changes'
import { Modal } from '../Modal'
import { SetupChanges } from './SetupChanges'

/** The settings in force as a code, and what a code from elsewhere would change; over the window while it is open. */
export function SetupDialog() {
  const open = useAppState((state) => state.setupShown)
  return open ? <OpenDialog /> : null
}

/** What came of the text in the field: nothing yet, settings, or why it is none. */
type Read = { readonly config: RunConfig } | { readonly problem: Text } | null

function OpenDialog() {
  const say = useSay()
  const { commands, store } = useWorld()
  const inForce = useAppState(configInForce)
  const [read, setRead] = useState<Read>(null)
  const newest = useRef('')
  const close = () => store.getState().showSetup(false)
  const config = read && 'config' in read ? read.config : null
  const changes = config && setupChanges(inForce, config)

  async function look(written: string) {
    newest.current = written
    if (written.trim() === '') return setRead(null)
    const found = await commands.readSetup(written)
    // Of what stands there now: the answer for a table takes a moment.
    if (newest.current !== written) return
    setRead('value' in found ? { config: found.value } : found)
  }

  async function apply(wanted: RunConfig) {
    const problem = await commands.applySetup(wanted)
    if (problem) setRead({ problem })
  }

  return (
    <Modal name="setup" testId="setup-dialog" title={say('setup.title')} close={close} focus="dialog">
      <div className="dialog-body setup-body">
        <PresentCode config={inForce} />
        <label className="setup-label" htmlFor="setup-written">
          {say('setup.paste')}
        </label>
        <textarea
          id="setup-written"
          className="setup-code"
          data-testid="setup-written"
          rows={3}
          spellCheck={false}
          autoComplete="off"
          placeholder={say('setup.placeholder')}
          aria-describedby="setup-found"
          onChange={(event) => void look(event.target.value)}
        />
        <div id="setup-found" role="status">
          {read && 'problem' in read && (
            <p className="setup-problem" data-testid="setup-problem">
              {say(read.problem)}
            </p>
          )}
          {changes && <SetupChanges changes={changes} />}
        </div>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" data-testid="setup-close" onClick={close}>
          {say('setup.close')}
        </button>
        <button
          type="button"
          className="button primary"
          data-testid="setup-apply"
          disabled={!changes || changes.length === 0}
          onClick={() => config && void apply(config)}
        >
          {say('setup.apply')}
        </button>
      </div>
    </Modal>
  )
}

/** The code of the settings in force, or why there is none. */
function PresentCode({ config }: { readonly config: RunConfig }) {
  const say = useSay()
  const { commands } = useWorld()
  const code = setupCode(config)
  return (
    <>
      <p className="setup-label">{say('setup.present')}</p>
      {code.ok ? (
        <div className="setup-present">
          <output className="setup-code" data-testid="setup-present">
            {code.value}
          </output>
          <button
            type="button"
            className="button small"
            data-testid="setup-copy"
            onClick={() => void commands.copySetup()}
          >
            {say('setup.copy')}
          </button>
        </div>
      ) : (
        <p className="setup-problem">{say(code.error.text)}</p>
      )}
    </>
  )
}
