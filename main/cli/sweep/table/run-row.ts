import type { ExperimentRun, ExperimentRunEnd, VariedName } from '@contract/experiment/experiment'
import { float32Text } from '@contract/float32-text'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { settingOf } from '@contract/settings/settings'
import { optionOf } from '../../run/run-settings'

/** A run as the table of a sweep has it; the losses are float32 numbers. */
export type RunRow = {
  /** Of the varied settings, in the order of their columns. */
  readonly values: readonly Settings[VariedName][]
  readonly seed: number
  readonly end: ExperimentRunEnd
  /** Updates that it made: those before the one that broke it. */
  readonly updates: number
  /** Of the last update, and the least of all; null where none was made. */
  readonly lastLoss: number | null
  readonly bestLoss: number | null
  /** Of the last weights; null without a validation part. */
  readonly validationLoss: number | null
  readonly bestUpdate: number | null
  /** By how much the validation loss is less than the best rival's, as a share of it; null where there is none. */
  readonly skill: number | null
  readonly seconds: number
  /** The setup code with which `train` makes the same run. */
  readonly setup: string
}

/** The columns behind those of the varied settings. */
export const COLUMNS = [
  'seed',
  'end',
  'updates',
  'last_loss',
  'best_loss',
  'validation_loss',
  'best_update',
  'skill',
  'seconds',
  'setup',
] as const
export type ColumnName = (typeof COLUMNS)[number]

export const ENDS = [
  'goal',
  'patience',
  'diverged',
  'skipped',
  'failed',
] as const satisfies readonly ExperimentRunEnd[]

/** Digits of the seconds of a run: they are never the same twice. */
const DIGITS = 4

/**
 * The column of a varied setting: its option, as a name that pandas takes for an attribute. The updates that were made have
 * theirs, so those that were to be made are the goal.
 */
export function columnOf(name: VariedName): string {
  return name === 'updates' ? 'updates_goal' : optionOf(name).replaceAll('-', '_')
}

/** The first line of a table. */
export function headerOf(varied: readonly VariedName[]): string {
  return [...varied.map(columnOf), ...COLUMNS].join(',')
}

/**
 * What a table has of a run that was made.
 *
 * @param setup of this run, see `setupCode`
 */
export function rowOf(
  run: Omit<ExperimentRun, 'losses' | 'validationLosses' | 'shown'>,
  config: RunConfig,
  varied: readonly VariedName[],
  setup: string,
): RunRow {
  const { end, updates, lastLoss, bestLoss, best, validationLoss, rivalLoss, seconds } = run
  return {
    values: varied.map((name) => settingOf(config, name)),
    seed: config.network.seed,
    end,
    updates,
    lastLoss: finite(lastLoss),
    bestLoss: finite(bestLoss),
    validationLoss: finite(validationLoss),
    bestUpdate: best?.update ?? null,
    skill: validationLoss === null || !rivalLoss ? null : finite(Math.fround(1 - validationLoss / rivalLoss)),
    seconds: Number(seconds.toPrecision(DIGITS)),
    setup,
  }
}

/** What is beyond all numbers is nothing: pandas and a spreadsheet would each read it otherwise. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

/** A line of the table, without its end. No cell needs quotation marks: there are numbers, names and codes alone. */
export function lineOf(row: RunRow): string {
  const losses = [row.lastLoss, row.bestLoss, row.validationLoss].map(lossText)
  const [best, skill] = [row.bestUpdate ?? '', lossText(row.skill)]
  return [...row.values, row.seed, row.end, row.updates, ...losses, best, skill, row.seconds, row.setup].join(
    ',',
  )
}

function lossText(loss: number | null): string {
  return loss === null ? '' : float32Text(loss)
}

/** A run as a line of JSON. */
export function jsonOf(row: RunRow, varied: readonly VariedName[]): string {
  const { values, ...numbers } = row
  return JSON.stringify({ ...Object.fromEntries(varied.map((name, at) => [name, values[at]])), ...numbers })
}
