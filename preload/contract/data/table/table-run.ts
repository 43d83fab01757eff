import { LESSON } from '../../settings/lesson'
import type { RunConfig, Settings } from '../../settings/run-config'
import { withSettings } from '../../settings/settings'
import type { SeriesSource } from '../../settings/source-config'

const LONGEST_WINDOW = 24

/** The settings of the data that a table of so many time steps begins with, whatever run there was. */
export function tableSettings(rows: number) {
  const { horizon, trainPercent, validationPercent } = LESSON.data
  const pairs = Math.floor((rows * trainPercent) / 100) - horizon
  // Half of a short training part at the most: there have to be some windows in it.
  const window = Math.max(2, Math.min(LONGEST_WINDOW, Math.floor(pairs / 2)))
  return {
    ...{ horizon, trainPercent, validationPercent, window, stride: window },
    ...{ order: 'consecutive', scaling: 'standard' },
  } as const satisfies Partial<Settings>
}

/**
 * A run that learns a table with settings to begin with: the next time step, from standardised columns, in windows of 24
 * time steps one after the other, or shorter ones where the training part has not at least two of these.
 *
 * @param rows time steps of the table
 */
export function tableRun(source: SeriesSource, rows: number): RunConfig {
  return withSettings(LESSON, { source, ...tableSettings(rows) })
}
