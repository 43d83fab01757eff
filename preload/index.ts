import { type Answered, eventChannel, requestChannel, type ShellRequests } from '@contract/wire/channels'
import { languageIn } from '@contract/wire/page-language'
import type { PageEvents, PageRequests, PreloadRequests } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { createEventsFirst } from './events-first'

// Types are gone when this runs, so the names are listed; a name that is missing or unknown does not compile.
const REQUESTS: { readonly [Name in keyof PageRequests]: true } = {
  attach: true,
  openTable: true,
  pasteTable: true,
  guessTable: true,
  readTable: true,
  cancelTableReading: true,
  drawnSeries: true,
  describeSeries: true,
  describeRows: true,
  openProject: true,
  openRecentProject: true,
  saveProject: true,
  saveProjectAs: true,
  keepNotes: true,
  proveAll: true,
  cancelProof: true,
  estimateExperiment: true,
  startExperiment: true,
  stopExperiment: true,
  resumeExperiment: true,
  deleteExperiment: true,
  restoreExperiment: true,
  experimentRuns: true,
  openExperimentRun: true,
  warmWorkers: true,
  createRun: true,
  resetRun: true,
  startRun: true,
  pauseRun: true,
  stepRun: true,
  loadBest: true,
  forecastFrom: true,
  momentAt: true,
  nearestState: true,
  partPredictions: true,
  inside: true,
  cancelMoment: true,
  futuresOf: true,
  branchAt: true,
  keepTouches: true,
  recomputeWith: true,
  wipeState: true,
  changePlanned: true,
  changeSettings: true,
  setPace: true,
  setEngine: true,
  setPauseRules: true,
  acknowledgeUpdates: true,
  saveWeights: true,
  loadWeights: true,
  cancelLoad: true,
  loadRecentWeights: true,
  openRecentTable: true,
  exportWeights: true,
  addToTable: true,
  exportTable: true,
  cancelTable: true,
  showExported: true,
  saveView: true,
  reviveTrainer: true,
  openRun: true,
  renameRun: true,
  duplicateRun: true,
  deleteRuns: true,
  restoreRuns: true,
  forgetDeleted: true,
  setRunBudget: true,
  recordedUpdates: true,
  recordedSummary: true,
  copyText: true,
  keepView: true,
  endTour: true,
  setLanguage: true,
  tellView: true,
}
const EVENTS: { readonly [Name in keyof PageEvents]: true } = {
  trainerChanged: true,
  dataDescribed: true,
  runOpened: true,
  runChanged: true,
  updates: true,
  rivalsFound: true,
  scored: true,
  runsChanged: true,
  experimentsChanged: true,
  experimentRunsMade: true,
  momentProgress: true,
  runSetAside: true,
  unsafeChanged: true,
  loadingChanged: true,
  tableOffered: true,
  tableReading: true,
  projectProving: true,
  projectChanged: true,
  languageChanged: true,
  told: true,
  menuChosen: true,
}

const eventsFirst = createEventsFirst()
// Before any listener of the page's: what an answer waits for has then been taken in.
for (const name of Object.keys(EVENTS))
  ipcRenderer.on(eventChannel(name as keyof PageEvents), eventsFirst.hear)

/** The page gets a function for a request, never the channel: it can ask only what is listed. */
function asker(name: keyof ShellRequests): unknown {
  return async (...args: unknown[]) => {
    const { answer, after } = (await ipcRenderer.invoke(requestChannel(name), ...args)) as Answered
    await eventsFirst.heard(after)
    return answer
  }
}

/** Electron's event object, through which main could be reached, is left out. */
function subscriber(name: keyof PageEvents): unknown {
  return (listener: (payload: unknown) => void) => {
    const relay = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(eventChannel(name), relay)
    return () => {
      ipcRenderer.off(eventChannel(name), relay)
    }
  }
}

/** One function for each name. That it has the name's own type is known from the maps, not to the compiler. */
function forEachName<Made>(names: object, make: (name: keyof Made) => unknown): Made {
  return Object.fromEntries(Object.keys(names).map((name) => [name, make(name as keyof Made)])) as Made
}

/** A request about a dropped file: main is asked with its path, which the page never sees. */
function ofDropped<Name extends keyof PreloadRequests>(name: Name) {
  const ask = asker(name) as (path: string) => Promise<ReturnType<PreloadRequests[Name]>>
  return (file: File) => ask(webUtils.getPathForFile(file))
}

const request = forEachName<Omit<UnrollApi['request'], keyof PreloadRequests>>(REQUESTS, asker)
const api = {
  request: {
    ...request,
    loadDroppedWeights: ofDropped('loadDroppedWeights'),
    openDroppedTable: ofDropped('openDroppedTable'),
    openDroppedProject: ofDropped('openDroppedProject'),
    contentOfDropped: ofDropped('contentOfDropped'),
  },
  on: forEachName<UnrollApi['on']>(EVENTS, subscriber),
  platform: process.platform,
  language: languageIn(process.argv),
} satisfies UnrollApi

contextBridge.exposeInMainWorld('unroll', api)
