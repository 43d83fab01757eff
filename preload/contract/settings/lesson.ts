import type { RunConfig } from './run-config'

/** The lesson's own settings, and what holds where nothing else was chosen. */
export const LESSON: RunConfig = {
  data: {
    source: { kind: 'lesson' },
    points: 10,
    endpoint: true,
    span: 'one',
    dataSeed: 1,
    horizon: 1,
    window: 24,
    stride: 24,
    order: 'consecutive',
    scaling: 'standard',
    trainPercent: 70,
    validationPercent: 15,
  },
  network: { cell: 'rnn-tanh', layers: 1, hiddenUnits: 32, family: 'pytorch', seed: 1 },
  training: {
    learningRate: 0.02,
    updates: 60,
    batch: 1,
    readout: 'per-time-step',
    optimizer: 'adam',
    momentum: 0,
    clipNorm: 0,
    carryState: true,
    freezeState: false,
    shown: 'before-update',
    patience: 0,
  },
}
