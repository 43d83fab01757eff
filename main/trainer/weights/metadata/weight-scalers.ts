import type { Scaler, Scalers } from '@contract/data/scaler'
import type { Sizes } from '@contract/settings/source-config'
import { fieldsOf, parsedJson } from '../base/parsed-json'

/** Writes scalers as JSON, each as a pair: `{"inputs":[[offset,scale]],"targets":[[offset,scale]]}`. */
export function encodeScalers({ inputs, targets }: Scalers): string {
  const pairs = (scalers: readonly Scaler[]) => scalers.map(({ offset, scale }) => [offset, scale])
  return JSON.stringify({ inputs: pairs(inputs), targets: pairs(targets) })
}

/** Reads them again; null when they are not as many as there are columns, or not of finite numbers with a scale above 0. */
export function decodeScalers(text: string, { inputs, outputs }: Sizes): Scalers | null {
  const value = parsedJson(text)
  if (typeof value !== 'object' || value === null) return null
  const fields = fieldsOf(value)
  const [ofInputs, ofTargets] = [scalersIn(fields.inputs, inputs), scalersIn(fields.targets, outputs)]
  return ofInputs && ofTargets && inputs > 0 ? { inputs: ofInputs, targets: ofTargets } : null
}

function scalersIn(list: unknown, count: number): readonly Scaler[] | null {
  if (!Array.isArray(list) || list.length !== count) return null
  const scalers = list.map((pair: unknown) => {
    const [offset, scale, ...more] = Array.isArray(pair) ? (pair as unknown[]) : []
    const isScaler = Number.isFinite(offset) && Number.isFinite(scale) && (scale as number) > 0
    return isScaler && more.length === 0 ? { offset: offset as number, scale: scale as number } : null
  })
  return scalers.every((scaler) => scaler !== null) ? scalers : null
}
