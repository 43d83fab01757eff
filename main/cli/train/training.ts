import type { WeightsChoice } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { ok, type Result } from '@contract/result'
import { wordsOfLoaded } from '@contract/run/load-notes'
import type { RunDescription, RunPhase, RunState, UpdateBatch } from '@contract/run/run'
import type { RunScores } from '@contract/run/run-scores'
import type { UpdateTable } from '@contract/run/update-table'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf } from '@contract/settings/settings'
import type { TrainerEvents } from '@contract/wire/trainer-wire'
import { readSeriesInPlace } from '../../trainer/data/opened/read-series'
import { createShelf } from '../../trainer/data/shelf/shelf'
import type { FindSeries } from '../../trainer/data/source/source'
import { readInPlace, type WeightReader } from '../../trainer/reading/reader'
import type { TrainerHandlers } from '../../trainer/requests/handlers'
import { systemClock } from '../../trainer/system/clock'
import { createTrainer } from '../../trainer/trainer'
import { exportSentence } from '../base/output-file'
import type { Terminal } from '../base/terminal'
import { createUnbatcher, type UpdateRecord } from '../base/update-record'
import { findWith } from '../data/find-table'
import { contradiction, unsaid } from './contradiction'
import { seriesContradiction } from './series-contradiction'
import type { TrainOptions } from './train-options'

/** How a training came to rest. */
export type Ending = Pick<RunState, 'phase' | 'updatesDone' | 'endedBy' | 'best'>

/** A run that is open and has not begun. */
export type Training = {
  readonly description: RunDescription
  /** The settings that it begins with. */
  readonly config: RunConfig
  /**
   * Runs it until it is finished, stopped or diverged. `hear` is given every update in order; the training waits for
   * it when it is behind.
   */
  readonly run: (hear: (records: readonly UpdateRecord[]) => Promise<void>) => Promise<Ending>
  /** Lets it end after the present update; also before it has begun. */
  readonly stop: () => void
  /** Waits no longer for it to come to rest: something has failed that should not, and what it has is all there is. */
  readonly abandon: () => void
  /** Where it stands. */
  readonly now: () => Ending
  /** How good it is where it stands, beside its rivals; null for the lesson, and where nobody waits any more. */
  readonly scores: () => Promise<RunScores | null>
  /** Writes the weights in a format and tries what it wrote; gives a sentence for a person either way. */
  readonly save: (
    path: string,
    choice: WeightsChoice,
    companions: 'replace' | 'keep',
  ) => Promise<Result<Text>>
  /** Writes a table of updates and compares what it wrote; gives a sentence for a person either way. */
  readonly saveTable: (path: string, table: UpdateTable) => Promise<Result<Text>>
}

/** Phases in which a run makes no updates and will not by itself. */
const AT_REST: readonly RunPhase[] = ['ready', 'paused', 'finished', 'diverged']

/** Opens a run in a trainer of its own, which takes this side for the app: the same requests, the same events. */
export async function openTraining(
  options: TrainOptions,
  terminal: Terminal,
  read: WeightReader = readInPlace,
  find: FindSeries = findWith(null),
): Promise<Result<Training>> {
  const news = new EventTarget()
  const heard: { opened?: RunDescription; state?: RunState; scores?: RunScores } = {}
  let hearBatch: (batch: UpdateBatch) => void = () => {}
  const trainer = createTrainer(
    (name, payload) => {
      // The pair fits by Emit's own type; a generic pair is more than the compiler can follow.
      const event = { name, payload } as {
        [Name in keyof TrainerEvents]: { name: Name; payload: TrainerEvents[Name] }
      }[keyof TrainerEvents]
      if (event.name === 'runOpened') heard.opened = event.payload
      if (event.name === 'noticed') terminal.warn(event.payload)
      if (event.name === 'updates') hearBatch(event.payload)
      if (event.name === 'scored') {
        heard.scores = event.payload
        news.dispatchEvent(new Event('changed'))
      }
      if (event.name === 'runChanged') {
        heard.state = event.payload
        news.dispatchEvent(new Event('changed'))
      }
    },
    systemClock,
    read,
    { ...createShelf(null), find },
    readSeriesInPlace,
    // There is no rail here, and the process ends with the run.
    { goesBack: false },
  )
  const opened = await open(trainer, options, terminal, () => heard.state)
  if (!opened.ok) return opened
  const { opened: description, state } = heard
  if (!description || !state) throw new Error('the trainer has opened a run without telling of it')
  let stopped = false
  let abandoned = false

  const { id } = description

  async function run(hear: (records: readonly UpdateRecord[]) => Promise<void>): Promise<Ending> {
    const unbatch = createUnbatcher()
    let told = Promise.resolve()
    hearBatch = (batch) => {
      told = told.then(() => hear(unbatch(batch))).then(() => trainer.acknowledgeUpdates(1) as undefined)
      // Nobody takes updates any more, so that the training would wait for ever: `await told` below is what fails.
      told.catch(abandon)
    }
    if (!stopped) await trainer.startRun(id)
    while (!abandoned && !AT_REST.includes(now().phase)) await newsOf()
    await told
    return now()
  }

  const newsOf = () => new Promise((changed) => news.addEventListener('changed', changed, { once: true }))
  async function scores(): Promise<RunScores | null> {
    if (now().config.data.source.kind === 'lesson') return null
    // They are told at every rest, of the weights that stand then.
    while (!abandoned && heard.scores?.update !== now().updatesDone) await newsOf()
    return abandoned ? null : (heard.scores ?? null)
  }

  const now = () => heard.state ?? state
  const abandon = () => {
    abandoned = true
    void trainer.pauseRun(id)
    news.dispatchEvent(new Event('changed'))
  }
  return ok({
    description,
    config: state.config,
    run,
    scores,
    stop: () => {
      stopped = true
      void trainer.pauseRun(id)
    },
    abandon,
    now,
    save: async (path, choice, companions) => {
      const saved = await trainer.exportWeights(id, path, choice, companions, terminal.language)
      return saved.ok ? ok(exportSentence(saved.value)) : saved
    },
    saveTable: async (path, table) => {
      await trainer.addToTable(table, true)
      const saved = await trainer.exportTable(path)
      if (!saved.ok) return saved
      if (saved.value === null) throw new Error('nobody here calls a table off')
      return ok(exportSentence(saved.value))
    },
  })
}

async function open(
  trainer: TrainerHandlers,
  { begin, engine }: TrainOptions,
  terminal: Terminal,
  present: () => RunState | undefined,
): Promise<Result<unknown>> {
  await trainer.setPace('max')
  await trainer.setEngine(engine)
  if (begin.kind === 'new') return trainer.createRun(begin.config)
  // What a file does not say is taken from the present run.
  const created = await trainer.createRun(begin.fallback)
  if (!created.ok) return created
  const loaded = await trainer.loadWeights(terminal.pathOf(begin.file))
  if (!loaded.ok) return loaded
  const state = present()
  if (!loaded.value || !state) throw new Error('a file was loaded without a run of it')
  const brought = state.config
  const against = contradiction(begin, brought) ?? seriesContradiction(begin, brought)
  if (against) return against
  for (const sentence of wordsOfLoaded(unsaid(loaded.value, begin.given))) terminal.warn(sentence)
  return trainer.changeSettings(state.id, { ...settingsOf(brought), ...begin.changes })
}
