import { LESSON_FACTS } from '@contract/data/source-facts'
import type { ExperimentPlan, ExperimentSummary } from '@contract/experiment/experiment'
import { SAVED_AS } from '@contract/files/weight-formats'
import type { ProjectStanding } from '@contract/project/standing'
import { fail, ok } from '@contract/result'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunDescription, RunState } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { defer } from '../../../main/base/deferred'
import type { Experiments } from '../../../main/experiments/experiments'
import type { Ask, TrainerHost } from '../../../main/host/trainer-host'
import { createRoutes } from '../../../main/routes/routes'
import { NO_SESSION } from '../../../main/runs/last-session'
import type { ListedRuns } from '../../../main/runs/listed-runs'
import { NOTHING_YET, type RunMemory } from '../../../main/runs/run-memory'
import { REQUEST_CHECKS } from '../../../main/wire/request-schemas'
import { madeUp, saying } from '../../helpers/saying'
import { batchOf } from '../runs/any-batch'

const DESCRIPTION: RunDescription = {
  id: 'a',
  origin: { kind: 'file', name: 'a' },
  summary: '',
  parameters: [],
  parameterCount: 0,
  updatesBefore: 0,
  branch: null,
  facts: LESSON_FACTS,
}
const STATE: RunState = {
  id: 'a',
  phase: 'finished',
  updatesDone: 60,
  goal: 60,
  broke: null,
  endedBy: null,
  best: null,
  pausedBy: null,
  preparing: false,
  events: [],
  planned: [],
  config: LESSON,
}

const EARLIER: ListedRun = {
  bytes: 3000,
  id: 'left',
  name: null,
  branch: null,
  network: 'RNN',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 0.5,
  keptAt: 0,
}

const PLAN: ExperimentPlan = { kind: 'seeds', base: LESSON, seeds: { first: 0, count: 3 } }
const EXPERIMENT: ExperimentSummary = {
  id: 'b',
  plan: PLAN,
  phase: 'stopped',
  made: 1,
  failed: 0,
  bytes: 500,
  begunAt: 0,
}

const STANDING: ProjectStanding = { runId: 'a', file: null, notes: 'mine', proof: null }

