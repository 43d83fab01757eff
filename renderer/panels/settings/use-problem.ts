import type { SettingName } from '@contract/settings/setting'
import { isNumber } from '@contract/settings/settings'
import { useEffect, useState } from 'react'
import { useAppState, useSay } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import { fieldState } from '../../store/state/settings-draft'

/** Who pauses for so long in a number has written it: "0." is on the way to "0.005", and no error. */
const PAUSE_MILLISECONDS = 700

/** What is wrong with a setting as it stands, in the page's language, or null; of a number that is being typed only after a pause. */
export function useProblem(name: SettingName): string | null {
  const say = useSay()
  const problem = useAppState((state) => {
    const field = fieldState(name, state.draft, configInForce(state))
    return field.kind === 'invalid' ? say(field.problem) : null
  })
  const typed = useAppState((state) =>
    isNumber(name) && state.editing === name ? (state.draft.texts[name] ?? '') : null,
  )
  const [judged, setJudged] = useState(false)
  const wrong = problem !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: every letter begins the pause again.
  useEffect(() => {
    if (!wrong) return setJudged(false)
    const timer = setTimeout(() => setJudged(true), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [wrong, typed])
  return judged || typed === null ? problem : null
}
