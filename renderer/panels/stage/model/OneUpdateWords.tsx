import { CHOICES } from '@contract/settings/choices'
import type { RunConfig } from '@contract/settings/run-config'
import { counted } from '@contract/words'
import { useAppState } from '../../../app-world'
import { configInForce } from '../../../store/selectors/selectors'
import { formatCount } from '../../../store/words/format'

function windowWords({ data: { points, span }, training: { batch } }: RunConfig): string {
  const steps =
    span === 'one'
      ? `${counted(points, 'time step')}: one window, half a period`
      : `${formatCount(points)}, ${formatCount(2 * points)} or ${counted(3 * points, 'time step')}: one window, drawn at random`
  return batch === 1 ? steps : `${steps}, ${formatCount(batch)} side by side`
}

/** What one update does, in the numbers of this run. */
export function OneUpdateWords() {
  const config = useAppState(configInForce)
  const count = useAppState((state) => state.description?.parameterCount ?? 0)
  return (
    <div className="one-update-words">
      <h3>One update</h3>
      <ol>
        <li>The network predicts {windowWords(config)}.</li>
        <li>The loss is the mean squared error against the target.</li>
        <li>
          Its gradient goes back through the window, and {CHOICES.optimizer.values[config.training.optimizer]}{' '}
          moves all {counted(count, 'number')} a little.
        </li>
        <li>
          {config.training.carryState
            ? 'The last hidden state is carried on: the next window starts from it.'
            : 'The hidden state is forgotten: the next window starts from zeros.'}
        </li>
      </ol>
    </div>
  )
}
