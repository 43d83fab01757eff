import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { MadeName } from '@contract/settings/source-config'
import type { TrainerEvents } from '@contract/wire/trainer-wire'
import type { Shelf } from '../../../main/trainer/data/shelf/shelf'
import type { TrainerUse } from '../../../main/trainer/trainer'
import { createPresentTrainer, type PresentTrainer } from '../../helpers/present-trainer'

type Told = {
  [Name in keyof TrainerEvents]: { name: Name; payload: TrainerEvents[Name] }
}[keyof TrainerEvents]

/**
 * A trainer on a clock that stands still but for what is waited for.
 *
 * @param shelf where its series are; left out, those that the app makes
 * @param use what is asked of it; left out, all that the app asks
 */
export function createJudgedBench(shelf?: Shelf, use?: TrainerUse) {
  const told: Told[] = []
  let now = 0
  let due: { readonly at: number; readonly action: () => void }[] = []
  const later = (action: () => void, wait: number) => {
    const entry = { at: now + wait, action }
    due.push(entry)
    return () => {
      due = due.filter((other) => other !== entry)
    }
  }
  const clock = { now: () => now, soon: (action: () => void) => later(action, 0), later }
  const trainer: PresentTrainer = createPresentTrainer(
    (name, payload) => {
      told.push({ name, payload } as Told)
      if (name === 'updates') void trainer.acknowledgeUpdates(1)
    },
    clock,
    undefined,
    shelf,
    undefined,
    use,
  )
  const payloads = <Name extends keyof TrainerEvents>(name: Name) =>
    told.filter((event) => event.name === name).map((event) => event.payload as TrainerEvents[Name])
  const turn = () => {
    const next = due.toSorted((a, b) => a.at - b.at)[0]
    if (!next) return false
    due = due.filter((other) => other !== next)
    now = Math.max(now, next.at)
    next.action()
    return true
  }
  /** A turn that takes a millisecond. */
  const advance = () => {
    const isDone = turn()
    if (isDone) now += 1
    return isDone
  }
  return {
    trainer,
    told,
    payloads,
    turn,
    state: () => payloads('runChanged').at(-1),
    losses: () => payloads('updates').flatMap(({ losses }) => [...losses]),
    /** Update and validation loss, of those that were evaluated. */
    evaluations: () =>
      payloads('updates').flatMap(({ firstUpdate, validationLosses }) =>
        [...validationLosses]
          .map((loss, i): [number, number] => [firstUpdate + i, loss])
          .filter(([, loss]) => !Number.isNaN(loss)),
      ),
    advance,
    runUntilIdle: () => {
      while (advance());
    },
    idle: () => due.length === 0,
    /** Milliseconds that have passed. */
    now: () => now,
  }
}

/** The suggested settings of a series, small enough for a test. */
export function smallRun(name: MadeName, changes: Partial<Settings> = {}): RunConfig {
  return withSettings(suggestedRun(name), { hiddenUnits: 8, batch: 4, ...changes })
}

/** The value of a result that should be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}

/** The sentence of a result that should not be. */
export function refusal(result: Result<unknown>): string {
  return result.ok ? 'nothing was refused' : inEnglish(result.error.text)
}
