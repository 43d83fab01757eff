import type { SettingName } from '@contract/settings/setting'
import { NEW_RUN_SETTINGS, SETTINGS } from '@contract/settings/settings'
import { useLayoutEffect, useRef } from 'react'
import { useAppState, useSay } from '../../app-world'
import { configInForce, settingsShown } from '../../store/selectors/selectors'
import { fieldState } from '../../store/state/settings-draft'
import { fieldId } from './field-places'
import { useProblem } from './use-problem'

/** The lines under a field: what it is or what is wrong with it, and whether it waits. */
export function FieldNote({ name }: { readonly name: SettingName }) {
  const id = fieldId(name)
  const say = useSay()
  const explanation = SETTINGS[name].explanation(useAppState(settingsShown))
  const problem = useProblem(name)
  const changed = useAppState(
    (state) => fieldState(name, state.draft, configInForce(state)).kind === 'changed',
  )
  const note = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    // The field may stand at the lower edge of what scrolls, and a problem below it would go unread.
    if (problem !== null) note.current?.scrollIntoView?.({ block: 'nearest' })
  }, [problem])
  return (
    <p ref={note} id={`${id}-note`} className="field-note">
      {problem === null ? (
        explanation && say(explanation)
      ) : (
        <span className="field-problem" data-testid={`${id}-problem`}>
          {problem}
        </span>
      )}
      {changed && NEW_RUN_SETTINGS.includes(name) && (
        <span className="field-waits" data-testid={`${id}-waits`}>
          {say('settingsPanel.takesEffect')}
        </span>
      )}
    </p>
  )
}
