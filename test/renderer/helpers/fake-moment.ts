import type { RunConfig } from '@contract/settings/run-config'
import type { Moment, MomentId, NearestState } from '@contract/timeline/moment'
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
    carried: carriedAfter(update, config),
    replayed: ((update - 1) % KEYFRAMES) + 1,
  }
}

/** The state of the keyframe that is nearest to an update of a fake run that has made so many. */
export function fakeNearestState({ runId, update }: MomentId, config: RunConfig, done: number): NearestState {
  const newest = Math.floor(done / KEYFRAMES)
  const nearest = Math.min(newest, Math.ceil(update / KEYFRAMES - 0.5))
  const keyframe = KEYFRAMES * nearest
  return {
    runId,
    update: keyframe,
    carried: carriedAfter(keyframe, config),
    nearestFrom: Math.max(0, keyframe - KEYFRAMES / 2 + 1),
    nearestTo: nearest === newest ? done : keyframe + KEYFRAMES / 2,
  }
}

function carriedAfter(update: number, { network }: RunConfig): Float32Array {
  return Float32Array.from({ length: network.hiddenUnits }, (_, unit) => Math.sin(update + unit))
}
