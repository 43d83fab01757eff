import { text } from '../language/texts'
import type { Settings } from './run-config'
import type { ChoiceName, ChoiceSetting, LiveIn } from './setting'
import { isOfLesson, isOfSeries } from './source-config'

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
      text(
        family === 'pytorch'
          ? 'settings.familyOfTorch'
          : family === 'tensorflow'
            ? 'settings.familyOfTensorflow'
            : 'settings.familyBefore',
      ),
    values: {
      pytorch: text('settings.pytorch'),
      tensorflow: text('settings.tensorflow'),
      'tensorflow-0.1': text('settings.tensorflowBefore'),
    },
    former: ['tensorflow-0.1'],
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
    applies: isOfLesson,
    explanation: ({ span }) => text(span === 'one' ? 'settings.spanAlike' : 'settings.spanDrawn'),
    values: { one: text('settings.spanOne'), random: text('settings.spanRandom') },
  },
  order: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.order'),
    option: 'order',
    help: text('settings.orderHelp'),
    explanation: ({ order }) =>
      text(order === 'consecutive' ? 'settings.orderConsecutive' : 'settings.orderRandom'),
    applies: isOfSeries,
    values: { consecutive: text('settings.consecutive'), random: text('settings.random') },
  },
  scaling: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.scaling'),
    option: 'scale',
    help: text('settings.scalingHelp'),
    explanation: ({ scaling }) => text(scaling === 'none' ? 'settings.notScaled' : 'settings.scaled'),
    applies: isOfSeries,
    values: {
      none: text('settings.scalingNone'),
      standard: text('settings.scalingStandard'),
      'min-max': text('settings.scalingMinMax'),
    },
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

/** The values of a setting that a person can choose, in order. */
export function offeredValues<Name extends ChoiceName>(name: Name): readonly Settings[Name][] {
  const { values, former = [] } = CHOICES[name]
  return (Object.keys(values) as Settings[Name][]).filter((value) => !former.includes(value))
}

export type LiveChoice = LiveIn<typeof list>
