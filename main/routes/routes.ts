import type { ChoosableLanguage } from '@contract/language/languages'
import { text } from '@contract/language/texts'
import { ok } from '@contract/result'
import { summaryOf } from '@contract/run/recorded/update-summary'
import type { AppLanguage } from '../base/app-language'
import type { StartNotices } from '../base/start-notices'
import type { TourMemory } from '../chrome/tour-memory'
import { freeMemory } from '../disk/free-memory'
import type { Experiments } from '../experiments/experiments'
import type { FileDialogs } from '../files/dialogs'
import type { Loads } from '../files/loads'
import type { RecentFiles } from '../files/recent-files'
import type { Ask, TrainerHost } from '../host/trainer-host'
import type { Projects } from '../projects/projects'
import type { SessionMemory } from '../runs/last-session'
import { createMemoryQuestion } from '../runs/memory-question'
import type { RunKeeper } from '../runs/run-keeper'
import { type Chosen, type RunMemory, welcome } from '../runs/run-memory'
import type { RunOpening } from '../runs/run-opening'
import { createSurePause } from '../runs/sure-pause'
import type { PageLoss } from '../window/page-loss'
import type { PageViewMemory } from '../window/page-view'
import type { PageWire, Routes } from '../wire/ipc'
import { createDataRoutes } from './data-routes'
import { createExperimentRoutes } from './experiment-routes'
import { createExportRoutes } from './export-routes'
import { createProjectRoutes } from './project-routes'
import { createViewRoutes } from './view-routes'

/** What the routes lead to. */
export type RouteEnds = {
  readonly language: Pick<AppLanguage, 'now'>
  /** Changes the language, and says so where that cannot be kept. */
  readonly speak: (language: ChoosableLanguage) => void
  readonly host: TrainerHost
  readonly opening: RunOpening
  readonly wire: Pick<PageWire, 'attach' | 'page'>
  readonly memory: { readonly now: () => RunMemory; readonly keep: (chosen: Partial<Chosen>) => void }
  readonly dialogs: Pick<FileDialogs, 'askOpenPath' | 'askSavePath' | 'reveal' | 'agrees'>
  readonly recent: Pick<RecentFiles, 'add' | 'choose'>
  readonly loads: Loads
  readonly loss: PageLoss
  readonly view: Pick<PageViewMemory, 'take' | 'forget'>
  readonly notices: Pick<StartNotices, 'take'>
  readonly tour: TourMemory
  /** Ends when it is known which runs are kept. */
  readonly runsOpened: Promise<void>
  readonly keeper: Pick<RunKeeper, 'list' | 'trouble' | 'open' | 'recorded'>
  readonly projects: Projects
  readonly experiments: Experiments
  readonly session: Pick<SessionMemory, 'now' | 'keep'>
  /** Puts a text into the system's clipboard. */
  readonly copy: (text: string) => void
}

/** What every load is told to. */
export type LoadEnds = { readonly recent: Pick<RecentFiles, 'add'>; readonly loads: Pick<Loads, 'follow'> }

/** Loads a weight file; one that could be loaded becomes the newest of the recent files. Null: it was called off. */
export async function loadFrom(path: string, ask: Ask, { recent, loads }: LoadEnds) {
  const loaded = await loads.follow(path, ask('loadWeights', path))
  if (loaded.ok && loaded.value) recent.add(path, 'weights')
  return loaded
}

