import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { parseSettings } from '@contract/settings/parse-settings'
import { PRESETS, type Preset } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { isNumber, OF_SERIES_ALONE, settingsOf, withSettings } from '@contract/settings/settings'
import type { KnownOptions, Written } from '../base/arguments'
import { oneOf } from '../base/engine-option'
import {
  type LearnedTable,
  ofSeriesAlone,
  SERIES_TEXTS,
  seriesNamed,
  tableLearned,
  writtenOfSeries,
} from '../data/series-options'
import { TABLE_SWITCHES, TABLE_TEXTS, type TableOption, tableIn } from '../data/table-options'
import { optionOf, SWITCH_SETTINGS, VALUE_SETTINGS } from './run-settings'
import { setupGiven, tableIn as tableOfSetup } from './setup-option'

/** A run as a command line describes it. */
export type RunOptions = {
  readonly config: RunConfig
  /** What was written of its settings, by their own names. */
  readonly given: Readonly<Record<string, unknown>>
  /** The program that was asked for: it says how the run is shown, also with other settings. */
  readonly preset: Preset | null
  /** The SHA-256 of the table that the setup code was made for; null without one. */
  readonly coded: string | null
  /** The table that is learned; null for the lesson's curve and made series. */
  readonly table: TableOption | null
}

/** The options that describe a run. */
export const RUN_KNOWN: KnownOptions = {
  texts: [...VALUE_SETTINGS.map(optionOf), 'preset', 'setup', ...SERIES_TEXTS, ...TABLE_TEXTS],
  switches: [...SWITCH_SETTINGS.map(optionOf), ...TABLE_SWITCHES],
}

/**
 * The run that was asked for; the error is one sentence, for settings the contract's own.
 *
 * @param read the table that `--data` names; null as long as it has not been read: then what comes out has no columns of its
 * own yet, and is to be asked for again with it
 */
export function runIn(written: Written, read: LearnedTable | null): Result<RunOptions> {
  const preset = presetNamed(written.texts.get('preset'))
  if (!preset.ok) return preset
  const table = tableIn(written)
  if (!table.ok) return table
  const setup = setupGiven(written)
  if (!setup.ok) return setup
  const given = settingsIn(written)
  const config = configIn(written, given, preset.value, setup.value, read)
  if (!config.ok) return config
  return ok({
    config: config.value,
    given,
    preset: preset.value,
    coded: setup.value && (tableOfSetup(setup.value)?.origin.sha256 ?? null),
    table: table.value,
  })
}

/**
 * The settings that were asked for, over those of the program or of the series. The whole is checked even for a file that
 * brings settings of its own: a bad value is bad for any file.
 */
function configIn(
  written: Written,
  given: Record<string, unknown>,
  preset: Preset | null,
  setup: RunConfig | null,
  read: LearnedTable | null,
): Result<RunConfig> {
  const series = seriesNamed(written)
  if (!series.ok) return series
  const table = tableLearned(written, read, setup && tableOfSetup(setup))
  if (!table.ok) return table
  if (series.value && written.texts.has('data')) return refuse(text('train.dataBesideSeries'))
  if ((series.value ?? table.value) && preset)
    return refuse(text('train.presetBesideSeries', { option: series.value ? '--series' : '--data' }))
  const learned = series.value ?? table.value
  // Of a code all counts but the table, which is the one that was given.
  const coded = setup && learned ? withSettings(setup, { source: learned.data.source }) : setup
  const base = coded ?? learned ?? preset?.config ?? LESSON
  const ofSeries = writtenOfSeries(written, base)
  if (!ofSeries.ok) return ofSeries
  const alone = ofSeriesAlone(
    Object.keys(given) as SettingName[],
    base,
    OF_SERIES_ALONE,
  ) as SettingName | null
  if (alone !== null && !written.texts.has('load'))
    return refuse(text('train.onlyOfSeries', { option: `--${optionOf(alone)}` }))
  return parseSettings({ ...settingsOf(base), ...ofSeries.value, ...given })
}

/** What was written of the settings, by their own names, and numbers as numbers: not yet checked. */
function settingsIn({ texts, switches }: Written): Record<string, unknown> {
  const given: Record<string, unknown> = {}
  for (const name of VALUE_SETTINGS) {
    const value = texts.get(optionOf(name))
    if (value !== undefined) given[name] = isNumber(name) ? numberIn(value) : value
  }
  for (const name of SWITCH_SETTINGS) {
    const on = switches.get(optionOf(name))
    if (on !== undefined) given[name] = on
  }
  return given
}

/** A text that is no number stays one, so that the sentence can show it. */
export function numberIn(given: string): number | string {
  const value = given.trim() === '' ? Number.NaN : Number(given)
  return Number.isNaN(value) ? given : value
}

function presetNamed(id: string | undefined): Result<Preset | null> {
  if (id === undefined) return ok(null)
  const preset = PRESETS.find((candidate) => candidate.id === id)
  if (preset) return ok(preset)
  return refuse(
    oneOf(
      text('train.thePreset'),
      PRESETS.map((known) => known.id),
      id,
    ),
  )
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
