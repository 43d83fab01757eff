import type { UpdateBatch } from './run'

/**
 * Consecutive updates to be written as a table: update `firstUpdate + i` has `lengths[i]` time steps, those of all
 * updates follow each other in the four long arrays.
 */
export type UpdateTable = Pick<
  UpdateBatch,
  'firstUpdate' | 'losses' | 'gradientNorms' | 'lengths' | 'times' | 'inputs' | 'targets' | 'predictions'
>
