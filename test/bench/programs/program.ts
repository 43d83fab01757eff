/** A training that makes updates on windows one after another and reads the results back. */
export type Program = {
  /** Updates that it makes best in one call. */
  readonly perCall: number
  /** Makes the next `count` updates, at most `perCall`, and gives their losses. */
  readonly update: (count: number) => ArrayLike<number> | Promise<ArrayLike<number>>
}
