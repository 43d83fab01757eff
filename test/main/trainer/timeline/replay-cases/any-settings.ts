import { ok } from '@contract/result'
import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import type { CellName, RunConfig, Settings } from '@contract/settings/run-config'
import type { ChoiceName } from '@contract/settings/setting'
import { LIVE_SETTINGS, type LiveName, type LiveSettings, withSettings } from '@contract/settings/settings'
import { openSource } from '../../../../../main/trainer/data/open-source'
import { CELL_SHAPES } from '../../../../../main/trainer/network/shape/cell-shapes'
import { type SeriesPlan, seriesOf, sourceOf } from './any-series'
import type { Draws } from './draws'

/** Every setting that may change in a run, with what it may become. */
const CHANGES: { readonly [Name in LiveName]: (draws: Draws, breaking: boolean) => Settings[Name] } = {
  learningRate: (draws, breaking) => (breaking ? 10 : draws.proportion(1e-4, 0.2)),
  updates: (draws) => draws.between(1, 500),
  points: (draws) => draws.between(2, 3),
  patience: (draws) => draws.below(20),
  momentum: (draws) => draws.oneOf([0, 0.5, 0.9]),
  clipNorm: (draws, breaking) => (breaking ? 0 : draws.oneOf([0, 0.01, 0.5])),
  readout: (draws) => choice(draws, 'readout'),
  span: (draws) => choice(draws, 'span'),
  shown: (draws) => choice(draws, 'shown'),
  carryState: (draws) => draws.chance(0.5),
  freezeState: (draws) => draws.chance(0.5),
  endpoint: (draws) => draws.chance(0.5),
}

function choice<Name extends ChoiceName>(draws: Draws, name: Name): Settings[Name] {
  return draws.oneOf(Object.keys(CHOICES[name].values)) as Settings[Name]
}

/** Where there are too few windows for the batch: smaller ones, of more of the series, and then fewer sequences. */
export function trainable(config: RunConfig, series: SeriesPlan | null): RunConfig {
  if (!series || openSource(config, () => ok(seriesOf(series))).ok) return config
  const { window, stride } = config.data
  const batch = window === 2 && stride === 1 ? Math.ceil(config.training.batch / 2) : config.training.batch
  return trainable(withSettings(config, { batch, window: 2, stride: 1, trainPercent: 70 }), series)
}

export function anySettings(
  draws: Draws,
  series: SeriesPlan | null,
  isLarge: boolean,
  batch: number,
  breaking: boolean,
): RunConfig {
  const ofTensorflow = draws.chance(0.1)
  const cell =
    ofTensorflow || breaking ? draws.oneOf<CellName>(['rnn-tanh', 'rnn-relu']) : choice(draws, 'cell')
  const layers = ofTensorflow ? 1 : draws.oneOf(isLarge ? [1, 2] : [1, 1, 1, 2, 2, 3, 4])
  const window = draws.between(2, layers > 2 ? 2 : 4)
  return withSettings(LESSON, {
    ...(series && { source: sourceOf(series) }),
    ...{ points: window, endpoint: draws.chance(0.5), span: choice(draws, 'span') },
    ...{ horizon: draws.below(4), window, stride: draws.between(1, window), order: choice(draws, 'order') },
    ...{ scaling: breaking ? 'none' : choice(draws, 'scaling') },
    ...{ trainPercent: draws.between(45, 70), validationPercent: draws.oneOf([0, 20, 30]) },
    family: ofTensorflow ? 'tensorflow' : 'pytorch',
    cell,
    layers,
    hiddenUnits: isLarge ? unitsOfHalves(cell, batch) : draws.between(1, 6),
    seed: draws.below(2 ** 32),
    batch,
    optimizer: breaking ? 'sgd' : choice(draws, 'optimizer'),
    ...{ learningRate: draws.proportion(1e-4, 0.1), momentum: draws.oneOf([0, 0.9]) },
    ...{ clipNorm: breaking ? 0 : draws.oneOf([0, 0.05, 1]), carryState: draws.chance(0.7) },
    freezeState: draws.chance(0.2),
    ...{ readout: choice(draws, 'readout'), shown: choice(draws, 'shown') },
  })
}

/** The fewest hidden units with which a batch is computed in halves, or one fewer than that. */
function unitsOfHalves(cell: CellName, batch: number): number {
  const multiplications = cell === 'lstm' ? 500_000 : 250_000
  return Math.ceil(Math.sqrt(multiplications / batch / CELL_SHAPES[cell].gates)) - Number(batch % 8 === 0)
}

export function anyChanges(draws: Draws, breaking: boolean): Partial<LiveSettings> {
  const names = Array.from({ length: draws.between(1, 2) }, () => draws.oneOf(LIVE_SETTINGS))
  if (breaking) names.push('learningRate', 'clipNorm')
  return Object.fromEntries(names.map((name) => [name, CHANGES[name](draws, breaking)]))
}
