import type { InsidePlane } from '@contract/inside/dynamics'
import type { FrozenPlane } from '../../state/inside-state'

/** What a plane is kept under: another run, layer or size is another one. */
export function keyOfPlane(runId: string, { layer, units }: Pick<InsidePlane, 'layer' | 'units'>): string {
  return `${runId} ${layer} ${units}`
}

/** States in a plane. */
export type PathOnPlane = {
  /** Along the first and the second component: [time step + 1]; zeros where there is no such component. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Of how these states differ, the share that lies along each component, from 0 to 1; NaN where they do not differ. */
  readonly shares: readonly [number, number]
}

/**
 * Puts states into a plane that was fitted to others.
 *
 * @param states [time step + 1, hidden]
 */
export function onPlane({ mean, components }: FrozenPlane, states: ArrayLike<number>): PathOnPlane {
  const units = mean.length
  const count = states.length / units
  const along = (component: number) =>
    Float64Array.from({ length: count }, (_, t) => {
      let sum = 0
      for (let i = 0; i < units; i += 1)
        sum +=
          ((states[t * units + i] as number) - (mean[i] as number)) * (components[component * units + i] ?? 0)
      return sum
    })
  const [x, y] = [along(0), along(1)]
  let all = 0
  for (let i = 0; i < units; i += 1)
    all += spread(Float64Array.from({ length: count }, (_, t) => states[t * units + i] as number))
  return { x, y, shares: [spread(x) / all, spread(y) / all] }
}

/** The sum of squares around the mean. */
function spread(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
