import { join } from 'node:path'
import { type Say, sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Result } from '@contract/result'
import { readInPlace, type WeightReader } from '../trainer/reading/reader'
import type { KnownOptions } from './base/arguments'
import { oneOf } from './base/engine-option'
import { EXIT } from './base/exit-code'
import { tellFault } from './base/fault'
import { languageAsked } from './base/language-option'
import { keptByNpm, type NpmStart } from './base/npm/npm-kept'
import type { Terminal } from './base/terminal'
import { NPM_USAGE, type Usage } from './base/usage'
import { COMPARE_KNOWN, compareHelp, parseCompareOptions } from './compare/compare-options'
import { CONVERT_KNOWN, convertHelp, parseConvertOptions } from './convert/convert-options'
import { FORECAST_KNOWN, forecastHelp, parseForecastOptions } from './forecast/forecast-options'
import { LEAK_KNOWN, leakHelp, parseLeakOptions } from './leak/leak-options'
import { parseReportOptions, REPORT_KNOWN, reportHelp } from './report/report-options'
import { childWorkers, type WorkersOf } from './sweep/child-workers'
import { sweepHelp } from './sweep/sweep-help'
import { parseSweepOptions, SWEEP_KNOWN } from './sweep/sweep-options'
import { trainHelp } from './train/train-help'
import { parseTrainOptions, TRAIN_KNOWN } from './train/train-options'
import { parseVerifyOptions, VERIFY_KNOWN, verifyHelp } from './verify/verify-options'

/** One command: its help, and what makes a run of it out of its arguments. */
type Command = {
  readonly help: (usage: string, say: Say) => string
  readonly known: KnownOptions
  readonly prepare: (args: readonly string[]) => Result<(terminal: Terminal, start: Start) => Promise<number>>
}

// TensorFlow takes a second to load, so it is loaded when everything else is in order.
const COMMANDS: Readonly<Record<string, Command>> = {
  train: {
    help: trainHelp,
    known: TRAIN_KNOWN,
    prepare: (args) =>
      then(parseTrainOptions(args), (options) => async (terminal, { read }) => {
        const { table } = options
        if (table) {
          const { trainOnTable } = await import('./train/train-table')
          return trainOnTable(args, { ...options, table }, terminal, read)
        }
        const { train } = await import('./train/train')
        return train(options, terminal, read)
      }),
  },
  compare: {
    help: compareHelp,
    known: COMPARE_KNOWN,
    prepare: (args) =>
      then(parseCompareOptions(args), (options) => async (terminal) => {
        const { compare } = await import('./compare/compare')
        return compare(options, terminal)
      }),
  },
  leak: {
    help: leakHelp,
    known: LEAK_KNOWN,
    prepare: (args) =>
      then(parseLeakOptions(args), (options) => async (terminal) => {
        const { leak } = await import('./leak/leak')
        return leak(options, terminal)
      }),
  },
  forecast: {
    help: forecastHelp,
    known: FORECAST_KNOWN,
    prepare: (args) =>
      then(parseForecastOptions(args), (options) => async (terminal, { read }) => {
        const { forecast } = await import('./forecast/forecast')
        return forecast(options, terminal, read)
      }),
  },
  convert: {
    help: convertHelp,
    known: CONVERT_KNOWN,
    prepare: (args) =>
      then(parseConvertOptions(args), (options) => async (terminal, { read }) => {
        const { convert } = await import('./convert/convert')
        return convert(options, terminal, read)
      }),
  },
  sweep: {
    help: sweepHelp,
    known: SWEEP_KNOWN,
    prepare: (args) =>
      then(parseSweepOptions(args), (options) => async (terminal, { workers }) => {
        const { table } = options
        if (table) {
          const { sweepOnTable } = await import('./sweep/sweep-table')
          return sweepOnTable(args, { ...options, table }, terminal, workers)
        }
        const { sweep } = await import('./sweep/sweep')
        return sweep(options, terminal, workers(null))
      }),
  },
  report: {
    help: reportHelp,
    known: REPORT_KNOWN,
    prepare: (args) =>
      then(parseReportOptions(args), (options) => async (terminal) => {
        const { report } = await import('./report/report')
        return report(options, terminal)
      }),
  },
  verify: {
    help: verifyHelp,
    known: VERIFY_KNOWN,
    prepare: (args) =>
      then(parseVerifyOptions(args), (options) => async (terminal) => {
        const { verify } = await import('./verify/verify')
        return verify(options, terminal)
      }),
  },
}

/** How the command line was started. */
export type Start = {
  /** How a person starts a command here, for the help. */
  readonly usage: Usage
  /** Null when npm has had no hand in it. */
  readonly npm: NpmStart | null
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What reads weight files. */
  readonly read: WeightReader
  /** What starts the processes that make runs. */
  readonly workers: WorkersOf
}

/**
 * Runs one command to its end. Throws nothing: a fault of ours is told in a sentence, as everything else.
 *
 * @param args the command's name and its arguments
 * @returns the exit code of the process
 */
export async function runCommandLine(
  args: readonly string[],
  terminal: Terminal,
  start: Partial<Start> = {},
): Promise<number> {
  try {
    const code = await run(args, terminal, {
      usage: NPM_USAGE,
      npm: null,
      environment: {},
      read: readInPlace,
      workers: childWorkers(join(import.meta.dirname, 'worker.js')),
      ...start,
    })
    return code === EXIT.done && terminal.lost() ? EXIT.failed : code
  } catch (error) {
    return tellFault(error, terminal)
  }
}

async function run(given: readonly string[], terminal: Terminal, start: Start): Promise<number> {
  const { usage, npm, environment } = start
  const { args, refusal } = languageAsked(given, environment)
  const say = sayIn(terminal.language)
  const [name, ...rest] = args
  if (refusal && name === undefined) return refuse(refusal, terminal)
  if (name === undefined || asksForHelp([name])) {
    const helps = Object.entries(COMMANDS).map(([known, { help }]) => help(usage(known), say))
    return tell(helps.join('\n\n'), terminal)
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return refuse(oneOf(text('cli.theCommand'), Object.keys(COMMANDS), name), terminal)
  // Help is given whatever else is asked for, right or wrong.
  if (asksForHelp(rest)) return tell(command.help(usage(name), say), terminal)
  if (refusal) return refuse(refusal, terminal)
  const kept = npm && keptByNpm(name, rest, command.known, npm)
  if (kept) return refuse(kept, terminal)
  const prepared = command.prepare(rest)
  return prepared.ok ? prepared.value(terminal, start) : refuse(prepared.error.text, terminal)
}

function then<A, B>(result: Result<A>, next: (value: A) => B): Result<B> {
  return result.ok ? { ok: true, value: next(result.value) } : result
}

function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h')
}

async function tell(help: string, terminal: Terminal): Promise<number> {
  await terminal.say(help)
  return EXIT.done
}

function refuse(sentence: Text, terminal: Terminal): number {
  terminal.warn(sentence)
  return EXIT.refused
}
