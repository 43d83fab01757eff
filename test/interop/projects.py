"""Goes on in PyTorch from the keyframe of a project file, as one would who was sent it."""

import json
import zipfile

import numpy as np
import torch
from safetensors.torch import load
from torch import nn


class Regressor(nn.Module):
    """LSTM -> Linear at every time step."""

    def __init__(self, hidden):
        super().__init__()
        self.rnn = nn.LSTM(1, hidden, batch_first=True)
        self.out = nn.Linear(hidden, 1)

    def forward(self, x, state):
        outputs, state = self.rnn(x, state)
        return self.out(outputs), state


def keyframes_in(path):
    """The keyframes of a project by their updates: their arrays, and what their metadata say."""
    found = {}
    with zipfile.ZipFile(path) as project:
        if project.testzip() is not None:
            raise ValueError("the archive is damaged")
        for name in project.namelist():
            if name.startswith("keyframes/"):
                content = project.read(name)
                header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
                note = json.loads(header["__metadata__"]["unroll.keyframe"])
                found[note["update"]] = (load(content), note)
    return found


def resumed(folder):
    """The largest difference of a loss or a prediction of the updates after the keyframe from ours."""
    told = json.loads((folder / "run.json").read_text())
    frames = keyframes_in(folder / "run.unroll")
    if sorted(frames) != [0, 16, told["savedAt"]]:
        raise ValueError(f"there are keyframes after {sorted(frames)}")
    arrays, note = frames[told["savedAt"]]
    model = Regressor(arrays["state.0"].shape[-1])
    names = [name for name, _ in model.named_parameters()]
    model.load_state_dict({name: arrays[name] for name in names})
    rule = torch.optim.Adam(model.parameters(), lr=told["learningRate"])
    for name, parameter in model.named_parameters():
        rule.state[parameter] = {
            "step": torch.tensor(float(note["slotUpdates"])),
            "exp_avg": arrays[f"slot.first-moment.{name}"].clone(),
            "exp_avg_sq": arrays[f"slot.second-moment.{name}"].clone(),
        }
    state = (arrays["state.0"], arrays["state.1"])
    largest = 0.0
    for i, ours in enumerate(told["after"]):
        place = note["position"] + i
        times = np.linspace(place * np.pi, (place + 1) * np.pi, told["points"], dtype=np.float32)
        x, y = (torch.from_numpy(f(times))[None, :, None] for f in (np.sin, np.cos))
        prediction, state = model(x, state)
        state = tuple(each.detach() for each in state)
        loss = nn.functional.mse_loss(prediction, y)
        rule.zero_grad()
        loss.backward()
        rule.step()
        theirs = [float(loss), *prediction.detach().numpy().ravel().tolist()]
        largest = max(largest, float(abs(np.float64(theirs) - np.float64([ours["loss"], *ours["prediction"]])).max()))
    return largest
