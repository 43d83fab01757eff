"""PyTorch's nn.RNN, nn.GRU or nn.LSTM with one linear layer for all time steps:
torch_rnn.py CASE WINDOWS THREADS default|fused"""
import json, sys
from racer import say, serve, windows

try:
    import numpy as np
    import torch
    from torch import nn
except ImportError:
    say("missing", what="PyTorch")
    sys.exit()

case, threads, adam = json.loads(sys.argv[1]), int(sys.argv[3]), sys.argv[4]
inputs, targets = [torch.from_numpy(a) for a in windows(np, case, sys.argv[2])]
torch.set_num_threads(threads)
torch.manual_seed(1)
cell = {"rnn-tanh": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}[case["cell"]]
rnn = cell(inputs.shape[-1], case["hiddenUnits"], num_layers=case["layers"], batch_first=True)
readout = nn.Linear(case["hiddenUnits"], targets.shape[-1])
parameters = [*rnn.parameters(), *readout.parameters()]
optimizer = torch.optim.Adam(parameters, lr=case["learningRate"], fused=True if adam == "fused" else None)
loss_function = nn.MSELoss()
# Windows cut out of a table have nothing to go on from.
carried = case["data"] == "lesson"
state, done = None, 0


def update():
    global state, done
    window, done = done % len(inputs), done + 1
    states, after = rnn(inputs[window], state)
    if carried:
        state = tuple(s.detach() for s in after) if isinstance(after, tuple) else after.detach()
    predictions = readout(states)
    loss = loss_function(predictions, targets[window])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    predictions.detach().numpy()
    return loss.item()


serve(f"PyTorch {torch.__version__}", update)
