import type { RunNote } from '../weights/checkpoint/checkpoint-note'

/**
 * Whether what a run says of itself can be true together, by the rules of `courseAfter`, of a run's log and of its evaluations:
 * each fact may be one that a run can have, and no run has them all.
 */
export function areFactsPossible(run: RunNote): boolean {
  const { origin, goal, broke, endedBy, branch, best, events = [], planned = [], bests = [] } = run
  const [before, done] = [run.initial.updatesDone, run.present.updatesDone]
  const made = ({ update }: { readonly update: number }) => update > before && update <= done
  const begunAt = origin.kind === 'best' ? origin.update : origin.kind === 'seed' ? 0 : before
  const last = bests.at(-1)
  return [
    before === begunAt && before <= done && done <= goal,
    endedBy !== 'patience' || (goal === done && broke === null),
    !branch || (branch.update >= before && branch.update <= done),
    // A change of a run that rests waits for its next update.
    events.every(({ update }) => update > before && update <= done + 1) && areInOrder(events),
    planned.every(({ update }) => update > done) && areInOrder(planned),
    bests.every(made) && areInOrder(bests),
    bests.every(({ loss }, i) => i === 0 || loss < (bests[i - 1]?.loss ?? 0)),
    !best || made(best),
    // Older versions have kept the last of them alone.
    !last || (last.update === best?.update && last.loss === best.loss),
  ].every(Boolean)
}

function areInOrder(all: readonly { readonly update: number }[]): boolean {
  return all.every(({ update }, i) => i === 0 || update > (all[i - 1]?.update ?? 0))
}
