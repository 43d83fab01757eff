import type { Scalers } from '@contract/data/scaler'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { Assumption } from '@contract/run/load-notes'
import { parseSettings } from '@contract/settings/parse-settings'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings, writtenSettings } from '@contract/settings/settings'
import { sizesOf } from '@contract/settings/source-config'
import { stateShapes } from '../../network/shape/cell-shapes'
import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import { networkOf } from '../../network/shape/network-of'
import type { Snapshot } from '../../training/snapshot/snapshot'
import { damagedMetadata } from '../base/file-sentence'
import { parsedJson } from '../base/parsed-json'
import type { WeightSizes } from '../torch/weight-sizes'
import { hasSizes, specFromSizes } from '../torch/weight-spec'
import { networkText } from './network-text'
import { decodeScalers, encodeScalers } from './weight-scalers'
import { decodeStates, encodeStates } from './weight-states'

/** What a weight file says beside the weights: how to go on from them. */
export type WeightMetadata = {
  readonly config: RunConfig
  readonly updatesDone: number
  readonly position: number
  /** The carried state, or null for zeros. */
  readonly states: readonly ArrayOf[] | null
  /** How the columns of a series were scaled; of files of Unroll's of earlier days nobody says. */
  readonly scalers?: Scalers
  /** What neither it nor the arrays say. */
  readonly assumed?: Assumption
}

const OURS = 'unroll.'
const FORMAT = 'unroll.format'
const CONFIG = 'unroll.config'
const UPDATES = 'unroll.updates'
const HALF_PERIODS = 'unroll.half_periods'
const STATES = 'unroll.states'
const SCALER = 'unroll.scaler'
const FORMAT_VERSION = '1'

/**
 * Writes it as the texts of a safetensors header: `format` is 'pt', which transformers and others want to
 * see; the rest is ours.
 */
export function encodeWeightMetadata(
  snapshot: Snapshot,
  config: RunConfig,
  scalers?: Scalers,
): Record<string, string> {
  return {
    format: 'pt',
    [FORMAT]: FORMAT_VERSION,
    [CONFIG]: JSON.stringify(writtenSettings(config)),
    [UPDATES]: `${snapshot.updatesDone}`,
    [HALF_PERIODS]: `${snapshot.position}`,
    [STATES]: encodeStates(snapshot.states),
    ...(scalers && { [SCALER]: encodeScalers(scalers) }),
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
    const told: WeightMetadata = { config, updatesDone: 0, position: 0, states: null }
    return ok(
      sizes.gates === 1 ? { ...told, assumed: config.network.cell === 'rnn-relu' ? 'relu' : 'tanh' } : told,
    )
  }
  const format = metadata.get(FORMAT)
  if (format !== undefined && format !== FORMAT_VERSION)
    return fail(
      'file-not-weights',
      text('weightMetadata.otherFormat', { file: null, name: FORMAT, known: FORMAT_VERSION, found: format }),
    )
  const missing = [FORMAT, CONFIG, UPDATES, HALF_PERIODS, STATES].find((key) => !metadata.has(key))
  if (missing !== undefined) return damagedMetadata(text('weightMetadata.missing', { name: missing }))
  const config = decodeConfig(metadata.get(CONFIG) ?? '', sizes)
  if (!config.ok) return config
  const updatesDone = decodeCount(UPDATES, metadata)
  if (!updatesDone.ok) return updatesDone
  const position = decodeCount(HALF_PERIODS, metadata)
  if (!position.ok) return position
  const listed = metadata.get(STATES) ?? ''
  const shapes = stateShapes(networkOf(config.value), config.value.training.batch)
  const states = decodeStates(listed, shapes)
  if (!states)
    return damagedMetadata(
      text('weightMetadata.otherStates', {
        name: STATES,
        lists: shapes.length,
        numbers: sizeOf(shapes[0] ?? []),
        found: listed,
      }),
    )
  const scalers = decodeScalersOf(metadata.get(SCALER), config.value)
  if (!scalers.ok) return scalers
  return ok({
    config: config.value,
    updatesDone: updatesDone.value,
    position: position.value,
    states,
    ...(scalers.value && { scalers: scalers.value }),
  })
}

function decodeConfig(json: string, sizes: WeightSizes): Result<RunConfig> {
  const value = parsedJson(json)
  if (value === undefined)
    return damagedMetadata(text('weightMetadata.notJson', { name: CONFIG, found: json }))
  const config = parseSettings(value)
  if (!config.ok)
    return damagedMetadata(text('weightMetadata.notSettings', { name: CONFIG, why: config.error.text }))
  const { network } = config.value
  if (hasSizes(network, sizes)) return config
  const { hiddenUnits, layers } = network
  const found = specFromSizes(sizes, network.cell)
  if (hiddenUnits !== found.hiddenUnits)
    return damagedMetadata(
      text('weightMetadata.otherHiddenUnits', {
        name: CONFIG,
        weights: found.hiddenUnits,
        found: hiddenUnits,
      }),
    )
  return damagedMetadata(
    layers === found.layers
      ? text('weightMetadata.otherCell', { name: CONFIG, weights: found.cell, found: network.cell })
      : text('weightMetadata.otherNetwork', {
          name: CONFIG,
          weights: networkText(found),
          found: networkText(network),
        }),
  )
}

/** Null where the file says nothing of a scaler, as one of the lesson's curve. */
function decodeScalersOf(found: string | undefined, { data }: RunConfig): Result<Scalers | null> {
  if (found === undefined) return ok(null)
  const sizes = data.source.kind === 'series' ? sizesOf(data.source) : { inputs: 0, outputs: 0 }
  const scalers = decodeScalers(found, sizes)
  if (scalers) return ok(scalers)
  return damagedMetadata(text('weightMetadata.notScalers', { name: SCALER, ...sizes, found }))
}

function decodeCount(key: string, metadata: ReadonlyMap<string, string>): Result<number> {
  const count = metadata.get(key) ?? ''
  // Twelve digits: that many half periods still count exactly, and no run gets there.
  if (/^(?:0|[1-9]\d{0,11})$/.test(count)) return ok(Number(count))
  return damagedMetadata(text('weightMetadata.notCount', { name: key, found: count }))
}
