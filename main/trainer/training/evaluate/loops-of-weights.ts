import type { NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { type LoopQuestion, type Loops, type Origin, runLoops } from './closed-loop'
import { holdWeights } from './held-weights'

/** The same as `runLoops`, at once and with weights that are in no run. */
export function loopsOfWeights(
  { network, parameters }: { readonly network: NetworkSpec; readonly parameters: NamedArrays },
  question: Omit<LoopQuestion, 'plan'>,
  origins: readonly Origin[],
): Loops {
  const held = holdWeights(network, parameters)
  try {
    const work = runLoops({ ...question, plan: { network, readout: 'batched' } }, held.parameters, origins)
    let made = work.next()
    while (!made.done) made = work.next()
    return made.value
  } finally {
    held.release()
  }
}
