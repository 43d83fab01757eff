"""Runs of the lesson in PyTorch, made anew, for Unroll to repeat; and what PyTorch itself makes of them with other kernels.

    python fidelity.py OUT_DIR FIRST_SEED SEEDS
    ATEN_CPU_CAPABILITY=default python fidelity.py OUT_DIR FIRST_SEED SEEDS

Each file NAME-seedN.json is a reference run as `torch_reference.py` writes it. With PyTorch's usual kernels it also has
"moments": before some updates all that decides them (parameters, Adam's means, the carried state), and the parameters and
the mean of the gradient after them, as float32 in base64. One thread, so runs repeat exactly.
"""
import base64
import json
import pathlib
import sys

import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "fixtures" / "make"))

from torch_reference import lesson_runs, run

# Of each run: the first, two while the loss falls fast, and two late ones.
WATCHED = (0, 3, 11, 30, 59)


def packed(tensor):
    return base64.b64encode(tensor.detach().numpy().astype("float32").tobytes()).decode()


class Watch:
    def __init__(self):
        self.moments = []

    def __call__(self, update, model, rule, state):
        weights = {name: packed(tensor) for name, tensor in model.named_parameters()}
        kept = {name: rule.state.get(tensor, {}) for name, tensor in model.named_parameters()}
        means = {
            slot: {name: packed(of[slot]) for name, of in kept.items() if slot in of} for slot in ("exp_avg", "exp_avg_sq")
        }
        if self.moments and self.moments[-1]["update"] == update - 1:
            self.moments[-1]["after"] = dict(weights=weights, exp_avg=means["exp_avg"])
        if update not in WATCHED:
            return
        states = () if state is None else state if isinstance(state, tuple) else (state,)
        self.moments.append(dict(update=update, weights=weights, states=[packed(each) for each in states], **means))


def main():
    out, first, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    usual = torch.backends.cpu.get_cpu_capability() != "DEFAULT"
    for seed in range(first, first + count):
        for name, options in lesson_runs(seed).items():
            watch = Watch() if usual else None
            made = run(seed=seed, watch=watch, **options)
            if watch:
                made["moments"] = watch.moments
            (out / f"{name}-seed{seed}.json").write_text(json.dumps(made))
    print(torch.__version__, torch.backends.cpu.get_cpu_capability())


if __name__ == "__main__":
    main()
