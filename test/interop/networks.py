"""The networks in the real libraries, and the probe: three windows of 20 time steps, the state carried.

Input j is sin((i + 7·j) / 3) at time step i. Predictions are [time step, output], flat.
"""

import keras
import numpy as np
import torch


def windows(inputs):
    """Each [time step, input]."""
    return np.split(np.sin((np.arange(60)[:, None] + 7 * np.arange(inputs)) / 3).astype("float32"), 3)


class TorchNetwork(torch.nn.Module):
    def __init__(self, cell, layers, hidden, inputs, outputs):
        super().__init__()
        kinds = {"gru": torch.nn.GRU, "lstm": torch.nn.LSTM}
        options = {"nonlinearity": "relu"} if cell == "rnn-relu" else {}
        self.rnn = kinds.get(cell, torch.nn.RNN)(inputs, hidden, layers, batch_first=True, **options)
        self.out = torch.nn.Linear(hidden, outputs)

    def probe(self):
        state, predictions = None, []
        with torch.no_grad():
            for window in windows(self.rnn.input_size):
                outputs, state = self.rnn(torch.from_numpy(window)[None], state)
                predictions.append(self.out(outputs).flatten().numpy())
        return np.concatenate(predictions)


def keras_network(cell, layers, hidden, inputs, outputs):
    kinds = {"gru": keras.layers.GRU, "lstm": keras.layers.LSTM}
    options = {"activation": "relu"} if cell == "rnn-relu" else {}
    recurrent = kinds.get(cell, keras.layers.SimpleRNN)
    return keras.Sequential(
        [
            keras.Input((None, inputs)),
            *(recurrent(hidden, return_sequences=True, **options) for _ in range(layers)),
            keras.layers.Dense(outputs),
        ]
    )


def keras_probe(model, cell):
    *recurrent, readout = model.layers
    kinds = 2 if cell == "lstm" else 1
    states = [[np.zeros((1, layer.units), "float32")] * kinds for layer in recurrent]
    predictions = []
    for window in windows(model.input_shape[2]):
        outputs = window[None]
        for i, layer in enumerate(recurrent):
            # What the layer gives back beside its outputs are the states after the window.
            layer.return_state = True
            outputs, *states[i] = layer(outputs, initial_state=states[i])
            layer.return_state = False
        predictions.append(keras.ops.convert_to_numpy(readout(outputs)).flatten())
    return np.concatenate(predictions)


def onnx_probe(session, cell, layers, hidden, inputs, _):
    names = ["h", "c"] if cell == "lstm" else ["h"]
    states = {name: np.zeros((layers, 1, hidden), "float32") for name in names}
    predictions = []
    for window in windows(inputs):
        given = {"X": window[:, None], **states}
        outputs, *after = session.run(["predictions", *(f"{name}_after" for name in names)], given)
        states = dict(zip(names, after))
        predictions.append(outputs.flatten())
    return np.concatenate(predictions)
