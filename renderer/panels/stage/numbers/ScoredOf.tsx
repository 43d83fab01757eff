import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useAppState } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'
import { useLive, writeText } from '../../use-live'

/** Which update the newest scores are of; null without any, and where the run has gone back behind them. */
function scoredOf({ scores, run, progress, description }: AppState): Text | null {
  if (!scores || !run || scores.update > progress.updatesDone) return null
  const { update } = scores
  const origin = description?.origin
  // A run that begins with the best weights of another knows the loss of its own updates only.
  const isOfBest = origin?.kind === 'best'
  const isBest = isOfBest ? origin.update === update || null : run.best ? run.best.update === update : null
  return text('numbers.scoredOf', { update, ago: progress.updatesDone - update, isBest })
}

function draw(element: HTMLElement, state: AppState, say: Say) {
  const words = scoredOf(state)
  writeText(element, words ? say(words) : '')
}

/** Says which weights all these numbers are of: in training they are seconds old, and the last need not be the best. */
export function ScoredOf() {
  const line = useLive<HTMLParagraphElement>(draw)
  const isScored = useAppState(({ scores }) => scores !== null)
  return <p ref={line} className="scored-of explained" hidden={!isScored} data-testid="scored-of" />
}
