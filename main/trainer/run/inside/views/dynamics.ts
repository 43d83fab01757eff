import type { MatrixFacts } from '@contract/inside/dynamics'
import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import { GATES } from '@contract/inside/states'
import { text } from '@contract/language/texts'
import { eigenvaluesCost, growthCost, isAffordable, singularValuesCost } from '../../../inside/dynamics/cost'
import { eigenvaluesInPieces } from '../../../inside/dynamics/eigenvalues'
import { growthRateInPieces } from '../../../inside/dynamics/growth'
import { principalStatesInPieces } from '../../../inside/dynamics/principal-states'
import { singularValuesInPieces } from '../../../inside/dynamics/singular-values'
import { jacobian, stateSize } from '../../../inside/gradient/jacobian'
import type { InsideNet } from '../../../inside/net/inside-net'
import type { LayerPass } from '../../../inside/pass/pass'
import type { Look } from '../look'

/** How the state of a layer answers to the one before it: by its weights, at a time step, and over the window. */
export function* tellDynamics(
  { net, pass }: Look,
  { layer, timeStep: wanted }: InsideAsk<'dynamics'>,
): Generator<void, InsideFound<'dynamics'>> {
  const { cell, hiddenUnits, layers } = net.network
  if (layer >= layers) return { problem: text('gradient.noLayer', { layer: layer + 1, layers }) }
  const last = pass.timeSteps - 1
  const timeStep = Math.min(wanted ?? last, last)
  const size = stateSize(net)
  const byState = jacobian(net, pass, layer, timeStep)
  if (!areFinite(pass.layers[layer] as LayerPass) || !byState.every(Number.isFinite))
    return { problem: text('dynamics.notFinite') }
  return {
    value: {
      ...{ kind: 'dynamics', cell, layer, timeStep, timeSteps: pass.timeSteps, size },
      kernel: yield* factsOf(contentKernel(net, layer), hiddenUnits),
      jacobian: yield* factsOf(byState, size),
      growth: isAffordable(growthCost(size, pass.timeSteps))
        ? yield* growthRateInPieces(net, pass, layer)
        : null,
    },
  }
}

/** The hidden states of a layer, with the plane in which they differ most. */
export function* tellPlane(
  { net, pass }: Look,
  { layer }: InsideAsk<'plane'>,
): Generator<void, InsideFound<'plane'>> {
  const { hiddenUnits: units, layers } = net.network
  if (layer >= layers) return { problem: text('gradient.noLayer', { layer: layer + 1, layers }) }
  const { h } = (pass.layers[layer] as LayerPass).states
  if (!h.every(Number.isFinite)) return { problem: text('dynamics.notFinite') }
  if (!isAffordable(singularValuesCost(h.length / units, units)))
    return { problem: text('dynamics.planeTooLarge', { steps: pass.timeSteps, units }) }
  const { mean, components } = yield* principalStatesInPieces(h, units)
  return { value: { kind: 'plane', layer, units, states: Float32Array.from(h), mean, components } }
}

/** W_hh of a simple cell; of one with gates the rows through which its candidate sees the state: [hidden, hidden]. */
function contentKernel({ network: { cell, hiddenUnits }, layers }: InsideNet, layer: number): Float64Array {
  const kernel = layers[layer]?.recurrentKernel ?? new Float64Array(0)
  const block = Math.max(0, GATES[cell].indexOf('candidate'))
  return kernel.subarray(block * hiddenUnits ** 2, (block + 1) * hiddenUnits ** 2)
}

function* factsOf(matrix: Float64Array, size: number): Generator<void, MatrixFacts> {
  return {
    eigenvalues: isAffordable(eigenvaluesCost(size)) ? yield* eigenvaluesInPieces(matrix, size) : null,
    stretch: isAffordable(singularValuesCost(size, size))
      ? ((yield* singularValuesInPieces(matrix, size))[0] ?? null)
      : null,
  }
}

function areFinite({ states: { h, c } }: LayerPass): boolean {
  return h.every(Number.isFinite) && (c?.every(Number.isFinite) ?? true)
}
