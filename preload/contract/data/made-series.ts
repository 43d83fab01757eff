import type { Text } from '../language/text'
import { text } from '../language/texts'
import { LESSON } from '../settings/lesson'
import type { RunConfig, Settings } from '../settings/run-config'
import { withSettings } from '../settings/settings'
import type { MadeName } from '../settings/source-config'

/** Settings with which a network learns what a series is there to show; the others are the lesson's. */
export type SeriesSuggestion = Pick<
  Settings,
  | 'horizon'
  | 'window'
  | 'stride'
  | 'order'
  | 'scaling'
  | 'trainPercent'
  | 'validationPercent'
  | 'cell'
  | 'hiddenUnits'
  | 'updates'
  | 'learningRate'
  | 'batch'
  | 'carryState'
>

/** A series that the app makes or brings along, as a person chooses it. */
export type MadeSeries = {
  readonly name: MadeName
  readonly label: Text
  /** What it is, in one line, with its formula where it has one. */
  readonly what: Text
  /** What to look at while it is learned, in one line. */
  readonly watch: Text
  /** The columns that the network sees and those that it must say, unless a person chooses others. */
  readonly inputs: readonly string[]
  readonly targets: readonly string[]
  /** Time steps after which it comes again, or nearly so; null where it does not. */
  readonly period: number | null
  readonly suggestion: SeriesSuggestion
}

/**
 * One window after the other, each from the hidden state that the one before it ended with: the network learns to use all that
 * it has seen, and its first time steps of a window, too, are of a network that has seen what its rivals see.
 */
const CARRIED: SeriesSuggestion = {
  ...windows(40),
  horizon: 1,
  order: 'consecutive',
  scaling: 'none',
  trainPercent: 70,
  validationPercent: 15,
  cell: 'gru',
  hiddenUnits: 32,
  updates: 600,
  learningRate: 0.01,
  batch: 16,
  carryState: true,
}

/**
 * Each window one sequence of 20 time steps, from a hidden state of zeros: it begins where the sequence does, and all three
 * parts do too. Windows drawn at random would begin anywhere.
 */
const SEQUENCES = { ...CARRIED, ...windows(20), horizon: 0, updates: 1200, carryState: false } as const

/** Windows at every place in random order, each from a hidden state of zeros: more of them, where there are few values. */
const AT_RANDOM = { stride: 1, order: 'random', carryState: false } as const

/** Windows of this length, each where the one before it ends. */
function windows(window: number): Pick<SeriesSuggestion, 'window' | 'stride'> {
  return { window, stride: window }
}

/** Whatever is the same for a series of one column, x, whose next value is to be said. */
const NEXT_X = { inputs: ['x'], targets: ['x'], period: null } as const

