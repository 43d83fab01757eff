import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { sizesOf } from '@contract/settings/source-config'
import type { Weights } from '../weights/named-weights'

/**
 * Whether weights that were read can be trained on what their settings say: they see as many numbers at each time step as
 * the source has inputs, and say as many as it has targets. Fails with `weights-mismatch`.
 *
 * @param name of the file, for the sentence
 */
export function checkSource(
  name: string,
  { snapshot: { network }, config: { data } }: Pick<Weights, 'snapshot' | 'config'>,
): Result<void> {
  const source = sizesOf(data.source)
  if (source.inputs === network.inputs && source.outputs === network.outputs) return ok()
  return fail(
    'weights-mismatch',
    text('exchange.otherSizes', {
      name,
      lesson: data.source.kind === 'lesson',
      inputs: network.inputs,
      outputs: network.outputs,
      sourceInputs: source.inputs,
      sourceOutputs: source.outputs,
    }),
  )
}
