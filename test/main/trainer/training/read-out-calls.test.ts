import type { ReadoutName } from '@contract/settings/run-config'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compile } from '../../../../main/trainer/graph/compile'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { tf } from '../../../../main/trainer/tensorflow'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { uploaded } from '../../../../main/trainer/training/training-state'
import { consecutiveUpdates } from '../../../../main/trainer/training/update/consecutive-updates'
import { scheduleOf } from '../../../../main/trainer/training/update/update'
import { LESSON_SETTINGS } from '../../../helpers/lesson-settings'

/** Native calls of one update of the lesson, read out in this way. */
function callsOf(readout: ReadoutName): number {
  const snapshot = freshSnapshot(initialWeights(LESSON_SETTINGS), LESSON_SETTINGS)
  const state = uploaded(snapshot)
  const rows = { inputs: tf.ones([LESSON_SETTINGS.points, 1]), targets: tf.ones([LESSON_SETTINGS.points, 1]) }
  const schedule = tf.tensor1d(
    scheduleOf(LESSON_SETTINGS.optimizer, LESSON_SETTINGS.family, LESSON_SETTINGS, 1),
  )
  const plan = { ...LESSON_SETTINGS, network: snapshot.network, readout, updates: 1, masked: false }
  onTestFinished(() => tf.dispose([state, rows, schedule] as never))
  const { calls, dispose } = compile((...args) => consecutiveUpdates(plan, ...args), [
    state,
    rows,
    schedule,
  ] as Parameters<typeof consecutiveUpdates> extends [unknown, ...infer Rest] ? Rest : never)
  dispose()
  return calls
}

describe('the batched read-out', () => {
  it('makes a native call a time step fewer', () => {
    expect([callsOf('per-time-step'), callsOf('batched')]).toEqual([122, 111])
  })
})
