import type { DataPreview } from '@contract/data/data-preview'
import type { OpenedTable } from '@contract/data/opened-table'
import { LESSON_FACTS, type SourceFacts } from '@contract/data/source-facts'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { ViewFile } from '@contract/files/view-files'
import { EXPORT_FORMATS, type ExportChoice, type ExportReport } from '@contract/files/weight-formats'
import type { InsideAnswer, InsideQuestion } from '@contract/inside/inside'
import type { Language } from '@contract/language/languages'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { LESSON_PACE, type Pace } from '@contract/run/pace'
import { courseAfter, type RunEvent } from '@contract/run/phases'
import { summaryOf } from '@contract/run/recorded/update-summary'
import type { RunDescription, RunPhase, RunState, WeightsSummary } from '@contract/run/run'
import { RUN_BUDGET } from '@contract/run/run-budget'
import type { TrainerStatus } from '@contract/run/trainer-status'
import type { RunId } from '@contract/run-id'
import { LESSON } from '@contract/settings/lesson'
import { parseRunConfig, parseSettings } from '@contract/settings/parse-settings'
import type { CellName, RunConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import { type SourceConfig, sizesOf } from '@contract/settings/source-config'
import { type KeepableTouch, keptOf } from '@contract/timeline/kept-touches'
import type { MomentId } from '@contract/timeline/moment'
import { editedLog, type PlannedChange, type Recomputing } from '@contract/timeline/planned-changes'
import { configAt, eventsUpTo, withChange, withKept, withWipe } from '@contract/timeline/settings-events'
import type { PageEvents, PageRequests } from '@contract/wire/page-wire'
import type { UnrollApi } from '@contract/wire/unroll-api'
import { madeUp } from '../../helpers/saying'
import { fakeBatch } from './fake-batch'
import { createFakeExperiments, type FakeExperiments } from './fake-experiments'
import { fakeMoment, fakeNearestState } from './fake-moment'
import { createFakeRecords } from './fake-records'
import { fakeDrawn, fakeSeries, fakeTable } from './fake-table'

/** A request that was made of the fake, with what it was given. */
export type Asked = { readonly name: string; readonly args: readonly unknown[] }

/** The whole other side of the wire in a few lines: it keeps the rules of the real one and computes nothing. */
export type FakeApi = {
  readonly api: UnrollApi
  readonly asked: Asked[]
  readonly emit: <Name extends keyof PageEvents>(name: Name, payload: PageEvents[Name]) => void
  /** Makes so many updates of the run at once and sends them in one batch. */
  readonly train: (updates: number) => void
  readonly ready: () => void
  readonly die: (status?: Partial<Extract<TrainerStatus, { kind: 'gone' }>>) => void
  /** The next request of this name is answered with this. */
  readonly answer: (name: string, result: Result<unknown>) => void
  /** Every question about the inside is answered by this from now on. */
  readonly tellInside: (tell: TellInside) => void
  readonly experiments: FakeExperiments
  readonly phase: () => RunPhase
  readonly pace: () => Pace
}

type TellInside = (question: InsideQuestion) => Result<InsideAnswer>

/** The data as the trainer describes it. */
export function fakeData(): DataPreview {
  const at = (make: (t: number) => number) =>
    Float32Array.from({ length: 100 }, (_, index) => make((index / 99) * 2 * Math.PI))
  return {
    times: at((t) => t),
    inputs: at(Math.sin),
    targets: at(Math.cos),
    inputLabel: text('stage.inputSine'),
    targetLabel: text('stage.targetCosine'),
  }
}

/** Name and number of gates of every cell. */
const CELLS: { readonly [Name in CellName]: readonly [name: string, gates: number] } = {
  'rnn-tanh': ['RNN', 1],
  'rnn-relu': ['RNN', 1],
  gru: ['GRU', 3],
  lstm: ['LSTM', 4],
}

/** What a run learns from, as the trainer tells it: the rows of a series are only counted. */
function factsOf(source: SourceConfig): SourceFacts {
  if (source.kind === 'lesson') return LESSON_FACTS
  const { inputs, targets } = source
  return { axis: 'time-steps', inputs, targets, times: { kind: 'rows' } }
}

/** The description of a run as the trainer gives it. */
export function fakeDescription(id: string, config: RunConfig = LESSON): RunDescription {
  const h = config.network.hiddenUnits
  const [name, gates] = CELLS[config.network.cell]
  const deep = config.network.layers === 1 ? '' : `, num_layers=${config.network.layers}`
  const { inputs, outputs } = sizesOf(config.data.source)
  const layer = (l: number) => [
    { name: `rnn.weight_ih_l${l}`, shape: [gates * h, l === 0 ? inputs : h] },
    { name: `rnn.weight_hh_l${l}`, shape: [gates * h, h] },
    { name: `rnn.bias_ih_l${l}`, shape: [gates * h] },
    { name: `rnn.bias_hh_l${l}`, shape: [gates * h] },
  ]
  const parameters = [
    ...Array.from({ length: config.network.layers }, (_, l) => layer(l)).flat(),
    { name: 'out.weight', shape: [outputs, h] },
    { name: 'out.bias', shape: [outputs] },
  ]
  return {
    id,
    origin: { kind: 'seed', seed: config.network.seed },
    summary: `${name}(${inputs} → ${h}${deep}) → Linear(${h} → ${outputs})`,
    parameters,
    parameterCount: parameters.reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0),
    updatesBefore: 0,
    branch: null,
    facts: factsOf(config.data.source),
  }
}

