import type { FromTrainer, ToTrainer } from '@contract/wire/trainer-wire'

/** A training process as its host sees it; Electron's own, or one that a test makes up. */
export type TrainerProcess = {
  readonly post: (message: ToTrainer) => void
  /** Asks it to end, by SIGTERM where there are signals. */
  readonly kill: () => void
  readonly onMessage: (listener: (message: FromTrainer) => void) => void
  /** A line that it printed. */
  readonly onLine: (listener: (line: string) => void) => void
  /** Its end, told after its last line. */
  readonly onExit: (listener: (exitCode: number) => void) => void
}
