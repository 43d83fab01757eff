import { basename, dirname, join } from 'node:path'
import { axisTimesOf } from '@contract/data/axis-times'
import type { Series } from '@contract/data/series'
import { tfjsWeightsName } from '@contract/files/companion-files'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { LESSON } from '@contract/settings/lesson'
import { madeSeries } from '../../trainer/data/made/made-series'
import { readInPlace, type WeightReader } from '../../trainer/reading/reader'
import { EXIT } from '../base/exit-code'
import { writeText } from '../base/output-file'
import { checkOutputs } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { openTable } from '../data/open-table'
import { forecastAhead } from './forecast-ahead'
import { forecastCsv } from './forecast-csv'
import type { ForecastOptions } from './forecast-options'

/**
 * Forecasts a series from its last row on, in closed loop: the columns and the scaler are those of the weight file, so that
 * the series may be a later one than the network has learned.
 *
 * @returns the exit code of the process
 */
export async function forecast(
  { weights: file, series: chosen, steps: asked, save }: ForecastOptions,
  terminal: Terminal,
  read: WeightReader = readInPlace,
): Promise<number> {
  const refuse = (sentence: Text) => {
    terminal.warn(sentence)
    return EXIT.refused
  }
  if (save !== null) {
    const sources = weightFiles(terminal.pathOf(file))
    if (chosen.kind === 'table') sources.push(terminal.pathOf(chosen.table.file))
    const possible = await checkOutputs([{ path: terminal.pathOf(save), beside: null }], false, sources)
    if (!possible.ok) return refuse(possible.error.text)
  }
  const found = await read(terminal.pathOf(file), LESSON, new AbortController().signal)
  if (found === null) throw new Error('nobody here calls a load off')
  if (!found.ok) return refuse(found.error.text)
  const { weights } = found.value
  let series: Series
  if (chosen.kind === 'made') series = madeSeries(chosen.name, weights.config.data.dataSeed)
  else {
    const table = await openTable(chosen.table, terminal)
    if (typeof table === 'number') return table
    series = table.series
  }
  const made = forecastAhead(weights, series, asked)
  if (!made.ok) return refuse(made.error.text)
  const { steps, lacking, ahead } = made.value
  const rows = series.columns[0]?.values.length ?? 0
  const csv = forecastCsv({ times: axisTimesOf(series.times) }, rows, ahead)
  if (lacking.length > 0) terminal.warn(text('forecast.limited', { steps, inputs: lacking }))
  if (save === null) {
    await terminal.say(csv.trimEnd())
    return EXIT.done
  }
  const written = await writeText(terminal.pathOf(save), csv)
  terminal.warn(written.ok ? written.value : written.error.text)
  if (written.ok) terminal.warn(text('forecastCommand.made', { steps, rows }))
  return written.ok ? EXIT.done : EXIT.failed
}

/** The file with the weights, and the one that the numbers of a TensorFlow.js model are in. */
function weightFiles(path: string): string[] {
  return [path, join(dirname(path), tfjsWeightsName(basename(path)))]
}
