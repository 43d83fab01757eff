import { LESSON } from '../../settings/lesson'
import type { RunConfig } from '../../settings/run-config'
import { withSettings } from '../../settings/settings'
import type { SeriesSource } from '../../settings/source-config'

const LONGEST_WINDOW = 24

/**
 * A run that learns a table with settings to begin with: the next time step, from standardised columns, in windows of 24
 * time steps one after the other, or shorter ones where the training part has not at least two of these.
 *
 * @param rows time steps of the table
 */
export function tableRun(source: SeriesSource, rows: number): RunConfig {
  const { horizon, trainPercent } = LESSON.data
  const pairs = Math.floor((rows * trainPercent) / 100) - horizon
  const window = Math.max(2, Math.min(LONGEST_WINDOW, Math.floor(pairs / 2)))
  return withSettings(LESSON, { source, window, stride: window, order: 'consecutive', scaling: 'standard' })
}
