import type { Scaler } from '@contract/data/scaler'
import type { Say } from '@contract/language/say'
import { MAX_FORECAST_STEPS } from '@contract/run/forecast'
import type { Forecaster } from './forecaster'
import { pythonString } from './literals'
import { comment } from './parts'
import { TABLE_IMPORTS, tablePart } from './table-part'

/** What the imports of the part are. */
export const FORECAST_IMPORTS = TABLE_IMPORTS

/**
 * Forecasts from where a table ends, as `forecast` on the command line does: `python SCRIPT TABLE STEPS` prints a table of
 * what follows.
 *
 * @param run a function `run(rows, state)` of Python that gives a list of outputs for each row, and the state after them;
 * a state of None is zero
 */
export function forecastPart(
  say: Say,
  { source, scalers, horizon, longestWarmUp }: Forecaster,
  run: string,
): string {
  const { inputs, targets } = source
  const lacking = inputs.filter((name) => !targets.includes(name))
  const limited = say('forecast.limited', { steps: horizon, inputs: lacking })
  const limit = `    if steps > HORIZON:
        print(${pythonString(limited)}, file=sys.stderr)
        steps = HORIZON
`
  return `
${comment(say('script.forecast'))}
INPUT_COLUMNS = ${strings(inputs)}
TARGET_COLUMNS = ${strings(targets)}
${comment(say('script.scalers'))}
INPUT_SCALERS = ${pairs(scalers.inputs)}
TARGET_SCALERS = ${pairs(scalers.targets)}
HORIZON = ${horizon}
LONGEST_WARM_UP = ${longestWarmUp}


${run}

${tablePart(say)}

def forecast(path, steps, time, missing):
    table, jumps = read_table(path, time, missing)
    rows = [[(value - offset) / scale for value, (offset, scale) in zip(row, INPUT_SCALERS)] for row in table]
    known = 0
    while known < min(LONGEST_WARM_UP, len(rows)) and not any(map(math.isnan, rows[-1 - known])):
        if known and len(rows) - 1 - known in jumps:
            break
        known += 1
    if known < HORIZON:
        sys.exit(${pythonString(say('script.tooFewRows', { needed: horizon }))})
${lacking.length > 0 ? limit : ''}    said, state = run(rows[len(rows) - known:], None)
${comment(say('script.saidAhead'), 4)}
    ahead = said[-HORIZON:]
    while len(ahead) < steps:
        own = dict(zip(TARGET_COLUMNS, unscaled(ahead[-HORIZON])))
        fed = [(own[name] - offset) / scale for name, (offset, scale) in zip(INPUT_COLUMNS, INPUT_SCALERS)]
        said, state = run([fed], state)
        ahead += said
    writer = csv.writer(sys.stdout, lineterminator="\\n")
    writer.writerow(["row", *TARGET_COLUMNS])
    for place, numbers in enumerate(ahead[:steps]):
        writer.writerow([len(rows) + 1 + place, *unscaled(numbers)])


def unscaled(numbers):
    return [value * scale + offset for value, (offset, scale) in zip(numbers, TARGET_SCALERS)]


if len(sys.argv) > 1:
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("steps", type=int, nargs="?", default=50, choices=range(1, ${MAX_FORECAST_STEPS} + 1), metavar="steps")
    parser.add_argument("--time")
    parser.add_argument("--no-time", dest="time", action="store_const", const="")
    parser.add_argument("--missing", type=float, action="append")
    parser.add_argument("--no-missing", dest="missing", action="store_const", const=[])
    told = parser.parse_args()
    forecast(told.table, told.steps, told.time, told.missing)
    sys.exit()
`
}

function strings(names: readonly string[]): string {
  return `[${names.map(pythonString).join(', ')}]`
}

/** In float64, of which JavaScript and Python write the same shortest decimals. */
function pairs(scalers: readonly Scaler[]): string {
  return `[${scalers.map(({ offset, scale }) => `(${offset}, ${scale})`).join(', ')}]`
}