function setUp({
  path = undefined as string | undefined,
  ready = true,
  answer = ok({}) as unknown,
  runsOpened = Promise.resolve(),
} = {}) {
  const asked: unknown[][] = []
  const added: string[] = []
  const followed: string[] = []
  const proposed: string[] = []
  const revealed: string[] = []
  const views: unknown[] = []
  let attached = 0
  let page = 1
  let session = NO_SESSION
  let memory: RunMemory = { ...NOTHING_YET, description: DESCRIPTION, state: STATE }
  const ask = (async (...request: unknown[]) => {
    asked.push(request)
    return answer
  }) as Ask
  const tell = (...told: unknown[]) => {
    asked.push(told)
  }
  const host: TrainerHost = {
    status: () => ({ kind: 'starting' }),
    refusal: () => (ready ? null : fail('trainer-not-ready', madeUp('wait'))),
    start: async () => ok(),
    ask,
    tell: tell as TrainerHost['tell'],
    replace: () => null,
    end: async () => {},
  }
  const spoken: string[] = []
  const copied: string[] = []
  /** What was asked of the list of runs. */
  const ofList: unknown[] = []
  const list = {
    now: () => ({ runs: [EARLIER], budget: 2e9 }),
    tell: () => ofList.push('tell'),
    rename: async (...args: unknown[]) => ofList.push(['rename', ...args]),
    duplicate: async (id: string, name: string) => ofList.push(['duplicate', id, name]),
    remove: (ids: unknown) => ofList.push(['remove', ids]),
    restore: (ids: unknown) => ofList.push(['restore', ids]),
    forgetDeleted: async () => ofList.push('forget'),
  }
  const ofExperiments: unknown[][] = []
  const answering =
    (name: string, answer: unknown = ok()) =>
    async (...args: unknown[]) => {
      ofExperiments.push([name, ...args])
      return answer
    }
  const experiments = {
    opened: Promise.resolve(),
    list: () => [EXPERIMENT],
    estimate: answering('estimate'),
    start: answering('start', ok('b')),
    stop: answering('stop'),
    resume: answering('resume'),
    remove: answering('remove'),
    restore: answering('restore'),
    runs: answering('runs', ok([])),
    open: answering('open'),
    warm: answering('warm'),
    forgetDeleted: answering('forget'),
  }
  const routes = createRoutes({
    language: { now: () => 'zh' },
    speak: (language) => spoken.push(language),
    copy: (text) => copied.push(text),
    host,
    opening: {
      first: async () => ok(),
      revive: async () => fail('trainer-gone', madeUp('still gone')),
      replacePaused: () => null,
    },
    wire: {
      attach: () => {
        attached += 1
      },
      page: () => page,
    },
    memory: {
      now: () => memory,
      keep: (chosen) => {
        memory = { ...memory, ...chosen }
      },
    },
    dialogs: {
      agrees: async () => true,
      askOpenPath: async () => path,
      askSavePath: async ({ name }) => {
        proposed.push(name)
        return path
      },
      reveal: (shown) => {
        revealed.push(shown)
      },
    },
    recent: {
      add: (one) => {
        added.push(one)
      },
      choose: (id) =>
        id === 'newest' ? ok('/tmp/newest.safetensors') : fail('file-unreadable', madeUp('gone')),
    },
    loads: {
      follow: async (loaded, load) => {
        followed.push(loaded)
        return load
      },
      now: () => 'large.npz',
    },
    loss: { take: () => 'oom' },
    view: { take: (shown) => views.push(shown), forget: () => views.push(null) },
    notices: { take: () => madeUp('set aside') },
    tour: { due: () => true, end: () => {} },
    runsOpened,
    keeper: {
      list: list as unknown as ListedRuns,
      trouble: () => null,
      open: async (id) => (id === EARLIER.id ? ok(EARLIER) : fail('file-unreadable', madeUp('no such run'))),
      recorded: async (id, first, last) =>
        id === 'a' ? ok(batchOf(id, first, last - first + 1)) : fail('no-run', madeUp('not the present one')),
    },
    projects: {
      hear: () => {},
      standing: () => STANDING,
      open: async () => ok(null),
      save: async () => ok(null),
      keepNotes: () => ok(),
      proveAll: () => ok(),
      cancelProof: () => {},
      setAutosave: () => {},
      settle: async () => {},
    },
    experiments: experiments as unknown as Experiments,
    session: {
      now: () => session,
      keep: (change) => {
        session = { ...session, ...change }
      },
    },
  })
  return {
    routes,
    spoken,
    copied,
    views,
    asked,
    added,
    followed,
    proposed,
    revealed,
    attached: () => attached,
    /** Another page takes the place of the present one. */
    turnPage: () => {
      page += 1
    },
    pace: () => memory.pace,
    session: () => session,
    ofList,
    ofExperiments,
  }
}

