import { extname } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import {
  LIVE_SETTINGS,
  type LiveSettings,
  NEW_RUN_SETTINGS,
  pickSettings,
  settingsOf,
} from '@contract/settings/settings'
import { type KnownOptions, parseArguments, type Written } from '../base/arguments'
import { engineNamed } from '../base/engine-option'
import { LANGUAGE_TEXTS } from '../base/language-option'
import { type LearnedTable, seriesWritten, type WrittenSeries } from '../data/series-options'
import { RUN_KNOWN, type RunOptions, runIn } from '../run/run-options'
import { SAVE_SWITCHES, SAVE_TEXTS, type SaveOption, savesIn } from './save-options'

/** Goes on from weights. A file that Unroll wrote brings its settings, one of another program only its network. */
export type LoadOptions = {
  readonly file: string
  /** Settings for a file that does not bring them: the lesson's, and those that were given. */
  readonly fallback: RunConfig
  /** Of a network and its training, those that were given: the file must not say otherwise. */
  readonly given: Partial<Settings>
  /** What was given of a series: the file must not say otherwise of that either. */
  readonly series: WrittenSeries
  /** Those that may be others than the file's. */
  readonly changes: Partial<LiveSettings>
}

/** What `train` is asked to do; paths are as a person wrote them. */
export type TrainOptions = Omit<RunOptions, 'config' | 'given'> & {
  readonly begin:
    | { readonly kind: 'new'; readonly config: RunConfig }
    | ({ readonly kind: 'load' } & LoadOptions)
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
  texts: [...RUN_KNOWN.texts, 'engine', 'load', 'figure', ...SAVE_TEXTS, ...LANGUAGE_TEXTS],
  switches: [...RUN_KNOWN.switches, 'json', ...SAVE_SWITCHES],
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
  const engine = engineNamed(texts.get('engine'))
  if (!engine.ok) return engine
  const run = runIn(written.value, read)
  if (!run.ok) return run
  const { config, given, ...shown } = run.value
  const begin = beginning(written.value, config, given)
  if (!begin.ok) return begin
  const saves = savesIn(written.value)
  if (!saves.ok) return saves
  const figure = texts.get('figure') ?? null
  if (figure !== null && extname(figure).toLowerCase() !== '.svg')
    return refuse(text('train.figureName', { given: figure }))
  return ok({
    begin: begin.value,
    ...shown,
    engine: engine.value,
    saves: saves.value,
    force: switches.get('force') ?? false,
    figure,
    json: switches.get('json') ?? false,
  })
}

function beginning(
  line: Written,
  config: RunConfig,
  given: RunOptions['given'],
): Result<TrainOptions['begin']> {
  const { texts } = line
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
    series: seriesWritten(line),
    changes: written(LIVE_SETTINGS),
  })
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
