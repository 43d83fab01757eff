import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { ExportReport, WeightFormat, WeightsChoice } from '@contract/files/weight-formats'
import type { Language } from '@contract/language/languages'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { EngineName } from '@contract/run/engine-name'
import { LESSON_PACE } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { WeightsSummary } from '@contract/run/run'
import type { UpdateTable } from '@contract/run/update-table'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import type { SourceConfig } from '@contract/settings/source-config'
import type { TrainerRequests } from '@contract/wire/trainer-wire'
import { createDescriptions } from './data/descriptions'
import { leakReport } from './data/leak-alarm'
import { openSource } from './data/open-source'
import { readSeriesInPlace, type SeriesReader } from './data/opened/read-series'
import { createTableDesk } from './data/opened/table-desk'
import { createShelf, type Shelf } from './data/shelf/shelf'
import { exportTable } from './exchange/export-table'
import { type Companions, exportWeights } from './exchange/export-weights'
import { checkSource } from './exchange/fitting-source'
import { withSeriesThere } from './exchange/weights-source'
import { initialWeights } from './network/initial-weights'
import { networkOf } from './network/shape/network-of'
import { notRecordable } from './not-recordable'
import { readInPlace, type WeightReader } from './reading/reader'
import type { Clock } from './run/clock'
import type { Emit } from './run/emit'
import { tellMoment } from './run/moments/tell-moment'
import { createPacer } from './run/pacer'
import { openRun } from './run/run'
import type { Run, RunTools } from './run/run-types'
import { createSpeedometer } from './run/speedometer'
import { createUpdateStream } from './run/update-stream'
import { joinedTable } from './table/joined-table'
import { decodeKeyframes } from './timeline/keyframe-file'
import type { PackedKeyframe } from './timeline/keyframes'
import { packSnapshot } from './timeline/packed-snapshot'
import { createPatientEngine, eagerAtOnce } from './training/engine/patient-engine'
import { freshSnapshot, trainingOf } from './training/snapshot/fresh-snapshot'
import { type Checkpoint, decodeCheckpoint } from './weights/checkpoint/checkpoint'
import type { Weights } from './weights/named-weights'

/** A handler for every request; those that touch files answer later. */
export type TrainerHandlers = {
  readonly [Name in keyof TrainerRequests]: (
    ...args: Parameters<TrainerRequests[Name]>
  ) => ReturnType<TrainerRequests[Name]> | Promise<ReturnType<TrainerRequests[Name]>>
}

/**
 * Answers main's requests. Owns the present run, and replaces it only by one that is known to be whole.
 *
 * @param read what reads weight files
 * @param shelf where the series of runs are found again
 * @param readSeries what reads tables
 */
