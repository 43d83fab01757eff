import { parseArgs } from 'node:util'
import { CASES, type Case } from './cases/cases'
import { BOUNDED, CHEAP, SETS, type SetName } from './sets'

export const HELP = `Usage: npm run bench -- [options]

Races our ways to make an update against the usual ones, measures what else has to be fast, and prints one table of all
figures and the bounds that they are held to. Ends with 1 when one of them is broken.

  --set NAME       what is measured; may be given several times (default: ${CHEAP.join(', ')}; with --case or
                   --only: race)
                     race     everyone who makes updates
                     ladder   the same: what each of our optimisations gives
                     threads  the same: the compiled engine with other numbers of threads
                     start    from the start of the app to its window and until it can train, without and with
                              1,000 runs that are kept; from Start to the first update on the page
                     frames   how often the page is drawn while a training goes flat out
                     pause    from a press on Pause to the page saying so, and to the run standing still
                     data     reading tables, cutting windows, and what ten million rows hold
                     time     what it costs to be able to go back in a run, and how long it takes
                     inside   what it costs the training, and the page, to have the Inside tab open
                     many     how long experiments of many runs take, in one worker and in two,
                              and the table of 1,000 runs in the app itself
                     recording  what recordings of updates hold in memory, and what disposing of them gives back
                     soak     memory and tensors through many updates of the lesson
                     all      all of these that have a bound
  --case NAME      only this case of a race (${CASES.map(({ name }) => name).join(', ')});
                   may be given several times
  --only WORDS     only competitors, views of the Inside tab, or networks whose recordings are looked at, whose name contains these words; may be given
                   several times
  --rounds N       rounds of a race in which everyone has a turn (default 15)
  --seconds N      length of a turn (default 0.4)
  --updates N      how many updates the soak makes (default 1000000)
  --json           one JSON document on standard output (with "npm run --silent", nothing else)
  --against FILE   compares with such a document of an earlier run, figure by figure, in ratios
  --help           this text

PyTorch and TensorFlow take part where "python3" has them; UNROLL_PYTHON names another interpreter, or several,
separated as in PATH.`

export type Options = {
  readonly help: boolean
  readonly json: boolean
  /** The file of an earlier run; null to compare with none. */
  readonly against: string | null
  /** In the order in which they are measured, none twice. */
  readonly sets: readonly SetName[]
  readonly updates: number
  readonly cases: readonly Case[]
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
      set: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '15' },
      seconds: { type: 'string', default: '0.4' },
      updates: { type: 'string', default: '1000000' },
      against: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const isOfRace = values.case.length + values.only.length > 0
  const usual: readonly SetName[] = isOfRace ? ['race'] : CHEAP
  const chosen = new Set(values.set.length === 0 ? usual : values.set.flatMap(setsNamed))
  return {
    help: values.help,
    json: values.json,
    against: values.against ?? null,
    sets: SETS.filter((set) => chosen.has(set)),
    updates: wholeNumber('--updates', values.updates),
    cases: values.case.length === 0 ? CASES : values.case.map(caseNamed),
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

function setsNamed(name: string): readonly SetName[] {
  if (name === 'all') return BOUNDED
  const found = SETS.find((candidate) => candidate === name)
  if (found) return [found]
  throw new Error(`There is no set "${name}"; there are ${SETS.join(', ')}, all.`)
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
