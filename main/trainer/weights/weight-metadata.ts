import { parseRunConfig } from '@contract/parse-settings'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings'
import type { Snapshot } from '../training/snapshot'
import { damagedMetadata, fileError, quoted, withCommas } from './file-sentence'

/** What a weight file says beside the weights: how to go on from them. */
export type WeightMetadata = {
  readonly config: RunConfig
  readonly updatesDone: number
  /** The carried hidden state of one layer and one sequence: [hidden]. */
  readonly hidden: Float32Array
}

const OURS = 'unroll.'
const FORMAT = 'unroll.format'
const CONFIG = 'unroll.config'
const UPDATES = 'unroll.updates'
const HIDDEN_STATE = 'unroll.hidden_state'
const FORMAT_VERSION = '1'

/**
 * Writes it as the texts of a safetensors header: `format` is 'pt', which transformers and others want to
 * see; the rest is ours. A float32 in the shortest decimals of its float64 is exact.
 */
export function encodeWeightMetadata(snapshot: Snapshot, config: RunConfig): Record<string, string> {
  // JSON.stringify writes -0 as 0.
  const numbers = Array.from(snapshot.hidden.values, (value) => (Object.is(value, -0) ? '-0' : `${value}`))
  return {
    format: 'pt',
    [FORMAT]: FORMAT_VERSION,
    [CONFIG]: JSON.stringify(config),
    [UPDATES]: `${snapshot.updatesDone}`,
    [HIDDEN_STATE]: `[${numbers.join()}]`,
  }
}

/**
 * Reads it again. A file that has nothing of ours is as good as one of no update: the settings are the
 * fallback's, the hidden state is zero. Settings are held to the contract's limits, and must be those of the
 * file's own weights.
 *
 * @param hiddenUnits size of the hidden state in the file's tensors
 * @param fallback settings for a file that brings none
 */
export function decodeWeightMetadata(
  metadata: ReadonlyMap<string, string>,
  hiddenUnits: number,
  fallback: RunConfig,
): Result<WeightMetadata> {
  if (![...metadata.keys()].some((key) => key.startsWith(OURS)))
    return ok({ config: { ...fallback, hiddenUnits }, updatesDone: 0, hidden: new Float32Array(hiddenUnits) })
  const [format, configText, updatesText, hiddenText] = [FORMAT, CONFIG, UPDATES, HIDDEN_STATE].map((key) =>
    metadata.get(key),
  )
  if (format !== undefined && format !== FORMAT_VERSION)
    return fileError(
      'file-not-weights',
      `is of a format that this Unroll does not know: ${quoted(FORMAT)} should be "${FORMAT_VERSION}", but is ${quoted(format)}; open it with a newer Unroll, or choose another one.`,
    )
  if (
    format === undefined ||
    configText === undefined ||
    updatesText === undefined ||
    hiddenText === undefined
  ) {
    const missing = [FORMAT, CONFIG, UPDATES, HIDDEN_STATE].find((key) => !metadata.has(key))
    return damagedMetadata(`it should have ${quoted(missing ?? '')}, but has not`)
  }
  const config = decodeConfig(configText, hiddenUnits)
  if (!config.ok) return config
  // Twelve digits: that many half periods still count exactly, and no run gets there.
  if (!/^(?:0|[1-9]\d{0,11})$/.test(updatesText))
    return damagedMetadata(
      `${quoted(UPDATES)} should be a whole number from 0, but is ${quoted(updatesText)}`,
    )
  const hidden = decodeHiddenState(hiddenText, hiddenUnits)
  if (!hidden.ok) return hidden
  return ok({ config: config.value, updatesDone: Number(updatesText), hidden: hidden.value })
}

function decodeConfig(text: string, hiddenUnits: number): Result<RunConfig> {
  const value = parsed(text)
  if (value === undefined) return damagedMetadata(`${quoted(CONFIG)} should be JSON, but is ${quoted(text)}`)
  const config = parseRunConfig(value)
  if (!config.ok) {
    // The contract's sentence ends with what to choose instead: here nobody is asked to.
    const finding = config.error.message.replace(/(?:; [^;"]*)?\.$/, '')
    return damagedMetadata(`${quoted(CONFIG)} should hold the settings of a run, but: ${finding}`)
  }
  if (config.value.hiddenUnits !== hiddenUnits)
    return damagedMetadata(
      `${quoted(CONFIG)} should say ${withCommas(hiddenUnits)} hidden units as the weights have them, but says ${withCommas(config.value.hiddenUnits)}`,
    )
  return config
}

function decodeHiddenState(text: string, hiddenUnits: number): Result<Float32Array> {
  const values: unknown = parsed(text)
  const good =
    Array.isArray(values) &&
    values.length === hiddenUnits &&
    // Also refuses what is beyond a float32: it would become Infinity.
    values.every(
      (value) => typeof value === 'number' && Number.isFinite(value) && Math.fround(value) === value,
    )
  if (!good)
    return damagedMetadata(
      `${quoted(HIDDEN_STATE)} should be a list of ${withCommas(hiddenUnits)} float32 numbers, but is ${quoted(text)}`,
    )
  return ok(Float32Array.from(values as number[]))
}

/** A duplicate key or a depth harms nothing here: what comes out is checked field by field. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
