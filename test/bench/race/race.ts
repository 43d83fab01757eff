import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { Case } from '../cases/cases'
import { writeWindows } from '../cases/shared-windows'
import { median, type Spread, spreadOf } from '../statistics'
import type { Competitor } from './competitors'
import type { Told } from './protocol'
import { type Racer, startRacer } from './racer'

/** How a competitor came off. */
export type Outcome =
  | { readonly kind: 'missing'; readonly name: string; readonly what: string }
  | {
      readonly kind: 'raced'
      readonly name: string
      readonly about: string
      readonly perCall: number
      /** Losses of its first updates. */
      readonly losses: readonly number[]
      /** Microseconds per update, round by round. */
      readonly rounds: readonly number[]
      readonly spread: Spread
      /** Microseconds of processor time per update, of all threads: hardly touched by what else the machine does. */
      readonly processor: number
    }

/** Microseconds per update. */
type Turn = { readonly wall: number; readonly processor: number }
type Options = { readonly rounds: number; readonly seconds: number; readonly say: (line: string) => void }
type Running = { readonly competitor: Competitor; readonly racer: Racer; readonly turns: Turn[] }

/**
 * Lets competitors take turns at one case, A B C A B C …, so that whatever else the machine does hits all alike. All
 * processes live from the first to the last round; the one whose turn it is not waits for its next line. The first
 * round warms up and does not count.
 */
export async function race(
  one: Case,
  competitors: readonly Competitor[],
  options: Options,
): Promise<Outcome[]> {
  const outcomes = new Map<string, Outcome>()
  const running: (Running & { about: string; perCall: number; losses: readonly number[] })[] = []
  const folder = await mkdtemp(join(tmpdir(), 'unroll-bench-'))
  try {
    await writeWindows(one, folder)
    for (const competitor of competitors) {
      options.say(`${one.name}: ${competitor.name}`)
      const entered = await enter(competitor, one, folder)
      if ('kind' in entered) outcomes.set(competitor.name, entered)
      else running.push(entered)
    }
    for (let round = 0; round <= options.rounds; round += 1) {
      options.say(`${one.name}: ${round === 0 ? 'warm-up' : `round ${round} of ${options.rounds}`}`)
      for (const { racer, turns } of running) {
        const made = await turn(racer, options.seconds)
        if (round > 0) turns.push(made)
      }
    }
  } finally {
    await Promise.all(running.map(({ racer }) => racer.end()))
    await rm(folder, { recursive: true, force: true })
  }
  for (const { competitor, about, perCall, losses, turns } of running) {
    const rounds = turns.map(({ wall }) => wall)
    outcomes.set(competitor.name, {
      kind: 'raced',
      name: competitor.name,
      about,
      perCall,
      losses,
      rounds,
      spread: spreadOf(rounds),
      processor: median(turns.map(({ processor }) => processor)),
    })
  }
  return competitors.flatMap(({ name }) => outcomes.get(name) ?? [])
}

/** Starts a competitor and has it make its first updates; with several interpreters, in the first that can. */
async function enter(competitor: Competitor, one: Case, windows: string) {
  let missing: Outcome = { kind: 'missing', name: competitor.name, what: 'Python' }
  for (const [command, ...args] of commandsOf(competitor, one, windows)) {
    const racer = startRacer(command, args, competitor.environment)
    const first = await racer.start().catch((error: unknown) => {
      if (competitor.runtime === 'python' && isNoProgram(error)) return undefined
      throw error
    })
    if (first?.kind === 'ready') {
      const { about, perCall } = first
      const said = await racer.ask(`losses ${one.checkedUpdates}`)
      if (said.kind !== 'losses') throw new Error(`${competitor.name} said "${said.kind}" instead of losses`)
      return { competitor, racer, about, perCall, losses: said.losses, turns: [] }
    }
    if (first?.kind === 'missing') missing = { ...missing, what: first.what }
    await racer.end()
  }
  return missing
}

function commandsOf(competitor: Competitor, one: Case, windows: string): [string, ...string[]][] {
  const json = JSON.stringify(one)
  if (competitor.runtime === 'node')
    return [[process.execPath, resolve(import.meta.dirname, 'worker.js'), competitor.program, json]]
  const interpreters = (process.env.UNROLL_PYTHON || 'python3').split(delimiter)
  const script = resolve('test/bench/python', competitor.script)
  return interpreters.map((interpreter) => [interpreter, script, json, windows, ...competitor.args])
}

function isNoProgram(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

async function turn(racer: Racer, seconds: number): Promise<Turn> {
  const told: Told = `turn ${seconds}`
  const said = await racer.ask(told)
  if (said.kind !== 'turn') throw new Error(`expected the outcome of a turn, but got "${said.kind}"`)
  return { wall: said.microseconds / said.updates, processor: said.processor / said.updates }
}
