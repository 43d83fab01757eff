import type { KeptRun } from '@contract/run/kept-run'
import { inFigures } from '@contract/words'

/** What a person is told when the run of the last time is there again. */
export function returnWords({ network, updatesDone, goal, phase }: KeptRun): string {
  const run = `Your run of ${network} is back`
  switch (phase) {
    case 'paused':
      return `${run}, paused at update ${inFigures(updatesDone)} of ${inFigures(goal)}. Press Resume to train on, or New seed for a new run.`
    case 'finished':
      return `${run}, finished at update ${inFigures(updatesDone)}.`
    case 'diverged':
      return `${run}. It broke after update ${inFigures(updatesDone)} and cannot go on; press Reset to start it again.`
  }
}
