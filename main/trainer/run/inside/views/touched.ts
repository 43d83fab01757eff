import { AS_IT_IS, scaled } from '@contract/data/scaler'
import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import type { Touch } from '@contract/inside/touched'
import { insideNet } from '../../../inside/net/inside-net'
import { touchedPassInPieces } from '../../../inside/touch/touched-pass'
import { whyUntouchable } from '../../../network/shape/touchable'
import { touchedWeights } from '../../../network/shape/touched-weights'
import { type Look, lossOf } from '../look'
import { inUnits } from '../own-units'

/** What the window would be with some touches, all else as it was. */
export function* tellTouched(
  look: Look,
  { touches }: InsideAsk<'touched'>,
): Generator<void, InsideFound<'touched'>> {
  const { net, pass, source, window, snapshot } = look
  const { network } = net
  const { scalers } = source
  for (const touch of touches) {
    const problem = whyUntouchable(touch, network, window.timeSteps)
    if (problem) return { problem }
  }
  const setsWeights = touches.some(({ kind }) => kind === 'weight')
  const weights = setsWeights ? touchedWeights(snapshot.parameters, touches) : null
  const own = touches.map((touch) => scaledTouch(touch, look))
  const touched = yield* touchedPassInPieces(
    { ...look, net: weights ? insideNet(snapshot.network, weights) : net },
    own,
  )
  const units = network.hiddenUnits
  return {
    value: {
      kind: 'touched',
      timeSteps: window.timeSteps,
      units,
      inputs: inUnits(touched.inputs, network.inputs, scalers?.inputs),
      predictions: inUnits(touched.predictions, network.outputs, scalers?.targets),
      loss: lossOf(look, touched.predictions),
      lossBefore: lossOf(look, pass.predictions),
      hidden: touched.layers.map(({ states: { h } }) => Float32Array.from(h.subarray(units))),
    },
  }
}

/** A touch of the input as the network sees it; every other one as it is. */
function scaledTouch(touch: Touch, { source }: Pick<Look, 'source'>): Touch {
  if (touch.kind !== 'input') return touch
  const scaler = source.scalers?.inputs[touch.column] ?? AS_IT_IS
  return { ...touch, value: scaled(touch.value, scaler) }
}
