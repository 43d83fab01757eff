import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { MAX_EARLIER_BYTES, MAX_EARLIER_RUNS } from '@contract/run/kept-limits'
import { type EarlierRun, learnedName } from '@contract/run/kept-run'

/** Which runs have gone to make room, and what there is room for. */
export function removedWords(removed: readonly EarlierRun[]): Text {
  const runs = removed.map(({ config, network, updatesDone, bytes }) =>
    text('runSpace.run', { learned: learnedName(config), network, updates: updatesDone, bytes }),
  )
  return text('runSpace.removed', { runs, most: MAX_EARLIER_RUNS, budget: MAX_EARLIER_BYTES })
}
