import type { FamilyName, OptimizerName, ShownName } from '@contract/settings/run-config'
import type { NetworkPlan, NetworkStates } from '../../network/network'
import { trainingPass } from '../../network/training-pass'
import { type Scalar, type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import type { OptimizerSettings } from '../optimizer/optimizer'
import { optimizerOf } from '../optimizer/optimizers'
import { clipGradient, greatestNorm } from './clip-gradient'
import { type Loss, maskedSquaredError, meanSquaredError } from './loss'

/** What kind of calculation an update is. */
export type UpdatePlan = NetworkPlan & {
  readonly optimizer: OptimizerName
  /** Whether the predictions are those of the loss, or of a second forward pass after the update. */
  readonly shown: ShownName
  /** Whether the loss leaves out targets that are missing, which the windows then tell in a mask. */
  readonly masked: boolean
}

/** Everything an update changes. (Lists that TensorFlow.js can tidy up must not be read-only.) */
export type TrainingState = {
  /** All parameters in one vector, in the order of `describeNetwork`: [parameter count]. */
  readonly parameters: Tensor1D
  /** What the optimiser keeps, in the order of `SLOTS`, each in the same places: [parameter count]. */
  readonly slots: Tensor1D[]
  /** States that the next window starts from. */
  readonly states: NetworkStates
}

/** A window as tensors, all [time step · batch, feature]. */
export type TensorWindow = {
  readonly inputs: Tensor2D
  readonly targets: Tensor2D
  /** 1 where the target is there, 0 where it is missing; with a masked plan alone. */
  readonly mask?: Tensor2D
}

/** What an update says of its window. */
export type Judgement = {
  /** From before the update. */
  readonly loss: Scalar
  /** Global norm of the gradient before it was clipped. */
  readonly gradientNorm: Scalar
  /** [time step · batch, feature]. */
  readonly predictions: Tensor2D
}

/** The numbers in which updates differ, in float64: what clipping needs, then what the optimiser needs. */
export function scheduleOf(
  optimizer: OptimizerName,
  family: FamilyName,
  settings: OptimizerSettings & { readonly clipNorm: number },
  update: number,
): number[] {
  return [greatestNorm(settings.clipNorm), ...optimizerOf(optimizer, family).schedule(settings, update)]
}

/**
 * One update: forward pass, gradient, clipping, optimiser. A pure function of tensors that reads none of them back,
 * so its native calls can be recorded once and replayed with other numbers.
 *
 * The states come in as constants (truncated BPTT, one window long), and those that go out are of the forward pass
 * with the parameters from before the update. A second pass starts from the states that came in. The caller owns the
 * results; the arguments stay alive.
 *
 * @param schedule the numbers of `scheduleOf`, each a scalar
 */
export function update(
  plan: UpdatePlan,
  state: TrainingState,
  { inputs, targets, mask }: TensorWindow,
  schedule: readonly Scalar[],
): Judgement & { readonly state: TrainingState } {
  return tf.tidy(() => {
    const [greatest, ...numbers] = schedule as [Scalar, ...Scalar[]]
    const pass = trainingPass(plan, state.parameters, inputs, state.states)
    const { loss, gradient } = lossOf(plan, pass.predictions, targets, mask)
    const clipped = clipGradient(pass.backward(gradient), greatest)
    const next = optimizerOf(plan.optimizer, plan.network.family).apply(state, clipped.gradient, numbers)
    const shown =
      plan.shown === 'after-update' ? trainingPass(plan, next.parameters, inputs, state.states) : pass
    return {
      loss,
      gradientNorm: clipped.norm,
      predictions: shown.predictions,
      state: { ...next, states: pass.states },
    }
  })
}

/** The gradient of an update before it is clipped, packed: [parameter count]. For looking into one that could not be made. */
export function gradientOf(plan: UpdatePlan, state: TrainingState, window: TensorWindow): Tensor1D {
  return tf.tidy(() => {
    const pass = trainingPass(plan, state.parameters, window.inputs, state.states)
    return pass.backward(lossOf(plan, pass.predictions, window.targets, window.mask).gradient)
  })
}

function lossOf({ masked }: UpdatePlan, predictions: Tensor2D, targets: Tensor2D, mask?: Tensor2D): Loss {
  if (masked !== (mask !== undefined)) throw new Error('a window should have a mask where its plan is masked')
  return mask ? maskedSquaredError(predictions, targets, mask) : meanSquaredError(predictions, targets)
}
