import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { windowAt, windowSettings } from '../../../../main/trainer/data/lesson/sine-to-cosine'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { createLearner, type Learner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import {
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../../main/trainer/weights/checkpoint/checkpoint'
import { decodeWeights, encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { snapshotBits } from './samples'

const TRAININGS: readonly Partial<Settings>[] = [
  { cell: 'rnn-relu', optimizer: 'sgd', momentum: 0.5, learningRate: 0.005 },
  { cell: 'gru', layers: 2, span: 'random' },
  { cell: 'lstm', layers: 3, batch: 2, optimizer: 'rmsprop', learningRate: 0.005 },
  { family: 'tensorflow', optimizer: 'adam-tensorflow', endpoint: false },
]

/** Makes the next update; what was predicted before it. */
function goOn(learner: Learner, config: RunConfig): readonly number[] {
  const place = {
    position: learner.position(),
    update: learner.updatesDone(),
    settings: windowSettings(config),
  }
  const result = learner.update(windowAt(place), config.training)
  if (result.kind !== 'updated') throw new Error('the training diverged')
  return [...result.predictions]
}

function trained(config: RunConfig): { readonly initial: Snapshot; readonly learner: Learner } {
  const initial = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
  const learner = createLearner(initial)
  for (let update = 0; update < 5; update += 1) goOn(learner, config)
  return { initial, learner }
}

describe.each(TRAININGS)('a training with %j', (changes) => {
  const config: RunConfig = withSettings(LESSON, { hiddenUnits: 4, ...changes })

  it('goes on from its weights at the same window, with the same state and the same prediction', () => {
    const { learner } = trained(config)
    const read = decodeWeights(encodeWeights({ snapshot: learner.snapshot(), config }), LESSON)
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    const other = createLearner(read.value.snapshot)
    expect(goOn(other, read.value.config)).toEqual(goOn(learner, config))
    for (const each of [learner, other]) each.dispose()
  })

  it('goes on from its checkpoint as if nothing had happened, to the last bit', () => {
    const { initial, learner } = trained(config)
    const origin = { kind: 'seed', seed: 1 } as const
    const present = learner.snapshot()
    const checkpoint = { id: 'a', config, origin, goal: 60, broke: null, initial, present }
    const files = { present: encodePresent(checkpoint), initial: encodeInitial(checkpoint) }
    const read = decodeCheckpoint(files)
    if (!read.ok) throw new Error(inEnglish(read.error.text))
    expect(snapshotBits(read.value.present)).toEqual(snapshotBits(present))
    expect(snapshotBits(read.value.initial)).toEqual(snapshotBits(initial))
    const other = createLearner(read.value.present)
    for (let update = 0; update < 3; update += 1) goOn(other, config)
    for (let update = 0; update < 3; update += 1) goOn(learner, config)
    expect(snapshotBits(other.snapshot())).toEqual(snapshotBits(learner.snapshot()))
    for (const each of [learner, other]) each.dispose()
  })
})
