import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { KeptRun } from '@contract/run/kept-run'

/** What a person is told when the run of the last time is there again. */
export function returnWords({ network, updatesDone: updates, goal, phase }: KeptRun): Text {
  switch (phase) {
    case 'paused':
      return text('keptRuns.backPaused', { network, updates, goal })
    case 'finished':
      return text('keptRuns.backFinished', { network, updates })
    case 'diverged':
      return text('keptRuns.backDiverged', { network, updates })
  }
}
