import { suggestedRun } from '@contract/data/made-series'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { MadeName } from '@contract/settings/source-config'
import { findMade } from '../../../main/trainer/data/find-made'
import { openSource } from '../../../main/trainer/data/open-source'
import { nextWindows } from '../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { createCompiledEngine } from '../../../main/trainer/training/engine/engine'
import { createLearner } from '../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../main/trainer/training/snapshot/fresh-snapshot'
import { below, type Figure } from '../figure'

const CALLS = 60
/** Calls before the clock runs: the first record a graph. */
const WARM_UP = 5

/** Runs that are looked at: the smallest update there is beside its window, and a batch at random. */
const RUNS: readonly { readonly name: MadeName; readonly changes: Partial<Settings> }[] = [
  {
    name: 'sines',
    changes: { cell: 'rnn-tanh', hiddenUnits: 8, batch: 1, order: 'consecutive', carryState: true },
  },
  { name: 'lorenz', changes: { batch: 32, order: 'random' } },
]

/** What part of an update's time its window takes, per cent. */
export function shareOfWindows(): Figure[] {
  return RUNS.map(({ name, changes }) => {
    const config = withSettings(suggestedRun(name), changes)
    const { cell, hiddenUnits } = config.network
    const what = `windows of ${name}, ${cell} ${hiddenUnits}, batch ${config.training.batch}, of an update`
    return below(5, what, 100 * shareIn(config), '%')
  })
}

function shareIn(config: RunConfig): number {
  const source = openSource(config, findMade)
  if (!source.ok) throw new Error(`a series of our own is refused: ${source.error.text.id}`)
  const engine = createCompiledEngine()
  const learner = createLearner(
    freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)),
    () => engine,
  )
  const perCall = engine.updatesPerCall(networkOf(config), config.data.window, 1e6)
  let [cutting, all] = [0, 0]
  for (let call = 0; call < CALLS + WARM_UP; call += 1) {
    const begin = performance.now()
    const wanted = nextWindows(learner, source.value, config, perCall)
    const cut = performance.now()
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, 1e6))
    learner.updateAll(windows, config.training)
    if (call < WARM_UP) continue
    cutting += (cut - begin) * (windows.length / wanted.length)
    all += performance.now() - begin
  }
  learner.dispose()
  return cutting / all
}
