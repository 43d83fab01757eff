import { layTable } from '../table'
import type { Earlier } from './earlier'
import type { KeptFigure } from './kept-figures'

/** How figures stand to those of an earlier run. */
export type Comparison = {
  readonly ratios: readonly {
    readonly name: string
    /** New by old; null where one of them is no number above 0. */
    readonly ratio: number | null
  }[]
  /** Measured now and not then. */
  readonly onlyNow: readonly string[]
  /** Measured then and not now. */
  readonly onlyThen: readonly string[]
}

/**
 * Holds figures against those of an earlier run, by ratios alone. In a race, where every figure but the time of an update is a
 * ratio itself, times are left out: what is left does not ask how fast the machine is.
 */
export function compare(now: readonly KeptFigure[], then: Earlier['figures']): Comparison {
  const compared = (figures: readonly Earlier['figures'][number][]) =>
    new Map(figures.filter(({ unit }) => unit !== TIME_IN_A_RACE).map((figure) => [figure.name, figure]))
  const [present, past] = [compared(now), compared(then)]
  return {
    ratios: [...present.values()].flatMap((figure) => {
      const before = past.get(figure.name)
      return before ? [{ name: figure.name, ratio: ratioOf(figure, before) }] : []
    }),
    onlyNow: [...present.keys()].filter((name) => !past.has(name)),
    onlyThen: [...past.keys()].filter((name) => !present.has(name)),
  }
}

/** The unit of an update's time in a race. */
export const TIME_IN_A_RACE = 'µs per update'
/** The unit of a figure that says by how much more time something takes: 5 of it are 1.05 times as long. */
const SLOWER = '% slower'

type Measured = Pick<KeptFigure, 'value' | 'unit'>

function ratioOf(now: Measured, before: Measured): number | null {
  if (now.unit !== before.unit) return null
  const [a, b] = [amountOf(now), amountOf(before)]
  return a > 0 && b > 0 ? a / b : null
}

function amountOf({ value, unit }: Measured): number {
  if (value === null) return Number.NaN
  return unit === SLOWER ? 1 + value / 100 : value
}

/** A comparison for people. */
export function describeComparison(
  { ratios, onlyNow, onlyThen }: Comparison,
  then: Pick<Earlier, 'machine'>,
): string {
  const { cpu, cores } = then.machine
  return [
    `New by old (${cpu}, ${cores} cores):`,
    '',
    ratios.length === 0
      ? 'No figure is in both.'
      : layTable(
          ['figure', 'new by old'],
          ratios.map(({ name, ratio }) => [name, ratio === null ? '–' : ratio.toFixed(2)]),
        ),
    ...listed('Not in the earlier run', onlyNow),
    ...listed('In the earlier run alone', onlyThen),
  ].join('\n')
}

function listed(title: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : ['', `${title}:`, ...names.map((name) => `- ${name}`)]
}
