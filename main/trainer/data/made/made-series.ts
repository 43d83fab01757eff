import type { Series } from '@contract/data/series'
import type { MadeName } from '@contract/settings/source-config'
import { adding } from './adding'
import { copy } from './copy'
import { delay } from './delay'
import { lorenz } from './lorenz'
import { mackeyGlass } from './mackey-glass'
import { narma10 } from './narma'
import { randomWalk } from './random-walk'
import { co2, elNino, nile, sunspots } from './recorded/recorded-series'
import { amplitudeModulated, chirp, frequencyModulated, noisySine, saw, sines, square } from './waves'

/**
 * A series that the app makes, or brings along. What it is for is told by its descriptor,
 * `preload/contract/data/made-series.ts`, which also says whether the seed makes a difference.
 *
 * @param seed whole number from 0 to 2^32 - 1, as that of numpy's `RandomState(seed)`, which draws the same numbers
 * @returns the same numbers for the same name and seed
 */
export function madeSeries(name: MadeName, seed: number): Series {
  switch (name) {
    case 'square':
      return square()
    case 'saw':
      return saw()
    case 'sines':
      return sines()
    case 'am':
      return amplitudeModulated()
    case 'fm':
      return frequencyModulated()
    case 'chirp':
      return chirp()
    case 'delay':
      return delay(seed)
    case 'adding':
      return adding(seed)
    case 'copy':
      return copy(seed)
    case 'noisy-sine':
      return noisySine(seed)
    case 'mackey-glass':
      return mackeyGlass(seed)
    case 'lorenz':
      return lorenz(seed)
    case 'narma-10':
      return narma10(seed)
    case 'random-walk':
      return randomWalk(seed)
    case 'sunspots':
      return sunspots()
    case 'nile':
      return nile()
    case 'co2':
      return co2()
    case 'el-nino':
      return elNino()
    default:
      return name satisfies never
  }
}
