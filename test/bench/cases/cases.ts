/** A network and its data, and how much faster than others we mean to be at it. */
export type Case = {
  readonly name: string
  readonly cell: 'rnn-tanh' | 'gru' | 'lstm'
  readonly layers: number
  /** Size of the hidden state of each layer. */
  readonly hiddenUnits: number
  /** Time steps of a window. */
  readonly timeSteps: number
  /** Sequences side by side. */
  readonly batch: number
  /** The lesson's curve, with the state carried on, or windows cut at random out of a table, each from a state of zeros. */
  readonly data: 'lesson' | 'table'
  /** Adam's, no unit: the lesson's own, and one at which the larger networks learn steadily. */
  readonly learningRate: number
  /** Updates after which all competitors are asked for their losses. */
  readonly checkedUpdates: number
  /** How many times as fast as plain tfjs-node, and as PyTorch at its best, the compiled engine must be; null where it is told. */
  readonly bar: { readonly plain: number | null; readonly torch: number | null }
}

const SIMPLE = { cell: 'rnn-tanh', layers: 1, data: 'lesson', checkedUpdates: 60 } as const
const GATED = { ...SIMPLE, hiddenUnits: 64, timeSteps: 50, batch: 16, learningRate: 0.005 } as const

export const CASES: readonly Case[] = [
  {
    ...SIMPLE,
    name: 'lesson',
    hiddenUnits: 32,
    timeSteps: 10,
    batch: 1,
    learningRate: 0.02,
    bar: { plain: 60, torch: 5 },
  },
  {
    ...SIMPLE,
    name: '64/50/16',
    hiddenUnits: 64,
    timeSteps: 50,
    batch: 16,
    learningRate: 0.002,
    bar: { plain: 40, torch: 2 },
  },
  {
    ...SIMPLE,
    name: '256/50/32',
    hiddenUnits: 256,
    timeSteps: 50,
    batch: 32,
    learningRate: 0.0003,
    bar: { plain: 12, torch: 1 },
  },
  { ...GATED, name: 'gru', cell: 'gru', bar: { plain: null, torch: 1.2 } },
  { ...GATED, name: 'lstm', cell: 'lstm', bar: { plain: null, torch: 1.2 } },
  {
    name: 'own-data',
    cell: 'lstm',
    layers: 2,
    hiddenUnits: 32,
    timeSteps: 24,
    batch: 32,
    data: 'table',
    learningRate: 0.01,
    checkedUpdates: 60,
    bar: { plain: null, torch: null },
  },
]
