"""Loads every file that Unroll wrote into the real library, and writes files of the real libraries for Unroll to read.

Is given the folder that make.ts filled. Prints a line of JSON for each check: what, and the largest difference of a
prediction (or, where something failed, why). Then writes scores.json, which Unroll compares with its own scores.
"""

import contextlib
import io
import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"

import numpy as np
import onnx
import onnxruntime
import torch
from networks import TorchNetwork, keras_network, keras_probe, onnx_probe
from projects import resumed
from safetensors.torch import load_file, save_file
from scores import write_scores

torch.set_num_threads(1)
SAID = re.compile(r"^largest difference from Unroll's predictions: (\S+)$", re.MULTILINE)


def by_safetensors(path, *network):
    model = TorchNetwork(*network)
    model.load_state_dict(load_file(path), strict=True)
    return model.probe()


def by_numpy_into_torch(path, *network):
    model = TorchNetwork(*network)
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: torch.from_numpy(file[name]) for name in file.files if not name.startswith("__")}
    model.load_state_dict(arrays, strict=True)
    return model.probe()


def by_numpy_into_keras(path, cell, *sizes):
    model = keras_network(cell, *sizes)
    *recurrent, readout = model.layers
    with np.load(path, allow_pickle=False) as file:
        for i, layer in enumerate(recurrent):
            layer.set_weights([file[f"layers/{i}/{part}"] for part in ("kernel", "recurrent_kernel", "bias")])
        readout.set_weights([file["dense/kernel"], file["dense/bias"]])
    return keras_probe(model, cell)


def by_keras(path, cell, *sizes):
    model = keras_network(cell, *sizes)
    model.load_weights(path)
    return keras_probe(model, cell)


def by_onnxruntime(path, *network):
    onnx.checker.check_model(onnx.load(path), full_check=True)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return onnx_probe(session, *network)


READERS = {
    "weights.safetensors": by_safetensors,
    "torch-names.npz": by_numpy_into_torch,
    "keras-names.npz": by_numpy_into_keras,
    "run.weights.h5": by_keras,
    "model.onnx": by_onnxruntime,
}


def said_by(path, *arguments):
    """What a script prints that is run in this process with these arguments."""
    said = io.StringIO()
    own, sys.argv = sys.argv, [path, *arguments]
    try:
        with contextlib.redirect_stdout(said):
            runpy.run_path(path, run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise RuntimeError(end.code) from None
    finally:
        sys.argv = own
    return said.getvalue()


def by_script(path, layers):
    """Runs an exported script as a person would, and takes the difference that it prints."""
    if layers != 2:
        # In this process: to import the libraries anew takes longer than everything else here.
        return float(SAID.search(said_by(path))[1])
    done = subprocess.run([sys.executable, path], capture_output=True, text=True)
    found = SAID.search(done.stdout)
    if done.returncode != 0 or not found:
        return (done.stderr.strip().splitlines() or ["it prints no difference"])[-1]
    return float(found[1])


def by_forecast(path, table, steps, values):
    """
    Lets a script forecast from a table as a person would; how far its numbers are from ours, by their own size. What we
    refuse it has to refuse too, in one sentence: what it reads, it reads as we do.
    """
    try:
        said = said_by(path, table, str(steps))
    except RuntimeError as refusal:
        return 0.0 if values is None and re.fullmatch(r"[^\n]+\.", str(refusal)) else str(refusal)
    if values is None:
        return "it reads what is refused"
    rows = [line.split(",") for line in said.split()]
    theirs = np.float64([[float(cell) for cell in row[1:]] for row in rows[1:]]).T
    ours = np.float64(values)
    return float((abs(theirs - ours) / (1 + abs(ours))).max())


def write_theirs(folder, cell, *sizes):
    """Files of fresh networks, as the libraries write them, with the predictions of these networks."""
    torch.manual_seed(5)
    network = TorchNetwork(cell, *sizes)
    arrays = network.state_dict()
    save_file(arrays, folder / "theirs.safetensors")
    np.savez(folder / "theirs.npz", **{name: array.numpy() for name, array in arrays.items()})
    model = keras_network(cell, *sizes)
    draw = np.random.default_rng(6)
    # Keras starts with biases of zero, of which an error would not show.
    model.set_weights([draw.uniform(-0.3, 0.3, array.shape).astype("float32") for array in model.get_weights()])
    model.save_weights(folder / "theirs.weights.h5")
    model.save(folder / "theirs.keras")
    by_torch, keras_says = network.probe().tolist(), keras_probe(model, cell).tolist()
    predictions = {
        "theirs.safetensors": by_torch,
        "theirs.npz": by_torch,
        "theirs.weights.h5": keras_says,
        "theirs.keras": keras_says,
    }
    (folder / "theirs.json").write_text(json.dumps(predictions))


def tell(folder, what, check, **bound):
    try:
        difference = check()
        if difference != difference:
            difference = "a prediction is no number"
    except Exception as error:
        difference = f"{type(error).__name__}: {error}"
    print(json.dumps({"case": folder.name, "what": what, "difference": difference, **bound}), flush=True)


for folder in sorted(path.parent for path in Path(sys.argv[1]).glob("*/case.json")):
    case = json.loads((folder / "case.json").read_text())
    network = tuple(case[name] for name in ("cell", "layers", "hiddenUnits", "inputs", "outputs"))
    expected = np.float32(case["predictions"])
    for name in case["files"]:
        path = str(folder / name)
        if name in READERS:
            tell(folder, name, lambda: float(abs(READERS[name](path, *network) - expected).max()))
        elif name.endswith(".py"):
            tell(folder, name, lambda: by_script(path, case["layers"]))
            for told in case["forecasts"]:
                table = str(folder / told["table"])
                tell(folder, f"{name} {told['table']}", lambda: by_forecast(path, table, told["steps"], told["values"]))
    write_theirs(folder, *network)

tell(Path(sys.argv[1]), "updates after run.unroll", lambda: resumed(Path(sys.argv[1])), atMost=1e-4)
write_scores(Path(sys.argv[1]) / "scores.json", size=8)
