import { LESSON } from '@contract/settings/lesson'
import { LESSON_SOURCE } from '../../../main/trainer/data/lesson/lesson-source'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { tf } from '../../../main/trainer/tensorflow'
import { createCompiledEngine } from '../../../main/trainer/training/engine/engine'
import { openTraining, trainOn } from '../cases/training'
import { tell } from '../tell'
import { type Sample, soakFigures } from './soak-figures'

/*
 * A process of its own: `node --expose-gc soak.js UPDATES` makes so many updates of the lesson with the compiled engine and
 * watches what it holds.
 *
 * Garbage is collected before each look. A call leaves JavaScript objects that V8 moves to its old generation, about 150
 * bytes, and V8 has no reason to collect there before tens of megabytes have gathered: millions of updates, in which
 * garbage that waits would look like memory that is lost, and hide what really is.
 */

const SAMPLES = 100

const updates = Number(process.argv[2])
const collectGarbage = globalThis.gc ?? withoutCollector()
const engine = createCompiledEngine()
const learner = openTraining(engine, LESSON)
const perCall = engine.updatesPerCall(networkOf(LESSON), LESSON.data.points, updates)
const samples: Sample[] = []
const begin = performance.now()

while (learner.updatesDone() < updates) {
  const next = Math.round(((samples.length + 1) * updates) / SAMPLES)
  while (learner.updatesDone() < next) train(Math.min(perCall, next - learner.updatesDone()))
  sample()
}
tell(soakFigures(samples))

function withoutCollector(): never {
  throw new Error('the soak needs node --expose-gc')
}

function train(count: number) {
  if (!trainOn(learner, count, LESSON, LESSON_SOURCE).every(Number.isFinite))
    throw new Error(`diverged after ${learner.updatesDone()} updates`)
}

function sample() {
  void collectGarbage()
  const { numTensors } = tf.memory()
  const rss = process.memoryUsage().rss
  samples.push({ updates: learner.updatesDone(), rss, tensors: numTensors })
  if (samples.length % 10 !== 0) return
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  const megabytes = (rss / 2 ** 20).toFixed(1)
  console.error(
    `${learner.updatesDone()} updates, ${seconds} s: ${megabytes} MB resident, ${numTensors} tensors`,
  )
}
