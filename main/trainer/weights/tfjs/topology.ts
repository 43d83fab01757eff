import type { Result } from '@contract/result'
import { fieldsOf, parsedJson } from '../base/parsed-json'
import type { ModelPlan } from '../keras/model/plan'
import { readModel } from '../keras/model/read-model'

/**
 * Reads what a model is: what TensorFlow.js writes has the form of Keras 2, what its converter writes that of the Keras
 * that saved the model.
 *
 * @param topology `modelTopology` of the file, as model.save writes it or with `model_config` as Keras does
 */
export function readTopology(topology: unknown): Result<ModelPlan> {
  const { model_config } = fieldsOf(topology)
  const model = typeof model_config === 'string' ? parsedJson(model_config) : model_config
  return readModel(model ?? topology)
}
