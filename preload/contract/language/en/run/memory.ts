import type { Words } from '../../words'

/** What is said before a run that needs more memory than there is. */
export const memory = {
  'memory.concern': ({ need, free }: { need: number; free: number }, words: Words) =>
    `This network needs about ${words.decimals(need / 1e9, 1)} GB of memory to train, but ${words.decimals(free / 1e9, 1)} GB are free. The computer may become very slow, or end the training; fewer hidden units, layers, points or sequences need less.`,
}
