import type { KeptRun } from '@contract/run/kept-run'
import type { UpdateBatch } from '@contract/run/run'
import type { RunMemory } from './run-memory'

/** What is kept of the present run; null while it has made no update. A run that trains is kept as a paused one. */
export function keptRun(
  memory: RunMemory,
  known: Pick<KeptRun, 'name' | 'loss' | 'keptAt' | 'figures'>,
): KeptRun | null {
  const { description, state, checkpoint } = memory
  if (!description || !state || !checkpoint || checkpoint.updatesDone <= description.updatesBefore)
    return null
  const phase = state.phase === 'finished' || state.phase === 'diverged' ? state.phase : 'paused'
  const { id, summary, branch } = description
  const { updatesDone } = checkpoint
  const { config, goal } = state
  return { ...known, id, network: summary, config, updatesDone, goal, phase, branch }
}

/** Updates of which only the losses are wanted. */
export type LaterUpdates = Pick<UpdateBatch, 'firstUpdate' | 'losses'>

/** The loss of an update among those of some batches, in their order. */
export function lossOf(update: number, batches: readonly LaterUpdates[]): number | undefined {
  const batch = batches.find(({ firstUpdate, losses }) => update < firstUpdate + losses.length)
  return batch?.losses[update - batch.firstUpdate]
}