export function createTrainer(
  emit: Emit,
  clock: Clock,
  read: WeightReader = readInPlace,
  shelf: Shelf = createShelf(null),
  readSeries: SeriesReader = readSeriesInPlace,
): TrainerHandlers {
  const pacer = createPacer(LESSON_PACE)
  const speedometer = createSpeedometer()
  const stream = createUpdateStream((batch) => emit('updates', batch), speedometer.perSecond)
  const compiled = createPatientEngine((code) => emit('noticed', notRecordable(code)))
  const engines = { compiled, eager: eagerAtOnce }
  let engine: EngineName = 'compiled'
  let pauseRules: readonly PauseRule[] = []
  const tools: RunTools = {
    clock,
    emit,
    pacer,
    stream,
    speedometer,
    engine: () => engines[engine],
    pauseRules: () => pauseRules,
  }
  let present: Run | null = null
  let writingTable: AbortController | null = null
  let tableParts: UpdateTable[] = []
  let loading: AbortController | null = null

  const { find } = shelf
  const described = createDescriptions(find, () => present?.state().config ?? LESSON)
  const desk = createTableDesk(readSeries, shelf, (reading) => emit('tableReading', reading))

  /** What a person asks for last is what stands: a file that is still being read is not to come after it. */
  function open(begin: Checkpoint, keyframes: readonly PackedKeyframe[] = []): Result<void> {
    const source = openSource(begin.config, find)
    if (!source.ok) return source
    loading?.abort()
    present?.dispose()
    compiled.abandon()
    present = openRun(begin, source.value, tools, keyframes)
    keepSeries(begin.config.data.source)
    return ok()
  }

  /** Opens a run that has made no update yet. */
  function openNew(begin: Pick<Checkpoint, 'config' | 'origin' | 'goal' | 'initial'>): Result<void> {
    return open({ ...begin, id: randomUUID(), broke: null, present: begin.initial })
  }

  /** A series that earlier runs had to make room with, or that a full disk has not taken, is there as long as a run is. */
  function keepSeries(source: SourceConfig) {
    if (source.kind === 'lesson') return
    void shelf.keep(source.origin).then((unkept) => unkept && emit('noticed', unkept))
  }

  function withRun<T>(action: (run: Run) => Result<T>): Result<T> {
    return present ? action(present) : fail('no-run', text('trainer.noRun'))
  }

  /** The present run, where it is that one. */
  function runOf(id: string): Result<Run> {
    return withRun((run) => (run.description.id === id ? ok(run) : fail('no-run', text('trainer.otherRun'))))
  }

  /** A run that sees the future is told of at once: its losses are not what they seem. */
  function warnOfLeak(config: RunConfig) {
    const { source, dataSeed } = config.data
    const series = source.kind === 'series' ? find(source.origin, dataSeed) : null
    if (!series?.ok) return
    const { found, words } = leakReport(series.value, config)
    if (found) emit('noticed', words)
  }

  function createRun(config: RunConfig): Result<void> {
    const initial = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
    const origin = { kind: 'seed', seed: config.network.seed } as const
    const goal = config.training.updates
    const opened = openNew({ config, origin, goal, initial })
    if (opened.ok) warnOfLeak(config)
    return opened
  }

  /** Opens a run with the weights after a run's best update, as a file of them would. */
  function openBest(run: Run): Result<void> {
    const best = run.best()
    if (!best) return fail('no-run', text('trainer.noBest'))
    const { config } = run.state()
    const { update, position, parameters } = best
    const initial = { ...freshSnapshot(parameters, trainingOf(config)), updatesDone: update, position }
    const origin = { kind: 'best', update } as const
    const goal = update + config.training.updates
    return openNew({ config, origin, goal, initial })
  }

  /** The weights of the present run. */
  function presentWeights(): Result<Weights> {
    if (!present) return fail('no-run', text('trainer.noWeights'))
    const { scalers } = present.source
    return ok({ snapshot: present.snapshot(), config: present.state().config, ...(scalers && { scalers }) })
  }

  async function exportPresent(
    path: string,
    choice: WeightsChoice,
    companions?: Companions,
    language?: Language,
  ): Promise<Result<ExportReport>> {
    const weights = presentWeights()
    if (!weights.ok) return weights
    // Taken here, before anything is waited for: afterwards the run may have trained on, or be another.
    const seen = present && choice.script ? { source: present.source, last: present.lastWindow() } : null
    return exportWeights(path, choice, weights.value, seen, companions, language, readUncalled)
  }

  /** Reads what an export wrote: as it reads what is loaded, so that training goes on and a pause is heard. */
  async function readUncalled(path: string, fallback: RunConfig, format?: WeightFormat) {
    const found = await read(path, fallback, new AbortController().signal, format)
    if (found === null) throw new Error('a reading back was called off, and nobody can')
    return found
  }

  async function loadWeights(path: string): Promise<Result<WeightsSummary | null>> {
    loading?.abort()
    loading = new AbortController()
    const { signal } = loading
    const name = basename(path)
    const found = await read(path, present?.state().config ?? LESSON, signal)
    // One that was read to its end in the same instant is called off no less.
    if (found === null || signal.aborted) return ok(null)
    if (!found.ok) return found
    const fitting = checkSource(name, found.value.weights)
    if (!fitting.ok) return fitting
    const { snapshot, assumed, notes } = found.value.weights
    const there = withSeriesThere(name, found.value.weights.config, present?.state().config ?? null, find)
    if (!there.ok) return there
    const config = there.value
    const goal = snapshot.updatesDone + config.training.updates
    const opened = openNew({ config, origin: { kind: 'file', name }, goal, initial: snapshot })
    if (!opened.ok) return opened
    const { updatesDone } = snapshot
    const parameterCount = present?.description.parameterCount ?? 0
    const summary = { name, bytes: found.value.bytes, parameterCount, updatesDone }
    return ok({ ...summary, ...(assumed && { assumed }), ...(notes && { notes }) })
  }

  return {
    createRun,
    resetRun: () =>
      withRun((run) => {
        const { config } = run.state()
        const { origin } = run.description
        const goal = run.initial.updatesDone + config.training.updates
        return openNew({ config, origin, goal, initial: run.initial })
      }),
    startRun: () => withRun((run) => run.start()),
    pauseRun: () => withRun((run) => run.pause()),
    stepRun: () => withRun((run) => run.step()),
    loadBest: () => withRun(openBest),
    forecastFrom: async (from) => present?.forecast(from) ?? fail('no-run', text('trainer.noRun')),
    momentAt: async ({ runId, update }) => {
      const run = runOf(runId)
      return run.ok ? tellMoment(run.value, update) : run
    },
    branchAt: async ({ runId, update }) => {
      const run = runOf(runId)
      if (!run.ok) return run
      const found = await run.value.checkpointAt(update)
      if (!found.ok) return found
      const branch = { ...found.value, id: randomUUID(), branch: { runId, update } }
      return open(branch, run.value.keyframesUpTo(update))
    },
    changeSettings: (settings) => withRun((run) => run.changeSettings(settings)),
    setPace: (pace) => {
      pacer.setPace(pace)
      present?.reschedule()
      return ok()
    },
    setEngine: (name) => {
      engine = name
      if (name === 'eager') compiled.abandon()
      return ok()
    },
    setPauseRules: (rules) => {
      pauseRules = rules
      present?.pauseRulesChanged()
      return ok()
    },
    attachPage: () => {
      // Whoever asked for it is gone.
      desk.cancel()
      stream.forgetPage()
      present?.reschedule()
    },
    acknowledgeUpdates: (batches) => {
      stream.acknowledge(batches)
      stream.flushIfDue(clock.now())
      present?.reschedule()
    },
    openTable: desk.open,
    pasteTable: desk.paste,
    guessTable: desk.guess,
    readTable: desk.read,
    cancelTableReading: desk.cancel,
    drawnSeries: desk.draw,
    ...described,
    loadWeights,
    cancelLoad: () => loading?.abort(),
    exportWeights: exportPresent,
    addToTable: (part, isFirst) => {
      if (isFirst) tableParts = []
      tableParts.push(part)
      return ok()
    },
    exportTable: (path) => {
      const table = joinedTable(tableParts)
      tableParts = []
      writingTable = new AbortController()
      return exportTable(path, table, writingTable.signal)
    },
    cancelTable: () => {
      tableParts = []
      writingTable?.abort()
    },
    restoreCheckpoint: (files) => {
      const checkpoint = decodeCheckpoint(files)
      if (!checkpoint.ok) return checkpoint
      return open(checkpoint.value, keyframesOf(files.keyframes ?? null, checkpoint.value))
    },
  }
}

/** What was kept of a run; nothing where it is damaged, as they save time alone. */
function keyframesOf(bytes: Uint8Array | null, { id, present }: Checkpoint): readonly PackedKeyframe[] {
  return bytes ? decodeKeyframes(bytes, id, present.updatesDone, packSnapshot(present).numbers.length) : []
}
