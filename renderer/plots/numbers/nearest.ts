/** The point that is nearest to a place, in numbers of axes of one scale; null where there is none. */
export function nearest(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  at: { readonly x: number; readonly y: number },
): number | null {
  let [found, least] = [null as number | null, Number.POSITIVE_INFINITY]
  for (let i = 0; i < x.length; i += 1) {
    const distance = Math.hypot((x[i] as number) - at.x, (y[i] as number) - at.y)
    if (distance < least) [found, least] = [i, distance]
  }
  return found
}
