const PERIOD = 2 * Math.PI

/**
 * What has to be taken from the times of a window to lay it over one period, [0, 2π]: the whole periods
 * before its middle. By the middle and not by the ends: those lie on multiples of π, where a rounding of the
 * last bit decides between two periods, and the last time step of a window must stay at 2π and not fall to 0.
 */
export function foldOffset(firstTime: number, lastTime: number): number {
  return Math.floor((firstTime + lastTime) / 2 / PERIOD) * PERIOD
}
