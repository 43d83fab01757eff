import type { OptimizerName } from '@contract/settings/run-config'
import { adam, adamTensorflow } from './adam'
import type { Optimizer } from './optimizer'
import { rmsprop } from './rmsprop'
import { sgd } from './sgd'

export const OPTIMIZERS: { readonly [Name in OptimizerName]: Optimizer } = {
  adam,
  'adam-tensorflow': adamTensorflow,
  sgd,
  rmsprop,
}