/** In the order in which a person finds them, the simplest first and the measured ones last. */
export const MADE_SERIES: readonly MadeSeries[] = [
  {
    ...NEXT_X,
    name: 'square',
    label: text('madeSeries.square'),
    what: text('madeSeries.squareWhat'),
    watch: text('madeSeries.squareWatch'),
    period: 20,
    suggestion: { ...CARRIED, hiddenUnits: 16, updates: 300, batch: 8 },
  },
  {
    ...NEXT_X,
    name: 'saw',
    label: text('madeSeries.saw'),
    what: text('madeSeries.sawWhat'),
    watch: text('madeSeries.sawWatch'),
    period: 25,
    suggestion: {
      ...CARRIED,
      ...windows(50),
      cell: 'rnn-tanh',
      hiddenUnits: 16,
      updates: 400,
      learningRate: 0.005,
      batch: 8,
    },
  },
  {
    ...NEXT_X,
    name: 'sines',
    label: text('madeSeries.sines'),
    what: text('madeSeries.sinesWhat'),
    watch: text('madeSeries.sinesWatch'),
    suggestion: { ...CARRIED, ...windows(20), cell: 'rnn-tanh', batch: 8 },
  },
  {
    ...NEXT_X,
    name: 'am',
    label: text('madeSeries.am'),
    what: text('madeSeries.amWhat'),
    watch: text('madeSeries.amWatch'),
    period: 120,
    suggestion: { ...CARRIED, scaling: 'standard', cell: 'rnn-tanh', batch: 8 },
  },
  {
    ...NEXT_X,
    name: 'fm',
    label: text('madeSeries.fm'),
    what: text('madeSeries.fmWhat'),
    watch: text('madeSeries.fmWatch'),
    period: 50,
    suggestion: { ...CARRIED, ...windows(20), updates: 1000 },
  },
  {
    ...NEXT_X,
    name: 'chirp',
    label: text('madeSeries.chirp'),
    what: text('madeSeries.chirpWhat'),
    watch: text('madeSeries.chirpWatch'),
    suggestion: { ...CARRIED, batch: 8 },
  },
  {
    name: 'delay',
    label: text('madeSeries.delay'),
    what: text('madeSeries.delayWhat'),
    watch: text('madeSeries.delayWatch'),
    inputs: ['input'],
    targets: ['output'],
    period: null,
    suggestion: {
      ...CARRIED,
      ...windows(20),
      horizon: 0,
      cell: 'rnn-tanh',
      learningRate: 0.005,
      batch: 8,
    },
  },
  {
    name: 'adding',
    label: text('madeSeries.adding'),
    what: text('madeSeries.addingWhat'),
    watch: text('madeSeries.addingWatch'),
    inputs: ['value', 'marker'],
    targets: ['sum'],
    period: null,
    suggestion: { ...SEQUENCES, cell: 'lstm' },
  },
  {
    name: 'copy',
    label: text('madeSeries.copy'),
    what: text('madeSeries.copyWhat'),
    watch: text('madeSeries.copyWatch'),
    inputs: ['symbol', 'recall'],
    targets: ['copy'],
    period: null,
    suggestion: SEQUENCES,
  },
  {
    ...NEXT_X,
    name: 'noisy-sine',
    label: text('madeSeries.noisySine'),
    what: text('madeSeries.noisySineWhat'),
    watch: text('madeSeries.noisySineWatch'),
    period: 25,
    suggestion: { ...CARRIED, ...windows(50), hiddenUnits: 16, updates: 400, batch: 8 },
  },
  {
    ...NEXT_X,
    name: 'mackey-glass',
    label: text('madeSeries.mackeyGlass'),
    what: text('madeSeries.mackeyGlassWhat'),
    watch: text('madeSeries.mackeyGlassWatch'),
    suggestion: { ...CARRIED, horizon: 6, scaling: 'standard', updates: 1000 },
  },
  {
    name: 'lorenz',
    label: text('madeSeries.lorenz'),
    what: text('madeSeries.lorenzWhat'),
    watch: text('madeSeries.lorenzWatch'),
    inputs: ['x'],
    targets: ['z'],
    period: null,
    suggestion: { ...CARRIED, ...windows(25), horizon: 0, scaling: 'standard' },
  },
  {
    name: 'narma-10',
    label: text('madeSeries.narma'),
    what: text('madeSeries.narmaWhat'),
    watch: text('madeSeries.narmaWatch'),
    inputs: ['input'],
    targets: ['output'],
    period: null,
    suggestion: { ...CARRIED, ...windows(50), scaling: 'standard', updates: 1200 },
  },
  {
    ...NEXT_X,
    name: 'random-walk',
    label: text('madeSeries.randomWalk'),
    what: text('madeSeries.randomWalkWhat'),
    watch: text('madeSeries.randomWalkWatch'),
    suggestion: { ...CARRIED, ...windows(24), scaling: 'standard', hiddenUnits: 16, updates: 400, batch: 4 },
  },
  {
    name: 'sunspots',
    label: text('madeSeries.sunspots'),
    what: text('madeSeries.sunspotsWhat'),
    watch: text('madeSeries.sunspotsWatch'),
    inputs: ['sunspots'],
    targets: ['sunspots'],
    period: 11,
    suggestion: { ...CARRIED, ...windows(22), scaling: 'standard', hiddenUnits: 16, updates: 400, batch: 1 },
  },
  {
    name: 'nile',
    label: text('madeSeries.nile'),
    what: text('madeSeries.nileWhat'),
    watch: text('madeSeries.nileWatch'),
    inputs: ['volume'],
    targets: ['volume'],
    period: null,
    suggestion: {
      ...CARRIED,
      ...AT_RANDOM,
      window: 10,
      scaling: 'standard',
      trainPercent: 50,
      validationPercent: 25,
      cell: 'rnn-tanh',
      hiddenUnits: 8,
      updates: 300,
      batch: 8,
    },
  },
  {
    name: 'co2',
    label: text('madeSeries.co2'),
    what: text('madeSeries.co2What'),
    watch: text('madeSeries.co2Watch'),
    inputs: ['co2'],
    targets: ['co2'],
    period: 52,
    suggestion: { ...CARRIED, ...windows(52), scaling: 'standard', hiddenUnits: 16, updates: 500, batch: 4 },
  },
  {
    name: 'el-nino',
    label: text('madeSeries.elNino'),
    what: text('madeSeries.elNinoWhat'),
    watch: text('madeSeries.elNinoWatch'),
    inputs: ['temperature'],
    targets: ['temperature'],
    period: 12,
    suggestion: { ...CARRIED, ...windows(24), scaling: 'standard', hiddenUnits: 16, updates: 500, batch: 1 },
  },
]

/** The descriptor of a series. */
export function madeSeriesOf(name: MadeName): MadeSeries {
  const found = MADE_SERIES.find((series) => series.name === name)
  if (!found) throw new Error(`There is no made series ${name}`)
  return found
}

/** A run that learns a made series with the suggested settings. */
export function suggestedRun(name: MadeName): RunConfig {
  const { inputs, targets, suggestion } = madeSeriesOf(name)
  const source = { kind: 'series', origin: { kind: 'made', name }, inputs, targets } as const
  return withSettings(LESSON, { ...suggestion, source })
}
