import type { Series, SeriesTimes } from '@contract/data/series'
import { named } from '../columns'
import { CO2 } from './co2'
import { EL_NINO } from './el-nino'
import { NILE } from './nile'
import { SUNSPOTS } from './sunspots'

const WEEK = 7 * 24 * 60 * 60 * 1000

type Unit = Extract<SeriesTimes, { readonly kind: 'dates' }>['unit']

/**
 * Measured values, one after the other without a gap, each at its date; docs/data.md has where they come from and under
 * what terms.
 *
 * @param dateOf the date of the value at an index, in milliseconds since 1970 in UTC
 */
function recorded(
  column: string,
  values: readonly number[],
  unit: Unit,
  dateOf: (index: number) => number,
): Series {
  const dates = Float64Array.from(values, (_, index) => dateOf(index))
  return {
    times: { kind: 'dates', name: unit === 'day' ? 'date' : unit, values: dates, unit },
    columns: named({ [column]: Float64Array.from(values) }),
  }
}

/** Sunspot numbers, one for each year from 1700 to 2008. */
export function sunspots(): Series {
  return recorded('sunspots', SUNSPOTS, 'year', (index) => Date.UTC(1700 + index, 0))
}

/** What the Nile discharged at Aswan in each year from 1871 to 1970, in 10^8 m³. */
export function nile(): Series {
  return recorded('volume', NILE, 'year', (index) => Date.UTC(1871 + index, 0))
}

/** CO₂ in the air at Mauna Loa in each week from 29 March 1958 to 29 December 2001, in ppm; NaN where none was measured. */
export function co2(): Series {
  const first = Date.UTC(1958, 2, 29)
  return recorded('co2', CO2, 'day', (index) => first + index * WEEK)
}

/** The sea's mean surface temperature off Peru (Niño 1+2) in each month from 1950 to 2010, in °C. */
export function elNino(): Series {
  return recorded('temperature', EL_NINO, 'month', (index) => Date.UTC(1950, index))
}
