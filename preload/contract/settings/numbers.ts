import { text } from '../language/texts'
import type { Settings } from './run-config'
import type { LiveIn, NumberName, NumberSetting } from './setting'

const list = {
  learningRate: {
    group: 'training',
    effect: 'live',
    label: text('settings.learningRate'),
    option: 'learning-rate',
    help: text('settings.learningRateHelp'),
    explanation: () => text('settings.learningRateExplained'),
    unit: null,
    min: 0.000001,
    max: 10,
    whole: false,
    step: 'proportion',
  },
  updates: {
    group: 'training',
    effect: 'live',
    label: text('settings.updates'),
    option: 'updates',
    help: text('settings.updatesHelp'),
    explanation: () => text('settings.updatesExplained'),
    unit: null,
    min: 1,
    max: 1_000_000,
    whole: true,
    step: 'one',
  },
  points: {
    group: 'data',
    effect: 'live',
    label: text('settings.points'),
    option: 'points',
    help: text('settings.pointsHelp'),
    explanation: () => text('settings.pointsExplained'),
    unit: text('settings.pointsUnit'),
    min: 2,
    max: 200,
    whole: true,
    step: 'one',
  },
  batch: {
    group: 'training',
    effect: 'new-run',
    label: text('settings.batch'),
    option: 'batch',
    help: text('settings.batchHelp'),
    explanation: () => text('settings.batchExplained'),
    unit: text('settings.batchUnit'),
    min: 1,
    max: 64,
    whole: true,
    step: 'one',
  },
  layers: {
    group: 'network',
    effect: 'new-run',
    label: text('settings.layers'),
    option: 'layers',
    help: text('settings.layersHelp'),
    explanation: () => text('settings.layersExplained'),
    unit: null,
    min: 1,
    max: 4,
    whole: true,
    step: 'one',
  },
  hiddenUnits: {
    group: 'network',
    effect: 'new-run',
    label: text('settings.hiddenUnits'),
    option: 'hidden',
    help: text('settings.hiddenUnitsHelp'),
    explanation: () => text('settings.hiddenUnitsExplained'),
    unit: null,
    min: 1,
    max: 512,
    whole: true,
    step: 'one',
  },
  seed: {
    group: 'network',
    effect: 'new-run',
    label: text('settings.seed'),
    option: 'seed',
    help: text('settings.seedHelp'),
    explanation: ({ family }) => text(family === 'pytorch' ? 'settings.seedOfTorch' : 'settings.seedDraws'),
    unit: null,
    min: 0,
    max: 4_294_967_295,
    whole: true,
    step: 'one',
  },
  momentum: {
    group: 'training',
    effect: 'live',
    label: text('settings.momentum'),
    option: 'momentum',
    help: text('settings.momentumHelp'),
    explanation: () => text('settings.momentumExplained'),
    applies: ({ optimizer }) => optimizer === 'sgd',
    unit: null,
    min: 0,
    max: 0.999,
    whole: false,
    step: 'tenth',
  },
  clipNorm: {
    group: 'training',
    effect: 'live',
    label: text('settings.clipNorm'),
    option: 'clip',
    help: text('settings.clipNormHelp'),
    explanation: () => text('settings.clipNormExplained'),
    unit: null,
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
