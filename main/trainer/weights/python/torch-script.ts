import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import { FORECAST_IMPORTS, forecastPart } from './forecast-part'
import { comment, heading, printing, windowData } from './parts'
import type { ScriptFacts } from './script-facts'

const SAFETENSORS = {
  packages: 'torch numpy safetensors',
  imports: ['import torch', 'from safetensors.torch import load_file'],
  arrays: 'arrays = load_file(WEIGHTS)',
}

const NPZ = {
  packages: 'torch numpy',
  imports: ['import numpy as np', 'import torch'],
  arrays: `with np.load(WEIGHTS) as file:
    arrays = {name: torch.from_numpy(file[name]) for name in network.state_dict()}`,
}

const RUN = `def run(rows, state):
    with torch.no_grad():
        outputs, state = network(torch.tensor([rows]), state)
    return outputs[0].tolist(), state
`

/** A script that loads a file with PyTorch's names into PyTorch. */
export function torchScript(facts: ScriptFacts, format: 'safetensors' | 'npz'): string {
  const { packages, imports, arrays } = format === 'npz' ? NPZ : SAFETENSORS
  const { network, file, say, forecaster } = facts
  const { cell, layers, hiddenUnits, inputs, outputs } = network
  const options = [
    `input_size=${inputs}, hidden_size=${hiddenUnits}`,
    ...(layers > 1 ? [`num_layers=${layers}`] : []),
    ...(cell === 'rnn-relu' ? ['nonlinearity="relu"'] : []),
    'batch_first=True',
  ].join(', ')
  return `${heading(say, 'PyTorch', packages, forecaster ? [...FORECAST_IMPORTS, ...imports] : imports, file)}
${windowData(facts)}

class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = torch.nn.${CELL_SHAPES[cell].module}(${options})
        self.out = torch.nn.Linear(${hiddenUnits}, ${outputs})

    def forward(self, inputs, state):
${comment(say('script.hiddenStates'), 8)}
        outputs, state = self.rnn(inputs, state)
        return self.out(outputs), state


network = Network()
${arrays}
${comment(say('script.strict'))}
network.load_state_dict(arrays)

${forecaster ? `${forecastPart(say, forecaster, RUN)}\n` : ''}${comment(say('script.torchShapes'))}
inputs = torch.tensor(INPUTS).reshape(1, -1, ${inputs})
state = ${carried(cell === 'lstm')}
with torch.no_grad():
    outputs, state_after = network(inputs, state)
predictions = outputs${outputs === 1 ? '.flatten()' : '[0]'}

${printing(say, network, 'abs(predictions - torch.tensor(UNROLL)).max()')}`
}

function carried(hasCellState: boolean): string {
  const h = 'torch.tensor(HIDDEN).unsqueeze(1)'
  return hasCellState ? `(${h}, torch.tensor(CELL).unsqueeze(1))` : h
}
