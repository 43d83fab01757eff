import type { Series } from '@contract/data/series'
import type { Settings } from '@contract/settings/run-config'
import { noise } from '../../../../helpers/noise'
import type { Draws } from './draws'

/** What a series is drawn from, in words that can be printed. */
export type SeriesPlan = {
  readonly rows: number
  readonly inputs: number
  readonly outputs: number
  readonly noiseSeed: number
  /** Of 100 values, how many are missing. */
  readonly missingInputs: number
  readonly missingTargets: number
  /** Rows after which time jumps. */
  readonly jumps: readonly number[]
  /** Values from this row on are as many powers of ten larger: about what float32 can square. */
  readonly hugeFrom: number
  readonly powers: number
}

export function anySeriesPlan(draws: Draws, most: number, breaking: boolean): SeriesPlan {
  const rows = draws.between(most / 2, most)
  return {
    rows,
    inputs: draws.between(1, 3),
    outputs: draws.between(1, 3),
    noiseSeed: draws.below(2 ** 31),
    missingInputs: draws.oneOf([0, 0, 2, 5]),
    missingTargets: draws.oneOf([0, 0, 10, 60]),
    jumps: draws.chance(0.4) ? Array.from({ length: draws.between(1, 4) }, () => draws.below(rows - 1)) : [],
    hugeFrom: breaking && draws.chance(0.5) ? draws.between(20, 60) : rows,
    powers: draws.between(17, 21),
  }
}

const names = (kind: string, count: number) => Array.from({ length: count }, (_, i) => `${kind} ${i}`)

export function sourceOf({ inputs, outputs }: SeriesPlan): Settings['source'] {
  return {
    kind: 'series',
    origin: { kind: 'made', name: 'sines' },
    inputs: names('input', inputs),
    targets: names('target', outputs),
  }
}

/** Waves with noise, and what is missing of them. */
export function seriesOf(plan: SeriesPlan): Series {
  const { rows, inputs, outputs, noiseSeed, missingInputs, missingTargets, jumps, hugeFrom, powers } = plan
  const column = (name: string, index: number, missing: number) => {
    const [noisy, lost] = [noise(rows, noiseSeed + index), noise(rows, noiseSeed + 1000 + index)]
    const threshold = [...lost].sort((a, b) => a - b)[Math.floor((rows * missing) / 100)] as number
    const values = Float64Array.from({ length: rows }, (_, row) => {
      if ((lost[row] as number) < threshold) return Number.NaN
      const size = row < hugeFrom ? 1 : 10 ** powers
      return size * (Math.sin(0.2 * (index + 1) * row) + 0.3 * (noisy[row] as number))
    })
    return { name, values }
  }
  let time = 0
  const times = Float64Array.from({ length: rows }, (_, row) => {
    time += jumps.includes(row - 1) ? 9 : 1
    return time
  })
  return {
    times: jumps.length > 0 ? { kind: 'numbers', name: 'time', values: times } : { kind: 'rows' },
    columns: [
      ...names('input', inputs).map((name, i) => column(name, i, missingInputs)),
      ...names('target', outputs).map((name, i) => column(name, inputs + i, missingTargets)),
    ],
  }
}
