import type { ChoiceName, ChoiceSetting, LiveIn } from './setting'

const list = {
  cell: {
    group: 'network',
    effect: 'new-run',
    label: 'Cell',
    option: 'cell',
    help: 'what computes the hidden state',
    explanation: () => '',
    values: { 'rnn-tanh': 'simple RNN, tanh', 'rnn-relu': 'simple RNN, relu', gru: 'GRU', lstm: 'LSTM' },
  },
  family: {
    group: 'network',
    effect: 'new-run',
    label: 'Family',
    option: 'family',
    help: 'whose parameters and initial weights',
    explanation: ({ family }) =>
      family === 'pytorch'
        ? 'Two bias vectors; all weights drawn uniformly.'
        : 'One bias vector, zero; kernels drawn glorot-uniformly.',
    values: { pytorch: 'PyTorch', tensorflow: 'TensorFlow' },
  },
  readout: {
    group: 'training',
    effect: 'live',
    label: 'Read-out',
    option: 'readout',
    help: 'how the read-out is called',
    explanation: () => 'The same numbers either way.',
    values: { 'per-time-step': 'one call per time step', batched: 'one call per window' },
  },
  optimizer: {
    group: 'training',
    effect: 'new-run',
    label: 'Optimiser',
    option: 'optimizer',
    help: 'how the gradient changes the weights',
    explanation: () => '',
    values: { adam: 'Adam', 'adam-tensorflow': 'Adam, TensorFlow’s', sgd: 'SGD', rmsprop: 'RMSprop' },
  },
  span: {
    group: 'data',
    effect: 'live',
    label: 'Window',
    option: 'span',
    help: 'half periods in a window: one, or 1, 2 or 3 at random',
    explanation: ({ span }) =>
      span === 'one' ? 'All windows have the same length.' : 'Each update draws its length.',
    values: { one: 'half a period', random: '1, 2 or 3 half periods' },
  },
  shown: {
    group: 'training',
    effect: 'live',
    label: 'Prediction shown',
    option: 'shown',
    help: 'which prediction is shown',
    explanation: ({ shown }) =>
      shown === 'before-update' ? 'The one the loss was made from.' : 'A second forward pass is made for it.',
    values: { 'before-update': 'before the update', 'after-update': 'after the update' },
  },
} as const satisfies { readonly [Name in ChoiceName]: ChoiceSetting<Name> }

/** The settings that are one of a few values. */
export const CHOICES: { readonly [Name in ChoiceName]: ChoiceSetting<Name> } = list

export type LiveChoice = LiveIn<typeof list>
