import { expect, it } from 'vitest'
import { initialWeights } from '../../../../../main/trainer/network/initial-weights'
import { tf } from '../../../../../main/trainer/tensorflow'
import { createLearner } from '../../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../../main/trainer/training/snapshot/fresh-snapshot'
import { readInPieces } from '../../../../../main/trainer/training/snapshot/read-in-pieces'
import { LESSON_SETTINGS } from '../../../../helpers/lesson-settings'

const config = { ...LESSON_SETTINGS, cell: 'lstm' as const, hiddenUnits: 6 }
const window = { inputs: new Float32Array(10).fill(0.3), targets: new Float32Array(10).fill(0.1), advance: 1 }

it('a training is read as it stood at first, whatever updates come between two pieces, and nothing of it stays held', () => {
  const learner = createLearner(freshSnapshot(initialWeights(config), config))
  learner.update(window, config)
  const [stood, before] = [learner.snapshot(), tf.memory().numTensors]
  const pieces = readInPieces(learner.hold())
  let pieceCount = 0
  let piece = pieces.next()
  for (; !piece.done; piece = pieces.next()) {
    pieceCount += 1
    learner.update(window, config)
  }
  // Six parameters, and two slots of Adam for each.
  expect(pieceCount).toBe(18)
  expect(piece.value).toEqual(stood)
  expect(learner.snapshot()).not.toEqual(stood)
  const calledOff = readInPieces(learner.hold())
  calledOff.next()
  calledOff.return(stood)
  expect(tf.memory().numTensors).toBe(before)
  learner.dispose()
})
