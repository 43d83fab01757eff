import { useAppState, useSay, useWorld } from '../../app-world'
import {
  askingText,
  comparisonText,
  isNearestTo,
  lookedAtMoment,
  nearestShown,
  recordedLoss,
  settingsThen,
} from '../../store/selectors/moments'
import { configInForce } from '../../store/selectors/selectors'
import { settingsThenText } from '../../store/words/settings-changes'
import { CarriedState } from './CarriedState'

/** What came of making the update again that is looked at: nothing yet, how far it is, whether it is the same to the last bit. */
function Comparison() {
  const say = useSay()
  const { history } = useWorld()
  const stage = useAppState(lookedAtMoment)
  switch (stage.kind) {
    case 'none':
      return null
    case 'asked':
      return (
        <p className="asking" data-testid="rail-comparison">
          {say(askingText(stage.progress))}
        </p>
      )
    case 'failed':
      return (
        <p className="problem" data-testid="rail-comparison">
          {say(stage.problem)}
        </p>
      )
    case 'known': {
      const { moment } = stage
      const words = comparisonText(moment, recordedLoss(history, moment.update))
      return words && <p data-testid="rail-comparison">{say(words)}</p>
    }
  }
}

/** The carried state of the update that is looked at: the exact one once it is there, before that the nearest that is kept. */
function StateThen({ update }: { readonly update: number }) {
  const stage = useAppState(lookedAtMoment)
  const near = useAppState(nearestShown)
  if (stage.kind === 'known') return <CarriedState carried={stage.moment.carried} of={null} />
  if (!near) return null
  const of = { update: near.update, isNearest: near.update !== update && isNearestTo(near, update) }
  return <CarriedState carried={near.carried} of={of} />
}

/**
 * What is known of the update that is looked at. Its settings and the nearest carried state that is kept are there at once,
 * wherever a hand goes; the exact state, and whether it is what there was, where the hand rests.
 */
export function MomentLine() {
  const say = useSay()
  const now = useAppState(configInForce)
  const run = useAppState((state) => state.run)
  const marked = useAppState((state) => state.marked)
  const description = useAppState((state) => state.description)
  const then = settingsThen({ run, marked, description })
  return (
    <div className="rail-moment" data-testid="rail-moment">
      {then && <p data-testid="rail-settings">{say(settingsThenText(then, now))}</p>}
      {marked !== null && then?.training.carryState && <StateThen update={marked} />}
      <Comparison />
    </div>
  )
}
