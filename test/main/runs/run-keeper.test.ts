import { LESSON_FACTS } from '@contract/data/source-facts'
import { sayIn } from '@contract/language/say'
import { fail, ok, type Result } from '@contract/result'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunDescription, RunPhase } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import { describe, expect, it } from 'vitest'
import { systemError } from '../../../main/disk/system-error'
import type { TrainerEvent } from '../../../main/host/checkpoint-parts'
import type { Ask } from '../../../main/host/trainer-host'
import type { RunStore } from '../../../main/runs/folders/run-store'
import type { RunRecords } from '../../../main/runs/record/run-records'
import { createRunKeeper } from '../../../main/runs/run-keeper'
import { NOTHING_YET, remember } from '../../../main/runs/run-memory'
import { settled } from '../../helpers/fake-trainer'
import { madeUp, saying } from '../../helpers/saying'
import { batchOf } from './any-batch'

const LEFT: ListedRun = {
  id: 'left',
  name: null,
  branch: null,
  network: 'GRU',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 0.25,
  keptAt: 5,
  bytes: 3000,
}

function fakeDisk(found: readonly ListedRun[]) {
  let runs = found
  let gate = Promise.resolve()
  let failure: Error | null = null
  const written: string[] = []
  const keyframes: string[] = []
  const damaged = new Set<string>()
  const aside: string[] = []
  const measured: string[] = []
  const files = new Map<string, CheckpointFiles>(
    found.map(({ id }) => [id, { present: Uint8Array.of(7), initial: Uint8Array.of(1) }]),
  )
  const remove = (id: string) => {
    runs = runs.filter((run) => run.id !== id)
  }
  const store: RunStore = {
    opened: Promise.resolve(),
    runs: () => runs,
    ids: () => runs.map(({ id }) => id),
    put: async (run, given) => {
      await gate
      if (failure) throw failure
      written.push(`${run.id}@${run.updatesDone}`)
      files.set(run.id, given)
      const name = runs.find(({ id }) => id === run.id)?.name ?? run.name
      runs = [{ ...run, name, bytes: 3000 }, ...runs.filter(({ id }) => id !== run.id)]
    },
    putKeyframes: async (id, bytes) => {
      keyframes.push(`${id}:${bytes.length}`)
    },
    drop: async (id) => remove(id),
    rename: async (id, name) => {
      if (failure) throw failure
      const known = runs.some((run) => run.id === id)
      runs = runs.map((run) => (run.id === id ? { ...run, name } : run))
      return known
    },
    measure: async (id) => {
      measured.push(id)
    },
    read: async (id) => (damaged.has(id) ? null : (files.get(id) ?? null)),
    setAside: async (id) => {
      aside.push(id)
      remove(id)
    },
    recordOf: (id) => id,
    filesOf: () => null,
    placeFor: (runId) => ({ runId, present: '', initial: '', keyframes: '', record: '' }),
    putTogether: async () => {},
  }
  return {
    store,
    written,
    keyframes,
    damaged,
    aside,
    measured,
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

function setUp(found: readonly ListedRun[] = []) {
  const disk = fakeDisk(found)
  const listed: string[][] = []
  const aside: string[] = []
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
    noteOf: (id) => (id === 'noted' ? 'Why' : ''),
    onRuns: ({ runs }) => listed.push(runs.map(({ id }) => id)),
    onSetAside: ({ id, updatesDone, phase }) => aside.push(`${id}@${updatesDone} ${phase}`),
    budget: () => 2e9,
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
  it('is written at its first checkpoint, then as often as the disk may be asked, and when it rests', async () => {
    const { disk, open, be, at } = setUp()
    open('a')
    await be('ready', 0)
    await be('training', 10)
    for (const [time, update] of [
      [200, 20],
      [399, 30],
      [400, 40],
      [600, 50],
    ] as const) {
      at(time)
      await be('training', update)
    }
    await be('paused', 55)
    expect(disk.written).toEqual(['a@10', 'a@40', 'a@55'])
  })

  it('is kept with how good it is, and how long it has trained', async () => {
    const { keeper, open, be, at, train } = setUp()
    open('a')
    await be('training', 0)
    at(1500)
    train('a', 1, 5)
    await be('paused', 5)
    // The losses of these batches are the numbers of their updates, and their validation losses 7/8 more.
    const figures = { bestLoss: 1, validationLoss: 5.875, skill: null, seconds: 1.5 }
    expect(keeper.list.find('a')?.figures).toEqual(figures)
  })

  it('is kept with the best of the updates that it had before it was opened, whose time nobody knows', async () => {
    const { keeper, open, be, train } = setUp()
    open('a')
    await be('paused', 5)
    await settled()
    train('a', 6, 1)
    await be('paused', 6)
    expect(keeper.list.find('a')?.figures).toMatchObject({ bestLoss: 1, seconds: null })
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
    // It is in the list, though it is the present one.
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['a'])
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
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['a'])
    expect(listed.at(-1)).toEqual(['a'])
    expect(disk.measured).toContain('a')
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
    expect([disk.written, aside, keeper.list.now().runs]).toEqual([[], [], []])
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
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['left', 'a'])
    // What it said last is known, though it has said nothing since.
    expect(disk.store.runs()[0]?.loss).toBe(0.25)
  })

  it('that is deleted is listed no more, can be had back, and goes when it is forgotten; the present one never does', async () => {
    const { keeper, disk, listed, recorded, open, be } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    keeper.list.remove(['left', 'a'])
    expect(listed.at(-1)).toEqual(['a'])
    expect(await keeper.recorded('left', 1, 9)).toMatchObject({ error: { code: 'no-run' } })
    expect(disk.store.runs().map(({ id }) => id)).toEqual(['a', 'left'])
    keeper.list.restore(['left'])
    expect(listed.at(-1)).toEqual(['a', 'left'])
    await keeper.list.forgetDeleted()
    expect(disk.store.runs()).toHaveLength(2)
    keeper.list.remove(['left'])
    // The app ends: nobody can have it back any more.
    await keeper.keep()
    expect(disk.store.runs().map(({ id }) => id)).toEqual(['a'])
    expect(recorded).toContain('close left')
    keeper.list.restore(['left'])
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['a'])
  })

  it('is told to be there until the last one was deleted', async () => {
    const { keeper, open, be } = setUp([LEFT])
    expect(keeper.list.any()).toBe(true)
    keeper.list.remove(['left'])
    expect(keeper.list.any()).toBe(false)
    keeper.list.restore(['left'])
    expect(keeper.list.any()).toBe(true)
    keeper.list.remove(['left'])
    open('a')
    await be('paused', 10)
    expect(keeper.list.any()).toBe(true)
  })

  it('has the first line of what was written about it', async () => {
    const { keeper } = setUp([LEFT, { ...LEFT, id: 'noted' }])
    expect(keeper.list.now().runs.map(({ id, note }) => [id, note])).toEqual(
      expect.arrayContaining([
        ['left', undefined],
        ['noted', 'Why'],
      ]),
    )
  })

  it('has the name that it is given, also where it is the present one, and tells it when it is left', async () => {
    const { keeper, listed, aside, open, be } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    expect(await keeper.list.rename('left', '  my   first\nrun ')).toEqual(ok())
    expect(await keeper.list.rename('a', 'x'.repeat(100))).toEqual(ok())
    expect(keeper.list.now().runs.map(({ name }) => name)).toEqual(['x'.repeat(80), 'my first run'])
    expect(await keeper.list.rename('left', '   ')).toEqual(ok())
    expect(keeper.list.find('left')?.name).toBeNull()
    await be('paused', 11)
    expect(keeper.list.find('a')?.name).toBe('x'.repeat(80))
    expect(await keeper.list.rename('none', 'x')).toMatchObject({ error: { code: 'file-unreadable' } })
    open('b')
    expect([aside, listed.at(-1)]).toEqual([['a@11 paused'], ['a', 'left']])
  })

  it('keeps its name where the new one cannot be written', async () => {
    const { keeper, disk } = setUp([LEFT])
    disk.fail(systemError('ENOSPC'))
    expect(await keeper.list.rename('left', 'new')).toMatchObject({
      error: {
        code: 'file-not-written',
        text: saying(expect.stringMatching(/keeps its name.*disk is full/)),
      },
    })
    expect(keeper.list.find('left')?.name).toBeNull()
  })

  it('is copied with its record, checkpoint and keyframes under an id of its own, whoever is present', async () => {
    const { keeper, disk, recorded, answers, open, be, ask } = setUp([LEFT])
    open('a')
    await be('paused', 10)
    const copied = { runId: '?', updatesDone: 36, present: Uint8Array.of(8), initial: Uint8Array.of(2) }
    answers.set('copyCheckpoint', ok({ ...copied, keyframes: Uint8Array.of(1, 2) }) as never)
    expect(await keeper.list.duplicate('left', '\u202eCopy of\u0000 it', ask)).toEqual(ok())
    const copy = disk.store.runs()[0]
    // The loss is that of the update where the copy stands, out of its own record.
    expect(copy).toMatchObject({
      ...LEFT,
      id: copy?.id,
      loss: batchOf('x', 36, 1).losses[0],
      name: 'Copy of it',
      updatesDone: 36,
      keptAt: expect.any(Number),
    })
    expect(copy?.id).not.toBe('left')
    expect(recorded).toContain(`copy left to ${copy?.id} up to 36`)
    expect(disk.keyframes).toEqual([`${copy?.id}:2`])
    expect(await disk.store.read(copy?.id ?? '')).toMatchObject({ present: Uint8Array.of(8) })
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['a', copy?.id, 'left'])
  })

  it('is not copied by halves: what a full disk does not take leaves nothing behind', async () => {
    const { keeper, disk, answers, ask } = setUp([LEFT])
    const copied = { runId: '?', updatesDone: 37, present: Uint8Array.of(8), initial: null }
    answers.set('copyCheckpoint', ok(copied) as never)
    disk.fail(systemError('ENOSPC'))
    expect(await keeper.list.duplicate('left', 'Copy', ask)).toMatchObject({
      error: { code: 'file-not-written', text: saying(expect.stringMatching(/not copied.*disk is full/)) },
    })
    expect(keeper.list.now().runs).toEqual([LEFT])
    answers.set('copyCheckpoint', fail('trainer-not-ready', madeUp('wait')))
    expect(await keeper.list.duplicate('left', 'Copy', ask)).toMatchObject({
      error: { text: saying('wait') },
    })
    disk.damaged.add('left')
    expect(await keeper.list.duplicate('left', 'Copy', ask)).toMatchObject({
      error: { code: 'file-unreadable' },
    })
    // A run that cannot be copied now is not taken away for it.
    expect(disk.aside).toEqual([])
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
      expect([disk.aside, listed, keeper.list.now().runs]).toEqual([['left'], [[]], []])
      expect(await keeper.open('left', ask)).toMatchObject({ error: { code: 'file-unreadable' } })
    }
  })

  it('stays when there is only no trainer to open it', async () => {
    const { keeper, disk, answers, ask } = setUp([LEFT])
    answers.set('restoreCheckpoint', fail('trainer-not-ready', madeUp('wait')))
    expect(await keeper.open('left', ask)).toMatchObject({ error: { text: saying('wait') } })
    expect([keeper.list.now().runs, disk.aside]).toEqual([[LEFT], []])
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
    expect(keeper.list.now().runs.map(({ id }) => id)).toEqual(['left'])
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
