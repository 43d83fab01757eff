import type { Words } from '../../words'

/** Why a pair of inputs and target is in no window. */
export const lostPairs = {
  'lostPairs.input': 'An input is missing.',
  'lostPairs.jump': 'Time jumps between the inputs and the target.',
  'lostPairs.short': ({ window }: { window: number }, words: Words) =>
    `What lies between two breaks, or a break and the end of a part, is shorter than a window of ${words.number(window)}.`,
}
