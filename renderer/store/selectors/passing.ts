import type { RivalName } from '@contract/data/scores'
import { type Crossings, createCrossings } from '@contract/run/crossings'
import { EVALUATIONS, isExact, judgedPart, RECENT, rivalErrors } from '@contract/run/pausing/judged'
import type { RunRivals } from '@contract/run/run-scores'
import type { History } from '../curves/history'

type Passed = ReadonlyMap<RivalName, number | null>

/** How far the losses of a run have been looked through. */
type Known = {
  readonly rivals: RunRivals
  readonly validated: boolean
  readonly crossings: Crossings
  readonly cuts: number
  seen: number
  passed: Passed
  hasPassed: boolean
}
const known = new WeakMap<History, Known>()

/**
 * Where the network has passed each rival that can be passed, by its losses on the part that it is judged by: those of the
 * validation part, or the running mean of 20 updates. Every loss is looked at once, so that a long run costs no more than a
 * short one.
 */
export function passedRivals(history: History, rivals: RunRivals): Passed {
  return lookedThrough(history, rivals).passed
}

/**
 * Whether one is passed, or was when it was looked at before: a loss that stays about as good as a rule passes it and falls
 * back many times a second, and what stands beside a chart must not come and go with it.
 */
export function hasPassedAny(history: History, rivals: RunRivals): boolean {
  return lookedThrough(history, rivals).hasPassed
}

function lookedThrough(history: History, rivals: RunRivals): Known {
  const found = knownOf(history, rivals)
  const values = lossesOf(history, found.validated)
  if (found.seen === values.length) return found
  const { data: updates } = history.validation.updates
  for (; found.seen < values.length; found.seen += 1) {
    const update = found.validated ? (updates[found.seen] as number) : history.firstUpdate + found.seen
    found.crossings.add(update, values.data[found.seen] as number)
  }
  found.passed = asMap(found.crossings)
  found.hasPassed ||= [...found.passed.values()].some((update) => update !== null)
  return found
}

function lossesOf({ losses, validation }: History, validated: boolean) {
  return (validated ? validation.losses : losses).values
}

/** What is known so far; looked through from the first loss on for other rivals, and where losses were made again. */
function knownOf(history: History, rivals: RunRivals): Known {
  const before = known.get(history)
  if (before?.rivals === rivals && before.cuts === lossesOf(history, before.validated).cuts) return before
  const part = judgedPart(rivals)
  const validated = part === 'validation'
  const all = rivalErrors(rivals, part)
  const crossings = createCrossings(
    all.filter((rival) => !isExact(rival, all)),
    validated ? EVALUATIONS : RECENT,
  )
  const { cuts } = lossesOf(history, validated)
  const made = { rivals, validated, crossings, cuts, seen: 0, passed: asMap(crossings), hasPassed: false }
  known.set(history, made)
  return made
}

function asMap(crossings: Crossings): Passed {
  return new Map(crossings.found().map(({ name, update }) => [name, update]))
}
