import { fail, ok, type Result } from '@contract/result'
import type { RunPhase } from '@contract/run/run'
import type { UnfinishedRun } from '@contract/run/unfinished-run'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import type { Ask, TrainerEvent } from '../../../main/host/trainer-host'
import { NOTHING_YET, remember } from '../../../main/runs/run-memory'
import { createUnfinishedRuns } from '../../../main/runs/unfinished-runs'
import type { UnfinishedStore } from '../../../main/runs/unfinished-store'
import { settled } from '../../helpers/fake-trainer'

const LEFT: UnfinishedRun = { id: 'left', network: 'GRU', updatesDone: 37, goal: 60, stoppedAt: 5 }

type Disk = UnfinishedStore & {
  /** `a@10` for every checkpoint written, in order. */
  readonly written: string[]
  /** While held, nothing that is being written arrives. */
  readonly hold: () => () => void
  readonly damaged: Set<string>
  readonly aside: string[]
}

function fakeDisk(found: readonly UnfinishedRun[]): Disk {
  let runs = found
  let gate = Promise.resolve()
  const written: string[] = []
  const damaged = new Set<string>()
  const aside: string[] = []
  const drop = async (id: string) => {
    await gate
    runs = runs.filter((run) => run.id !== id)
  }
  return {
    written,
    damaged,
    aside,
    hold: () => {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    runs: () => runs,
    put: async (run) => {
      await gate
      written.push(`${run.id}@${run.updatesDone}`)
      runs = [run, ...runs.filter(({ id }) => id !== run.id)]
    },
    drop,
    read: async (id) => (damaged.has(id) ? null : Uint8Array.of(7)),
    setAside: async (id) => {
      aside.push(id)
      await drop(id)
    },
  }
}

function setUp(found: readonly UnfinishedRun[] = []) {
  const disk = fakeDisk(found)
  const offers: (string | null)[] = []
  const errors: string[] = []
  const asked: string[] = []
  const answers = new Map<string, Result<void>>()
  let now = 0
  let memory = NOTHING_YET
  const runs = createUnfinishedRuns({
    store: disk,
    now: () => now,
    onOffer: (run) => offers.push(run?.id ?? null),
    log: { info: () => {}, error: (text) => errors.push(text) },
  })
  const hear = (event: TrainerEvent) => {
    memory = remember(memory, event)
    runs.hear(event, memory)
  }
  const open = (id: string) =>
    hear({
      kind: 'event',
      name: 'runOpened',
      payload: {
        id,
        origin: { kind: 'seed', seed: 1 },
        summary: 'RNN',
        parameters: [],
        parameterCount: 1,
        updatesBefore: 0,
      },
    })
  const be = (phase: RunPhase, updatesDone: number, size = 1) => {
    const id = memory.description?.id ?? ''
    const state = { id, phase, updatesDone, goal: 60, broke: null, preparing: false, config: LESSON }
    hear({ kind: 'event', name: 'runChanged', payload: state })
    hear({
      kind: 'event',
      name: 'checkpointTaken',
      payload: { updatesDone, bytes: new Uint8Array(size) },
    })
    return settled()
  }
  const ask = (async (name: string) => {
    asked.push(name)
    const answer = answers.get(name) ?? ok()
    if (name === 'restoreCheckpoint' && answer.ok) {
      open('left')
      await be('paused', 37)
    }
    return answer
  }) as unknown as Ask
  return { runs, disk, offers, errors, asked, answers, open, be, ask, at: (time: number) => (now = time) }
}

describe('an unfinished run', () => {
  it('is written at its first checkpoint, then every two seconds, and when it rests', async () => {
    const { disk, open, be, at } = setUp()
    open('a')
    await be('ready', 0)
    await be('training', 10)
    for (const [time, update] of [
      [1000, 20],
      [1999, 30],
      [2000, 40],
      [3000, 50],
    ] as const) {
      at(time)
      await be('training', update)
    }
    await be('paused', 55)
    expect(disk.written).toEqual(['a@10', 'a@40', 'a@55'])
  })

  it('is written less often when it is large', async () => {
    const { disk, open, be, at } = setUp()
    open('a')
    const size = 60_000_000
    await be('training', 1, size)
    at(29_999)
    await be('training', 2, size)
    at(30_000)
    await be('training', 3, size)
    expect(disk.written).toEqual(['a@1', 'a@3'])
  })

  it('is forgotten when it is finished, diverged, reset or left for a new one', async () => {
    for (const end of ['finished', 'diverged'] as const) {
      const { disk, open, be } = setUp()
      open('a')
      await be('training', 10)
      await be(end, 60)
      expect([disk.written, disk.runs()]).toEqual([['a@10'], []])
    }
    const { disk, open, be } = setUp()
    open('a')
    await be('paused', 10)
    open('b')
    await be('ready', 0)
    expect(disk.runs()).toEqual([])
  })

  it('never has two checkpoints under way, and none that is out of date', async () => {
    const { disk, runs, open, be } = setUp()
    open('a')
    const release = disk.hold()
    await be('training', 10)
    await be('paused', 11)
    await be('paused', 12)
    expect(disk.written).toEqual([])
    release()
    await runs.keep()
    expect(disk.written).toEqual(['a@10', 'a@12'])
  })

  it('that finishes while it is being written is forgotten all the same', async () => {
    const { disk, open, be } = setUp()
    open('a')
    const release = disk.hold()
    await be('training', 10)
    await be('finished', 60)
    release()
    await settled()
    expect(disk.runs()).toEqual([])
  })

  it('is on disk in its newest state when the app has quit', async () => {
    const { disk, runs, open, be, at } = setUp()
    open('a')
    await be('training', 10)
    at(1000)
    await be('training', 30)
    await runs.keep()
    expect(disk.written).toEqual(['a@10', 'a@30'])
  })
})

describe('the run of an earlier start', () => {
  it('is offered, also while another one trains', async () => {
    const { runs, disk, offers, open, be } = setUp([LEFT])
    expect(runs.offer()).toEqual(LEFT)
    open('a')
    await be('training', 10)
    await be('finished', 60)
    expect(runs.offer()).toEqual(LEFT)
    expect([disk.runs(), offers]).toEqual([[LEFT], []])
  })

  it('goes on, and the present one is offered in its place', async () => {
    const { runs, disk, offers, asked, open, be, ask, at } = setUp([LEFT])
    open('a')
    await be('training', 10)
    at(1000)
    await be('training', 20)
    expect(await runs.goOn('left', ask)).toEqual(ok())
    expect(asked).toEqual(['restoreCheckpoint', 'startRun'])
    expect(disk.written).toEqual(['a@10', 'a@20', 'left@37'])
    expect(offers).toEqual(['a'])
    await be('finished', 60)
    expect(runs.offer()?.updatesDone).toBe(20)
  })

  it('is forgotten when it is discarded, and the present one never is', async () => {
    const { runs, disk, offers, open, be } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    await runs.discard('left')
    await runs.discard('a')
    expect(disk.runs().map(({ id }) => id)).toEqual(['a'])
    expect(offers).toEqual([null])
  })

  it('is set aside when its file is damaged, on disk or by the word of the trainer', async () => {
    const onDisk = setUp([LEFT])
    onDisk.disk.damaged.add('left')
    const inTrainer = setUp([LEFT])
    inTrainer.answers.set('restoreCheckpoint', fail('file-not-weights', 'The file is not a checkpoint.'))
    for (const { runs, disk, offers, errors, asked, ask } of [onDisk, inTrainer]) {
      expect(await runs.goOn('left', ask)).toMatchObject({ error: { code: 'file-unreadable' } })
      expect(asked).not.toContain('startRun')
      expect([disk.aside, offers, runs.offer()]).toEqual([['left'], [null], null])
      expect(errors[0]).toMatch(/^the unfinished run is set aside: .*(damaged|not a checkpoint)/)
      expect(await runs.goOn('left', ask)).toMatchObject({ error: { code: 'file-unreadable' } })
    }
  })

  it('stays offered when there is only no trainer to go on with it', async () => {
    const { runs, disk, answers, ask } = setUp([LEFT])
    answers.set('restoreCheckpoint', fail('trainer-not-ready', 'wait'))
    expect(await runs.goOn('left', ask)).toMatchObject({ error: { message: 'wait' } })
    expect([runs.offer(), disk.aside]).toEqual([LEFT, []])
  })
})
