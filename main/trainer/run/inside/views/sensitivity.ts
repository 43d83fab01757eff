import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import { text } from '@contract/language/texts'
import { sensitivityInPieces } from '../../../inside/touch/sensitivity'
import type { Look } from '../look'
import { inUnits } from '../own-units'

/** How one number predicted answers to everything that goes in. */
export function* tellSensitivity(
  { net, pass }: Look,
  { timeStep, output }: InsideAsk<'sensitivity'>,
): Generator<void, InsideFound<'sensitivity'>> {
  const { inputs, outputs } = net.network
  const { timeSteps } = pass
  if (timeStep >= timeSteps || output >= outputs)
    return {
      problem: text('touch.noPrediction', { step: timeStep + 1, output: output + 1, timeSteps, outputs }),
    }
  const found = yield* sensitivityInPieces(net, pass, timeStep, output)
  return { value: { kind: 'sensitivity', timeStep, output, byInputs: inUnits(found, inputs) } }
}
