import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import { text } from '@contract/language/texts'
import { diagnose } from '../../../inside/reach/diagnose'
import { falloffOf } from '../../../inside/reach/falloff'
import { sequenceLoss } from '../../../inside/reach/loss'
import { triangleInPieces } from '../../../inside/reach/triangle'
import type { Look } from '../look'

/** How far the loss of each time step reaches back to the hidden states of a layer, and what is to be said of that. */
export function* tellGradient(
  { net, pass, targets }: Look,
  { layer }: InsideAsk<'gradient'>,
): Generator<void, InsideFound<'gradient'>> {
  const { layers } = net.network
  if (layer >= layers) return { problem: text('gradient.noLayer', { layer: layer + 1, layers }) }
  const { byPredictions } = sequenceLoss(pass.predictions, targets)
  const triangle = yield* triangleInPieces(net, pass, byPredictions, layer)
  const falloff = falloffOf(triangle)
  const { timeSteps, rows, norms, profile } = triangle
  const { ratios, slope, reach } = falloff
  const diagnosis = diagnose(falloff)
  return {
    value: { kind: 'gradient', layer, timeSteps, rows, norms, profile, ratios, slope, reach, diagnosis },
  }
}
