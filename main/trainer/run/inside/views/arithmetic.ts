import { AS_IT_IS, unscaled } from '@contract/data/scaler'
import type { ArithmeticAsk, ArithmeticLine } from '@contract/inside/arithmetic'
import type { InsideFound } from '@contract/inside/inside'
import { outputArithmetic, unitArithmetic } from '../../../inside/pass/arithmetic'
import type { Look } from '../look'
import { hasTimeStep, hasUnit, notThere } from './there'

/** How what a unit holds at a time step comes about, or what an output says, which is told in its column's unit too. */
// biome-ignore lint/correctness/useYield: it takes far less than a piece
export function* tellArithmetic(look: Look, ask: ArithmeticAsk): Generator<void, InsideFound<'arithmetic'>> {
  const { layer, unit, output, timeStep } = ask
  const { net, pass } = look
  const isThere =
    output < net.network.outputs && hasUnit(look, layer, unit ?? 0) && hasTimeStep(look, timeStep)
  if (!isThere) return notThere(look)
  const lines =
    unit === null
      ? predictionLines(look, output, timeStep)
      : unitArithmetic(net, pass, { layer, timeStep }, unit)
  return { value: { ...ask, lines } }
}

function predictionLines(
  { net, pass, source }: Look,
  output: number,
  timeStep: number,
): readonly ArithmeticLine[] {
  const line = outputArithmetic(net, pass, output, timeStep)
  const scaler = source.scalers?.targets[output] ?? AS_IT_IS
  const { offset, scale } = scaler
  if (offset === AS_IT_IS.offset && scale === AS_IT_IS.scale) return [line]
  const { value: number } = line
  return [line, { form: 'unscaled', number, scale, offset, value: unscaled(number, scaler) }]
}
