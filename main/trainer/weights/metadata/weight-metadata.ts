import { inEnglish } from '@contract/language/say'
import { ok, type Result } from '@contract/result'
import type { Assumption } from '@contract/run/load-notes'
import { parseSettings } from '@contract/settings/parse-settings'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { stateShapes } from '../../network/shape/cell-shapes'
import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { damagedMetadata, fileError, quoted, withCommas } from '../base/file-sentence'
import { parsedJson } from '../base/parsed-json'
import type { WeightSizes } from '../torch/weight-sizes'
import { hasSizes, inWords, specFromSizes } from '../torch/weight-spec'
import { decodeStates, encodeStates } from './weight-states'

/** What a weight file says beside the weights: how to go on from them. */
export type WeightMetadata = {
  readonly config: RunConfig
  readonly updatesDone: number
  readonly halfPeriods: number
  /** The carried state, or null for zeros. */
  readonly states: readonly ArrayOf[] | null
  /** What neither it nor the arrays say. */
  readonly assumed?: Assumption
}

const OURS = 'unroll.'
const FORMAT = 'unroll.format'
const CONFIG = 'unroll.config'
const UPDATES = 'unroll.updates'
const HALF_PERIODS = 'unroll.half_periods'
const STATES = 'unroll.states'
const FORMAT_VERSION = '1'

/**
 * Writes it as the texts of a safetensors header: `format` is 'pt', which transformers and others want to
 * see; the rest is ours.
 */
export function encodeWeightMetadata(snapshot: Snapshot, config: RunConfig): Record<string, string> {
  return {
    format: 'pt',
    [FORMAT]: FORMAT_VERSION,
    [CONFIG]: JSON.stringify(settingsOf(config)),
    [UPDATES]: `${snapshot.updatesDone}`,
    [HALF_PERIODS]: `${snapshot.halfPeriods}`,
    [STATES]: encodeStates(snapshot.states),
  }
}

/** Whether a file has texts of ours: then it is one of Unroll's own. */
export function bringsSettings(metadata: ReadonlyMap<string, string>): boolean {
  return [...metadata.keys()].some((key) => key.startsWith(OURS))
}

/**
 * Reads it again. A file that has nothing of ours is as good as one of no update: the settings are the
 * fallback's, the carried state is zero. Settings are held to the contract's limits, and must be those of the
 * file's own weights.
 *
 * @param sizes what the file's tensors tell of their network
 * @param fallback settings for a file that brings none
 */
export function decodeWeightMetadata(
  metadata: ReadonlyMap<string, string>,
  sizes: WeightSizes,
  fallback: RunConfig,
): Result<WeightMetadata> {
  if (!bringsSettings(metadata)) {
    const config = withSettings(fallback, specFromSizes(sizes, fallback.network.cell))
    const told: WeightMetadata = { config, updatesDone: 0, halfPeriods: 0, states: null }
    return ok(
      sizes.gates === 1 ? { ...told, assumed: config.network.cell === 'rnn-relu' ? 'relu' : 'tanh' } : told,
    )
  }
  const format = metadata.get(FORMAT)
  if (format !== undefined && format !== FORMAT_VERSION)
    return fileError(
      'file-not-weights',
      `is of a format that this Unroll does not know: ${quoted(FORMAT)} should be "${FORMAT_VERSION}", but is ${quoted(format)}; open it with a newer Unroll, or choose another one.`,
    )
  const missing = [FORMAT, CONFIG, UPDATES, HALF_PERIODS, STATES].find((key) => !metadata.has(key))
  if (missing !== undefined) return damagedMetadata(`it should have ${quoted(missing)}, but has not`)
  const config = decodeConfig(metadata.get(CONFIG) ?? '', sizes)
  if (!config.ok) return config
  const updatesDone = decodeCount(UPDATES, metadata)
  if (!updatesDone.ok) return updatesDone
  const halfPeriods = decodeCount(HALF_PERIODS, metadata)
  if (!halfPeriods.ok) return halfPeriods
  const text = metadata.get(STATES) ?? ''
  const shapes = stateShapes(config.value.network, config.value.training.batch)
  const states = decodeStates(text, shapes)
  if (!states)
    return damagedMetadata(`${quoted(STATES)} should be ${listsInWords(shapes)}, but is ${quoted(text)}`)
  return ok({ config: config.value, updatesDone: updatesDone.value, halfPeriods: halfPeriods.value, states })
}

function decodeConfig(text: string, sizes: WeightSizes): Result<RunConfig> {
  const value = parsedJson(text)
  if (value === undefined) return damagedMetadata(`${quoted(CONFIG)} should be JSON, but is ${quoted(text)}`)
  const config = parseSettings(value)
  if (!config.ok) {
    // The contract's sentence ends with what to choose instead: here nobody is asked to.
    const finding = inEnglish(config.error.text).replace(/(?:; [^;"]*)?\.$/, '')
    return damagedMetadata(`${quoted(CONFIG)} should hold the settings of a run, but: ${finding}`)
  }
  const { network } = config.value
  if (hasSizes(network, sizes)) return config
  const { hiddenUnits, layers } = network
  const found = specFromSizes(sizes, network.cell)
  if (hiddenUnits !== found.hiddenUnits)
    return damagedMetadata(
      `${quoted(CONFIG)} should say ${withCommas(found.hiddenUnits)} hidden units as the weights have them, but says ${withCommas(hiddenUnits)}`,
    )
  const [should, says] =
    layers === found.layers ? [found.cell, network.cell] : [inWords(found), inWords(network)]
  return damagedMetadata(`${quoted(CONFIG)} should say ${should} as the weights have it, but says ${says}`)
}

function decodeCount(key: string, metadata: ReadonlyMap<string, string>): Result<number> {
  const text = metadata.get(key) ?? ''
  // Twelve digits: that many half periods still count exactly, and no run gets there.
  if (/^(?:0|[1-9]\d{0,11})$/.test(text)) return ok(Number(text))
  return damagedMetadata(`${quoted(key)} should be a whole number from 0, but is ${quoted(text)}`)
}

function listsInWords(shapes: readonly (readonly number[])[]): string {
  const numbers = `${withCommas(sizeOf(shapes[0] ?? []))} float32 numbers`
  return shapes.length === 1
    ? `a list of one list of ${numbers}`
    : `a list of ${shapes.length} lists of ${numbers}`
}
