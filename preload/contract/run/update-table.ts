import type { SourceFacts } from '../data/source-facts'
import type { UpdateBatch } from './run'

/**
 * Consecutive updates to be written as a table: update `firstUpdate + i` has `lengths[i]` time steps, those of all
 * updates follow each other in the three long arrays. `facts` say what its columns are.
 */
export type UpdateTable = Omit<UpdateBatch, 'runId' | 'updatesPerSecond'> & {
  readonly facts: SourceFacts
}
