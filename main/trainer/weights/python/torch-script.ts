import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { heading, printing, windowData } from './parts'
import type { ScriptWindow } from './script-window'

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

/** What decides the text of a script, whatever its library. */
export type ScriptFacts = {
  readonly network: NetworkSpec
  /** Sequences that were trained side by side. */
  readonly batch: number
  readonly window: ScriptWindow
  /** Base name of the weight file. */
  readonly file: string
}

/** A script that loads a file with PyTorch's names into PyTorch. */
export function torchScript(
  { network, batch, window, file }: ScriptFacts,
  format: 'safetensors' | 'npz',
): string {
  const { packages, imports, arrays } = format === 'npz' ? NPZ : SAFETENSORS
  const { cell, layers, hiddenUnits } = network
  const options = [
    `input_size=1, hidden_size=${hiddenUnits}`,
    ...(layers > 1 ? [`num_layers=${layers}`] : []),
    ...(cell === 'rnn-relu' ? ['nonlinearity="relu"'] : []),
    'batch_first=True',
  ].join(', ')
  return `${heading('PyTorch', packages, imports, file)}
${windowData(window, batch)}

class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = torch.nn.${CELL_SHAPES[cell].module}(${options})
        self.out = torch.nn.Linear(${hiddenUnits}, 1)

    def forward(self, inputs, state):
        # The hidden states of the highest layer, one for each time step, and the state to carry on.
        outputs, state = self.rnn(inputs, state)
        return self.out(outputs), state


network = Network()
${arrays}
# Strict, as it is by default: every array must have its place, and every place its array.
network.load_state_dict(arrays)

# PyTorch wants a window as [batch, time step, feature] and a state as [layer, batch, hidden].
inputs = torch.tensor(INPUTS).reshape(1, -1, 1)
state = ${carried(cell === 'lstm')}
with torch.no_grad():
    outputs, state_after = network(inputs, state)
predictions = outputs.flatten()

${printing('abs(predictions - torch.tensor(UNROLL)).max()')}`
}

function carried(hasCellState: boolean): string {
  const h = 'torch.tensor(HIDDEN).unsqueeze(1)'
  return hasCellState ? `(${h}, torch.tensor(CELL).unsqueeze(1))` : h
}
