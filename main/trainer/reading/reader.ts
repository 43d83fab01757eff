import type { Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { type ReadWeights, readWeights } from '../exchange/import-weights'

/**
 * Reads a weight file, as `readWeights` does. Null when it was called off.
 *
 * @param fallback settings for a file that brings none
 * @param signal calls it off
 */
export type WeightReader = (
  path: string,
  fallback: RunConfig,
  signal: AbortSignal,
) => Promise<Result<ReadWeights> | null>

/** Reads where it is called, and hears of nothing before it is done: for a process that has nothing else to do. */
export const readInPlace: WeightReader = (path, fallback) => readWeights(path, fallback)
