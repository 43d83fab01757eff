import type { VariedName } from '@contract/experiment/experiment'
import type { Say } from '@contract/language/say'
import { isNumber, SETTINGS } from '@contract/settings/settings'
import { countTicks, decadeTicks } from '../../../../charts/axes/ticks'
import type { PlotAxis } from '../../../../plots/Plot'
import type { SweepPlan } from '../../../../store/state/experiments/experiments-state'
import { isByProportion } from '../../../../store/state/experiments/spread-values'
import { valueAlone } from '../../../../store/words/experiment-texts'

/** Letters of a value at an axis that goes up, and of all values together across; the whole of each is in the reading and in the table. */
const LETTERS = { up: 9, across: 90, most: 18 }
/** Values that are all written at an axis. */
const MOST_VALUES = 10

type Values = SweepPlan['varied'][number]

/** An axis of the values of a setting, and where on it each of them stands. */
export type ValueAxis = { readonly axis: PlotAxis; readonly places: readonly number[] }

/** The values of a number where they are: a rate by its proportions; those of a choice side by side. */
export function valueAxis({ setting, values }: Values, say: Say): ValueAxis {
  if (!isNumber(setting)) return sideBySide({ setting, values } as Values, say)
  const places = values.map(Number)
  const [first = 0, last = 1] = [Math.min(...places), Math.max(...places)]
  const name = say(SETTINGS[setting].label)
  if (isByProportion(setting, first)) {
    const air = (last / first) ** 0.05
    const extent = { min: first / air, max: last * air }
    const decades = decadeTicks(extent.min, extent.max)
    return {
      axis: { extent, name, kind: 'log', ticks: places.length <= MOST_VALUES ? places : decades },
      places,
    }
  }
  const air = (last - first) * 0.05
  const extent = { min: first - air, max: last + air }
  const ticks = places.length <= MOST_VALUES ? places : countTicks(extent.min, extent.max, MOST_VALUES, true)
  return { axis: { extent, name, ticks }, places }
}

/** The values of a setting side by side, whatever they are. */
export function sideBySide(
  { setting, values }: Values,
  say: Say,
  way: 'across' | 'up' = 'across',
): ValueAxis {
  const places = values.map((_, place) => place)
  const each = Math.ceil(values.length / MOST_VALUES)
  const shown = Math.ceil(values.length / each)
  const letters = way === 'up' ? LETTERS.up : Math.min(LETTERS.most, Math.floor(LETTERS.across / shown))
  return {
    axis: {
      extent: { min: -0.5, max: values.length - 0.5 },
      name: say(SETTINGS[setting].label),
      ticks: places.filter((place) => place % each === 0),
      write: (place) => cut(nameOf(setting, values[place], say), letters),
    },
    places,
  }
}

function nameOf(setting: VariedName, value: Values['values'][number] | undefined, say: Say): string {
  return value === undefined ? '' : say(valueAlone(setting, value))
}

function cut(name: string, most: number): string {
  const letters = [...name]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name
}
