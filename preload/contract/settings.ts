import { fail, ok, type Result } from './result'

/** Everything a person chooses about a run. */
export type RunConfig = {
  /** Step size of the optimiser (Adam), no unit. */
  readonly learningRate: number
  /** Updates from the start of the run to its goal; a finished run that goes on does as many again. */
  readonly updates: number
  /** Time steps in one window; a window spans half a period, both ends included. */
  readonly points: number
  /** Size of the hidden state. */
  readonly hiddenUnits: number
  /** Seed of the initial weights; n stands for `torch.manual_seed(n)`. */
  readonly seed: number
  /** Whether a window starts from the hidden state that the window before it ended with, or from zero. */
  readonly carryState: boolean
}

export type NumericSetting = Exclude<keyof RunConfig, 'carryState'>

/** Settings that a running run takes over at its next update; the others make another network. */
export type LiveSettings = Pick<RunConfig, 'learningRate' | 'updates' | 'points' | 'carryState'>

export type Limits = {
  readonly label: string
  /** What is counted, for "10 time steps"; empty for a plain number. */
  readonly unit: string
  readonly min: number
  readonly max: number
  readonly whole: boolean
}

/** The range of every numeric setting: the page, the wire and the weight files are held to the same. */
export const LIMITS: { readonly [Name in NumericSetting]: Limits } = {
  learningRate: { label: 'Learning rate', unit: '', min: 0.000001, max: 10, whole: false },
  updates: { label: 'Updates', unit: 'updates', min: 1, max: 1_000_000, whole: true },
  points: { label: 'Points per window', unit: 'time steps', min: 2, max: 200, whole: true },
  hiddenUnits: { label: 'Hidden units', unit: 'units', min: 1, max: 512, whole: true },
  seed: { label: 'Seed', unit: '', min: 0, max: 4_294_967_295, whole: true },
}

/** The most predicted points a run may have in all, so that every one can be kept and scrolled back to. */
export const MAX_POINTS_IN_RUN = 10_000_000

/** The lesson's own settings. */
export const LESSON: RunConfig = {
  learningRate: 0.02,
  updates: 60,
  points: 10,
  hiddenUnits: 32,
  seed: 1,
  carryState: true,
}

/** Updates a second, or as many as the machine can. */
export type Pace = number | 'max'

/** The paces a person can choose; 20 a second is the lesson's (a pause of 0.05 s after each update). */
export const PACES: readonly Pace[] = [1, 2, 5, 10, 20, 50, 100, 'max']
export const LESSON_PACE: Pace = 20

/**
 * What updates are computed with. `compiled` replays recorded updates as a native graph; `eager` runs every op by
 * itself, the reference that the other is held to. The numbers are the same but for float32 rounding.
 */
export type EngineName = 'compiled' | 'eager'
export const ENGINES: readonly EngineName[] = ['compiled', 'eager']

const NAMES = Object.keys(LIMITS) as NumericSetting[]

/** Writes a number as a person would: 0.000001, not 1e-6; 4,294,967,295 with its commas. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 })
}

function found(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : String(value)
  if (value === undefined) return 'nothing'
  return JSON.stringify(value)?.slice(0, 40) ?? typeof value
}

/** Says whether a value is within a setting's limits; the error is one sentence. */
export function checkSetting(name: NumericSetting, value: unknown): Result<number> {
  const { label, min, max, whole } = LIMITS[name]
  const good =
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  if (good) return ok(value)
  const kind = whole ? 'a whole number' : 'a number'
  return fail(
    'invalid-setting',
    `${label} must be ${kind} from ${plain(min)} to ${plain(max)}, but ${found(value)} was given; choose a value in this range.`,
  )
}

/**
 * Turns anything (from the page, or from a file) into settings of a run.
 * Fails with the first setting that is missing or out of its limits; unknown keys are left out.
 */
export function parseRunConfig(value: unknown): Result<RunConfig> {
  if (typeof value !== 'object' || value === null)
    return fail('invalid-setting', `The settings of a run must be an object, but ${found(value)} was given.`)
  const given = value as Record<string, unknown>
  const numbers: Partial<Record<NumericSetting, number>> = {}
  for (const name of NAMES) {
    const checked = checkSetting(name, given[name])
    if (!checked.ok) return checked
    numbers[name] = checked.value
  }
  if (typeof given.carryState !== 'boolean')
    return fail(
      'invalid-setting',
      `Carry the state must be true or false, but ${found(given.carryState)} was given.`,
    )
  const config = { ...(numbers as Record<NumericSetting, number>), carryState: given.carryState }
  if (config.updates * config.points > MAX_POINTS_IN_RUN)
    return fail(
      'invalid-setting',
      `A run can keep ${plain(MAX_POINTS_IN_RUN)} predicted points, but ${plain(config.updates)} updates of ${plain(config.points)} points make ${plain(config.updates * config.points)}; choose fewer updates or fewer points.`,
    )
  return ok(config)
}

/** Whether two settings describe the same initial network. */
export function sameNetwork(a: RunConfig, b: RunConfig): boolean {
  return a.hiddenUnits === b.hiddenUnits && a.seed === b.seed
}
