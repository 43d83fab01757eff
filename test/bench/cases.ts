/** A network and its data, and how much faster than others we mean to be at it. */
export type Case = {
  readonly name: string
  readonly cell: 'rnn-tanh' | 'lstm'
  /** Size of the hidden state. */
  readonly hiddenUnits: number
  /** Time steps of a window. */
  readonly timeSteps: number
  /** Sequences side by side. */
  readonly batch: number
  /** Adam's, no unit: the lesson's own, and one at which the larger networks learn steadily. */
  readonly learningRate: number
  /** Updates after which all competitors are asked for their losses. */
  readonly checkedUpdates: number
  /** How many times as fast as plain tfjs-node, and as PyTorch at its best, the compiled engine must be; if at all. */
  readonly bar: { readonly plain: number; readonly torch: number } | null
}

export const CASES: readonly Case[] = [
  {
    name: 'lesson',
    cell: 'rnn-tanh',
    hiddenUnits: 32,
    timeSteps: 10,
    batch: 1,
    learningRate: 0.02,
    checkedUpdates: 60,
    bar: { plain: 60, torch: 5 },
  },
  {
    name: '64/50/16',
    cell: 'rnn-tanh',
    hiddenUnits: 64,
    timeSteps: 50,
    batch: 16,
    learningRate: 0.002,
    checkedUpdates: 60,
    bar: { plain: 40, torch: 2 },
  },
  {
    name: '256/50/32',
    cell: 'rnn-tanh',
    hiddenUnits: 256,
    timeSteps: 50,
    batch: 32,
    learningRate: 0.0003,
    checkedUpdates: 60,
    bar: { plain: 12, torch: 1 },
  },
  {
    name: 'lstm',
    cell: 'lstm',
    hiddenUnits: 64,
    timeSteps: 50,
    batch: 16,
    learningRate: 0.01,
    checkedUpdates: 60,
    bar: null,
  },
]

/** A case in words: `LSTM, 64 hidden units, 50 time steps, batch 16`. */
export function describeCase({ cell, hiddenUnits, timeSteps, batch }: Case): string {
  return `${cell === 'lstm' ? 'LSTM' : 'simple RNN'}, ${hiddenUnits} hidden units, ${timeSteps} time steps, batch ${batch}`
}
