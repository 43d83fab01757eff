import { isAbsolute } from 'node:path'
import { PARTS } from '@contract/data/parts'
import { MAX_ROWS } from '@contract/data/series'
import { MAX_NEAR_COLUMNS } from '@contract/data/series-picture'
import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import { text } from '@contract/language/texts'
import { MOST_NOTES } from '@contract/project/project'
import { ok, type Result } from '@contract/result'
import { ENGINES } from '@contract/run/engine-name'
import { MAX_FORECAST_STEPS } from '@contract/run/forecast'
import { PACES } from '@contract/run/pace'
import { MAX_PART_ROWS } from '@contract/run/parts/part-predictions'
import { parsePauseRules } from '@contract/run/pausing/pause-rules'
import { BUDGET_LIMITS } from '@contract/run/run-budget'
import { LESSON } from '@contract/settings/lesson'
import { checkSetting, parseRunConfig, parseSettings } from '@contract/settings/parse-settings'
import { LIVE_SETTINGS, type LiveSettings, pickSettings, settingsOf } from '@contract/settings/settings'
import { configOfSetupCode, MAX_CODE } from '@contract/setup/setup-code'
import { type FutureChoice, MOST_FUTURE_UPDATES, MOST_FUTURES } from '@contract/timeline/futures'
import { DECIDING_SETTINGS } from '@contract/timeline/settings-events'
import * as v from 'valibot'
import { VIEW_ENTRIES } from '../base/view-schema'
import { carrying } from './carried-text'
import { checkedBy } from './checked-by'

/** More batches than can be under way at once: whoever says so has lost count. */
const MAX_ACKNOWLEDGED = 1000
/** The longest path that any of the systems takes. */
const MAX_PATH = 32_768

/**
 * Live settings have the limits of a whole run's; what makes the network is taken from the lesson. Whether they go
 * together with the present run's network is for the trainer to say.
 */
function parseLiveSettings(value: unknown): Result<LiveSettings> {
  if (typeof value !== 'object' || value === null) return parseSettings(value) as Result<never>
  // Named one by one, so that what is missing is missed and not the lesson's.
  const parsed = parseSettings({
    ...settingsOf(LESSON),
    ...pickSettings(value as LiveSettings, LIVE_SETTINGS),
  })
  return parsed.ok ? ok(pickSettings(settingsOf(parsed.value), LIVE_SETTINGS)) : parsed
}

/** Some of the settings that decide the numbers of a run, each within its limits; others are left out. */
function parseChosen(value: unknown): Result<FutureChoice['settings']> {
  if (typeof value !== 'object' || value === null) return parseSettings(value) as Result<never>
  const given = value as LiveSettings
  const names = DECIDING_SETTINGS.filter((name) => Object.hasOwn(given, name))
  for (const name of names) {
    const checked = checkSetting(name, given[name])
    if (!checked.ok) return checked
  }
  return ok(pickSettings(given, names))
}

const NUMBERED_PACES = PACES.filter((one) => one !== 'max')
const MENU_FILE = carrying(text('requests.menuFile'))
const RUN_ID = carrying(text('requests.runId'))
const UPDATE = carrying(text('requests.update'))

/** The number of an update in the record of a run; there need be none. */
export const updateNumber = v.pipe(v.number(UPDATE), v.safeInteger(UPDATE), v.minValue(0, UPDATE))

/** Every setting of a run. */
export const runConfig = checkedBy(parseRunConfig)

/** When a run is to pause by itself. */
export const pauseRules = checkedBy(parsePauseRules)

/** The settings that a run takes over while it goes on. */
export const liveSettings = checkedBy(parseLiveSettings)

/** One of the contract's paces and nothing between them. */
export const pace = v.picklist(PACES, ({ received }) =>
  carrying(text('requests.pace', { paces: NUMBERED_PACES, found: received })),
)

/** Where a forecast begins and how far it goes; whether the series has that row is for the trainer to say. */
export const forecastFrom = v.strictObject({
  origin: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ROWS)),
  steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_FORECAST_STEPS)),
})

