import { createCompiledEngine } from '../../../main/trainer/training/engine/engine'
import { below } from '../figure'
import { tell } from '../tell'
import { sessions, trainInForms } from './every-form'
import { keptCase } from './kept-cases'
import { settledMemory } from './settled-memory'

/*
 * A process of its own: `node --expose-gc keptByEngine.js NAME` says what an engine keeps that meets 50 forms of a network, as in a
 * run whose windows have random lengths.
 */

const FORMS = 50
/** Recordings, as `main/trainer/training/engine/recordings.ts` has it. */
const MOST_KEPT = 8
/** MB. */
const MOST_HELD = 300

const one = keptCase(process.argv[2])
const first = createCompiledEngine()
trainInForms(first, one, 0, 1)
first.dispose()
const before = await settledMemory()

const engine = createCompiledEngine()
trainInForms(engine, one, 0, FORMS)
const held = (await settledMemory()) - before
const alive = sessions()
// Those that it has met last once more: a form has one copy.
trainInForms(engine, one, FORMS - MOST_KEPT, FORMS)
const again = sessions()
engine.dispose()
tell([
  below(MOST_HELD, `${one.name}: an engine that has met ${FORMS} forms`, held, 'MB'),
  below(MOST_KEPT + 1, '  native sessions', alive, ''),
  below(MOST_KEPT + 1, '  native sessions when it has met some again', again, ''),
  below(1, '  native sessions when it is disposed of', sessions(), ''),
])