/** Every request of the contract, by its name. */
export function createRoutes(ends: RouteEnds): Routes {
  const { host, opening, wire, memory, dialogs, recent, keeper, session, loss, notices, tour, view } = ends
  const { language, experiments } = ends

  const train = createMemoryQuestion({
    memory: memory.now,
    free: freeMemory,
    ask: (concern) => dialogs.agrees(concern, text('dialogs.trainAnyway')),
  })

  return {
    attach: async () => {
      // Before anything is told: what is told after the welcome has happened after it.
      const page = wire.page()
      await Promise.all([ends.runsOpened, experiments.opened])
      // The one that has taken its place attaches by itself.
      if (page !== wire.page()) throw new Error('the page that asked is gone')
      wire.attach()
      view.forget()
      host.tell('attachPage')
      // Whoever could have had it back is gone.
      void keeper.list.forgetDeleted()
      void experiments.forgetDeleted()
      const present = welcome(memory.now(), host.status())
      return {
        ...present,
        language: language.now(),
        project: ends.projects.standing(),
        view: session.now().view,
        runs: keeper.list.now(),
        experiments: experiments.list(),
        loading: ends.loads.now(),
        unsafe: keeper.trouble(),
        lastPageGone: loss.take(),
        startNotice: notices.take(),
        tourDue: tour.due(),
      }
    },
    createRun: (config) => host.ask('createRun', config),
    resetRun: (run) => host.ask('resetRun', run),
    startRun: (run) => train(run, () => host.ask('startRun', run)),
    pauseRun: createSurePause(host, opening),
    stepRun: (run) => train(run, () => host.ask('stepRun', run)),
    loadBest: (run) => host.ask('loadBest', run),
    forecastFrom: (run, from) => host.ask('forecastFrom', run, from),
    momentAt: (moment) => host.ask('momentAt', moment),
    nearestState: (moment) => host.ask('nearestState', moment),
    partPredictions: (asked) => host.ask('partPredictions', asked),
    inside: (question) => host.ask('inside', question),
    cancelMoment: (moment) => host.tell('cancelMoment', moment),
    futuresOf: (asked) => host.ask('futuresOf', asked),
    branchAt: (moment) => host.ask('branchAt', moment),
    keepTouches: (moment, touches) => host.ask('keepTouches', moment, touches),
    recomputeWith: (what) => train(what.runId, () => host.ask('recomputeWith', what)),
    changeSettings: (run, settings) => host.ask('changeSettings', run, settings),
    wipeState: (run, wiped) => host.ask('wipeState', run, wiped),
    changePlanned: (run, update, planned) => host.ask('changePlanned', run, update, planned),
    setPace: async (pace) => {
      const set = await host.ask('setPace', pace)
      if (set.ok) {
        memory.keep({ pace })
        session.keep({ pace })
      }
      return set
    },
    setEngine: async (engine) => {
      const set = await host.ask('setEngine', engine)
      if (set.ok) {
        memory.keep({ engine })
        session.keep({ engine })
      }
      return set
    },
    setPauseRules: async (pauseRules) => {
      const set = await host.ask('setPauseRules', pauseRules)
      if (set.ok) {
        memory.keep({ pauseRules })
        session.keep({ pauseRules })
      }
      return set
    },
    cancelTable: () => host.tell('cancelTable'),
    acknowledgeUpdates: (batches) => host.tell('acknowledgeUpdates', batches),
    loadWeights: async () => {
      const refusal = host.refusal()
      if (refusal) return refusal
      const path = await dialogs.askOpenPath('weights')
      return path === undefined ? ok(null) : loadFrom(path, host.ask, ends)
    },
    cancelLoad: () => host.tell('cancelLoad'),
    loadRecentWeights: async (file) => {
      const chosen = recent.choose(file, 'weights')
      return chosen.ok ? loadFrom(chosen.value, host.ask, ends) : chosen
    },
    loadDroppedWeights: (path) => loadFrom(path, host.ask, ends),
    ...createDataRoutes({ host, dialogs, recent }),
    ...createExperimentRoutes({ host, experiments }),
    ...createProjectRoutes({ host, dialogs, recent, projects: ends.projects }),
    ...createViewRoutes({ memory: memory.now, dialogs }),
    ...createExportRoutes({ language, host, memory: memory.now, dialogs, recent }),
    reviveTrainer: () => opening.revive(),
    openRun: async (id) => {
      const opened = await keeper.open(id, host.ask)
      return opened.ok ? ok() : opened
    },
    renameRun: (run, name) => keeper.list.rename(run, name),
    duplicateRun: (run, name) => keeper.list.duplicate(run, name, host.ask),
    deleteRuns: (runs) => {
      keeper.list.remove(runs)
      return ok()
    },
    restoreRuns: (runs) => {
      keeper.list.restore(runs)
      return ok()
    },
    forgetDeleted: () => {
      void keeper.list.forgetDeleted()
      void experiments.forgetDeleted()
    },
    setRunBudget: (runBudget) => {
      session.keep({ runBudget })
      keeper.list.tell()
      return ok()
    },
    recordedUpdates: (id, first, last) => keeper.recorded(id, first, last),
    recordedSummary: async (id, first) => {
      const found = await keeper.recorded(id, first, Number.MAX_SAFE_INTEGER)
      return found.ok ? ok(found.value && summaryOf(found.value)) : found
    },
    copyText: ({ text }) => {
      ends.copy(text)
      return ok()
    },
    keepView: (view) => session.keep({ view }),
    endTour: tour.end,
    setLanguage: ends.speak,
    tellView: view.take,
  }
}
