import type { OptimizerName } from '../settings/run-config'

/** What of an update is asked: the weight whose way is told in full; null: the one that moves most. */
export type UpdateAsk = {
  readonly kind: 'update'
  readonly weight: { readonly tensor: string; readonly index: number } | null
}

/** One weight in an update, in the numbers of the optimiser's formula. */
export type WeightWay = {
  /** PyTorch's name of its parameter, and its place in it, row-major from 0. */
  readonly tensor: string
  readonly index: number
  readonly shape: readonly number[]
  readonly before: number
  readonly after: number
  /** Its gradient, of the whole batch, and after clipping. */
  readonly gradient: number
  readonly clipped: number
  /** What the optimiser keeps of it, before and after, in the order of its formula. */
  readonly slotsBefore: readonly number[]
  readonly slotsAfter: readonly number[]
}

/** Everything that happens in one update, in the order in which it does. */
export type InsideUpdate = {
  readonly kind: 'update'
  readonly timeSteps: number
  /** Of each layer ‖h_t‖ after each time step, the first one before the window: [time step + 1]. */
  readonly stateNorms: readonly Float64Array[]
  /** Outputs of the sequence, in the network's units: [time step, output]; targets NaN where they are missing. */
  readonly outputs: number
  readonly predictions: Float64Array
  readonly targets: Float64Array
  /** ∂L/∂ŷ of its own mean loss: [time step, output]. */
  readonly byPredictions: Float64Array
  /** Of each layer ‖∂L/∂h_t‖, the first one by the state before the window, where the gradient ends: [time step + 1]. */
  readonly gradientNorms: readonly Float64Array[]
  /** Sequences whose gradients are added up, and the mean loss of the one that is looked at and of all of them. */
  readonly batch: number
  readonly loss: number
  readonly batchLoss: number
  /** Global norm of the gradient of all of them, the greatest that is let through (0: any), and what it was scaled by. */
  readonly norm: number
  readonly greatest: number
  readonly share: number
  readonly optimizer: OptimizerName
  readonly learningRate: number
  readonly momentum: number
  /** The number of this update since the optimiser began, from 1: the powers in its formula. */
  readonly optimizerUpdate: number
  readonly weight: WeightWay
  readonly tensors: readonly {
    readonly name: string
    /** ‖∂L/∂W‖ before clipping, ‖W‖ before the update, and ‖ΔW‖. */
    readonly gradient: number
    readonly norm: number
    readonly change: number
  }[]
  /** The mean loss of the sequence on the same window from the same state, with the new weights. */
  readonly lossAfter: number
  /** What was not finite, so that the update was not made: nothing after it is told. */
  readonly broke: 'loss' | 'gradient' | 'weights' | null
}
