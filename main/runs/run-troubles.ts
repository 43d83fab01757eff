import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { Log } from '../base/log'
import { sameText } from '../base/same-text'
import { explain, isSystemError } from '../disk/system-error'

/** Why the present run is not safe on disk. */
export type RunTroubles = {
  /** In a sentence; null when it is. */
  readonly now: () => Text | null
  /** Writing has failed, or works again (null). */
  readonly of: (what: 'checkpoints' | 'updates', error: unknown) => void
}

/**
 * Says a fault once, and when it is over: a full disk says the same every few seconds.
 *
 * @param onTrouble hears the sentence whenever it changes
 */
export function createRunTroubles(onTrouble: (trouble: Text | null) => void, log: Log): RunTroubles {
  const troubles = new Map<'checkpoints' | 'updates', Text>()
  const now = () => [...troubles.values()][0] ?? null
  return {
    now,
    of: (what, error) => {
      const before = now()
      if (error === null) troubles.delete(what)
      else {
        const found = text('keptRuns.unsafe', { why: whyNotWritten(error) })
        if (!sameText(troubles.get(what), found)) log.error(`the ${what} of a run were not written`, error)
        troubles.set(what, found)
      }
      if (!sameText(now(), before)) onTrouble(now())
    },
  }
}

/** What kept a file from being written, as a part of a sentence. */
export function whyNotWritten(error: unknown): Text {
  return isSystemError(error) ? explain(error.code) : text('keptRuns.unforeseen', { error: String(error) })
}
