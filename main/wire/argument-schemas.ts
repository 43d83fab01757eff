import { isAbsolute } from 'node:path'
import { CHOOSABLE_LANGUAGES } from '@contract/language/languages'
import { inEnglish } from '@contract/language/say'
import { ok, type Result } from '@contract/result'
import { ENGINES } from '@contract/run/engine-name'
import { PACES } from '@contract/run/pace'
import { LESSON } from '@contract/settings/lesson'
import { parseRunConfig, parseSettings } from '@contract/settings/parse-settings'
import { LIVE_SETTINGS, type LiveSettings, pickSettings, settingsOf } from '@contract/settings/settings'
import * as v from 'valibot'
import { VIEW_ENTRIES } from '../base/view-schema'

/** More batches than can be under way at once: whoever says so has lost count. */
const MAX_ACKNOWLEDGED = 1000
/** The longest path that any of the systems takes. */
const MAX_PATH = 32_768

/** Checks with the contract's own function, so that page, main and weight files say the same sentences. */
function checkedBy<T>(parse: (value: unknown) => Result<T>): v.GenericSchema<unknown, T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform<unknown, T>(({ dataset, addIssue, NEVER }) => {
      const parsed = parse(dataset.value)
      if (parsed.ok) return parsed.value
      addIssue({ message: inEnglish(parsed.error.text) })
      return NEVER
    }),
  )
}

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

function paceSentence(received: string): string {
  const paces = PACES.filter((pace) => pace !== 'max').join(', ')
  return `The pace must be ${paces} updates a second or "max", but ${received} was given; choose one of these.`
}

/** Every setting of a run. */
export const runConfig = checkedBy(parseRunConfig)

/** The settings that a run takes over while it goes on. */
export const liveSettings = checkedBy(parseLiveSettings)

/** One of the contract's paces and nothing between them. */
export const pace = v.picklist(PACES, ({ received }) => paceSentence(received))

/** One of the contract's engines. */
export const engine = v.picklist(
  ENGINES,
  ({ received }) =>
    `The engine must be "compiled" or "eager", but ${received} was given; choose one of these.`,
)

/** A language that a person can choose. */
export const language = v.picklist(CHOOSABLE_LANGUAGES)

/** A number of batches of updates. */
export const batchCount = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(MAX_ACKNOWLEDGED, 'More updates were acknowledged than can have been sent.'),
)

/** The name that main gave a recent file in the menu; whether there is one is looked up. */
export const recentFile = v.pipe(
  v.string('A file from the menu was expected; choose one there.'),
  v.maxLength(100, 'A file from the menu was expected; choose one there.'),
)

/** What the menu must know of the page. */
export const pageView = v.strictObject({ modal: v.boolean(), showInput: v.boolean(), logLoss: v.boolean() })

/** The id of a run that main told the page of; whether there is one is looked up. */
export const runId = v.pipe(v.string('The id of a run was expected.'), v.maxLength(1000))

/** A place in the record of a run: what is there is looked at, whatever it is. */
export const recordPlace = v.pipe(
  v.number('A place in the record of a run was expected.'),
  v.safeInteger('A place in the record of a run was expected.'),
  v.minValue(0, 'A place in the record of a run was expected.'),
)

/** How the curves are looked at. */
export const viewSettings = v.strictObject(VIEW_ENTRIES)

/** The path of a dropped file. The preload gives an empty one for what is not a file on this machine's disk. */
export const droppedPath = v.custom<string>(
  (value) =>
    typeof value === 'string' && isAbsolute(value) && !value.includes('\0') && value.length < MAX_PATH,
  'A file from this computer was expected, but what was dropped is none; drop a weight file.',
)
