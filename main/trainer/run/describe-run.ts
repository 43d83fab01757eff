import type { SourceFacts } from '@contract/data/source-facts'
import type { RunDescription } from '@contract/run/run'
import { describeNetwork } from '../network/shape/describe-network'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'

/** What does not change in a run that goes on from a checkpoint. */
export function describeRun({ id, origin, initial, branch }: Checkpoint, facts: SourceFacts): RunDescription {
  const network = describeNetwork(initial.network)
  return { id, origin, ...network, updatesBefore: initial.updatesDone, facts, branch: branch ?? null }
}
