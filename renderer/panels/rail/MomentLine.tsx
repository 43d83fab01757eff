import { useAppState, useSay, useWorld } from '../../app-world'
import { askingText, comparisonText, lookedAtMoment, recordedLoss } from '../../store/selectors/moments'
import { configInForce } from '../../store/selectors/selectors'
import { settingsThenText } from '../../store/words/settings-changes'
import { CarriedState } from './CarriedState'

/** What is known of the update that is looked at: that it was made again to the last bit, its settings, its state. */
export function MomentLine() {
  const say = useSay()
  const { history } = useWorld()
  const stage = useAppState(lookedAtMoment)
  const now = useAppState(configInForce)
  switch (stage.kind) {
    case 'none':
      return <p className="rail-moment" data-testid="rail-moment" />
    case 'asked':
      return (
        <p className="rail-moment asking" data-testid="rail-moment">
          {say(askingText(stage.progress))}
        </p>
      )
    case 'failed':
      return (
        <p className="rail-moment problem" data-testid="rail-moment">
          {say(stage.problem)}
        </p>
      )
    case 'known': {
      const { moment } = stage
      const comparison = comparisonText(moment, recordedLoss(history, moment.update))
      return (
        <div className="rail-moment" data-testid="rail-moment">
          <p>{comparison && say(comparison)}</p>
          <p>{say(settingsThenText(moment.config, now))}</p>
          {moment.config.training.carryState && <CarriedState carried={moment.carried} />}
        </div>
      )
    }
  }
}
