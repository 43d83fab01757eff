import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Figure } from './figure'
import { compare, describeComparison } from './kept/comparison'
import { type Earlier, readEarlier } from './kept/earlier'
import { figureLine } from './kept/figure-line'
import { type KeptFigure, keptFigures } from './kept/kept-figures'
import { keptTable } from './kept/kept-table'
import { describeMachine, thisMachine } from './machine'
import { HELP, type Options, parseOptions } from './options'
import { COMPETITORS, tensorflow } from './race/competitors'
import { race } from './race/race'
import { raceFigures } from './race/race-figures'
import { type CaseReport, describeReport, report } from './race/report'
import { isOfApp, isRace, type MeasuredName, type RaceName } from './sets'
import { figuresIn } from './tell'

/* Measures what is asked for on the command line. Progress goes to standard error, so that JSON is all there is beside it. */

const asked = understood(process.argv.slice(2))
process.exitCode = asked ? await main(asked.options, asked.earlier) : 2

/** What is asked for, before anything is measured; null when a person has to ask in another way, which is said. */
function understood(args: readonly string[]): { options: Options; earlier: Earlier | null } | null {
  try {
    const options = parseOptions(args)
    // From where a person stood, who may have called npm from anywhere in the project.
    const file = options.against && resolve(process.env.INIT_CWD ?? '.', options.against)
    return { options, earlier: file ? readEarlier(file) : null }
  } catch (error) {
    console.error((error as Error).message)
    return null
  }
}

/** What came of all sets together. */
type Outcome = { readonly figures: KeptFigure[]; readonly cases: CaseReport[]; readonly failed: string[] }

async function main(options: Options, earlier: Earlier | null): Promise<number> {
  if (options.help) {
    console.log(HELP)
    return 0
  }
  const print = options.json ? () => {} : console.log
  print(`${describeMachine(thisMachine())}\n`)
  const outcome: Outcome = { figures: [], cases: [], failed: [] }
  for (const set of options.sets) {
    try {
      if (isRace(set)) await racing(set, options, outcome, print)
      else await measuring(set, options, outcome)
    } catch (error) {
      // What was measured before, perhaps for an hour, is told all the same.
      console.error(`${set} came to no end:`, error)
      outcome.failed.push(set)
    }
  }
  tellAll(options, outcome, earlier)
  const learned = outcome.cases.every(({ places }) => places.every((place) => place.learned?.ok !== false))
  return learned && outcome.failed.length === 0 && outcome.figures.every(({ holds }) => holds) ? 0 : 1
}

async function racing(set: RaceName, options: Options, outcome: Outcome, print: (line: string) => void) {
  const competitors = COMPETITORS.filter(
    ({ name, sets }) =>
      sets.includes(set) && (options.only.length === 0 || options.only.some((words) => name.includes(words))),
  )
  for (const one of options.cases) {
    const outcomes = await race(one, competitors, { ...options, say: (line) => console.error(line) })
    const made = report(one, outcomes)
    outcome.cases.push(made)
    outcome.figures.push(...keptFigures(set, raceFigures(made, set)))
    print(`\n${describeReport(made)}\n`)
  }
}

/** What is no race is measured in a process of its own, whose memory is its own. */
async function measuring(set: MeasuredName, { updates, only }: Options, outcome: Outcome) {
  const script = resolve(import.meta.dirname, `${set}.js`)
  const args = ['--expose-gc', script, ...(set === 'soak' ? [String(updates)] : only)]
  const env = { ...process.env, ...(!isOfApp(set) && tensorflow(1)) }
  console.error(`${set} …`)
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const found: Figure[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    for (const figure of figuresIn(line)) {
      console.error(figureLine(figure))
      found.push(figure)
    }
  }
  await ended
  outcome.figures.push(...keptFigures(set, found))
  if (child.exitCode !== 0) throw new Error(`its process ended with code ${child.exitCode}`)
}

/** The document or the table to keep, and how it stands to an earlier one. */
function tellAll(
  { json, sets, rounds, seconds }: Options,
  { figures, cases, failed }: Outcome,
  earlier: Earlier | null,
) {
  const machine = thisMachine()
  const comparison = earlier && compare(figures, earlier.figures)
  if (json) {
    const about = { benchmark: 'unroll', machine, sets, failed, rounds, seconds }
    console.log(JSON.stringify({ ...about, figures, against: comparison, cases }, null, 2))
    return
  }
  console.log(`\n${keptTable(figures)}`)
  if (comparison && earlier) console.log(`\n${describeComparison(comparison, earlier)}`)
}