describe('the routes', () => {
  it('are there for every request that has a schema, and for no other', () => {
    expect(Object.keys(setUp().routes).sort()).toEqual(Object.keys(REQUEST_CHECKS).sort())
  })

  it('lead to the trainer', async () => {
    const { routes, asked } = setUp()
    await routes.startRun('a')
    await routes.createRun(LESSON)
    routes.acknowledgeUpdates(2)
    expect(asked).toEqual([
      ['startRun', 'a'],
      ['createRun', LESSON],
      ['acknowledgeUpdates', 2],
    ])
  })

  it('attach a page before it is told anything, and tell the trainer that it knows nothing', async () => {
    const { routes, asked, attached } = setUp()
    const welcome = await routes.attach()
    expect(attached()).toBe(1)
    expect(welcome.language).toBe('zh')
    expect(asked).toEqual([['attachPage']])
    expect(welcome).toMatchObject({
      trainer: { kind: 'starting' },
      pace: 20,
      runs: { runs: [EARLIER], budget: 2e9 },
      experiments: [EXPERIMENT],
      unsafe: null,
      project: STANDING,
      view: null,
      lastPageGone: 'oom',
      startNotice: madeUp('set aside'),
      tourDue: true,
    })
  })

  it('let a page wait for the runs of before, and forget one that is gone by then', async () => {
    const opened = defer<void>()
    const { routes, attached, ofList, turnPage } = setUp({ runsOpened: opened.promise })
    const gone = routes.attach()
    turnPage()
    const waiting = routes.attach()
    await new Promise((resolve) => setImmediate(resolve))
    expect([attached(), ofList]).toEqual([0, []])
    opened.resolve()
    await expect(gone).rejects.toThrow('gone')
    expect((await waiting).startNotice).toEqual(madeUp('set aside'))
    expect([attached(), ofList]).toEqual([1, ['forget']])
  })

  it('lead to the list of runs; a page that goes takes the way back of what was deleted with it', async () => {
    const { routes, ofList, session } = setUp()
    await routes.renameRun('left', 'mine')
    await routes.duplicateRun('left', 'Copy of mine')
    expect([routes.deleteRuns(['left']), routes.restoreRuns(['left'])]).toEqual([ok(), ok()])
    routes.forgetDeleted()
    expect(routes.setRunBudget(5e8)).toEqual(ok())
    expect(session()).toMatchObject({ runBudget: 5e8 })
    await routes.attach()
    expect(ofList).toEqual([
      ['rename', 'left', 'mine'],
      ['duplicate', 'left', 'Copy of mine'],
      ['remove', ['left']],
      ['restore', ['left']],
      'forget',
      'tell',
      'forget',
    ])
  })

  it('lead to the experiments; a page that goes takes the way back of what was deleted with it', async () => {
    const { routes, ofExperiments } = setUp()
    await routes.estimateExperiment(PLAN)
    expect(await routes.startExperiment(PLAN)).toEqual(ok('b'))
    await routes.stopExperiment('b')
    await routes.resumeExperiment('b')
    await routes.deleteExperiment('b')
    await routes.restoreExperiment('b')
    await routes.experimentRuns('b', 50)
    await routes.openExperimentRun('b', 2, 30)
    routes.warmWorkers(PLAN)
    routes.forgetDeleted()
    await routes.attach()
    expect(ofExperiments).toEqual([
      ['estimate', PLAN],
      ['start', PLAN],
      ['stop', 'b'],
      ['resume', 'b'],
      ['remove', 'b'],
      ['restore', 'b'],
      ['runs', 'b', 50],
      ['open', 'b', 2, 30, expect.any(Function)],
      ['warm', PLAN],
      ['forget'],
      ['forget'],
    ])
  })

  it('hand on what the page shows, and forget it when another page attaches', async () => {
    const { routes, views } = setUp()
    const view = { modal: true, showInput: false, logLoss: true }
    routes.tellView(view)
    await routes.attach()
    expect(views).toEqual([view, null])
  })

  it('keep a pace and an engine that the trainer took, and no other', async () => {
    const taken = setUp()
    await taken.routes.setPace(5)
    expect(taken.pace()).toBe(5)
    await taken.routes.setEngine('eager')
    expect(await taken.routes.attach()).toMatchObject({ pace: 5, engine: 'eager' })
    const refused = setUp({ answer: fail('trainer-gone', madeUp('gone')) })
    await refused.routes.setPace(5)
    expect(refused.pace()).toBe(20)
    await refused.routes.setEngine('eager')
    expect(await refused.routes.attach()).toMatchObject({ pace: 20, engine: 'compiled' })
  })

  it('save where the person says, under a name that says what it is', async () => {
    const { routes, asked, added, proposed } = setUp({ path: '/tmp/mine.safetensors' })
    await routes.saveWeights('a')
    expect(proposed).toEqual(['unroll-rnn32-60updates.safetensors'])
    expect(asked).toEqual([['exportWeights', 'a', '/tmp/mine.safetensors', SAVED_AS, 'replace', 'zh']])
    expect(added).toEqual(['/tmp/mine.safetensors'])
  })

  it('export where the person says, by the request of the format', async () => {
    const { routes, asked, added, proposed } = setUp({ path: '/tmp/mine.npz' })
    const choice = { format: 'npz', names: 'keras', script: true } as const
    await routes.exportWeights('a', choice)
    expect(proposed).toEqual(['unroll-rnn32-60updates.npz'])
    expect(asked).toEqual([['exportWeights', 'a', '/tmp/mine.npz', choice, 'replace', 'zh']])
    expect(added).toEqual(['/tmp/mine.npz'])
  })

  it('do nothing when the dialog is closed', async () => {
    const { routes, asked } = setUp()
    expect(await routes.saveWeights('a')).toEqual(ok(null))
    expect(await routes.loadWeights()).toEqual(ok(null))
    expect(asked).toEqual([])
  })

  it('ask for no file while there is no trainer to read it', async () => {
    const { routes, proposed } = setUp({ ready: false, path: '/tmp/a.safetensors' })
    expect(await routes.saveWeights('a')).toMatchObject({ error: { code: 'trainer-not-ready' } })
    expect(await routes.loadWeights()).toMatchObject({ error: { code: 'trainer-not-ready' } })
    expect(proposed).toEqual([])
  })

  it('load from a dialog, from the recent files and from a drop', async () => {
    const { routes, asked, added, followed } = setUp({ path: '/tmp/chosen.safetensors' })
    await routes.loadWeights()
    await routes.loadRecentWeights('newest')
    await routes.loadDroppedWeights('/tmp/dropped.safetensors')
    expect(asked.map(([, path]) => path)).toEqual(added)
    expect(followed).toEqual(added)
    expect(added).toEqual(['/tmp/chosen.safetensors', '/tmp/newest.safetensors', '/tmp/dropped.safetensors'])
    expect(await routes.loadRecentWeights('other')).toMatchObject({ error: { code: 'file-unreadable' } })
  })

  it('keep a file that could not be loaded out of the recent ones', async () => {
    const { routes, added } = setUp({ answer: fail('file-not-weights', madeUp('no weights')) })
    expect(await routes.loadDroppedWeights('/tmp/x.txt')).toMatchObject({
      error: { text: saying('no weights') },
    })
    expect(added).toEqual([])
  })

  it('call a load off, which leaves its file out of the recent ones, and tell a new page of one', async () => {
    const { routes, asked, added } = setUp({ answer: ok(null) })
    expect(await routes.loadDroppedWeights('/tmp/large.npz')).toEqual(ok(null))
    routes.cancelLoad()
    expect(asked.at(-1)).toEqual(['cancelLoad'])
    expect(added).toEqual([])
    expect(await routes.attach()).toMatchObject({ loading: 'large.npz' })
  })

  it('open an earlier run, and read what was recorded of the present one', async () => {
    const { routes } = setUp()
    expect(await routes.openRun('left')).toEqual(ok())
    expect(await routes.openRun('right')).toMatchObject({ error: { text: saying('no such run') } })
    expect(await routes.recordedUpdates('a', 7, 9)).toEqual(ok(batchOf('a', 7, 3)))
    expect(await routes.recordedUpdates('b', 0, 9)).toMatchObject({ error: { code: 'no-run' } })
  })

  it('keep pace, engine and view for the next start', async () => {
    const { routes, session } = setUp()
    await routes.setPace('max')
    await routes.setEngine('eager')
    const view = {
      showInput: true,
      logLoss: true,
      showGradientNorm: false,
      showReference: false,
      showRivals: false,
      follow: 9,
      hiddenRunColumns: ['bytes'],
    }
    routes.keepView(view)
    expect(session()).toMatchObject({ pace: 'max', engine: 'eager', view })
    expect(await routes.attach()).toMatchObject({ view })
  })

  it('put a text into the clipboard', async () => {
    const { routes, copied } = setUp()
    expect(await routes.copyText({ kind: 'setup-code', text: 'U1.AAQVv8U3q64FAA' })).toEqual(ok())
    expect(copied).toEqual(['U1.AAQVv8U3q64FAA'])
  })

  it('answer a revival that failed with its reason', async () => {
    expect(await setUp().routes.reviveTrainer()).toMatchObject({ error: { text: saying('still gone') } })
  })
})
