import { availableParallelism } from 'node:os'
import { extname } from 'node:path'
import type { Seeds } from '@contract/experiment/experiment'
import { MOST_SEEDS, USUAL_SEEDS } from '@contract/experiment/limits'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { NUMBERS } from '@contract/settings/numbers'
import { type KnownOptions, parseArguments, type Written } from '../base/arguments'
import { LANGUAGE_TEXTS } from '../base/language-option'
import type { LearnedTable } from '../data/series-options'
import { numberIn, RUN_KNOWN, type RunOptions, runIn } from '../run/run-options'
import { optionOf } from '../run/run-settings'
import { type SweepPlan, sweepPlan } from './sweep-plan'
import { variedIn } from './vary-option'

/** What `sweep` is asked to do. */
export type SweepOptions = Pick<RunOptions, 'table' | 'coded'> & {
  readonly plan: SweepPlan
  /** Runs that are made at the same time. */
  readonly jobs: number
  /** The table of its runs, as a person wrote its name; null for none. */
  readonly save: string | null
  /** Whether a table that is there is begun anew. */
  readonly force: boolean
  readonly json: boolean
}

/** More would only wait for each other's memory. */
const MOST_JOBS = 64

/** Runs at a time where nothing is said: one core is left to the person. */
const usualJobs = () => Math.max(1, availableParallelism() - 1)

/** Its options. */
export const SWEEP_KNOWN: KnownOptions = {
  texts: [...RUN_KNOWN.texts, 'vary', 'seeds', 'first-seed', 'jobs', 'save', ...LANGUAGE_TEXTS],
  switches: [...RUN_KNOWN.switches, 'json', 'force'],
}

/**
 * Reads the arguments of `sweep`; the error is one sentence.
 *
 * @param read the table that `--data` names; null as long as it has not been read, see `runIn`
 */
export function parseSweepOptions(
  args: readonly string[],
  read: LearnedTable | null = null,
): Result<SweepOptions> {
  const written = parseArguments(args, SWEEP_KNOWN)
  if (!written.ok) return written
  const { texts, lists, switches, words } = written.value
  const [word] = words
  if (word !== undefined) return refuse(text('sweepCommand.onlyOptions', { word }))
  if (texts.has('seed')) return refuse(text('sweepCommand.oneSeed'))
  const varied = variedIn(lists.get('vary') ?? [])
  if (!varied.ok) return varied
  const fixed = varied.value
    .map(({ setting }) => optionOf(setting))
    .find((option) => isGiven(option, written.value))
  if (fixed) return refuse(text('sweepCommand.fixedAndVaried', { option: fixed }))
  const run = runIn(written.value, read)
  if (!run.ok) return run
  const { config, table, coded } = run.value
  const seeds = seedsIn(texts, config.network.seed)
  if (!seeds.ok) return seeds
  const plan = sweepPlan(config, varied.value, seeds.value)
  if (!plan.ok) return plan
  const jobs = wholeIn(texts, 'jobs', 1, MOST_JOBS, usualJobs())
  if (!jobs.ok) return jobs
  const save = texts.get('save') ?? null
  if (save !== null && extname(save).toLowerCase() !== '.csv')
    return refuse(text('sweepCommand.saveName', { given: save }))
  const force = switches.get('force') ?? false
  return ok({
    plan: plan.value,
    table,
    coded,
    jobs: jobs.value,
    save,
    force,
    json: switches.get('json') ?? false,
  })
}

function isGiven(option: string, { texts, switches }: Written): boolean {
  return texts.has(option) || switches.has(option)
}

/** @param usual the seed that the settings have */
function seedsIn(texts: Written['texts'], usual: number): Result<Seeds> {
  const count = wholeIn(texts, 'seeds', 1, MOST_SEEDS, USUAL_SEEDS)
  if (!count.ok) return count
  const { min, max } = NUMBERS.seed
  const first = wholeIn(texts, 'first-seed', min, max - (count.value - 1), usual)
  return first.ok ? ok({ first: first.value, count: count.value }) : first
}

function wholeIn(
  texts: Written['texts'],
  option: string,
  min: number,
  max: number,
  usual: number,
): Result<number> {
  const given = texts.get(option) ?? `${usual}`
  const value = numberIn(given)
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return ok(value)
  return refuse(text('sweepCommand.wholeNumber', { option: `--${option}`, min, max, given }))
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
