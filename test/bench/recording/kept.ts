import { below, type Figure, told } from '../figure'
import { tell } from '../tell'
import { createKeepingEngine, sessions, trainInForms } from './every-form'
import { keptCase } from './kept-cases'
import { settledMemory } from './settled-memory'

/*
 * A process of its own: `node --expose-gc kept.js NAME` says what recordings of a network hold, when 1, 10 and 50 of them are
 * there, and what comes of that when they are disposed of.
 */

const COUNTS = [1, 10, 50] as const
const MOST = 50
/** MB for each of 50. */
const MOST_HELD = 20
/** MB that a round of 50 recordings may leave behind: half of what those hold that hold least. */
const MOST_LEFT = 60

const one = keptCase(process.argv[2])
const figures: Figure[] = []
// What TensorFlow sets up once, for the first recording of all, is no recording's.
makeAndDispose(1)
const before = await settledMemory()

const keeping = createKeepingEngine()
let made = 0
let held = 0
for (const count of COUNTS) {
  trainInForms(keeping.engine, one, made, count)
  made = count
  held = (await settledMemory()) - before
  const what = `${one.name}: each of ${count === 1 ? '1 recording' : `${count} recordings`}`
  figures.push(count < MOST ? told(what, held / count, 'MB') : below(MOST_HELD, what, held / count, 'MB'))
}
figures.push(told('  native sessions then', sessions(), ''))
keeping.dispose()
figures.push(below(1, '  native sessions when they are disposed of', sessions(), ''))
figures.push(told('  given back to the system', Math.max(0, held - (await settledMemory()) + before), 'MB'))

makeAndDispose(MOST)
const second = await settledMemory()
figures.push(told('  more after a second round', second - before - held, 'MB'))
makeAndDispose(MOST)
figures.push(below(MOST_LEFT, '  more after a third round', (await settledMemory()) - second, 'MB'))
tell(figures)

function makeAndDispose(count: number) {
  const { engine, dispose } = createKeepingEngine()
  trainInForms(engine, one, 0, count)
  dispose()
}
