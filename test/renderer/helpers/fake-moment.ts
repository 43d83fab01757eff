import type { RunConfig } from '@contract/settings/run-config'
import type { Moment, MomentId } from '@contract/timeline/moment'
import { fakeWindow } from './fake-network'

/** A keyframe every so many updates. */
const KEYFRAMES = 16

/** A moment of a fake run: its loss is that of the batch that told of the update. */
export function fakeMoment({ runId, update }: MomentId, config: RunConfig): Moment {
  const { loss, gradientNorm } = fakeWindow(update, config)
  return {
    runId,
    update,
    config,
    loss: Math.fround(loss),
    gradientNorm: Math.fround(gradientNorm),
    carried: Float32Array.from({ length: config.network.hiddenUnits }, (_, unit) => Math.sin(update + unit)),
    replayed: ((update - 1) % KEYFRAMES) + 1,
  }
}
