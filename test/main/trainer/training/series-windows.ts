import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CellName } from '@contract/settings/run-config'
import type { TrainingWindow } from '../../../../main/trainer/training/update/window-rows'

/** Runs of another framework on a series, see test/fixtures/make/series_reference.py. */
export type SeriesRuns = {
  readonly inputs: number
  readonly outputs: number
  readonly batch: number
  readonly timeSteps: number
  readonly hiddenUnits: number
  readonly learningRate: number
  readonly runs: readonly SeriesRun[]
}

export type SeriesRun = {
  readonly cell: CellName
  readonly seed: number
  readonly layers: number
  readonly gaps: boolean
  readonly losses: readonly number[]
  readonly gradientNorms: readonly number[]
  readonly lastPrediction: readonly number[]
}

const file = resolve(import.meta.dirname, '../../../fixtures/reference/torch-series-runs.json')
export const SERIES = JSON.parse(readFileSync(file, 'utf8')) as SeriesRuns

/** The window of one update, by the formulas of the script. */
export function seriesWindow(update: number, gaps: boolean): TrainingWindow {
  const { inputs, outputs, batch, timeSteps } = SERIES
  const all = (features: number, number: (i: number, feature: number) => number) =>
    Array.from({ length: batch * timeSteps * features }, (_, at) => {
      const [sequence, t] = [Math.floor(at / features / timeSteps), Math.floor(at / features) % timeSteps]
      return number(53 * sequence + timeSteps * update + t, at % features)
    })
  const input = (i: number, j: number) =>
    Math.sin(0.31 * (j + 1) * i + j) + 0.5 * Math.sin(0.071 * (j + 2) * i)
  const target = (i: number, k: number) =>
    0.8 * Math.sin(0.31 * (i + 1) + 0.9 * k) - 0.4 * Math.sin(0.142 * i)
  const isThere = (i: number, k: number) => Number(update !== 9 && (7 * i + 3 * k) % 5 !== 0)
  const window = {
    inputs: Float32Array.from(all(inputs, input)),
    targets: Float32Array.from(all(outputs, target)),
    advance: 0,
  }
  if (!gaps) return window
  const mask = Uint8Array.from(all(outputs, isThere))
  return {
    ...window,
    // What stands for a missing target does not count.
    targets: window.targets.map((value, i) => (mask[i] === 1 ? value : 3e38)),
    mask,
    continues: Uint8Array.from({ length: batch }, (_, sequence) => Number((update + sequence) % 7 !== 0)),
  }
}
