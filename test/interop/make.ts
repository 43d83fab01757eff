import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Series } from '@contract/data/series'
import { exportRefusal } from '@contract/files/export-refusal'
import { inEnglish } from '@contract/language/say'
import type { TableOption } from '../../main/cli/data/table-options'
import { choicesFor } from '../../main/cli/data/table-questions'
import { forecastAhead } from '../../main/cli/forecast/forecast-ahead'
import { findMade } from '../../main/trainer/data/find-made'
import { openSource } from '../../main/trainer/data/open-source'
import { nextWindows } from '../../main/trainer/data/source/next-windows'
import { lookAtTable } from '../../main/trainer/data/table/look-at-table'
import { readTableBytes } from '../../main/trainer/data/table/paste-table'
import { exportWeights } from '../../main/trainer/exchange/export-weights'
import { initialWeights } from '../../main/trainer/network/initial-weights'
import { networkOf } from '../../main/trainer/network/shape/network-of'
import { createLearner } from '../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../main/trainer/training/snapshot/fresh-snapshot'
import { probe } from '../../main/trainer/training/snapshot/probe'
import type { Weights } from '../../main/trainer/weights/named-weights'
import { CASES, FORECASTING, FORMS, type InteropCase } from './cases'
import { makeProject } from './project'
import { tablesOf } from './tables'

/*
 * Trains every case for a few updates and writes it in every format into a folder of its own, with the scripts beside
 * the files and our own predictions over the probe as JSON. Prints a line for what could not be written.
 */

const UPDATES = 5
/** Rows of the tables that are forecast from, and time steps ahead. */
const ROWS = 300
const STEPS = 12

const folder = process.argv[2]
if (folder === undefined) throw new Error('make must be given a folder')
const failures: string[] = []
for (const each of [...CASES, ...FORECASTING]) failures.push(...(await made(each, join(folder, each.name))))
await makeProject(folder)
for (const failure of failures) console.log(failure)
process.exitCode = failures.length > 0 ? 1 : 0

async function made({ name, config }: InteropCase, place: string): Promise<string[]> {
  mkdirSync(place, { recursive: true })
  const source = openSource(config, findMade)
  if (!source.ok) throw new Error(inEnglish(source.error.text))
  const learner = createLearner(freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)))
  let last = null
  for (let i = 0; i < UPDATES; i += 1) {
    const [window] = nextWindows(learner, source.value, config, 1)
    if (!window || learner.update(window, config.training).kind !== 'updated')
      throw new Error(`${name} diverges`)
    const states = learner.statesIntoLast()
    last = states && { ...window, states }
  }
  const { scalers } = source.value
  const weights = { snapshot: learner.snapshot(), config, ...(scalers && { scalers }) }
  learner.dispose()
  const failures = []
  const files = []
  for (const { format, names, file } of FORMS) {
    if (exportRefusal(format, { phase: 'ready', config })) continue
    const choice = { format, names, script: true }
    const report = await exportWeights(join(place, file), choice, weights, { source: source.value, last })
    if (report.ok) files.push(...report.value.files.map((each) => each.name))
    else failures.push(`${name}: ${inEnglish(report.error.text)}`)
  }
  const { cell, layers, hiddenUnits, inputs, outputs } = weights.snapshot.network
  const sizes = { cell, layers, hiddenUnits, inputs, outputs }
  const predictions = [...probe(weights.snapshot)]
  const forecasts = forecastsIn(weights, place)
  writeFileSync(join(place, 'case.json'), JSON.stringify({ ...sizes, files, predictions, forecasts }))
  return failures
}

/** Writes tables, and what we forecast from where each ends; none for a network that says nothing of later rows. */
function forecastsIn(weights: Weights, place: string) {
  const { data } = weights.config
  if (data.source.kind === 'lesson' || data.horizon === 0) return []
  const series = findMade(data.source.origin, data.dataSeed)
  if (!series.ok) throw new Error(inEnglish(series.error.text))
  return tablesOf(series.value.columns, ROWS).map(({ name, text }) => {
    writeFileSync(join(place, name), text)
    const read = readAsSeen(new TextEncoder().encode(text), name)
    const ahead = read && forecastAhead(weights, read, STEPS)
    return {
      table: name,
      steps: STEPS,
      values: ahead?.ok ? ahead.value.ahead.map(({ values }) => [...values]) : null,
    }
  })
}

/** The series in a table, read by what the table tells for sure; null where it is refused. */
function readAsSeen(bytes: Uint8Array, name: string): Series | null {
  const looked = lookAtTable(bytes, { size: bytes.byteLength, name })
  if (!looked.ok) return null
  const nothingTold = {
    told: {},
    time: undefined,
    timeFormat: undefined,
    irregular: 'keep',
    toldIrregular: false,
  }
  const choices = choicesFor(looked.value, { file: name, ...nothingTold } as TableOption)
  const read = choices.ok ? readTableBytes(bytes, choices.value, name) : choices
  return read.ok ? read.value.series : null
}
