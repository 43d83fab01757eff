import type { TrainerExitReason } from '@contract/run/trainer-status'

/** Lines of the trainer's output that are kept to explain its end. */
const KEPT_LINES = 60
const MAX_CAUSE = 240

/** Signals by which the system or a person ends a process: SIGKILL and SIGTERM, bare or as a shell tells them. */
const KILLED_CODES: readonly number[] = [9, 15, 137, 143]

/** Why a trainer ended that nobody asked to. One that ends with 0 was asked politely by somebody else. */
export function exitReason(wasReady: boolean, exitCode: number): TrainerExitReason {
  if (!wasReady) return 'not-started'
  return exitCode === 0 || KILLED_CODES.includes(exitCode) ? 'killed' : 'crashed'
}

/** The end of the trainer in one sentence: what happened, why as far as is known, what to do. */
export function endSentence(reason: TrainerExitReason, exitCode: number, cause: string | undefined): string {
  const because = cause === undefined ? '' : ` (${cause})`
  switch (reason) {
    case 'not-started':
      return `The trainer could not start${because || ` (it ended with code ${exitCode})`}; run the set-up again, then start the trainer again.`
    case 'killed':
      return 'The trainer was ended from outside; start it again to go on from the last checkpoint.'
    case 'crashed':
      return `The trainer crashed with code ${exitCode}${because}; start it again to go on from the last checkpoint.`
  }
}

/** Keeps the last lines that the trainer printed. */
export function createOutputTail() {
  const lines: string[] = []
  return {
    add: (line: string) => {
      lines.push(line)
      if (lines.length > KEPT_LINES) lines.shift()
    },
    cause: () => causeInOutput(lines),
  }
}

/** The line by which Node or the system's loader names what failed; undefined when none does. */
export function causeInOutput(lines: readonly string[]): string | undefined {
  const named = lines.findLast((line) => /^\s*(Uncaught )?[A-Z]?\w*Error\b.*: /.test(line))
  return named?.trim().slice(0, MAX_CAUSE)
}
