import type { ListedRun } from '@contract/run/kept-run'
import { MAX_RUN_NAME } from '@contract/run/run-budget'
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { useSay, useWorld } from '../../app-world'
import { shortText, titleText } from '../../store/words/run-texts'

/** Names a run: Enter takes the name, Escape leaves it as it was. */
export function RunName({ run, close }: { readonly run: ListedRun; readonly close: () => void }) {
  const say = useSay()
  const { commands } = useWorld()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const take = (event: FormEvent) => {
    event.preventDefault()
    void commands.renameRun(run.id, field.current?.value ?? '').then(close)
  }
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // The list stays open.
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <form className="run-name" onSubmit={take}>
      <input
        ref={field}
        className="name-field"
        data-testid="run-name"
        aria-label={say('runList.nameOf', { run: shortText(run) })}
        maxLength={MAX_RUN_NAME}
        defaultValue={run.name ?? ''}
        placeholder={say(titleText({ ...run, name: null }))}
        onKeyDown={leave}
      />
      <button type="submit" className="button small" data-testid="save-name">
        {say('runList.saveName')}
      </button>
      <button type="button" className="button small" data-testid="cancel-name" onClick={close}>
        {say('runList.cancelName')}
      </button>
    </form>
  )
}
