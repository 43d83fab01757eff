import type { RunConfig } from '@contract/settings/run-config'
import { useLayoutEffect, useRef } from 'react'
import { useAppState } from '../../app-world'
import { configInForce } from '../../store/selectors'
import { fieldState, RESET_SETTINGS } from '../../store/settings-draft'

/** What is wrong with a setting as it stands, or null. */
export function useProblem(name: keyof RunConfig): string | null {
  return useAppState((state) => {
    const field = fieldState(name, state.draft, configInForce(state))
    return field.kind === 'invalid' ? field.message : null
  })
}

/** The lines under a field: what it is or what is wrong with it, and whether it waits. */
export function FieldNote(props: {
  readonly name: keyof RunConfig
  readonly id: string
  readonly explanation: string
}) {
  const { name, id, explanation } = props
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
        explanation
      ) : (
        <span className="field-problem" data-testid={`${id}-problem`}>
          {problem}
        </span>
      )}
      {changed && RESET_SETTINGS.includes(name) && (
        <span className="field-waits" data-testid={`${id}-waits`}>
          Takes effect at Reset
        </span>
      )}
    </p>
  )
}
