/** Says whether something may be tried again: at most `times` within `milliseconds`. */
export function createRepeatLimit(times: number, milliseconds: number, now: () => number): () => boolean {
  let tries: number[] = []
  return () => {
    const present = now()
    tries = tries.filter((time) => present - time < milliseconds)
    if (tries.length >= times) return false
    tries.push(present)
    return true
  }
}
