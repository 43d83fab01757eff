import type { SeriesTimes } from '@contract/data/series'
import { DAY } from './calendar'

type Unit = Extract<SeriesTimes, { readonly kind: 'dates' }>['unit']

/** The finest unit that some times are in, milliseconds since 1970 in UTC: `day` where all are midnights. */
export function finestUnit(times: Float64Array): Unit {
  let finest: Unit = 'year'
  for (const time of times) {
    if (time % 1000 !== 0) return 'millisecond'
    if (finest === 'second') continue
    if (time % 60_000 !== 0) finest = 'second'
    else if (finest === 'minute') continue
    else if (time % DAY !== 0) finest = 'minute'
    else if (finest === 'day') continue
    else {
      const date = new Date(time)
      if (date.getUTCDate() !== 1) finest = 'day'
      else if (date.getUTCMonth() !== 0) finest = 'month'
    }
  }
  return finest
}
