import { describeNetwork } from '../../network/shape/describe-network'
import type { NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { packArrays } from '../../network/shape/packed-arrays'
import { tf } from '../../tensorflow'
import { type LoopQuestion, type Loops, type Origin, runLoops } from './closed-loop'

/** The same as `runLoops`, at once and with weights that are in no run. */
export function loopsOfWeights(
  { network, parameters }: { readonly network: NetworkSpec; readonly parameters: NamedArrays },
  question: Omit<LoopQuestion, 'plan'>,
  origins: readonly Origin[],
): Loops {
  const packed = tf.tensor1d(packArrays(parameters, describeNetwork(network).parameters))
  try {
    const work = runLoops({ ...question, plan: { network, readout: 'batched' } }, packed, origins)
    let made = work.next()
    while (!made.done) made = work.next()
    return made.value
  } finally {
    packed.dispose()
  }
}
