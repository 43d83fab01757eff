import { extname } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import { LESSON } from '@contract/settings/lesson'
import { parseSettings } from '@contract/settings/parse-settings'
import { PRESETS, type Preset } from '@contract/settings/presets'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import {
  isNumber,
  LIVE_SETTINGS,
  type LiveSettings,
  NEW_RUN_SETTINGS,
  OF_SERIES_ALONE,
  pickSettings,
  settingsOf,
  withSettings,
} from '@contract/settings/settings'
import { type KnownOptions, parseArguments, type Written } from '../base/arguments'
import { engineNamed, oneOf } from '../base/engine-option'
import { LANGUAGE_TEXTS } from '../base/language-option'
import {
  type LearnedTable,
  ofSeriesAlone,
  SERIES_TEXTS,
  seriesNamed,
  tableLearned,
  writtenOfSeries,
} from '../data/series-options'
import { TABLE_SWITCHES, TABLE_TEXTS, type TableOption, tableIn } from '../data/table-options'
import { SAVE_SWITCHES, SAVE_TEXTS, type SaveOption, savesIn } from './save-options'
import { setupGiven, tableIn as tableOfSetup } from './setup-option'
import { optionOf, SWITCH_SETTINGS, VALUE_SETTINGS } from './train-settings'

/** Goes on from weights. A file that Unroll wrote brings its settings, one of another program only its network. */
export type LoadOptions = {
  readonly file: string
  /** Settings for a file that does not bring them: the lesson's, and those that were given. */
  readonly fallback: RunConfig
  /** Of a network and its training, those that were given: the file must not say otherwise. */
  readonly given: Partial<Settings>
  /** Those that may be others than the file's. */
  readonly changes: Partial<LiveSettings>
}

/** What `train` is asked to do; paths are as a person wrote them. */
export type TrainOptions = {
  readonly begin:
    | { readonly kind: 'new'; readonly config: RunConfig }
    | ({ readonly kind: 'load' } & LoadOptions)
  /** The program that was asked for: it says how the run is shown, also with other settings. */
  readonly preset: Preset | null
  /** The SHA-256 of the table that the setup code was made for; null without one. */
  readonly coded: string | null
  /** The table that is learned; null for the lesson's curve and made series. */
  readonly table: TableOption | null
  readonly engine: EngineName
  /** Files to write at the end, each in the format of its ending. */
  readonly saves: readonly SaveOption[]
  /** Whether files beside those may be replaced. */
  readonly force: boolean
  readonly figure: string | null
  readonly json: boolean
}

/** Its options. */
export const TRAIN_KNOWN: KnownOptions = {
  texts: [
    ...VALUE_SETTINGS.map(optionOf),
    'preset',
    'setup',
    ...SERIES_TEXTS,
    ...TABLE_TEXTS,
    'engine',
    'load',
    'figure',
    ...SAVE_TEXTS,
    ...LANGUAGE_TEXTS,
  ],
  switches: [...SWITCH_SETTINGS.map(optionOf), ...TABLE_SWITCHES, 'json', ...SAVE_SWITCHES],
}

/**
 * Reads the arguments of `train`; the error is one sentence, for settings the contract's own.
 *
 * @param read the table that `--data` names; null as long as it has not been read: then what comes out has no columns of its
 * own yet, and is to be asked for again with it
 */
export function parseTrainOptions(
  args: readonly string[],
  read: LearnedTable | null = null,
): Result<TrainOptions> {
  const written = parseArguments(args, TRAIN_KNOWN)
  if (!written.ok) return written
  const { texts, switches, words } = written.value
  if (words.length > 0) return refuse(text('train.onlyOptions', { word: String(words[0]) }))
  const preset = presetNamed(texts.get('preset'))
  if (!preset.ok) return preset
  const engine = engineNamed(texts.get('engine'))
  if (!engine.ok) return engine
  const table = tableIn(written.value)
  if (!table.ok) return table
  const setup = setupGiven(written.value)
  if (!setup.ok) return setup
  const config = configIn(written.value, preset.value, setup.value, read)
  if (!config.ok) return config
  const given = settingsIn(written.value)
  const begin = beginning(written.value, config.value, given)
  if (!begin.ok) return begin
  const saves = savesIn(written.value)
  if (!saves.ok) return saves
  const figure = texts.get('figure') ?? null
  if (figure !== null && extname(figure).toLowerCase() !== '.svg')
    return refuse(text('train.figureName', { given: figure }))
  return ok({
    begin: begin.value,
    preset: preset.value,
    coded: setup.value && (tableOfSetup(setup.value)?.origin.sha256 ?? null),
    table: table.value,
    engine: engine.value,
    saves: saves.value,
    force: switches.get('force') ?? false,
    figure,
    json: switches.get('json') ?? false,
  })
}

/**
 * The settings that were asked for, over those of the program or of the series. The whole is checked even for a file that
 * brings settings of its own: a bad value is bad for any file.
 */
function configIn(
  written: Written,
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
  const given = settingsIn(written)
  const alone = ofSeriesAlone(
    Object.keys(given) as SettingName[],
    base,
    OF_SERIES_ALONE,
  ) as SettingName | null
  if (alone !== null && !written.texts.has('load'))
    return refuse(text('train.onlyOfSeries', { option: `--${optionOf(alone)}` }))
  return parseSettings({ ...settingsOf(base), ...ofSeries.value, ...given })
}

function beginning(
  { texts }: Written,
  config: RunConfig,
  given: Record<string, unknown>,
): Result<TrainOptions['begin']> {
  const file = texts.get('load')
  if (file === undefined) return ok({ kind: 'new', config })
  if (texts.has('preset')) return refuse(text('train.presetBesideLoad'))
  // Of settings that are valid only what was written is taken.
  const written = (names: readonly SettingName[]) =>
    pickSettings(
      settingsOf(config),
      names.filter((name) => Object.hasOwn(given, name)),
    )
  return ok({
    kind: 'load',
    file,
    fallback: config,
    given: written(NEW_RUN_SETTINGS),
    changes: written(LIVE_SETTINGS),
  })
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
function numberIn(given: string): number | string {
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
