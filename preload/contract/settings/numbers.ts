import { text } from '../language/texts'
import type { Settings } from './run-config'
import type { LiveIn, NumberName, NumberSetting } from './setting'
import { isDrawn, isOfLesson, isOfSeries } from './source-config'

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
    applies: isOfLesson,
    unit: text('settings.pointsUnit'),
    min: 2,
    max: 200,
    whole: true,
    step: 'one',
  },
  dataSeed: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.dataSeed'),
    option: 'data-seed',
    help: text('settings.dataSeedHelp'),
    explanation: () => text('settings.dataSeedExplained'),
    applies: ({ source }) =>
      source.kind === 'series' && source.origin.kind === 'made' && isDrawn(source.origin.name),
    unit: null,
    min: 0,
    max: 4_294_967_295,
    whole: true,
    step: 'one',
  },
  horizon: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.horizon'),
    option: 'horizon',
    help: text('settings.horizonHelp'),
    explanation: ({ horizon }) => text('settings.horizonExplained', { horizon }),
    applies: isOfSeries,
    unit: text('settings.pointsUnit'),
    min: 0,
    max: 1000,
    whole: true,
    step: 'one',
  },
  window: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.window'),
    option: 'window',
    help: text('settings.windowHelp'),
    explanation: () => text('settings.windowExplained'),
    applies: isOfSeries,
    unit: text('settings.pointsUnit'),
    min: 2,
    max: 500,
    whole: true,
    step: 'one',
  },
  stride: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.stride'),
    option: 'stride',
    help: text('settings.strideHelp'),
    explanation: () => text('settings.strideExplained'),
    // A state is carried from where one window ends to where the next begins: there they meet.
    applies: (settings) => isOfSeries(settings) && settings.order === 'consecutive' && !settings.carryState,
    unit: text('settings.pointsUnit'),
    min: 1,
    max: 10_000,
    whole: true,
    step: 'one',
  },
  trainPercent: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.trainPercent'),
    option: 'train-percent',
    help: text('settings.trainPercentHelp'),
    explanation: () => text('settings.trainPercentExplained'),
    applies: isOfSeries,
    unit: text('settings.percentUnit'),
    min: 1,
    max: 100,
    whole: false,
    step: 'one',
  },
  validationPercent: {
    group: 'data',
    effect: 'new-run',
    label: text('settings.validationPercent'),
    option: 'validation-percent',
    help: text('settings.validationPercentHelp'),
    explanation: ({ trainPercent, validationPercent }) =>
      text('settings.validationPercentExplained', { test: 100 - trainPercent - validationPercent }),
    applies: isOfSeries,
    unit: text('settings.percentUnit'),
    min: 0,
    max: 99,
    whole: false,
    step: 'one',
  },
  patience: {
    group: 'training',
    effect: 'live',
    label: text('settings.patience'),
    option: 'patience',
    help: text('settings.patienceHelp'),
    explanation: ({ patience }) =>
      text(patience === 0 ? 'settings.patienceOff' : 'settings.patienceExplained', { patience }),
    applies: (settings) => isOfSeries(settings) && settings.validationPercent > 0,
    unit: text('settings.updatesUnit'),
    min: 0,
    max: 1_000_000,
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

/**
 * The most numbers that a run may have in its curves, so that all can be kept and scrolled back to: of each time step an
 * input, and target and prediction of each output.
 */
const MAX_NUMBERS_IN_RUN = 30_000_000

/** Outputs of the network at each time step. */
export function outputsOf(source: Settings['source']): number {
  return source.kind === 'series' ? source.targets.length : 1
}

/** The most predicted time steps that a run may have in all: ten millions of one output. */
export function mostPointsInRun(source: Settings['source']): number {
  return Math.floor(MAX_NUMBERS_IN_RUN / (1 + 2 * outputsOf(source)))
}

/** Half periods of the longest window, where lengths are drawn at random. */
export const MOST_HALF_PERIODS = 3

/** The most predicted points that one update with these settings can make. */
export function mostPointsOf({
  source,
  points,
  span,
  window,
}: Pick<Settings, 'source' | 'points' | 'span' | 'window'>): number {
  if (source.kind === 'series') return window
  return points * (span === 'random' ? MOST_HALF_PERIODS : 1)
}
