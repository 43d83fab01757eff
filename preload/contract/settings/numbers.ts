import type { Settings } from './run-config'
import type { LiveIn, NumberName, NumberSetting } from './setting'

const list = {
  learningRate: {
    group: 'training',
    effect: 'live',
    label: 'Learning rate',
    option: 'learning-rate',
    help: 'step size of the optimiser',
    explanation: () => 'How far one update moves the weights.',
    unit: '',
    min: 0.000001,
    max: 10,
    whole: false,
    step: 'proportion',
  },
  updates: {
    group: 'training',
    effect: 'live',
    label: 'Updates',
    option: 'updates',
    help: 'updates to make',
    explanation: () => 'How many updates a run has.',
    unit: 'updates',
    min: 1,
    max: 1_000_000,
    whole: true,
    step: 'one',
  },
  points: {
    group: 'data',
    effect: 'live',
    label: 'Points per window',
    option: 'points',
    help: 'time steps in each half period',
    explanation: () => 'Time steps in half a period.',
    unit: 'time steps',
    min: 2,
    max: 200,
    whole: true,
    step: 'one',
  },
  batch: {
    group: 'training',
    effect: 'new-run',
    label: 'Batch',
    option: 'batch',
    help: 'sequences trained together; the first is shown',
    explanation: () => 'Sequences trained together; the chart shows the first.',
    unit: 'sequences',
    min: 1,
    max: 64,
    whole: true,
    step: 'one',
  },
  layers: {
    group: 'network',
    effect: 'new-run',
    label: 'Layers',
    option: 'layers',
    help: 'cells stacked on each other',
    explanation: () => 'Each takes the states of the one below.',
    unit: 'layers',
    min: 1,
    max: 4,
    whole: true,
    step: 'one',
  },
  hiddenUnits: {
    group: 'network',
    effect: 'new-run',
    label: 'Hidden units',
    option: 'hidden',
    help: 'hidden units of each layer',
    explanation: () => 'Size of the hidden state of a layer.',
    unit: 'units',
    min: 1,
    max: 512,
    whole: true,
    step: 'one',
  },
  seed: {
    group: 'network',
    effect: 'new-run',
    label: 'Seed',
    option: 'seed',
    help: 'seed of the initial weights',
    explanation: ({ family }) =>
      family === 'pytorch' ? 'Initial weights as torch.manual_seed(n).' : 'Draws the initial weights.',
    unit: '',
    min: 0,
    max: 4_294_967_295,
    whole: true,
    step: 'one',
  },
  momentum: {
    group: 'training',
    effect: 'live',
    label: 'Momentum',
    option: 'momentum',
    help: 'of SGD: how much of the previous step is repeated',
    explanation: () => 'How much of the previous step is repeated.',
    applies: ({ optimizer }) => optimizer === 'sgd',
    unit: '',
    min: 0,
    max: 0.999,
    whole: false,
    step: 'tenth',
  },
  clipNorm: {
    group: 'training',
    effect: 'live',
    label: 'Gradient clipping',
    option: 'clip',
    help: 'largest allowed gradient norm; 0 turns clipping off',
    explanation: () => 'Largest allowed gradient norm; 0 turns clipping off.',
    unit: '',
    min: 0,
    max: 1000,
    whole: false,
    step: 'tenth',
  },
} as const satisfies { readonly [Name in NumberName]: NumberSetting<Name> }

/** The settings that are numbers. */
export const NUMBERS: { readonly [Name in NumberName]: NumberSetting<Name> } = list

export type LiveNumber = LiveIn<typeof list>

/** The most predicted points a run may have in all, so that every one can be kept and scrolled back to. */
export const MAX_POINTS_IN_RUN = 10_000_000

/** Half periods of the longest window, where lengths are drawn at random. */
export const MOST_HALF_PERIODS = 3

/** The most predicted points that one update with these settings can make. */
export function mostPointsOf({ points, span }: Pick<Settings, 'points' | 'span'>): number {
  return points * (span === 'random' ? MOST_HALF_PERIODS : 1)
}
