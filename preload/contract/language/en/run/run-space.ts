import { diskSize } from '../../disk-size'
import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What earlier runs take on the disk, and those that go to make room. */
export const runSpace = {
  'runSpace.size': ({ bytes }: { bytes: number }, words: Words) => diskSize(bytes, words),
  'runSpace.total': ({ bytes, budget }: { bytes: number; budget: number }, words: Words) =>
    `They take ${diskSize(bytes, words)} of at most ${diskSize(budget, words)} on the disk.`,
  'runSpace.run': (
    {
      learned,
      network,
      updates,
      bytes,
    }: { learned: Text | null; network: string; updates: number; bytes: number },
    words: Words,
  ) =>
    `${learned ? `${words.say(learned)}: ` : ''}${network} (${counted(updates, 'update')}, ${diskSize(bytes, words)})`,
  'runSpace.removed': (
    { runs, most, budget }: { runs: readonly Text[]; most: number; budget: number },
    words: Words,
  ) =>
    `Removed to make room, as the oldest: ${words.list(runs)}. Unroll keeps the last ${counted(most, 'earlier run')}, and at most ${diskSize(budget, words)} of them.`,
  'runSpace.dismiss': 'Dismiss',
}
