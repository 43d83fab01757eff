import { atLeast, below, type Figure, told } from '../figure'
import { TIME_IN_A_RACE } from '../kept/comparison'
import type { RaceName } from '../sets'
import { COMPILED, PLAIN, TORCH } from './competitors'
import { TOLERANCE } from './learning'
import type { CaseReport, Place } from './report'

type Raced = Extract<Place, { kind: 'raced' }>

/** What to keep of a race: the compiled engine's time, and how the others stand to it; none where it did not race. */
export function raceFigures({ case: one, places, against }: CaseReport, race: RaceName): Figure[] {
  const raced = places.filter((place) => place.kind === 'raced')
  const compiled = raced.find(({ name }) => name === COMPILED)
  if (!compiled) return []
  const time = told(one.name, compiled.spread.median, TIME_IN_A_RACE)
  const others = raced.filter((place) => place !== compiled)
  if (race !== 'race')
    return [
      time,
      ...others.map(({ name, ratio }) => told(`  ${name}, times as long`, ratio ?? Number.NaN, '×')),
    ]
  const differences = raced.flatMap(({ learned }) => learned?.difference ?? [])
  return [
    time,
    ...versus(PLAIN, against.plain, one.bar.plain),
    ...versus(TORCH, against.torch, one.bar.torch),
    ...(differences.length === 0
      ? []
      : [below(TOLERANCE, "  greatest difference of a loss from PyTorch's", Math.max(...differences), '')]),
  ]

  function versus(name: string, ratio: number | null, bar: number | null): Figure[] {
    if (ratio === null) return []
    const rivals = others.filter((place) => place.name.startsWith(name))
    const what = `  times as fast as ${name}${rivals.length > 1 ? ' at its best' : ''}`
    const processor = leastProcessor(rivals) / (compiled as Raced).processor
    return [
      bar === null ? told(what, ratio, '×') : atLeast(bar, what, ratio, '×'),
      told('    by processor time', processor, '×'),
    ]
  }
}

function leastProcessor(places: readonly Raced[]): number {
  return Math.min(...places.map(({ processor }) => processor))
}
