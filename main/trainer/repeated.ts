/** Makes a part of a calculation, or stands for it with what it knows of an equal one. */
export type Repeat = <Args extends readonly unknown[], Result>(
  part: (...args: Args) => Result,
  args: Args,
) => Result

let repeat: Repeat | null = null

/**
 * A part of a calculation that is made again and again. While a recording is made, it is run only the first time for tensors
 * of the same shapes and types, and then written down as the same calls on other tensors. Else it is simply run.
 *
 * @param part a pure function of the tensors that it is given, in lists and records, and of the numbers and texts beside them. What it
 *   takes from elsewhere is always the same, and is not among those; what it gives it has made
 */
export function repeated<Args extends readonly unknown[], Result>(
  part: (...args: Args) => Result,
): (...args: Args) => Result {
  return (...args) => (repeat ? repeat(part, args) : part(...args))
}

/** Runs `action` while parts of calculations are made by `standIn`. */
export function withRepeat<T>(standIn: Repeat, action: () => T): T {
  const before = repeat
  repeat = standIn
  try {
    return action()
  } finally {
    repeat = before
  }
}
