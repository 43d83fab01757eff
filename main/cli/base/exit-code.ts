/**
 * What the process ends with, as shells know it: from 128 on 128 and the number of the signal. README.md has the table,
 * and a test holds the two together.
 */
export const EXIT = {
  done: 0,
  /** The work itself went wrong: the run diverged, a file or the output was not written, a comparison is off. */
  failed: 1,
  /** What was asked for cannot be done: a bad value, a damaged file, a file that may not be replaced. */
  refused: 2,
  /** A fault of Unroll's own. */
  fault: 70,
  hungUp: 129,
  interrupted: 130,
  /** Nobody reads the output any more. */
  unheard: 141,
  terminated: 143,
} as const

/** The signals by which a person, a shell or a closed terminal ends a command, and the exit code of each. */
export const EXIT_OF_SIGNAL = {
  SIGHUP: EXIT.hungUp,
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
} as const
export type EndingSignal = keyof typeof EXIT_OF_SIGNAL
export const ENDING_SIGNALS = Object.keys(EXIT_OF_SIGNAL) as readonly EndingSignal[]
