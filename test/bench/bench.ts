import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { COMPETITORS, tensorflow } from './competitors'
import { describeMachine, thisMachine } from './machine'
import { HELP, type Measured, type Options, parseOptions } from './options'
import { race } from './race'
import { type CaseReport, describeReport, report } from './report'

/* Races every competitor at every case, as asked on the command line. Progress goes to standard error. */

process.exitCode = await main(parseOptions(process.argv.slice(2)))

async function main(options: Options): Promise<number> {
  if (options.help) {
    console.log(HELP)
    return 0
  }
  if (options.soak) return soak(options)
  if (options.measured) return measure(options.measured, options)
  const machine = thisMachine()
  const competitors = COMPETITORS.filter(
    ({ name, sets }) =>
      sets.includes(options.set) &&
      (options.only.length === 0 || options.only.some((words) => name.includes(words))),
  )
  if (!options.json) console.log(`${describeMachine(machine)}\n`)
  const reports: CaseReport[] = []
  for (const one of options.cases) {
    const outcomes = await race(one, competitors, { ...options, say: (line) => console.error(line) })
    const made = report(one, outcomes)
    reports.push(made)
    if (!options.json) console.log(`\n${describeReport(made)}\n`)
  }
  const { rounds, seconds, set } = options
  if (options.json) console.log(JSON.stringify({ machine, set, rounds, seconds, cases: reports }, null, 2))
  return reports.every(({ places }) => places.every(({ learned }) => learned?.ok !== false)) ? 0 : 1
}

/** What is no race is measured in a process of its own, whose memory is its own. */
async function measure(what: Measured, { json, only }: Options): Promise<number> {
  const script = resolve(import.meta.dirname, `${what}.js`)
  const args = ['--expose-gc', script, json ? 'json' : 'text', ...only]
  // The app sets TensorFlow up for itself.
  const env = { ...process.env, ...(what !== 'inside' && tensorflow(1)) }
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}

/** The soak runs in a process of its own, as the app's trainer does, and speaks for itself. */
async function soak({ updates, json }: Options): Promise<number> {
  const script = resolve(import.meta.dirname, 'soak.js')
  const args = ['--expose-gc', script, String(updates), json ? 'json' : 'text']
  const child = spawn(process.execPath, args, { env: { ...process.env, ...tensorflow(1) }, stdio: 'inherit' })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}
