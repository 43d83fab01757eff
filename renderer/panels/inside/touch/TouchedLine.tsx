import { useSay } from '../../../app-world'
import { formatLoss } from '../../../store/words/format'
import type { TouchedWindow } from './use-touched'

/** What the touches do to the loss of the window, or why they cannot be made. */
export function TouchedLine({ touched }: { readonly touched: TouchedWindow }) {
  const say = useSay()
  if (touched.kind === 'problem')
    return (
      <p className="problem" role="alert" data-testid="touched-problem">
        {say(touched.problem)}
      </p>
    )
  return (
    <p data-testid="touched" aria-live="polite">
      {told()}
    </p>
  )

  function told(): string {
    if (touched.kind !== 'touched') return say('touch.computing')
    const { loss, lossBefore } = touched.touched
    return say('touch.told', {
      loss: formatLoss(loss, say),
      before: formatLoss(lossBefore, say),
      change: loss - lossBefore,
    })
  }
}
