import { parseArgs } from 'node:util'
import { CASES, type Case } from './cases'
import { SETS, type SetName } from './competitors'

/** The sets that are no races. */
const MEASURED = ['data', 'time', 'inside', 'many'] as const
export type Measured = (typeof MEASURED)[number]

export const HELP = `Usage: npm run bench -- [options]

Races our ways to make an update against the usual ones, and prints microseconds per update.

  --case NAME      only this case (${CASES.map(({ name }) => name).join(', ')}); may be given several times
  --set NAME       who takes part:
                     race     everyone (the default)
                     ladder   what each of our optimisations gives
                     threads  the compiled engine with other numbers of threads
                     data     no race: reading tables, cutting windows, and what ten million rows hold
                     time     no race: what it costs to be able to go back in a run, and how long it takes
                     inside   no race: what it costs the training, and the page, to have the Inside tab open
                     many     no race: how long experiments of many runs take, in one worker and in two,
                              and the table of 1,000 runs in the app itself
  --only WORDS     only competitors, or views of the Inside tab, whose name contains these words; may be given
                   several times
  --rounds N       rounds in which everyone has a turn (default 15)
  --seconds N      length of a turn (default 0.4)
  --json           one JSON document on standard output (with "npm run --silent", nothing else)
  --soak           instead of a race: many updates of the lesson, watching tensors and memory
  --updates N      how many of them (default 1000000)
  --help           this text

PyTorch and TensorFlow take part where "python3" has them; UNROLL_PYTHON names another interpreter, or several,
separated as in PATH.`

export type Options = {
  readonly help: boolean
  readonly json: boolean
  readonly soak: boolean
  readonly updates: number
  readonly cases: readonly Case[]
  readonly set: SetName
  /** What is measured in place of a race; null for a race. */
  readonly measured: Measured | null
  readonly only: readonly string[]
  readonly rounds: number
  /** Length of a turn. */
  readonly seconds: number
}

/** @throws Error that says which option was not understood, and what it may be */
export function parseOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      case: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', default: 'race' },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '15' },
      seconds: { type: 'string', default: '0.4' },
      updates: { type: 'string', default: '1000000' },
      json: { type: 'boolean', default: false },
      soak: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const measured = MEASURED.find((name) => name === values.set) ?? null
  return {
    help: values.help,
    json: values.json,
    soak: values.soak,
    updates: wholeNumber('--updates', values.updates),
    cases: values.case.length === 0 ? CASES : values.case.map(caseNamed),
    set: measured ? 'race' : setNamed(values.set),
    measured,
    only: values.only,
    rounds: wholeNumber('--rounds', values.rounds),
    seconds: positive('--seconds', values.seconds),
  }
}

function caseNamed(name: string): Case {
  const found = CASES.find((candidate) => candidate.name === name)
  if (found) return found
  throw new Error(`There is no case "${name}"; there are ${CASES.map((known) => known.name).join(', ')}.`)
}

function setNamed(name: string): SetName {
  const found = SETS.find((candidate) => candidate === name)
  if (found) return found
  throw new Error(`There is no set "${name}"; there are ${[...SETS, ...MEASURED].join(', ')}.`)
}

function positive(option: string, text: string): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw new Error(`${option} expects a number above 0, but got "${text}".`)
}

function wholeNumber(option: string, text: string): number {
  const value = positive(option, text)
  if (Number.isInteger(value)) return value
  throw new Error(`${option} expects a whole number, but got "${text}".`)
}
