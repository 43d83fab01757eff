/** Shares a run's time out between making updates and recording them. */
export type Turns = {
  /** An update was made, or several in a call, in so many milliseconds. */
  readonly updated: (took: number) => void
  /** A piece of a recording was done. */
  readonly prepared: (took: number) => void
  /** Whether it is the recording's turn, if there is one: it gets as much time as the updates, and their pauses. */
  readonly isRecordingNext: (untilDue: number) => boolean
}

/** The first turn is an update's, so that there is something to see. */
export function createTurns(): Turns {
  /** Milliseconds that the recording has yet to get; after each update at least one piece. */
  let owed = 0
  return {
    updated: (took) => {
      owed = Math.max(took, Number.MIN_VALUE)
    },
    prepared: (took) => {
      owed = Math.max(0, owed - Math.max(took, Number.MIN_VALUE))
    },
    isRecordingNext: (untilDue) => owed > 0 || untilDue > 0,
  }
}
