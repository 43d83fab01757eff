import { linearRivalsInPieces } from '../../data/score/rivals/linear-rival'
import type { Rival } from '../../data/score/rivals/rival'
import { meanRival, persistenceRival, seasonalNaiveRival } from '../../data/score/rivals/simple-rivals'
import type { Scored } from '../../data/score/scored'
import type { PreparedSeries } from '../../data/windows/prepared'
import type { FoundRivals } from './rivals'

/** Multiplications for the fits of all distances: beyond, the linear rival is left out, as it would take long. */
const MOST_WORK = 4_000_000_000

/** Rivals of each distance from 1, of each output. */
export type DistantRivals = readonly (readonly Rival[])[][]

/** Every rival made anew for each distance: what is known at the origin, and no forecast of its own, is all that it looks at. */
export function* distantRivals(
  { scored, yardsticks, periods }: FoundRivals,
  series: PreparedSeries,
  steps: number,
): Generator<void, DistantRivals> {
  const { from, to } = series.parts.train
  const columns = 1 + scored.window * scored.inputs.length
  const isLinear = (to - from) * columns ** 2 * steps <= MOST_WORK
  const all: (readonly Rival[])[][] = []
  for (let distance = 1; distance <= steps; distance += 1) {
    const ahead: Scored = { ...scored, horizon: distance, parts: { ...scored.parts, train: [from, to] } }
    const linear = isLinear ? yield* linearRivalsInPieces(ahead) : []
    all.push(
      scored.targets.map((target, output) => {
        const facts = yardsticks[output]?.facts
        if (!facts) throw new RangeError(`there are no facts of output ${output}`)
        const rivals: Rival[] = [
          meanRival(target, ahead, facts),
          persistenceRival(target, ahead),
          seasonalNaiveRival(target, ahead, periods[output] ?? null),
        ]
        const fitted = linear[output]
        return fitted ? [...rivals, fitted] : rivals
      }),
    )
    yield
  }
  return all
}
