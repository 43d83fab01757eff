import { text } from '../language/texts'
import type { ChoiceName, ChoiceSetting, LiveIn } from './setting'

const list = {
  cell: {
    group: 'network',
    effect: 'new-run',
    label: text('settings.cell'),
    option: 'cell',
    help: text('settings.cellHelp'),
    explanation: () => null,
    values: {
      'rnn-tanh': text('settings.cellTanh'),
      'rnn-relu': text('settings.cellRelu'),
      gru: text('settings.cellGru'),
      lstm: text('settings.cellLstm'),
    },
  },
  family: {
    group: 'network',
    effect: 'new-run',
    label: text('settings.family'),
    option: 'family',
    help: text('settings.familyHelp'),
    explanation: ({ family }) =>
      text(family === 'pytorch' ? 'settings.familyOfTorch' : 'settings.familyOfTensorflow'),
    values: { pytorch: text('settings.pytorch'), tensorflow: text('settings.tensorflow') },
  },
  readout: {
    group: 'training',
    effect: 'live',
    label: text('settings.readout'),
    option: 'readout',
    help: text('settings.readoutHelp'),
    explanation: () => text('settings.readoutExplained'),
    values: {
      'per-time-step': text('settings.readoutPerTimeStep'),
      batched: text('settings.readoutBatched'),
    },
  },
  optimizer: {
    group: 'training',
    effect: 'new-run',
    label: text('settings.optimizer'),
    option: 'optimizer',
    help: text('settings.optimizerHelp'),
    explanation: () => null,
    values: {
      adam: text('settings.adam'),
      'adam-tensorflow': text('settings.adamOfTensorflow'),
      sgd: text('settings.sgd'),
      rmsprop: text('settings.rmsprop'),
    },
  },
  span: {
    group: 'data',
    effect: 'live',
    label: text('settings.span'),
    option: 'span',
    help: text('settings.spanHelp'),
    explanation: ({ span }) => text(span === 'one' ? 'settings.spanAlike' : 'settings.spanDrawn'),
    values: { one: text('settings.spanOne'), random: text('settings.spanRandom') },
  },
  shown: {
    group: 'training',
    effect: 'live',
    label: text('settings.shown'),
    option: 'shown',
    help: text('settings.shownHelp'),
    explanation: ({ shown }) =>
      text(shown === 'before-update' ? 'settings.shownOfLoss' : 'settings.shownAnew'),
    values: {
      'before-update': text('settings.shownBefore'),
      'after-update': text('settings.shownAfter'),
    },
  },
} as const satisfies { readonly [Name in ChoiceName]: ChoiceSetting<Name> }

/** The settings that are one of a few values. */
export const CHOICES: { readonly [Name in ChoiceName]: ChoiceSetting<Name> } = list

export type LiveChoice = LiveIn<typeof list>
