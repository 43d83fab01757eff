import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
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
export function endText(reason: TrainerExitReason, code: number, cause: string | undefined): Text {
  switch (reason) {
    case 'not-started':
      return cause === undefined
        ? text('trainerHost.endedAtStart', { code })
        : text('trainerHost.notStarted', { cause })
    case 'killed':
      return text('trainerHost.killed')
    case 'crashed':
      return text('trainerHost.crashed', { code, cause: cause ?? null })
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
