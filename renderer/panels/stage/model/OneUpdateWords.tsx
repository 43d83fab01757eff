import { CHOICES } from '@contract/settings/choices'
import { useAppState, useSay } from '../../../app-world'
import { configInForce, isLossScaled } from '../../../store/selectors/selectors'

/** What one update does, in the numbers of this run. */
export function OneUpdateWords() {
  const say = useSay()
  const { data, training } = useAppState(configInForce)
  const scaled = useAppState(isLossScaled)
  // Windows from anywhere have no window before them.
  const drawn = data.source.kind === 'series' && data.order === 'random'
  const carries = training.carryState && !drawn
  const count = useAppState((state) => state.description?.parameterCount ?? 0)
  return (
    <div className="one-update-words">
      <h3>{say('stage.oneUpdate')}</h3>
      <ol>
        <li>
          {data.source.kind === 'lesson'
            ? say('stage.predictsWindow', {
                points: data.points,
                random: data.span === 'random',
                batch: training.batch,
              })
            : say('stage.predictsOfSeries', { steps: data.window, batch: training.batch })}
        </li>
        <li>{say(scaled ? 'stage.lossOfScaledWindow' : 'stage.lossOfWindow')}</li>
        <li>
          {say('stage.gradientMoves', {
            optimizer: CHOICES.optimizer.values[training.optimizer],
            count,
          })}
        </li>
        <li>{say(carries ? 'stage.stateCarried' : 'stage.stateForgotten')}</li>
      </ol>
    </div>
  )
}
