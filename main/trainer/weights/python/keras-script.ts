import type { Say } from '@contract/language/say'
import type { CellName } from '@contract/settings/run-config'
import { FORECAST_IMPORTS, forecastPart } from './forecast-part'
import { comment, heading, printing, windowData } from './parts'
import type { ScriptFacts } from './script-facts'

/** Keras's layer for each cell, and what it needs beside the sizes. */
const LAYERS: { readonly [Name in CellName]: { readonly layer: string; readonly options: string } } = {
  'rnn-tanh': { layer: 'SimpleRNN', options: '' },
  'rnn-relu': { layer: 'SimpleRNN', options: 'activation="relu", ' },
  // PyTorch's GRU, and Keras's default; without it the reset gate comes before the recurrent product.
  gru: { layer: 'GRU', options: 'reset_after=True, ' },
  lstm: { layer: 'LSTM', options: '' },
}

const imports = (say: Say) => [
  'import importlib.util',
  '',
  comment(say('script.whichBackend')),
  'if not importlib.util.find_spec("tensorflow"):',
  '    os.environ.setdefault("KERAS_BACKEND", "torch")',
  '',
  'import keras',
  'import numpy as np',
]

const loadingH5 = (say: Say) => `${comment(say('script.findsLayers'))}\nmodel.load_weights(WEIGHTS)`
const NPZ = `PARTS = ("kernel", "recurrent_kernel", "bias")
with np.load(WEIGHTS) as file:
    for place, layer in enumerate(recurrent):
        layer.set_weights([file[f"layers/{place}/{part}"] for part in PARTS])
    readout.set_weights([file["dense/kernel"], file["dense/bias"]])`

const RUN = `def run(rows, state):
    outputs = np.float32([rows])
    after = []
    for place, layer in enumerate(recurrent):
        layer.return_state = True
        outputs, *states = layer(outputs, initial_state=state[place] if state else None)
        layer.return_state = False
        after.append(states)
    return keras.ops.convert_to_numpy(readout(outputs))[0].tolist(), after
`

/** A script that loads a file with Keras's names into Keras 3. */
export function kerasScript(facts: ScriptFacts, format: 'keras' | 'npz'): string {
  const { network, file, say, forecaster } = facts
  const { cell, layers, hiddenUnits, inputs, outputs } = network
  const { layer, options } = LAYERS[cell]
  const line = `    keras.layers.${layer}(${hiddenUnits}, ${options}return_sequences=True),\n`
  const states = cell === 'lstm' ? 'zip(HIDDEN, CELL)' : 'zip(HIDDEN)'
  return `${heading(say, 'Keras 3', 'keras torch', [...(forecaster ? FORECAST_IMPORTS : []), ...imports(say)], file)}
${windowData(facts)}
model = keras.Sequential([
    keras.Input((None, ${inputs})),  ${comment(say('script.anySteps', { inputs }))}
${line.repeat(layers)}    keras.layers.Dense(${outputs}),
])
*recurrent, readout = model.layers
${format === 'npz' ? NPZ : loadingH5(say)}

${forecaster ? `${forecastPart(say, forecaster, RUN)}\n` : ''}${comment(say('script.layerByLayer'))}
outputs = np.float32(INPUTS).reshape(1, -1, ${inputs})
for layer, states in zip(recurrent, ${states}):
    outputs = layer(outputs, initial_state=[np.float32([state]) for state in states])
predictions = keras.ops.convert_to_numpy(readout(outputs))${outputs === 1 ? '.flatten()' : '[0]'}

${printing(say, network, 'abs(predictions - np.float32(UNROLL)).max()')}`
}
