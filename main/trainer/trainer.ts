import { ok } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import { LESSON_PACE } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import { LESSON } from '@contract/settings/lesson'
import type { SourceConfig } from '@contract/settings/source-config'
import { createDescriptions } from './data/descriptions'
import { readSeriesInPlace, type SeriesReader } from './data/opened/read-series'
import { createTableDesk } from './data/opened/table-desk'
import { createShelf, type Shelf } from './data/shelf/shelf'
import { notRecordable } from './not-recordable'
import { createProjectDesk } from './project/project-desk'
import { readInPlace, type WeightReader } from './reading/reader'
import type { TrainerHandlers } from './requests/handlers'
import { createRunRegistry } from './requests/run-registry'
import { createRunRequests } from './requests/run-requests'
import { createTableRequests } from './requests/table-requests'
import { createWeightsRequests } from './requests/weights-requests'
import type { Emit } from './run/emit'
import { createPacer } from './run/pacer'
import type { RunTools } from './run/run-types'
import { createSpeedometer } from './run/speedometer'
import { createUpdateStream } from './run/update-stream'
import type { Clock } from './system/clock'
import { createPatientEngine, eagerAtOnce } from './training/engine/patient-engine'

/** What will be asked of a trainer: see `RunTools`. */
export type TrainerUse = Pick<RunTools, 'goesBack'>

/**
 * Answers main's requests: puts together what each of them leads to.
 *
 * @param read what reads weight files
 * @param shelf where the series of runs are found again
 * @param readSeries what reads tables
 * @param use what is asked of it: a run that is only trained to its end gets ready for nothing else
 */
export function createTrainer(
  emit: Emit,
  clock: Clock,
  read: WeightReader = readInPlace,
  shelf: Shelf = createShelf(null),
  readSeries: SeriesReader = readSeriesInPlace,
  { goesBack }: TrainerUse = { goesBack: true },
): TrainerHandlers {
  const pacer = createPacer(LESSON_PACE)
  const speedometer = createSpeedometer()
  const stream = createUpdateStream((batch) => emit('updates', batch), speedometer.perSecond, pacer.unlimited)
  const compiled = createPatientEngine((code) => emit('noticed', notRecordable(code)))
  const engines = { compiled, eager: eagerAtOnce }
  let engine: EngineName = 'compiled'
  let pauseRules: readonly PauseRule[] = []
  const { find } = shelf
  const runs = createRunRegistry({
    tools: {
      clock,
      emit,
      pacer,
      stream,
      speedometer,
      engine: () => engines[engine],
      pauseRules: () => pauseRules,
      goesBack,
    },
    findSeries: find,
    onOpening: () => {
      // What a person asks for last is what stands: a file that is still being read is not to come after it.
      cancelLoad()
      compiled.abandon()
    },
    onOpened: ({ data }) => keepSeries(data.source),
  })
  const weights = createWeightsRequests(runs, read, find)
  const projects = createProjectDesk({
    clock,
    shelf,
    runs,
    flush: () => stream.flush(clock.now()),
    engine: () => engines[engine],
    engineName: () => engine,
    begin: () => weights.cancelLoad(),
    tell: (progress) => emit('projectProving', progress),
  })
  const described = createDescriptions(find, () => runs.present()?.state().config ?? LESSON)
  const desk = createTableDesk(readSeries, shelf, (reading) => emit('tableReading', reading))

  /** A series that earlier runs had to make room with, or that a full disk has not taken, is there as long as a run is. */
  function keepSeries(source: SourceConfig) {
    if (source.kind === 'lesson') return
    void shelf.keep(source.origin).then((unkept) => unkept && emit('noticed', unkept))
  }

  function cancelLoad() {
    weights.cancelLoad()
    projects.cancelOpening()
  }

  return {
    ...createRunRequests(runs, find, emit),
    ...weights,
    loadWeights: (path) => {
      projects.cancelOpening()
      return weights.loadWeights(path)
    },
    cancelLoad,
    ...projects.requests,
    ...createTableRequests(),
    ...described,
    setPace: (pace) => {
      pacer.setPace(pace)
      runs.present()?.reschedule()
      return ok()
    },
    setEngine: (name) => {
      engine = name
      if (name === 'eager') compiled.abandon()
      return ok()
    },
    setPauseRules: (rules) => {
      pauseRules = rules
      runs.present()?.pauseRulesChanged()
      return ok()
    },
    attachPage: () => {
      // Whoever asked for it is gone.
      desk.cancel()
      stream.forgetPage()
      runs.present()?.reschedule()
    },
    acknowledgeUpdates: (batches) => {
      stream.acknowledge(batches)
      stream.flushIfDue(clock.now())
      runs.present()?.reschedule()
    },
    openTable: desk.open,
    pasteTable: desk.paste,
    guessTable: desk.guess,
    readTable: desk.read,
    cancelTableReading: desk.cancel,
    drawnSeries: desk.draw,
  }
}
