import type { WeightFormat } from '@contract/files/weight-formats'
import type { Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { type ReadWeights, readWeights } from '../exchange/import-weights'

/**
 * Reads a weight file, as `readWeights` does. Null when it was called off.
 *
 * @param fallback settings for a file that brings none
 * @param signal calls it off
 * @param format the format, when it is known for sure
 */
export type WeightReader = (
  path: string,
  fallback: RunConfig,
  signal: AbortSignal,
  format?: WeightFormat,
) => Promise<Result<ReadWeights> | null>

/** Reads where it is called, and hears of nothing before it is done: for a process that has nothing else to do. */
export const readInPlace: WeightReader = (path, fallback, _signal, format) =>
  readWeights(path, fallback, format)
