/** Sets that are races between competitors. */
export const RACES = ['race', 'ladder', 'threads'] as const
export type RaceName = (typeof RACES)[number]

/** Sets that measure something else, each in a process of its own. */
export const MEASURED = [
  'start',
  'frames',
  'pause',
  'data',
  'time',
  'inside',
  'many',
  'recording',
  'soak',
] as const
export type MeasuredName = (typeof MEASURED)[number]

export type SetName = RaceName | MeasuredName
export const SETS: readonly SetName[] = [...RACES, ...MEASURED]

/** All that has a bound. */
export const BOUNDED: readonly SetName[] = ['race', ...MEASURED]
/** What has a bound and takes minutes, not hours. */
export const CHEAP: readonly SetName[] = ['race', 'start', 'frames']

/** The sets that measure the app and nothing else; it sets TensorFlow up for itself. */
const OF_APP: readonly SetName[] = ['start', 'frames', 'pause', 'inside']

export function isRace(set: SetName): set is RaceName {
  return RACES.some((race) => race === set)
}

export function isOfApp(set: SetName): boolean {
  return OF_APP.includes(set)
}

/** Whether a set opens the app in a window, so that it has to be built. */
export function needsWindow(set: SetName): boolean {
  return isOfApp(set) || set === 'many'
}
