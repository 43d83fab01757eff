"""PyTorch's nn.RNN or nn.LSTM with one linear layer for all time steps: torch_rnn.py CASE THREADS default|fused"""
import json, sys
from racer import say, serve, windows

try:
    import numpy as np
    import torch
    from torch import nn
except ImportError:
    say("missing", what="PyTorch")
    sys.exit()

case, threads, adam = json.loads(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
torch.set_num_threads(threads)
torch.manual_seed(1)
cell = {"rnn-tanh": nn.RNN, "lstm": nn.LSTM}[case["cell"]]
rnn, readout = cell(1, case["hiddenUnits"], batch_first=True), nn.Linear(case["hiddenUnits"], 1)
parameters = [*rnn.parameters(), *readout.parameters()]
optimizer = torch.optim.Adam(parameters, lr=case["learningRate"], fused=True if adam == "fused" else None)
loss_function = nn.MSELoss()
inputs, targets = [torch.from_numpy(a) for a in windows(np, case["batch"], case["timeSteps"])]
state, done = None, 0


def update():
    global state, done
    window, done = done % len(inputs), done + 1
    states, state = rnn(inputs[window], state)
    state = tuple(s.detach() for s in state) if isinstance(state, tuple) else state.detach()
    predictions = readout(states)
    loss = loss_function(predictions, targets[window])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    predictions.detach().numpy()
    return loss.item()


serve(f"PyTorch {torch.__version__}", update)
