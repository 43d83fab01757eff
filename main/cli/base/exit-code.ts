/** What the process ends with, as shells know it: 128 and the signal's number when it was told to end. */
export const EXIT = {
  done: 0,
  /** The work itself went wrong: the run diverged, a file was not written, a comparison is off. */
  failed: 1,
  /** What was asked for cannot be done: a bad value, a damaged file. */
  refused: 2,
  interrupted: 130,
  terminated: 143,
  /** Nobody reads the output any more. */
  unheard: 141,
} as const
