/** A run that stopped before its goal and can be gone on with, in what a person needs to know it again. */
export type UnfinishedRun = {
  /** The run's own id: it keeps it when it goes on. */
  readonly id: string
  /** The model in words: `RNN(1 → 32) → Linear(32 → 1)`. */
  readonly network: string
  /** Where it goes on. */
  readonly updatesDone: number
  readonly goal: number
  /** When it stood there, in milliseconds since 1970. */
  readonly stoppedAt: number
}
