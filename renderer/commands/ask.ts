import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { RunId } from '@contract/run-id'
import type { AppStore } from '../store/app-store'

/** What came of a request: its value, or a sentence on what went wrong. */
export type Answer<T> = { readonly value: T } | { readonly problem: Text }

/**
 * Asks for something and shows a failure as a notice. Nothing of the run changes here: the page waits to be
 * told by an event. Null when it failed.
 */
export type AskOrNotify = <T>(request: Promise<Result<T>>) => Promise<{ readonly value: T } | null>

/** Waits for an answer. Never throws: what breaks on the way has a sentence too. */
export async function answerTo<T>(request: Promise<Result<T>>): Promise<Answer<T>> {
  try {
    const result = await request
    return result.ok ? { value: result.value } : { problem: result.error.text }
  } catch (error) {
    // Not an expected failure: say so, and leave the whole of it in the console.
    console.error(error)
    return { problem: text('notices.wentWrong') }
  }
}

/** Whatever fails is a notice in this store. */
export function createAsk(store: AppStore): AskOrNotify {
  return async (request) => {
    const made = await answerTo(request)
    if ('value' in made) return made
    store.getState().notify('error', made.problem)
    return null
  }
}

/** The run that the page shows: what is pressed is meant for that one, whatever is opened before it is heard. */
export type OfShownRun = <T>(request: (run: RunId) => Promise<Result<T>>) => Promise<Result<T>>

/** Asks something of the run that this store shows at that moment; fails with `no-run` where it shows none. */
export function createOfShownRun(store: AppStore): OfShownRun {
  return (request) => {
    const { description } = store.getState()
    return description ? request(description.id) : Promise.resolve(fail('no-run', text('trainer.noRun')))
  }
}
