import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import { text } from '@contract/language/texts'
import { knockOutsInPieces } from '../../../inside/touch/knock-outs'
import { type Look, lossOf } from '../look'

/** What the loss of the window would be without each unit of a layer. */
export function* tellKnockOuts(
  look: Look,
  { layer }: InsideAsk<'knock-outs'>,
): Generator<void, InsideFound<'knock-outs'>> {
  const { layers, hiddenUnits: units } = look.net.network
  if (layer >= layers) return { problem: text('touch.noUnit', { layer: layer + 1, unit: 1, layers, units }) }
  const found = yield* knockOutsInPieces(look, layer, (predictions) => lossOf(look, predictions))
  return { value: { kind: 'knock-outs', layer, units, ...found } }
}
