import type { KeptTouch, ShiftTouch } from '@contract/timeline/kept-touches'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { silencedWeights, touchedWeights } from '../../network/shape/touched-weights'
import type { Snapshot } from './snapshot'

/**
 * A training between two updates as some touches leave it: weights are set, what the silenced units say to others is 0, and the
 * carried h is shifted, for every sequence of the batch, in float64 and rounded to float32 once for each shift. What the optimiser
 * keeps beside the weights stays as it is, and the snapshot too. This is the one place where touches become numbers: training and
 * all that makes updates again begin with what it gives.
 *
 * @param snapshot with the states as they go into the window
 * @param touches of what the network has (`whyUntouchable`); the silenced units count last, as in the counterfactual window
 */
export function touchedSnapshot(snapshot: Snapshot, touches: readonly KeptTouch[]): Snapshot {
  const { network, states } = snapshot
  let parameters = touchedWeights(snapshot.parameters, touches)
  for (const touch of touches)
    if (touch.kind === 'unit') parameters = silencedWeights(parameters, network, touch)
  const [h, ...others] = states
  const shifts = touches.filter((touch) => touch.kind === 'shifted')
  return { ...snapshot, parameters, states: h ? [shifted(h, shifts), ...others] : states }
}

/** h with so much more of it: [layer, batch, hidden]. */
function shifted({ shape, values }: ArrayOf, shifts: readonly ShiftTouch[]): ArrayOf {
  const [, batch = 1, hidden = 0] = shape
  const moved = values.slice()
  for (const { layer, unit, by } of shifts) {
    const from = layer * batch * hidden
    for (let i = from; i < from + batch * hidden; i += 1)
      if (unit === null || unit === (i - from) % hidden) moved[i] = (moved[i] as number) + by
  }
  return { shape, values: moved }
}
