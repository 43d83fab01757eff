import { CHOICES } from '@contract/settings/choices'
import { useAppState, useSay } from '../../../app-world'
import { configInForce, isLossScaled } from '../../../store/selectors/selectors'
import { enteringBy, WALL_SENTENCES } from '../../../store/selectors/walls'

/** What one update does, in the numbers of this run. */
export function OneUpdateWords() {
  const say = useSay()
  const config = useAppState(configInForce)
  const { data, training } = config
  const scaled = useAppState(isLossScaled)
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
        <li>{say(WALL_SENTENCES[enteringBy(config)])}</li>
      </ol>
    </div>
  )
}
