import { LEAK_PATH_NAMES, LEAK_PATHS, leakSentence } from '@contract/data/leak'
import type { Series } from '@contract/data/series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { findMade } from '../../trainer/data/find-made'
import { cutsOf, findLeaks, PIPELINE } from '../../trainer/data/leak'
import type { FindSeries } from '../../trainer/data/source/source'
import { resampled } from '../../trainer/data/table/resampled'
import { type PreparedSeries, prepareSeries } from '../../trainer/data/windows/prepared'
import { seededSnapshot } from '../../trainer/training/snapshot/fresh-snapshot'
import { predict } from '../../trainer/training/snapshot/predict'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import { openTable } from '../data/open-table'
import type { LeakOptions, LeakRun } from './leak-options'

/** Rows that the network is asked about, from the first on: one long sequence, so that whatever it carries counts. */
const ASKED = 3000

/**
 * Looks for leaks in runs of series: in how they are scaled and cut, in their rivals, and in what the network, with its
 * initial weights, makes of them. A sentence for each.
 *
 * @param find what finds a made series
 * @returns the exit code of the process
 */
export async function leak(
  options: LeakOptions,
  terminal: Terminal,
  find: FindSeries = findMade,
): Promise<number> {
  if (options.kind === 'made') return leakIn(options.runs, terminal, (config) => leaksOf(config, find))
  const table = await openTable(options.table, terminal)
  if (typeof table === 'number') return table
  const run = options.runOf(table)
  if (!run.ok) {
    terminal.warn(run.error.text)
    return EXIT.refused
  }
  // Of a table at other times than its rows', that these are made is looked into as well.
  const resample = options.table.irregular === 'resample' ? evenly : null
  const asRead = () => ok(resample ? table.asRead : table.series)
  return leakIn([run.value], terminal, (config) => leaksOf(config, asRead, resample))
}

async function leakIn(
  runs: readonly LeakRun[],
  terminal: Terminal,
  look: (config: RunConfig) => ReturnType<typeof leaksOf>,
): Promise<number> {
  let code: number = EXIT.done
  for (const { name, config } of runs) {
    const found = look(config)
    if (!found.ok) {
      terminal.warn(found.error.text)
      code = EXIT.refused
      continue
    }
    if (found.value.leaks.length > 0 && code === EXIT.done) code = EXIT.failed
    for (const sentence of found.value.leaks.length > 0 ? found.value.leaks : [found.value.none])
      await terminal.say(text('leakCommand.line', { name, sentence }))
  }
  return code
}

/** The series at even times; it could be made, as it was when the table was opened. */
function evenly(series: Series): Series {
  const even = resampled(series)
  if (!even.ok) throw new Error('the same times were made even before')
  return even.value
}

function leaksOf(
  config: RunConfig,
  find: FindSeries,
  resample: ((series: Series) => Series) | null = null,
): Result<{ leaks: readonly Text[]; none: Text }> {
  const { source, dataSeed } = config.data
  if (source.kind === 'lesson') throw new Error('the lesson has no parts')
  const series = find(source.origin, dataSeed)
  if (!series.ok) return series
  const snapshot = seededSnapshot(config)
  const fromZero = snapshot.states.map(({ shape: [layers = 1, , hidden = 1] }) => ({
    shape: [layers, 1, hidden],
    values: new Float32Array(layers * hidden),
  }))
  const predicted = ({ inputs, rows, raw }: PreparedSeries) => {
    const all = new Float32Array(rows * raw.targets.length).fill(Number.NaN)
    all.set(predict(snapshot, inputs.subarray(0, Math.min(rows, ASKED) * raw.inputs.length), fromZero))
    return all
  }
  const leaks = findLeaks(series.value, source, config, {
    ...PIPELINE,
    ...(resample && { resample }),
    predict: predicted,
  })
  const learned = resample?.(series.value) ?? series.value
  const cuts = cutsOf(prepareSeries(learned, source, config.data)).length
  const looked = LEAK_PATHS.filter((path) => path !== 'resampling' || resample !== null)
  const paths = looked.map((path) => LEAK_PATH_NAMES[path])
  return ok({ leaks: leaks.map(leakSentence), none: text('leak.none', { paths, cuts }) })
}
