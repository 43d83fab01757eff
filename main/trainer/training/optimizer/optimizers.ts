import type { FamilyName, OptimizerName } from '@contract/settings/run-config'
import { adam, adamTensorflow } from './adam'
import { applyAdam } from './apply-adam'
import type { Optimizer } from './optimizer'
import { rmsprop } from './rmsprop'
import { sgd } from './sgd'

export const OPTIMIZERS: { readonly [Name in OptimizerName]: Optimizer } = {
  adam,
  'adam-tensorflow': adamTensorflow,
  sgd,
  rmsprop,
}

/** The optimiser of a training: in the family of TensorFlow its Adam is that of TensorFlow's program, to the last bits. */
export function optimizerOf(name: OptimizerName, family: FamilyName): Optimizer {
  return name === 'adam-tensorflow' && family === 'tensorflow' ? applyAdam : OPTIMIZERS[name]
}
