import { inEnglish } from '@contract/language/say'
import { type ErrorCode, fail, ok, type Result } from '@contract/result'
import type { ShellRequests } from '@contract/wire/channels'
import * as v from 'valibot'
import {
  batchCount,
  droppedPath,
  engine,
  forecastFrom,
  futuresFrom,
  givenName,
  language,
  liveSettings,
  moment,
  nearColumns,
  notes,
  pace,
  pageView,
  partPredictions,
  pauseRules,
  recentFile,
  recomputing,
  runBudget,
  runConfig,
  runId,
  runIds,
  someRows,
  updateNumber,
  viewSettings,
} from './argument-schemas'
import { carried } from './carried-text'
import { copiedText } from './copied-schema'
import { dataConfig, drawn, onIrregular, pasted, tableChoices, toldChoices } from './data-schemas'
import { experimentId, experimentPlan, experimentRunPlace } from './experiment-schemas'
import { updateTable, viewFile, weightsChoice } from './export-schemas'
import { insideQuestion } from './inside-schemas'
import { keptTouches } from './touch-schemas'

type RequestName = keyof ShellRequests

/** How the arguments of a request are checked, and what a bad one is told as. */
type RequestCheck<Name extends RequestName> = {
  readonly schema: v.GenericSchema<unknown, Parameters<ShellRequests[Name]>>
  /** Its error code; a request that answers with no Result can only throw. */
  readonly invalid: ReturnType<ShellRequests[Name]> extends Result<unknown> ? ErrorCode : 'throws'
}

const nothing = v.strictTuple([])

