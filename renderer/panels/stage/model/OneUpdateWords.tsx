import { CHOICES } from '@contract/settings/choices'
import { useAppState, useSay } from '../../../app-world'
import { configInForce } from '../../../store/selectors/selectors'

/** What one update does, in the numbers of this run. */
export function OneUpdateWords() {
  const say = useSay()
  const { data, training } = useAppState(configInForce)
  const count = useAppState((state) => state.description?.parameterCount ?? 0)
  return (
    <div className="one-update-words">
      <h3>{say('stage.oneUpdate')}</h3>
      <ol>
        <li>
          {say('stage.predictsWindow', {
            points: data.points,
            random: data.span === 'random',
            batch: training.batch,
          })}
        </li>
        <li>{say('stage.lossOfWindow')}</li>
        <li>
          {say('stage.gradientMoves', {
            optimizer: CHOICES.optimizer.values[training.optimizer],
            count,
          })}
        </li>
        <li>{say(training.carryState ? 'stage.stateCarried' : 'stage.stateForgotten')}</li>
      </ol>
    </div>
  )
}
