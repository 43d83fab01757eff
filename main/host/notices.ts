import type { Text } from '@contract/language/text'
import type { TextId } from '@contract/language/texts'

/**
 * What a trainer finds out anew at each Start, and after each restart, as long as the cause is there: what it says of the
 * machine, and not of what was just asked for.
 */
const SAID_ONCE: readonly string[] = ['trainer.graphNotWritten', 'trainer.graphRefused'] satisfies TextId[]

/**
 * Hands on what trainers have to say to the person. That training is slower is said once for each cause, however many runs
 * and trainers there are in this session of the app: whoever trains on has heard it.
 */
export function createNotices(say: (notice: Text) => void): (notice: Text) => void {
  const said = new Set<string>()
  return (notice) => {
    const cause = JSON.stringify(notice)
    if (said.has(cause)) return
    if (SAID_ONCE.includes(notice.id)) said.add(cause)
    say(notice)
  }
}
