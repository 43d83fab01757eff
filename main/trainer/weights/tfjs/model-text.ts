import { PRODUCER_NAME, PRODUCER_VERSION } from '../base/producer'
import { plannedArrays, type WrittenModel } from './plan'

/** The TensorFlow.js whose form of a model this is. */
const KERAS_VERSION = 'tfjs-layers 4.22.0'

/**
 * Zeros for what is loaded over anyway: the defaults would make an orthogonal matrix of the size of each recurrent
 * kernel first, which takes TensorFlow.js seconds.
 */
const ZEROS = { class_name: 'Zeros', config: {} }
const INITIALIZERS = { kernel_initializer: ZEROS, recurrent_initializer: ZEROS, bias_initializer: ZEROS }

/**
 * The text of a layers model (https://www.tensorflow.org/js/guide/save_load): its topology in the snake case of Keras,
 * and a manifest of its arrays, which follow each other in the weights file without a hole.
 *
 * @param weightsName base name of the weights file
 * @param metadata texts of ours, which TensorFlow.js hands on as `model.getUserDefinedMetadata()`
 */
export function modelText(
  plan: WrittenModel,
  weightsName: string,
  metadata: Readonly<Record<string, string>>,
): string {
  const weights = plannedArrays(plan).map(({ layer, variable, shape }) => ({
    name: `${layer}/${variable}`,
    shape,
    dtype: 'float32',
  }))
  return JSON.stringify({
    modelTopology: {
      class_name: 'Sequential',
      config: { name: 'unroll', layers: [...recurrentLayers(plan), readoutLayer(plan)] },
      keras_version: KERAS_VERSION,
      backend: 'tensor_flow.js',
    },
    format: 'layers-model',
    generatedBy: `${PRODUCER_NAME} ${PRODUCER_VERSION}`,
    convertedBy: null,
    userDefinedMetadata: metadata,
    weightsManifest: [{ paths: [weightsName], weights }],
  })
}

function recurrentLayers({ cell, hiddenUnits, recurrent, inputs }: WrittenModel) {
  const isLstm = cell === 'lstm'
  return recurrent.map((name, index) => ({
    class_name: isLstm ? 'LSTM' : 'SimpleRNN',
    config: {
      name,
      trainable: true,
      // Any number of sequences, any number of time steps.
      ...(index === 0 ? { batch_input_shape: [null, null, inputs], dtype: 'float32' } : {}),
      units: hiddenUnits,
      activation: cell === 'rnn-relu' ? 'relu' : 'tanh',
      // The default of TensorFlow.js is 'hardSigmoid', another function.
      ...(isLstm ? { recurrent_activation: 'sigmoid', unit_forget_bias: false } : {}),
      use_bias: true,
      ...INITIALIZERS,
      dropout: 0,
      recurrent_dropout: 0,
      return_sequences: true,
      return_state: false,
      go_backwards: false,
      stateful: false,
      unroll: false,
    },
  }))
}

function readoutLayer({ readout, outputs }: WrittenModel) {
  const { kernel_initializer, bias_initializer } = INITIALIZERS
  return {
    class_name: 'Dense',
    config: {
      ...{ name: readout, trainable: true, units: outputs, activation: 'linear', use_bias: true },
      ...{ kernel_initializer, bias_initializer },
    },
  }
}
