import type { Text } from '@contract/language/text'
import { useSay } from '../../app-world'
import { WarningIcon } from '../icons'

/** What stands in the way, in the sentence that was given; spoken when it comes. */
export function DataProblem({ problem }: { readonly problem: Text | null }) {
  const say = useSay()
  return (
    <div role="alert">
      {problem !== null && (
        <p className="dialog-problem" data-testid="data-problem">
          <WarningIcon />
          <span>{say(problem)}</span>
        </p>
      )}
    </div>
  )
}