/** What main lets in. A request of the contract that has no schema here does not compile. */
export const REQUEST_CHECKS: { readonly [Name in RequestName]: RequestCheck<Name> } = {
  attach: { schema: nothing, invalid: 'throws' },
  estimateExperiment: { schema: v.strictTuple([experimentPlan]), invalid: 'invalid-setting' },
  startExperiment: { schema: v.strictTuple([experimentPlan]), invalid: 'invalid-setting' },
  stopExperiment: { schema: v.strictTuple([experimentId]), invalid: 'no-run' },
  resumeExperiment: { schema: v.strictTuple([experimentId]), invalid: 'no-run' },
  deleteExperiment: { schema: v.strictTuple([experimentId]), invalid: 'no-run' },
  restoreExperiment: { schema: v.strictTuple([experimentId]), invalid: 'no-run' },
  experimentRuns: { schema: v.strictTuple([experimentId, experimentRunPlace]), invalid: 'no-run' },
  openExperimentRun: {
    schema: v.strictTuple([experimentId, experimentRunPlace, updateNumber]),
    invalid: 'no-run',
  },
  warmWorkers: { schema: v.strictTuple([experimentPlan]), invalid: 'throws' },
  createRun: { schema: v.strictTuple([runConfig]), invalid: 'invalid-setting' },
  resetRun: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  startRun: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  pauseRun: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  stepRun: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  loadBest: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  forecastFrom: { schema: v.strictTuple([runId, forecastFrom]), invalid: 'invalid-setting' },
  momentAt: { schema: v.strictTuple([moment]), invalid: 'invalid-setting' },
  nearestState: { schema: v.strictTuple([moment]), invalid: 'invalid-setting' },
  partPredictions: { schema: v.strictTuple([partPredictions]), invalid: 'invalid-setting' },
  inside: { schema: v.strictTuple([insideQuestion]), invalid: 'invalid-setting' },
  cancelMoment: { schema: v.strictTuple([moment]), invalid: 'throws' },
  futuresOf: { schema: v.strictTuple([futuresFrom]), invalid: 'invalid-setting' },
  branchAt: { schema: v.strictTuple([moment]), invalid: 'invalid-setting' },
  keepTouches: { schema: v.strictTuple([moment, keptTouches]), invalid: 'invalid-setting' },
  recomputeWith: { schema: v.strictTuple([recomputing]), invalid: 'invalid-setting' },
  changeSettings: { schema: v.strictTuple([runId, liveSettings]), invalid: 'invalid-setting' },
  wipeState: { schema: v.strictTuple([runId, v.boolean()]), invalid: 'invalid-setting' },
  changePlanned: {
    schema: v.strictTuple([runId, updateNumber, v.boolean()]),
    invalid: 'invalid-setting',
  },
  setPace: { schema: v.strictTuple([pace]), invalid: 'invalid-setting' },
  setEngine: { schema: v.strictTuple([engine]), invalid: 'invalid-setting' },
  setPauseRules: { schema: v.strictTuple([pauseRules]), invalid: 'invalid-setting' },
  acknowledgeUpdates: { schema: v.strictTuple([batchCount]), invalid: 'throws' },
  openTable: { schema: nothing, invalid: 'invalid-setting' },
  openDroppedTable: { schema: v.strictTuple([droppedPath]), invalid: 'file-unreadable' },
  contentOfDropped: { schema: v.strictTuple([droppedPath]), invalid: 'file-unreadable' },
  pasteTable: { schema: v.strictTuple([pasted]), invalid: 'file-unreadable' },
  guessTable: { schema: v.strictTuple([toldChoices]), invalid: 'invalid-setting' },
  readTable: { schema: v.strictTuple([tableChoices, onIrregular]), invalid: 'invalid-setting' },
  cancelTableReading: { schema: nothing, invalid: 'throws' },
  drawnSeries: { schema: v.strictTuple([drawn]), invalid: 'invalid-setting' },
  describeSeries: { schema: v.strictTuple([dataConfig]), invalid: 'invalid-setting' },
  describeRows: { schema: v.strictTuple([dataConfig, someRows, nearColumns]), invalid: 'invalid-setting' },
  openProject: { schema: nothing, invalid: 'invalid-setting' },
  openRecentProject: { schema: v.strictTuple([recentFile]), invalid: 'file-unreadable' },
  openDroppedProject: { schema: v.strictTuple([droppedPath]), invalid: 'file-unreadable' },
  saveProject: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  saveProjectAs: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  keepNotes: { schema: v.strictTuple([runId, notes]), invalid: 'invalid-setting' },
  proveAll: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  cancelProof: { schema: nothing, invalid: 'throws' },
  saveWeights: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  loadWeights: { schema: nothing, invalid: 'invalid-setting' },
  cancelLoad: { schema: nothing, invalid: 'throws' },
  openRecentTable: { schema: v.strictTuple([recentFile]), invalid: 'file-unreadable' },
  loadRecentWeights: { schema: v.strictTuple([recentFile]), invalid: 'file-unreadable' },
  loadDroppedWeights: { schema: v.strictTuple([droppedPath]), invalid: 'file-unreadable' },
  exportWeights: { schema: v.strictTuple([runId, weightsChoice]), invalid: 'invalid-setting' },
  addToTable: { schema: v.strictTuple([runId, updateTable, v.boolean()]), invalid: 'invalid-setting' },
  exportTable: { schema: v.strictTuple([runId]), invalid: 'invalid-setting' },
  cancelTable: { schema: nothing, invalid: 'throws' },
  showExported: { schema: nothing, invalid: 'invalid-setting' },
  saveView: { schema: v.strictTuple([viewFile]), invalid: 'invalid-setting' },
  reviveTrainer: { schema: nothing, invalid: 'invalid-setting' },
  openRun: { schema: v.strictTuple([runId]), invalid: 'file-unreadable' },
  renameRun: { schema: v.strictTuple([runId, givenName]), invalid: 'file-unreadable' },
  duplicateRun: { schema: v.strictTuple([runId, givenName]), invalid: 'file-unreadable' },
  deleteRuns: { schema: v.strictTuple([runIds]), invalid: 'file-unreadable' },
  restoreRuns: { schema: v.strictTuple([runIds]), invalid: 'file-unreadable' },
  forgetDeleted: { schema: nothing, invalid: 'throws' },
  setRunBudget: { schema: v.strictTuple([runBudget]), invalid: 'invalid-setting' },
  recordedUpdates: { schema: v.strictTuple([runId, updateNumber, updateNumber]), invalid: 'no-run' },
  recordedSummary: { schema: v.strictTuple([runId, updateNumber]), invalid: 'no-run' },
  copyText: { schema: v.strictTuple([copiedText]), invalid: 'invalid-setting' },
  keepView: { schema: v.strictTuple([viewSettings]), invalid: 'throws' },
  endTour: { schema: nothing, invalid: 'throws' },
  setLanguage: { schema: v.strictTuple([language]), invalid: 'throws' },
  tellView: { schema: v.strictTuple([pageView]), invalid: 'throws' },
}

/**
 * Turns what a page sent into the arguments of a request, or into the first thing that is wrong with them.
 * Throws where the request has no Result to tell it by.
 */
export function checkArguments<Name extends RequestName>(
  name: Name,
  given: readonly unknown[],
): Result<Parameters<ShellRequests[Name]>> {
  const { schema, invalid } = REQUEST_CHECKS[name]
  const parsed = v.safeParse(schema, given)
  if (parsed.success) return ok(parsed.output)
  const wrong = carried(parsed.issues[0].message)
  if (invalid === 'throws') throw new Error(`${name}: ${inEnglish(wrong)}`)
  return fail(invalid, wrong)
}
