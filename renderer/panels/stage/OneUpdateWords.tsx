import { useAppState } from '../../app-world'
import { formatCount } from '../../store/format'
import { configInForce } from '../../store/selectors'

/** What one update does, in the numbers of this run. */
export function OneUpdateWords() {
  const points = useAppState((state) => configInForce(state).points)
  const carries = useAppState((state) => configInForce(state).carryState)
  const count = useAppState((state) => state.description?.parameterCount ?? 0)
  return (
    <div className="one-update-words">
      <h3>One update</h3>
      <ol>
        <li>The network predicts {formatCount(points)} time steps: one window, half a period.</li>
        <li>The loss is the mean squared error against the target.</li>
        <li>
          Its gradient goes back through the window, and Adam moves all {formatCount(count)} numbers a little.
        </li>
        <li>
          {carries
            ? 'The last hidden state is carried on: the next window starts from it.'
            : 'The hidden state is forgotten: the next window starts from zeros.'}
        </li>
      </ol>
    </div>
  )
}