/** Some rows of a part, and the weights that predict them; whether the run has both is for the trainer to say. */
export const partPredictions = v.strictObject({
  runId: v.pipe(v.string(RUN_ID), v.maxLength(1000, RUN_ID)),
  part: v.picklist(PARTS),
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ROWS)),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PART_ROWS)),
  update: v.nullable(v.pipe(v.number(UPDATE), v.safeInteger(UPDATE), v.minValue(0, UPDATE))),
})

/** A place among the rows of a series, from before the first to after the last. */
const rowPlace = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ROWS))

/** Some rows of a series; whether it has them is for the trainer to say. */
export const someRows = v.pipe(
  v.strictObject({ from: rowPlace, to: rowPlace }),
  v.check(({ from, to }) => from < to),
)

/** The names of a few columns; what the series has not is not told. */
export const nearColumns = v.pipe(v.array(v.string()), v.maxLength(MAX_NEAR_COLUMNS))

/** One of the contract's engines. */
export const engine = v.picklist(ENGINES, ({ received }) =>
  carrying(text('requests.engine', { found: received })),
)

/** A language that a person can choose. */
export const language = v.picklist(CHOOSABLE_LANGUAGES)

/** A number of batches of updates. */
export const batchCount = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(MAX_ACKNOWLEDGED, carrying(text('requests.tooManyAcknowledged'))),
)

/** The name that main gave a recent file in the menu; whether there is one is looked up. */
export const recentFile = v.pipe(v.string(MENU_FILE), v.maxLength(100, MENU_FILE))

/** What the menu must know of the page. */
export const pageView = v.strictObject({ modal: v.boolean(), showInput: v.boolean(), logLoss: v.boolean() })

/** The id of a run that main told the page of; whether there is one is looked up. */
export const runId = v.pipe(v.string(RUN_ID), v.maxLength(1000, RUN_ID))

/** Several of them. */
export const runIds = v.pipe(v.array(runId), v.maxLength(100_000))

/** What a person calls a run. */
export const givenName = v.pipe(v.string(), v.maxLength(1000))

/** An update of a run; whether the run has made it is for the trainer to say. */
export const moment = v.strictObject({ runId, update: updateNumber })

/** What might be chosen of a run; whether it goes together with the rest is for the trainer to say. */
export const futuresFrom = v.strictObject({
  runId,
  update: v.nullable(updateNumber),
  choices: v.pipe(
    v.array(v.strictObject({ settings: checkedBy(parseChosen), wiped: v.boolean() })),
    v.minLength(1),
    v.maxLength(MOST_FUTURES),
  ),
  updates: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_FUTURE_UPDATES)),
})

/** What a run is to be computed again with; whether it has such an event is for the trainer to say. */
export const recomputing = v.strictObject({
  runId,
  update: updateNumber,
  change: v.union([v.literal('off'), v.strictObject({ movedTo: updateNumber })], UPDATE),
})

/** A code that can be read: a page puts nothing else into the clipboard. */
export const setupCode = v.pipe(
  v.string(),
  v.maxLength(MAX_CODE),
  v.check((code) => configOfSetupCode(code).ok),
)

/** Bytes that runs may take on the disk. */
export const runBudget = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(BUDGET_LIMITS.min),
  v.maxValue(BUDGET_LIMITS.max),
)

/** How the curves are looked at. */
export const viewSettings = v.strictObject(VIEW_ENTRIES)

/** The path of a dropped file. The preload gives an empty one for what is not a file on this machine's disk. */
export const droppedPath = v.custom<string>(
  (value) =>
    typeof value === 'string' && isAbsolute(value) && !value.includes('\0') && value.length < MAX_PATH,
  carrying(text('requests.droppedFile')),
)

/** What a person has written about a run. */
export const notes = v.pipe(
  v.string(),
  v.maxLength(MOST_NOTES, ({ received }) =>
    carrying(text('project.notesTooLong', { most: MOST_NOTES, found: Number(received) })),
  ),
)
