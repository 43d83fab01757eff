import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { SeriesSource } from '@contract/settings/source-config'
import { findMade } from '../../../main/trainer/data/find-made'
import { openSource } from '../../../main/trainer/data/open-source'
import type { Source } from '../../../main/trainer/data/source/source'
import type { Window } from '../../../main/trainer/data/source/window'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import type { Case } from './cases'

/** Lorenz' system: three columns that everybody can have, cut into windows by the code that cuts a person's own table. */
const TABLE: SeriesSource = {
  kind: 'series',
  origin: { kind: 'made', name: 'lorenz' },
  inputs: ['x', 'y', 'z'],
  targets: ['x'],
}

const WORDS = { 'rnn-tanh': 'simple RNN', gru: 'GRU', lstm: 'LSTM' } as const

/** The run that a case stands for: the lesson's settings at another size, and for a table what its windows are. */
export function configOf({
  cell,
  layers,
  hiddenUnits,
  timeSteps,
  batch,
  data,
  learningRate,
}: Case): RunConfig {
  const sizes = { cell, layers, hiddenUnits, batch, learningRate }
  if (data === 'lesson') return withSettings(LESSON, { ...sizes, points: timeSteps })
  const cut = { window: timeSteps, order: 'random', carryState: false } as const
  return withSettings(LESSON, { ...sizes, source: TABLE, ...cut })
}

/** What the run learns from. */
export function sourceOf(config: RunConfig): Source {
  const opened = openSource(config, findMade)
  if (!opened.ok) throw new Error(`a case's own series is refused: ${opened.error.text.id}`)
  return opened.value
}

/** The windows of a case as the app makes them, by the number of updates before: what every competitor sees. */
export function windowsOf(one: Case): (update: number) => Window {
  const config = configOf(one)
  const source = sourceOf(config)
  // Windows of both kinds move on by one place.
  return (update) => source.windowAt({ position: update, update }, config)
}

/** A case in words: `LSTM, 64 hidden units, 50 time steps, batch 16`. */
export function describeCase(one: Case): string {
  const { cell, layers, hiddenUnits, timeSteps, batch } = one
  const { inputs } = networkOf(configOf(one))
  return [
    WORDS[cell],
    ...(layers === 1 ? [] : [`${layers} layers`]),
    `${hiddenUnits} hidden units`,
    `${timeSteps} time steps`,
    `batch ${batch}`,
    ...(inputs === 1 ? [] : [`${inputs} inputs`]),
  ].join(', ')
}
