"""What NumPy, statsmodels and scikit-learn say of predictions, rivals and autocorrelation, for cases of random data.

    python scores.py OUT_FILE [SEED]

Writes the cases with all that Unroll's own scores are to be held to; without a seed one is drawn, and written too. The
rules about rows (which may be used, which count) are written here a second time, row by row, on purpose.
"""

import json
import secrets
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error, mean_squared_error, root_mean_squared_error
from statsmodels.tsa.stattools import acf

PARTS = ("train", "validation", "test")
RIVALS = ("mean", "persistence", "seasonal-naive", "linear")


def draw_case(draw, rows, horizon, window, period, twin):
    """Three columns that hang together, with holes, a jump of time, and predictions that are somewhat right."""
    t = np.arange(rows)
    a = np.sin(2 * np.pi * t / period) + 0.3 * draw.standard_normal(rows) + 5
    b = np.cumsum(draw.standard_normal(rows)) * 0.2
    y = 3 * a + 0.5 * np.roll(b, 1) + 0.2 * draw.standard_normal(rows) - 20
    z = a * b + draw.standard_normal(rows)
    columns = {name: values.round(6) for name, values in dict(a=a, b=b, y=y, z=z).items()}
    for values in columns.values():
        values[draw.choice(rows, rows // 40, replace=False)] = np.nan
    if twin:
        columns["twin"] = 2 * columns["a"] + 1
    cuts = [0, rows * 6 // 10, rows * 8 // 10, rows]
    parts = {part: [cuts[i], cuts[i + 1]] for i, part in enumerate(PARTS)}
    # Without a horizon the series is another one: the target itself is not seen.
    inputs = ["a", "b"] + (["y"] if horizon else []) + (["twin"] if twin else [])
    said = {
        name: (np.roll(columns[name], lag) + 0.3 * draw.standard_normal(rows)).round(6)
        for name, lag in (("y", horizon), ("z", 0))
    }
    return dict(
        columns={name: numbers(values) for name, values in columns.items()},
        inputs=inputs,
        targets=["y", "z"],
        parts=parts,
        horizon=horizon,
        window=window,
        gaps=[rows // 3, rows * 7 // 10],
        periods=[period, None],
        predictions={name: numbers(values) for name, values in said.items()},
    )


def numbers(values):
    return [None if not np.isfinite(value) else float(value) for value in values]


def array(values):
    return np.array([np.nan if value is None else value for value in values])


def usable_rows(case, part, back, known):
    """Target rows with `back` rows of `known` columns up to row − horizon, and no jump among them and the target."""
    found = []
    for row in range(*case["parts"][part]):
        newest = row - case["horizon"]
        first = newest - max(back, 1) + 1
        if first < 0 or any(first <= gap < row for gap in case["gaps"]):
            continue
        if all(np.isfinite(column[newest - back + 1 : newest + 1]).all() for column in known):
            found.append(row)
    return found


def rival_predictions(case, output):
    """By rival and part an array with NaN where there is none; None for a rival that is not to be had."""
    columns = {name: array(values) for name, values in case["columns"].items()}
    y = columns[case["targets"][output]]
    horizon, period = case["horizon"], case["periods"][output]
    inputs = [columns[name] for name in case["inputs"]]
    start, end = case["parts"]["train"]
    blank = {part: np.full(case["parts"][part][1] - case["parts"][part][0], np.nan) for part in PARTS}
    mean = {part: np.full_like(blank[part], np.nanmean(y[start:end])) for part in PARTS}

    def repeat(ago):
        said = {part: blank[part].copy() for part in PARTS}
        for part in PARTS:
            for row in usable_rows(case, part, ago + 1, []):
                said[part][row - case["parts"][part][0]] = y[row - horizon - ago]
        return said

    seen = case["targets"][output] in case["inputs"]
    persistence = repeat(0) if seen else None
    seasonal = repeat(period * -(-horizon // period) - horizon) if seen and period else None

    back = max(1, min(case["window"], min(200, (end - start) // 10) // len(inputs)))
    newest_first = lambda row: [x[row - horizon - ago] for ago in range(back) for x in inputs]
    fit = [row for row in usable_rows(case, "train", back, inputs) if np.isfinite(y[row])]
    model = LinearRegression().fit([newest_first(row) for row in fit], y[fit])
    linear = {part: blank[part].copy() for part in PARTS}
    for part in PARTS:
        rows = usable_rows(case, part, back, inputs)
        linear[part][np.array(rows) - case["parts"][part][0]] = model.predict([newest_first(row) for row in rows])
    return dict(zip(RIVALS, (mean, persistence, seasonal, linear)))


def lag_of(case, y, said, part):
    """argmax of the correlation with the target some rows earlier, where no jump lies between."""
    start, end = case["parts"][part]
    best = []
    for lag in range(max(12, 2 * case["horizon"] + 10) + 1):
        pairs = [
            (said[row], y[row - lag])
            for row in range(start, end)
            if row >= lag and not any(row - lag <= gap < row for gap in case["gaps"])
        ]
        pairs = np.array([pair for pair in pairs if np.isfinite(pair).all()])
        best.append(np.corrcoef(pairs.T)[0, 1])
    return [int(np.argmax(best)), max(best), best[0]]


def expected(case, output):
    """All that is to be held to, by name: lists of numbers."""
    y = array(case["columns"][case["targets"][output]])
    said = array(case["predictions"][case["targets"][output]])
    start, end = case["parts"]["train"]
    period = case["periods"][output] or 1
    found = {}
    training = y[start:end]
    naive = [
        abs(y[row] - y[row - period])
        for row in range(start + period, end)
        if not any(row - period <= gap < row for gap in case["gaps"])
    ]
    by_rival = rival_predictions(case, output)
    for part in PARTS:
        first, last = case["parts"][part]
        truth, ours = y[first:last], said[first:last]
        both = np.isfinite(truth) & np.isfinite(ours)
        true, mine = truth[both], ours[both]
        found[f"{part} errors"] = [
            int(both.sum()),
            mean_squared_error(true, mine),
            root_mean_squared_error(true, mine),
            mean_absolute_error(true, mine),
        ]
        found[f"{part} mase"] = [mean_absolute_error(true, mine) / np.nanmean(naive)]
        # scikit-learn's r2_score takes the mean of what it is given; ours takes that of the training part.
        at_mean = mean_squared_error(true, np.full_like(true, np.nanmean(training)))
        found[f"{part} r2"] = [1 - mean_squared_error(true, mine) / at_mean]
        found[f"{part} spread"] = [mine.std() / true.std()]
        found[f"{part} lag"] = lag_of(case, y, said, part)
        residuals = truth - ours
        found[f"{part} residuals"] = acf(residuals, nlags=min(40, len(residuals) - 1), fft=True, missing="conservative")
        for rival, parts in by_rival.items():
            if parts is None:
                continue
            other = parts[part]
            rows = np.isfinite(truth) & np.isfinite(other)
            if not rows.any():
                continue
            found[f"{part} {rival}"] = [
                int(rows.sum()),
                mean_squared_error(truth[rows], other[rows]),
                root_mean_squared_error(truth[rows], other[rows]),
                mean_absolute_error(truth[rows], other[rows]),
            ]
            common = both & rows
            theirs = mean_squared_error(truth[common], other[common])
            found[f"{part} skill {rival}"] = [1 - mean_squared_error(truth[common], ours[common]) / theirs]
            if rival == "linear":
                found[f"{part} predictions {rival}"] = numbers(other)
    found["autocorrelation"] = acf(y, nlags=60, fft=True, adjusted=False, missing="conservative")
    return {name: [None if each is None else float(each) for each in values] for name, values in found.items()}


def horizon_case(draw):
    forecasts = draw.standard_normal((23, 6)).round(6)
    truth = draw.standard_normal((23, 6)).round(6)
    truth[3, 2] = truth[7, 5] = np.nan
    errors = np.abs(forecasts - truth)
    return dict(
        forecasts=numbers(forecasts.ravel()),
        truth=numbers(truth.ravel()),
        origins=23,
        ahead=6,
        expected=dict(
            rmse=np.sqrt(np.nanmean(errors**2, axis=0)).tolist(),
            **{f"p{p}": np.nanpercentile(errors, p, axis=0).tolist() for p in (10, 50, 90)},
        ),
    )


def all_cases(seed, size=1):
    draw = np.random.default_rng(seed)
    cases = [
        draw_case(draw, 150 * size, horizon=1, window=2, period=12, twin=False),
        draw_case(draw, 130 * size, horizon=3, window=1, period=7, twin=True),
        draw_case(draw, 140 * size, horizon=0, window=3, period=5, twin=False),
    ]
    for case in cases:
        case["expected"] = {name: expected(case, output) for output, name in enumerate(case["targets"])}
    return dict(numpy=np.__version__, seed=seed, cases=cases, horizon=horizon_case(draw))


def write_scores(path, seed=None, size=1):
    drawn = secrets.randbits(32) if seed is None else seed
    Path(path).write_text(json.dumps(all_cases(drawn, size), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    write_scores(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None)
