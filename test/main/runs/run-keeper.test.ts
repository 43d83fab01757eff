import { LESSON_FACTS } from '@contract/data/source-facts'
import { sayIn } from '@contract/language/say'
import { fail, ok, type Result } from '@contract/result'
import type { EarlierRun } from '@contract/run/kept-run'
import type { RunDescription, RunPhase } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { systemError } from '../../../main/disk/system-error'
import type { TrainerEvent } from '../../../main/host/checkpoint-parts'
import type { Ask } from '../../../main/host/trainer-host'
import type { RunStore } from '../../../main/runs/folders/run-store'
import type { RunRecords } from '../../../main/runs/record/run-records'
import { removedWords } from '../../../main/runs/removed-words'
import { createRunKeeper } from '../../../main/runs/run-keeper'
import { NOTHING_YET, remember } from '../../../main/runs/run-memory'
import { settled } from '../../helpers/fake-trainer'
import { madeUp, saying } from '../../helpers/saying'
import { batchOf } from './any-batch'

const LEFT: EarlierRun = {
  id: 'left',
  network: 'GRU',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 0.25,
  keptAt: 5,
  bytes: 3000,
}

function fakeDisk(found: readonly EarlierRun[]) {
  let runs = found
  let gate = Promise.resolve()
  let failure: Error | null = null
  const written: string[] = []
  const keyframes: string[] = []
  const damaged = new Set<string>()
  const aside: string[] = []
  const full = new Set<string>()
  const files = new Map<string, CheckpointFiles>(
    found.map(({ id }) => [id, { present: Uint8Array.of(7), initial: Uint8Array.of(1) }]),
  )
  const remove = (id: string) => {
    runs = runs.filter((run) => run.id !== id)
  }
  const store: RunStore = {
    runs: () => runs,
    put: async (run, given) => {
      await gate
      if (failure) throw failure
      written.push(`${run.id}@${run.updatesDone}`)
      files.set(run.id, given)
      runs = [{ ...run, bytes: 3000 }, ...runs.filter(({ id }) => id !== run.id)]
    },
    putKeyframes: async (id, bytes) => {
      keyframes.push(`${id}:${bytes.length}`)
    },
    drop: async (id) => remove(id),
    makeRoom: async (present, left) => {
      const gone = runs.filter(({ id }) => full.has(id) && id !== present()?.id && id !== left)
      for (const { id } of gone) remove(id)
      return gone
    },
    read: async (id) => (damaged.has(id) ? null : (files.get(id) ?? null)),
    setAside: async (id) => {
      aside.push(id)
      remove(id)
    },
    recordOf: (id) => id,
  }
  return {
    store,
    written,
    keyframes,
    damaged,
    aside,
    /** Runs for which there is no room any more. */
    full,
    fail: (error: Error | null) => {
      failure = error
    },
    /** While held, nothing that is being written arrives. */
    hold: () => {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
  }
}

function setUp(found: readonly EarlierRun[] = []) {
  const disk = fakeDisk(found)
  const listed: string[][] = []
  const aside: string[] = []
  const removed: string[] = []
  const troubles: (string | null)[] = []
  const errors: string[] = []
  const asked: string[] = []
  const answers = new Map<string, Result<void>>()
  const recorded: string[] = []
  const due: (() => void)[] = []
  let now = 0
  let date = 1_700_000_000_000
  let memory = NOTHING_YET
  const records: RunRecords = {
    add: ({ runId, firstUpdate, losses }) => recorded.push(`${runId}@${firstUpdate + losses.length - 1}`),
    flush: async (id) => {
      recorded.push(`flush ${id}`)
    },
    read: async (id, first, last) => batchOf(id, first, last - first + 1),
    copy: async (fromId, toId, upTo) => {
      recorded.push(`copy ${fromId} to ${toId} up to ${upTo}`)
    },
    rest: async (id) => {
      recorded.push(`rest ${id}`)
    },
    close: async (id) => {
      recorded.push(`close ${id}`)
    },
  }
  const keeper = createRunKeeper({
    store: disk.store,
    records,
    now: () => now,
    date: () => date,
    onRuns: (runs) => listed.push(runs.map(({ id }) => id)),
    onSetAside: ({ id, updatesDone, phase }) => aside.push(`${id}@${updatesDone} ${phase}`),
    onRemoved: (runs) => removed.push(sayIn('en')(removedWords(runs))),
    onTrouble: (trouble) => troubles.push(trouble && sayIn('en')(trouble)),
    later: (action) => due.push(action),
    log: { info: () => {}, error: (text) => errors.push(text) },
  })
  const hear = (event: TrainerEvent) => {
    memory = remember(memory, event)
    keeper.hear(event, memory)
  }
  const open = (id: string, updatesBefore = 0, branch: RunDescription['branch'] = null) =>
    hear({
      kind: 'event',
      name: 'runOpened',
      payload: {
        id,
        origin: { kind: 'seed', seed: 1 },
        summary: 'RNN',
        parameters: [],
        parameterCount: 1,
        updatesBefore,
        branch,
        facts: LESSON_FACTS,
      },
    })
  const be = (phase: RunPhase, updatesDone: number, size = 1) => {
    const id = memory.description?.id ?? ''
    const state = {
      id,
      phase,
      updatesDone,
      goal: 60,
      config: LESSON,
      broke: null,
      endedBy: null,
      best: null,
      pausedBy: null,
      preparing: false,
      events: [],
      planned: [],
    }
    hear({ kind: 'event', name: 'runChanged', payload: state })
    hear({
      kind: 'event',
      name: 'checkpointTaken',
      payload: { runId: id, updatesDone, present: new Uint8Array(size), initial: null },
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
  const train = (id: string, firstUpdate: number, updates: number) =>
    hear({ kind: 'event', name: 'updates', payload: batchOf(id, firstUpdate, updates) })
  return {
    keeper,
    disk,
    listed,
    aside,
    removed,
    troubles,
    errors,
    asked,
    answers,
    recorded,
    due,
    hear,
    open,
    be,
    ask,
    train,
    at: (time: number) => {
      now = time
    },
    setClock: (time: number) => {
      date = time
    },
  }
}

describe('the present run', () => {
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

  it('is written in time whatever the clock on the wall says', async () => {
    const { disk, open, be, at, setClock } = setUp()
    open('a')
    await be('training', 10)
    setClock(1_000)
    at(2000)
    await be('training', 20)
    setClock(4_000_000_000_000)
    at(2001)
    await be('training', 21)
    expect(disk.written).toEqual(['a@10', 'a@20'])
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

  it.each(['paused', 'finished', 'diverged'] as const)('is kept when it is %s', async (phase) => {
    const { disk, keeper, open, be } = setUp()
    open('a')
    await be('training', 10)
    await be(phase, 60)
    expect(disk.written).toEqual(['a@10', 'a@60'])
    expect(disk.store.runs()[0]).toMatchObject({ phase, updatesDone: 60 })
    // It is there, and so not among the earlier ones.
    expect(keeper.runs()).toEqual([])
  })

  it('never has its checkpoint before its curves', async () => {
    const { recorded, disk, open, be, train } = setUp()
    open('a')
    train('a', 1, 10)
    const release = disk.hold()
    await be('training', 10)
    expect(recorded).toEqual(['a@10', 'flush a'])
    release()
    await settled()
    expect(disk.written).toEqual(['a@10'])
    expect(disk.store.runs()[0]?.loss).toBe(10)
  })

  it('has a checkpoint that comes late with its own loss, and shows the updates after it all the same', async () => {
    const { disk, keeper, open, be, train } = setUp()
    open('a')
    train('a', 1, 4)
    train('a', 5, 4)
    train('a', 9, 4)
    await be('training', 6)
    expect(disk.store.runs()[0]).toMatchObject({ updatesDone: 6, loss: 6 })
    train('a', 13, 2)
    const piece = await keeper.recorded('a', 1, 99)
    expect(piece.ok && piece.value?.losses).toHaveLength(14)
    await be('paused', 14)
    expect(disk.store.runs()[0]).toMatchObject({ updatesDone: 14, loss: 14 })
  })

  it('has one checkpoint under way, and none that is out of date', async () => {
    const { disk, keeper, open, be } = setUp()
    open('a')
    const release = disk.hold()
    await be('training', 10)
    await be('paused', 11)
    await be('paused', 12)
    expect(disk.written).toEqual([])
    release()
    await keeper.keep()
    expect(disk.written).toEqual(['a@10', 'a@12'])
  })

  it('is on disk in its newest state when the app has quit', async () => {
    const { disk, keeper, open, be, at } = setUp()
    open('a')
    await be('training', 10)
    at(1000)
    await be('training', 30)
    await keeper.keep()
    expect(disk.written).toEqual(['a@10', 'a@30'])
  })

  it('gives what was recorded as soon as it has told how far it is, before any checkpoint', async () => {
    const { keeper, open, hear } = setUp([LEFT])
    open('left')
    const state = { id: 'left', phase: 'paused', updatesDone: 37, goal: 60, config: LESSON } as const
    hear({
      kind: 'event',
      name: 'runChanged',
      payload: {
        ...state,
        broke: null,
        endedBy: null,
        best: null,
        pausedBy: null,
        preparing: false,
        events: [],
        planned: [],
      },
    })
    const piece = await keeper.recorded('left', 1, 99)
    expect(piece.ok && piece.value?.losses).toHaveLength(37)
  })

  it('gives those of an earlier run too, up to where that stands', async () => {
    const { keeper, open, train, be } = setUp()
    open('a')
    train('a', 1, 7)
    await be('paused', 7)
    open('b')
    await settled()
    const piece = await keeper.recorded('a', 1, 99)
    expect(piece.ok && piece.value?.losses).toHaveLength(7)
  })

  it('keeps the keyframes of the present run, and no other’s', () => {
    const { disk, open, hear } = setUp()
    open('a')
    for (const [runId, size] of [
      ['a', 7],
      ['b', 8],
    ] as const)
      hear({ kind: 'event', name: 'keyframesTaken', payload: { runId, bytes: new Uint8Array(size) } })
    expect(disk.keyframes).toEqual(['a:7'])
  })

  it('begins a branch with the updates of the run that it goes on from, before that is left', async () => {
    const { open, train, be, recorded } = setUp()
    open('a')
    train('a', 1, 60)
    await be('finished', 60)
    open('b', 0, { runId: 'a', update: 36 })
    await settled()
    const after = recorded.slice(recorded.indexOf('copy a to b up to 36'))
    expect(after).toContain('close a')
  })

  it('gives its recorded updates up to where it stands, and no other run’s', async () => {
    const { keeper, open, train } = setUp()
    open('a')
    train('a', 1, 7)
    const piece = await keeper.recorded('a', 1, 99)
    expect(piece.ok && piece.value?.losses).toHaveLength(7)
    expect(await keeper.recorded('b', 1, 99)).toMatchObject({ error: { code: 'no-run' } })
  })
})

describe('a run that another one takes the place of', () => {
  it.each([
    ['paused', 'paused'],
    ['training', 'paused'],
    ['finished', 'finished'],
    ['diverged', 'diverged'],
  ] as const)('is set aside when it was %s', async (phase, kept) => {
    const { disk, keeper, aside, listed, open, be } = setUp()
    open('a')
    await be('training', 10)
    await be(phase, 20)
    open('b')
    await settled()
    expect(disk.written.at(-1)).toBe('a@20')
    expect(aside).toEqual([`a@20 ${kept}`])
    expect(keeper.runs().map(({ id }) => id)).toEqual(['a'])
    expect(listed.at(-1)).toEqual(['a'])
  })

  it('has room made for it by the oldest, which is told and listed no more', async () => {
    const { disk, keeper, removed, listed, open, be } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    disk.full.add('left')
    expect(removed).toEqual([])
    open('b')
    await settled()
    expect(removed).toEqual([
      'Removed to make room, as the oldest: GRU (37 updates, 3 kB). Unroll keeps the last 10 earlier runs, and at most 2 GB of them.',
    ])
    expect(keeper.runs().map(({ id, bytes }) => [id, bytes])).toEqual([['a', 3000]])
    expect(listed.at(-1)).toEqual(['a'])
  })

  it('is written however fast the next one trains', async () => {
    const { disk, open, be } = setUp()
    open('a')
    const release = disk.hold()
    await be('training', 10)
    await be('training', 20)
    open('b')
    await be('training', 1)
    await be('training', 2)
    release()
    await settled()
    expect(disk.written).toEqual(['a@10', 'a@20', 'b@2'])
  })

  it('is no run yet before its first update, whatever its weights had seen', async () => {
    const { disk, keeper, aside, open, be } = setUp()
    open('a', 500)
    await be('ready', 500)
    open('b')
    await be('ready', 0)
    open('c')
    expect([disk.written, aside, keeper.runs()]).toEqual([[], [], []])
  })
})

describe('an earlier run', () => {
  it('is opened at rest, and the present one is set aside', async () => {
    const { keeper, disk, aside, asked, open, be, ask, at } = setUp([LEFT])
    open('a')
    await be('training', 10)
    at(1000)
    await be('training', 20)
    expect(await keeper.open('left', ask)).toEqual(ok(LEFT))
    await settled()
    expect(asked).toEqual(['restoreCheckpoint'])
    expect(disk.written).toEqual(['a@10', 'a@20', 'left@37'])
    expect(aside).toEqual(['a@20 paused'])
    expect(keeper.runs().map(({ id }) => id)).toEqual(['a'])
    // What it said last is known, though it has said nothing since.
    expect(disk.store.runs()[0]?.loss).toBe(0.25)
  })

  it('is removed when it is discarded, and the present one never is', async () => {
    const { keeper, disk, listed, open, be } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    await keeper.discard('left')
    await keeper.discard('a')
    expect(disk.store.runs().map(({ id }) => id)).toEqual(['a'])
    expect(listed.at(-1)).toEqual([])
  })

  it('is set aside when its file is damaged, on disk or by the word of the trainer', async () => {
    const onDisk = setUp([LEFT])
    onDisk.disk.damaged.add('left')
    const inTrainer = setUp([LEFT])
    inTrainer.answers.set(
      'restoreCheckpoint',
      fail('file-not-weights', madeUp('This file is not a checkpoint.')),
    )
    for (const { keeper, disk, listed, ask } of [onDisk, inTrainer]) {
      expect(await keeper.open('left', ask)).toMatchObject({
        error: {
          text: saying(
            expect.stringMatching(/^This run cannot be opened\. .*(damaged|not a checkpoint)\. Its files/),
          ),
        },
      })
      expect([disk.aside, listed, keeper.runs()]).toEqual([['left'], [[]], []])
      expect(await keeper.open('left', ask)).toMatchObject({ error: { code: 'file-unreadable' } })
    }
  })

  it('stays when there is only no trainer to open it', async () => {
    const { keeper, disk, answers, ask } = setUp([LEFT])
    answers.set('restoreCheckpoint', fail('trainer-not-ready', madeUp('wait')))
    expect(await keeper.open('left', ask)).toMatchObject({ error: { text: saying('wait') } })
    expect([keeper.runs(), disk.aside]).toEqual([[LEFT], []])
  })
})

describe('a disk that takes nothing', () => {
  it('is told once, is tried again, and it is told when it works again', async () => {
    const { keeper, disk, troubles, errors, due, open, be } = setUp()
    open('a')
    disk.fail(systemError('ENOSPC'))
    await be('training', 10)
    await be('paused', 11)
    const sentence =
      'Unroll cannot keep this run safe: the disk is full; free some space or choose another disk. Training goes on, but a crash would cost what is not written.'
    expect([troubles, keeper.trouble()]).toEqual([[sentence], saying(sentence)])
    expect(errors).toHaveLength(1)
    disk.fail(null)
    for (const action of due.splice(0)) action()
    await settled()
    expect(disk.written).toEqual(['a@11'])
    expect([troubles, keeper.trouble()]).toEqual([[sentence, null], null])
  })

  it('loses no run that was left meanwhile: it can be opened all the same', async () => {
    const { keeper, disk, asked, open, be, ask } = setUp()
    open('left')
    disk.fail(systemError('EACCES'))
    await be('paused', 37)
    open('b')
    expect(keeper.runs().map(({ id }) => id)).toEqual(['left'])
    await settled()
    expect(await keeper.open('left', ask)).toMatchObject({ ok: true, value: { updatesDone: 37 } })
    expect(asked).toEqual(['restoreCheckpoint'])
  })

  it('is told when only the curves cannot be written', () => {
    const { keeper, troubles } = setUp()
    keeper.recordTrouble(systemError('EROFS'))
    keeper.recordTrouble(systemError('EROFS'))
    keeper.recordTrouble(null)
    expect(troubles).toEqual([
      'Unroll cannot keep this run safe: the disk is read-only; choose another disk. Training goes on, but a crash would cost what is not written.',
      null,
    ])
  })
})
