import { expect, it } from 'vitest'
import { openSource } from '../../../../main/trainer/data/open-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { createRunsEngine } from '../../../../main/trainer/many/runs-engine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { createPatientEngine } from '../../../../main/trainer/training/engine/patient-engine'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { good, smallRun } from '../judged-bench'
import { findOf } from './run-in-app'

it('begins to record no call that is shorter as sequences start anew in its midst', () => {
  const changes = { order: 'consecutive', carryState: true, window: 3, hiddenUnits: 2, batch: 3 } as const
  const config = smallRun('sunspots', changes)
  const source = good(openSource(config, findOf(null)))
  const patient = createPatientEngine((code) => {
    throw new Error(code)
  })
  const pieces = createRunsEngine(patient).ready(config, source, true)
  let piece = pieces.next()
  while (!piece.done) piece = pieces.next()
  const engine = piece.value
  const initial = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
  const learner = createLearner(initial, () => engine)
  const windows = nextWindows(learner, source, config, 40)
  const start = windows.findIndex(({ continues }, i) => i > 0 && continues?.includes(0))
  expect(start).toBeGreaterThan(16)
  const admitted = (from: number, to: number) =>
    learner.admitted(windows.slice(from, to), config.training, Number.POSITIVE_INFINITY)
  expect([admitted(0, 16), admitted(0, 1), admitted(start - 5, start + 11)]).toEqual([16, 1, 1])
  expect(patient.isPreparing()).toBe(false)
  learner.dispose()
  patient.dispose()
})