/** Makes the fake. Nothing happens in it by itself: a test, or a timer of the preview, calls `train`. */
export function createFakeApi({
  loaded = true,
  language = 'en',
}: {
  loaded?: boolean
  language?: Language
} = {}): FakeApi {
  const asked: Asked[] = []
  const answers = new Map<string, Result<unknown>>()
  let tellsInside: TellInside = () => fail('no-run', madeUp('There is nothing inside.'))
  let opened = fakeTable()
  const listeners = new Map<string, Set<(payload: never) => void>>()
  let trainer: TrainerStatus = { kind: 'starting' }
  let description: RunDescription | null = null
  let state: RunState | null = null
  let pace: Pace = LESSON_PACE
  let runs = 0
  let done = 0
  const records = createFakeRecords()
  let cancelled: readonly PlannedChange[] = []

  const emit: FakeApi['emit'] = (name, payload) => {
    for (const listener of listeners.get(name) ?? []) listener(payload as never)
  }

  /** The rules are the real ones. */
  function happen(event: RunEvent, change: Partial<RunState> = {}) {
    if (!state) return
    state = { ...state, ...courseAfter(state, event, { before: 0, done }), ...change, updatesDone: done }
    emit('runChanged', state)
  }

  function open(config: RunConfig) {
    runs++
    done = 0
    description = fakeDescription(`run-${runs}`, config)
    const course = { phase: 'ready', goal: config.training.updates, broke: null, endedBy: null } as const
    state = {
      id: description.id,
      ...course,
      updatesDone: 0,
      config,
      best: null,
      pausedBy: null,
      preparing: false,
      events: [],
      planned: [],
    }
    emit('runOpened', description)
    emit('runChanged', state)
  }

  /** As it was after an update, in a run of its own. */
  function branch({ runId, update }: MomentId): Result<void> {
    const [from, of] = [state, description]
    if (!from || !of || from.id !== runId) return fail('no-run', madeUp('There is no such run.'))
    runs++
    done = update
    const id = `run-${runs}`
    records.copy(runId, id, update)
    const left = {
      id: runId,
      name: null,
      branch: null,
      network: of.summary,
      config: from.config,
      updatesDone: from.updatesDone,
    }
    const kept = { ...left, goal: from.goal, phase: 'paused', loss: null, keptAt: 0, bytes: 0 } as const
    description = { ...of, id, branch: { runId, update } }
    const config = configAt(from.events, from.config, update)
    const course = courseAfter(from, { kind: 'opened' }, { before: 0, done })
    const events = eventsUpTo(from.events, update)
    state = { ...from, ...course, id, updatesDone: done, config, events }
    emit('runOpened', description)
    emit('runSetAside', kept)
    emit('runsChanged', { runs: [kept], budget: RUN_BUDGET })
    emit('runChanged', state)
    return ok()
  }

  /** One that makes an update after some touches. */
  function keep({ runId, update }: MomentId, touches: readonly KeepableTouch[]): Result<void> {
    const branched = branch({ runId, update: update - 1 })
    if (branched.ok && state)
      happen({ kind: 'opened' }, { events: withKept(state.events, update, keptOf(touches)) })
    return branched
  }

  /** One that differs in an event, on its way. */
  function recompute({ runId, update, change }: Recomputing): Result<void> {
    const edited = state && editedLog(state.events, state.planned, update, change)
    if (!edited) return fail('no-run', madeUp('There is no such event.'))
    const branched = branch({ runId, update: edited.from })
    const started = { kind: 'started', updates: state?.config.training.updates ?? 0 } as const
    if (branched.ok) happen(started, { planned: edited.planned })
    return branched
  }

  function ready() {
    if (!state) open(LESSON)
    trainer = { kind: 'ready', tensorflow: '2.21.0', tfjs: '4.22.0' }
    emit('trainerChanged', trainer)
  }

  function make(updates: number) {
    if (!state || updates === 0) return
    records.add(state.id, { first: done + 1, count: updates, config: state.config })
    emit('updates', fakeBatch(done + 1, updates, { runId: state.id, config: state.config }))
    done += updates
  }

  function train(updates: number) {
    make(updates)
    if (state && done >= state.goal && state.phase === 'training') happen({ kind: 'updated' })
  }

  /** Does something to the run of this id, as the trainer would. */
  function ofRun(id: RunId, act: (run: RunState) => void): Result<void> {
    if (state?.id !== id) return fail('no-run', text('trainer.otherRun'))
    act(state)
    return ok()
  }

  const weights = (name: string): Result<WeightsSummary> =>
    ok({ name, bytes: 4991, parameterCount: description?.parameterCount ?? 0, updatesDone: done })

  const report = (name: string): ExportReport => ({
    files: [{ name, bytes: 4991 }],
    greatestDifference: 0,
    parameterCount: description?.parameterCount ?? 0,
    updatesDone: done,
  })

  const experiments = createFakeExperiments(emit)
  const handlers: { [Name in keyof UnrollApi['request']]: (...args: never[]) => unknown } = {
    attach: () => ({
      language,
      trainer,
      data: fakeData(),
      run: description && state ? { description, state, rivals: null, scores: null } : null,
      project: null,
      pace,
      engine: 'compiled',
      pauseRules: [],
      view: null,
      runs: { runs: [], budget: RUN_BUDGET },
      experiments: experiments.list(),
      loading: null,
      unsafe: null,
      lastPageGone: null,
      startNotice: null,
      tourDue: false,
    }),
    openTable: () => ok(fakeTable()),
    openRecentTable: () => ok(fakeTable({ name: 'recent.csv' })),
    openDroppedTable: (file: File) => ok(fakeTable({ name: file.name })),
    contentOfDropped: () => ok('weights'),
    pasteTable: () => ok(fakeTable({ name: null })),
    guessTable: (told: Partial<TableChoices>) => {
      const { guess } = opened
      return ok({ ...guess, choices: { ...guess.choices, ...told } })
    },
    readTable: () => ok(fakeSeries()),
    cancelTableReading: () => undefined,
    drawnSeries: (values: Float64Array) => ok(fakeDrawn(values)),
    describeRows: () => fail('invalid-setting', madeUp('The fake knows of no rows.')),
    describeSeries: () => fail('invalid-setting', text('source.lessonHasNone')),
    ...experiments.handlers,
    createRun: (config: RunConfig) => {
      const checked = parseRunConfig(config)
      if (!checked.ok) return checked
      open(checked.value)
      return ok()
    },
    resetRun: (id: RunId) => ofRun(id, ({ config }) => open(config)),
    startRun: (id: RunId) =>
      ofRun(id, ({ config }) => happen({ kind: 'started', updates: config.training.updates })),
    pauseRun: (id: RunId) => ofRun(id, () => happen({ kind: 'paused' })),
    stepRun: (id: RunId) =>
      ofRun(id, () => {
        make(1)
        happen({ kind: 'stepped' })
      }),
    loadBest: () => fail('no-run', madeUp('There is no best update.')),
    momentAt: ({ runId, update }: MomentId) =>
      state?.id === runId && update >= 1 && update <= done
        ? ok(fakeMoment({ runId, update }, configAt(state.events, state.config, update)))
        : fail('no-run', madeUp('There is no such moment.')),
    nearestState: ({ runId, update }: MomentId) =>
      state?.id === runId && update >= 1 && update <= done
        ? ok(fakeNearestState({ runId, update }, state.config, done))
        : fail('no-run', madeUp('There is no such moment.')),
    partPredictions: () => fail('no-run', madeUp('There is no such part.')),
    inside: (question: InsideQuestion) => tellsInside(question),
    cancelMoment: () => undefined,
    futuresOf: () => fail('no-run', madeUp('There are no such futures.')),
    branchAt: branch,
    keepTouches: keep,
    recomputeWith: recompute,
    forecastFrom: () => fail('invalid-setting', madeUp('There is nothing to forecast.')),
    changeSettings: (id: RunId, settings: Partial<RunConfig>) => {
      if (state?.id !== id) return fail('no-run', text('trainer.otherRun'))
      const checked = parseSettings({ ...settingsOf(state.config), ...settings })
      if (!checked.ok) return checked
      const [from, to] = [state.config.training.updates, checked.value.training.updates]
      const events = withChange(state.events, done + 1, state.config, checked.value)
      happen({ kind: 'updatesChanged', from, to }, { config: checked.value, events })
      return ok()
    },
    wipeState: (_run: RunId, wiped: boolean) => {
      if (state)
        happen({ kind: 'opened' }, { phase: state.phase, events: withWipe(state.events, done + 1, wiped) })
      return ok()
    },
    changePlanned: (_run: RunId, update: number, planned: boolean) => {
      const found = (planned ? cancelled : (state?.planned ?? [])).find((each) => each.update === update)
      if (!state || !found) return fail('invalid-setting', madeUp('Nothing is to come there.'))
      const others = state.planned.filter((each) => each !== found)
      cancelled = [found]
      happen({ kind: 'opened' }, { phase: state.phase, planned: planned ? [...others, found] : others })
      return ok()
    },
    setEngine: () => ok(),
    setPauseRules: () => ok(),
    setPace: (next: Pace) => {
      pace = next
      return ok()
    },
    acknowledgeUpdates: () => undefined,
    saveWeights: () => ok(report('weights.safetensors')),
    loadWeights: () => weights('weights.safetensors'),
    cancelLoad: () => undefined,
    loadRecentWeights: () => weights('recent.safetensors'),
    loadDroppedWeights: (file: File) => weights(file.name),
    exportWeights: (_: RunId, { format }: ExportChoice) =>
      ok(report(`unroll${EXPORT_FORMATS[format].ending}`)),
    cancelTable: () => undefined,
    openProject: () => ok(null),
    openRecentProject: () => ok(null),
    openDroppedProject: () => ok(null),
    saveProject: () => ok(null),
    saveProjectAs: () => ok(null),
    keepNotes: () => ok(),
    proveAll: () => ok(),
    cancelProof: () => undefined,
    addToTable: () => ok(),
    exportTable: () => ok({ ...report('unroll.csv'), greatestDifference: null }),
    showExported: () => ok(),
    saveView: ({ view, format, bytes }: ViewFile) =>
      ok({ name: `unroll-${view}.${format}`, bytes: bytes.byteLength }),
    openRun: () => ok(),
    renameRun: () => ok(),
    duplicateRun: () => ok(),
    deleteRuns: () => ok(),
    restoreRuns: () => ok(),
    forgetDeleted: () => undefined,
    setRunBudget: () => ok(),
    copyText: () => ok(),
    recordedUpdates: records.read,
    recordedSummary: (runId: string, first: number) => {
      const found = records.read(runId, first, Number.MAX_SAFE_INTEGER)
      return found.ok ? ok(found.value && summaryOf(found.value)) : found
    },
    keepView: () => undefined,
    endTour: () => undefined,
    setLanguage: (chosen: Language) => {
      language = chosen
      emit('languageChanged', chosen)
    },
    tellView: () => undefined,
    reviveTrainer: () => {
      if (trainer.kind === 'gone') done = Math.min(done, trainer.resumableAt ?? done)
      trainer = { kind: 'ready', tensorflow: '2.21.0', tfjs: '4.22.0' }
      if (description) emit('runOpened', description)
      happen({ kind: 'opened' })
      emit('trainerChanged', trainer)
      return ok()
    },
  }

  // Both maps have a function for every name of the wire; the names are all that is known of them here.
  const request = Object.fromEntries(
    (Object.keys(handlers) as (keyof PageRequests)[]).map((name) => [
      name,
      async (...args: unknown[]) => {
        asked.push({ name, args })
        const set = answers.get(name)
        answers.delete(name)
        if (name === 'openTable' && set?.ok) opened = set.value as OpenedTable
        return set ?? (handlers[name] as (...given: unknown[]) => unknown)(...args)
      },
    ]),
  ) as unknown as UnrollApi['request']
  const names: (keyof PageEvents)[] = [
    'trainerChanged',
    'dataDescribed',
    'runOpened',
    'runChanged',
    'updates',
    'rivalsFound',
    'scored',
    'runsChanged',
    'experimentsChanged',
    'experimentRunsMade',
    'momentProgress',
    'runSetAside',
    'unsafeChanged',
    'loadingChanged',
    'tableOffered',
    'tableReading',
    'projectProving',
    'projectChanged',
    'languageChanged',
    'told',
    'menuChosen',
  ]
  const on = Object.fromEntries(
    names.map((name) => [
      name,
      (listener: (payload: never) => void) => {
        const all = listeners.get(name) ?? new Set()
        listeners.set(name, all.add(listener))
        return () => all.delete(listener)
      },
    ]),
  ) as unknown as UnrollApi['on']

  if (loaded) ready()
  return {
    api: { request, on, platform: 'linux', language },
    asked,
    emit,
    train,
    ready,
    die: (status = {}) => {
      trainer = {
        kind: 'gone',
        reason: 'crashed',
        exitCode: 139,
        resumableAt: state ? done : null,
        ...status,
      }
      emit('trainerChanged', trainer)
    },
    answer: (name, result) => answers.set(name, result),
    tellInside: (tell) => {
      tellsInside = tell
    },
    experiments,
    phase: () => state?.phase ?? 'ready',
    pace: () => pace,
  }
}
