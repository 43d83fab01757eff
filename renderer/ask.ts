import type { Result } from '@contract/result'
import type { AppStore } from './store/app-store'

/**
 * Asks for something and shows a failure as a notice. Nothing of the run changes here: the page waits to be
 * told by an event. Null when it failed.
 */
export type Ask = <T>(request: Promise<Result<T>>) => Promise<{ readonly value: T } | null>

/** Makes the asking over the store that shows what failed. */
export function createAsk(store: AppStore): Ask {
  return async (request) => {
    try {
      const result = await request
      if (result.ok) return { value: result.value }
      store.getState().notify('error', result.error.message)
    } catch (error) {
      // Not an expected failure: say so, and leave the whole of it in the console.
      console.error(error)
      store.getState().notify('error', 'Something went wrong inside Unroll; nothing of the run was changed.')
    }
    return null
  }
}
