import type { InsideFound } from '@contract/inside/inside'
import type { UpdateAsk, WeightWay } from '@contract/inside/update'
import { text } from '@contract/language/texts'
import { backwardInPieces } from '../../../inside/gradient/backward'
import { insideNet } from '../../../inside/net/inside-net'
import { normOf } from '../../../inside/net/norm'
import { passInPieces } from '../../../inside/pass/pass'
import { sequenceLoss } from '../../../inside/reach/loss'
import type { NamedArrays } from '../../../network/shape/named-arrays'
import { SLOTS, type Snapshot } from '../../../training/snapshot/snapshot'
import { greatestNorm } from '../../../training/update/clip-gradient'
import { type Look, lossOf } from '../look'
import { distance, type OneUpdate, oneUpdate, valuesOf } from '../one-update'

/** Keeps the division finite, as in `clipGradient`. */
const EPSILON = 1e-6

/** One update from its first time step to its new weights. */
export function* tellUpdate(look: Look, { weight }: UpdateAsk): Generator<void, InsideFound<'update'>> {
  const { snapshot, window, config, net, pass, inputs, states, targets } = look
  const { training } = config
  const made = oneUpdate(snapshot, window, config)
  yield
  const { loss, byPredictions } = sequenceLoss(pass.predictions, targets)
  const gradients = yield* backwardInPieces(net, pass, byPredictions)
  const found = weight ?? movesMost(snapshot, made)
  const way = wayOf(found, snapshot, made, shareOf(made.norm, training.clipNorm))
  if (!way) return { problem: text('inside.noWeight', { tensor: found.tensor, index: found.index + 1 }) }
  const after = yield* passInPieces(insideNet(net.network, made.after.parameters), inputs, states)
  const units = net.network.hiddenUnits
  return {
    value: {
      kind: 'update',
      timeSteps: window.timeSteps,
      stateNorms: pass.layers.map((layer) => rowNorms(layer.states.h, units)),
      outputs: net.network.outputs,
      predictions: pass.predictions,
      targets,
      byPredictions,
      gradientNorms: gradients.states.map(({ h }) => rowNorms(h, units)),
      batch: training.batch,
      loss,
      batchLoss: made.loss,
      norm: made.norm,
      greatest: training.clipNorm,
      share: shareOf(made.norm, training.clipNorm),
      optimizer: snapshot.optimizer,
      learningRate: training.learningRate,
      momentum: training.momentum,
      optimizerUpdate: snapshot.slotUpdates + 1,
      weight: way,
      tensors: [...snapshot.parameters].map(([name, { values }]) => ({
        name,
        gradient: normOf(valuesOf(made.gradient, name)),
        norm: normOf(values),
        change: distance(valuesOf(made.after.parameters, name), values),
      })),
      lossAfter: lossOf(look, after.predictions),
      broke: made.broke,
    },
  }
}

/** What a gradient is scaled by: 1 without clipping, and for one that is short enough. */
function shareOf(norm: number, clipNorm: number): number {
  return Math.min(1, greatestNorm(clipNorm) / (norm + EPSILON))
}

/** ‖row‖ of each row. */
function rowNorms(values: Float64Array, columns: number): Float64Array {
  return Float64Array.from({ length: values.length / columns }, (_, row) =>
    normOf(values.subarray(row * columns, (row + 1) * columns)),
  )
}

/** The weight that the update moves furthest; of an update that was not made the first of all. */
function movesMost({ parameters }: Snapshot, { after }: OneUpdate): NonNullable<UpdateAsk['weight']> {
  let most = { tensor: [...parameters.keys()][0] ?? '', index: 0, change: -1 }
  for (const [tensor, { values }] of parameters) {
    const next = valuesOf(after.parameters, tensor)
    for (let index = 0; index < values.length; index += 1) {
      const change = Math.abs((next[index] as number) - (values[index] as number))
      if (change > most.change) most = { tensor, index, change }
    }
  }
  return { tensor: most.tensor, index: most.index }
}

/** Null where the network has no such weight. */
function wayOf(
  { tensor, index }: NonNullable<UpdateAsk['weight']>,
  before: Snapshot,
  { gradient, after }: OneUpdate,
  share: number,
): WeightWay | null {
  const array = before.parameters.get(tensor)
  const at = (arrays: NamedArrays | undefined) => arrays?.get(tensor)?.values[index] ?? 0
  if (!array || index >= array.values.length) return null
  const slots = SLOTS[before.optimizer]
  return {
    ...{ tensor, index, shape: array.shape },
    before: at(before.parameters),
    after: at(after.parameters),
    gradient: at(gradient),
    clipped: at(gradient) * share,
    slotsBefore: slots.map((slot) => at(before.slots.get(slot))),
    slotsAfter: slots.map((slot) => at(after.slots.get(slot))),
  }
}
