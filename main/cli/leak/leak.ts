import { LEAK_PATH_NAMES, LEAK_PATHS, leakSentence } from '@contract/data/leak'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { findMade } from '../../trainer/data/find-made'
import { cutsOf, findLeaks, PIPELINE } from '../../trainer/data/leak'
import type { FindSeries } from '../../trainer/data/source/source'
import { type PreparedSeries, prepareSeries } from '../../trainer/data/windows/prepared'
import { initialWeights } from '../../trainer/network/initial-weights'
import { networkOf } from '../../trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../trainer/training/snapshot/fresh-snapshot'
import { predict } from '../../trainer/training/snapshot/predict'
import { EXIT } from '../base/exit-code'
import type { Terminal } from '../base/terminal'
import type { LeakOptions } from './leak-options'

/** Rows that the network is asked about, from the first on: one long sequence, so that whatever it carries counts. */
const ASKED = 3000

/**
 * Looks for leaks in runs of series: in how they are scaled and cut, in their rivals, and in what the network, with its
 * initial weights, makes of them. A sentence for each.
 *
 * @param find what finds a series
 * @returns the exit code of the process
 */
export async function leak(
  runs: LeakOptions,
  terminal: Terminal,
  find: FindSeries = findMade,
): Promise<number> {
  let code: number = EXIT.done
  for (const { name, config } of runs) {
    const found = leaksOf(config, find)
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

function leaksOf(config: RunConfig, find: FindSeries): Result<{ leaks: readonly Text[]; none: Text }> {
  const { source, dataSeed } = config.data
  if (source.kind === 'lesson') throw new Error('the lesson has no parts')
  const series = find(source.origin, dataSeed)
  if (!series.ok) return series
  const snapshot = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
  const fromZero = snapshot.states.map(({ shape: [layers = 1, , hidden = 1] }) => ({
    shape: [layers, 1, hidden],
    values: new Float32Array(layers * hidden),
  }))
  const predicted = ({ inputs, rows, raw }: PreparedSeries) => {
    const all = new Float32Array(rows * raw.targets.length).fill(Number.NaN)
    all.set(predict(snapshot, inputs.subarray(0, Math.min(rows, ASKED) * raw.inputs.length), fromZero))
    return all
  }
  const leaks = findLeaks(series.value, source, config, { ...PIPELINE, predict: predicted })
  const cuts = cutsOf(prepareSeries(series.value, source, config.data)).length
  const paths = LEAK_PATHS.filter((path) => path !== 'resampling').map((path) => LEAK_PATH_NAMES[path])
  return ok({ leaks: leaks.map(leakSentence), none: text('leak.none', { paths, cuts }) })
}
