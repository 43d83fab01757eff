import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MOST_NOTES } from '@contract/project/project'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJudgedBench, good, refusal, smallRun } from '../judged-bench'
import { answered, idOf, trained } from '../moment-bench'
import { manifestIn, membersIn } from './members-of'
import { CHOICES, opened, recorded, saved } from './saved-project'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-saving-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lesson = (changes: Parameters<typeof withSettings>[1] = {}) =>
  withSettings(LESSON, { hiddenUnits: 4, ...changes })

describe('a run that is saved', () => {
  it('is saved as it stood when it was held, though it has gone on', async () => {
    const bench = await trained(lesson({ updates: 30 }))
    const runId = idOf(bench)
    expect(good(await bench.trainer.holdProject(runId))).toEqual({ runId, update: 30 })
    for (let i = 0; i < 7; i += 1) good(await bench.trainer.stepRun())
    const [path, record] = [join(folder, 'held.unroll'), join(folder, 'held.record')]
    // More was recorded than was held, in the same frame.
    await recorded(bench, record)
    good(await answered(bench, bench.trainer.saveProject({ runId, path, record, family: [] }, CHOICES)))
    const other = createJudgedBench()
    const { answer } = await opened(other, path, folder)
    expect(good(answer)).toMatchObject({ updatesDone: 30, loss: bench.losses()[29] })
    for (let i = 0; i < 7; i += 1) good(await other.trainer.stepRun())
    expect(other.losses()).toEqual(bench.losses().slice(30))
  })

  it('tells all its updates before it is held', async () => {
    const bench = createJudgedBench()
    good(await bench.trainer.createRun(lesson({ updates: 500 })))
    await bench.trainer.setPace('max')
    await bench.trainer.startRun()
    while ((bench.state()?.updatesDone ?? 0) < 1 && bench.losses().length < 40) bench.turn()
    const { update } = good(await bench.trainer.holdProject(idOf(bench)))
    expect(bench.losses()).toHaveLength(update)
    expect(update).toBeGreaterThan(0)
  })

  it('is a branch still, with its best update, its goal and why it ended', async () => {
    const bench = await trained(smallRun('sunspots', { updates: 60, patience: 3, learningRate: 0.05 }))
    const branchedFrom = idOf(bench)
    good(await answered(bench, bench.trainer.branchAt({ runId: branchedFrom, update: 20 })))
    good(await bench.trainer.startRun())
    bench.runUntilIdle()
    const { path } = await saved(bench, folder)
    const other = createJudgedBench()
    const { runId, answer } = await opened(other, path, folder)
    good(answer)
    expect(other.payloads('runOpened').at(-1)?.branch).toEqual({ runId: branchedFrom, update: 20 })
    expect(other.state()).toEqual({ ...bench.state(), id: runId })
    expect(other.state()?.best).not.toBeNull()
    good(await other.trainer.loadBest())
    expect(other.payloads('runOpened').at(-1)?.updatesBefore).toBe(bench.state()?.best?.update)
  })

  it('is opened twice as two runs, and saved again as the same', async () => {
    const bench = await trained(lesson({ updates: 25 }))
    const { path } = await saved(bench, folder, { notes: 'twice' })
    const [first, second] = [await opened(bench, path, folder), await opened(bench, path, folder)]
    expect(new Set([good(first.answer)?.runId, good(second.answer)?.runId]).size).toBe(2)
    const again = join(folder, 'again.unroll')
    const target = { runId: second.runId, path: again, record: second.record, family: [] }
    good(await bench.trainer.holdProject(second.runId))
    good(await answered(bench, bench.trainer.saveProject(target, { ...CHOICES, notes: 'twice' })))
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
  })

  it('has at most 64 keyframes, which lie equally far apart', async () => {
    const bench = await trained(lesson({ hiddenUnits: 2, updates: 1000 }))
    const { path } = await saved(bench, folder)
    const keyframes = manifestIn(membersIn(path)).keyframes as { update: number }[]
    const updates = keyframes.map(({ update }) => update)
    expect(updates.length).toBeLessThanOrEqual(64)
    expect([updates[0], updates.at(-1)]).toEqual([0, 1000])
    // Calls of many updates end where they end; the next multiple of 16 is never missed by more than one call.
    const distances = updates.slice(1).map((update, i) => update - (updates[i] ?? 0))
    expect(Math.max(...distances)).toBeLessThanOrEqual(48)
    expect(updates.length).toBeGreaterThan(20)
  })

  it('is not saved without a hold, with notes that are too long, or where its record cannot be read', async () => {
    const bench = await trained(lesson({ updates: 5 }))
    const runId = idOf(bench)
    const path = join(folder, 'none.unroll')
    const target = { runId, path, record: null, family: [] }
    const save = async (record: string | null, notes = '') =>
      refusal(await answered(bench, bench.trainer.saveProject({ ...target, record }, { ...CHOICES, notes })))
    expect(refusal(await bench.trainer.holdProject('another'))).not.toBe('nothing was refused')
    expect(await save(null)).toBe(
      '"none.unroll" was not saved: the run that is to be saved is not held any more; save it again.',
    )
    good(await bench.trainer.holdProject(runId))
    expect(await save(null, 'x'.repeat(MOST_NOTES + 1))).toBe(
      'Notes have at most 100,000 characters, but these have 100,001; shorten them.',
    )
    good(await bench.trainer.holdProject(runId))
    mkdirSync(join(folder, 'a folder'))
    expect(await save(join(folder, 'a folder'))).toMatch(
      /^"none.unroll" was not saved: the record of its updates cannot be read: /,
    )
    expect(existsSync(path)).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('is called off while it is opened, by whatever opens another one', async () => {
    const bench = await trained(lesson({ updates: 5 }))
    const { path } = await saved(bench, folder)
    const opening = opened(bench, path, folder)
    good(await bench.trainer.createRun(lesson({ updates: 3 })))
    const { answer, record } = await opening
    expect([good(answer), existsSync(record)]).toEqual([null, false])
    const cancelled = opened(bench, path, folder)
    bench.trainer.cancelLoad()
    expect(good((await cancelled).answer)).toBeNull()
    expect(bench.state()?.updatesDone).toBe(0)
  })
})

/** A real disk of 1 MiB; only root may mount one, and only Linux has tmpfs. */
function mountSmallDisk(at: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

describe('a disk that is full', () => {
  it('leaves the older project whole, and nothing beside it (needs the right to mount a tmpfs)', async (test) => {
    const small = join(folder, 'small')
    mkdirSync(small)
    if (!mountSmallDisk(small)) test.skip('this user may not mount a tmpfs')
    try {
      const bench = await trained(lesson({ updates: 60 }))
      const { path: older } = await saved(bench, folder)
      const path = join(small, 'a.unroll')
      writeFileSync(path, readFileSync(older))
      const large = await trained(lesson({ hiddenUnits: 64, updates: 40 }))
      const runId = idOf(large)
      good(await large.trainer.holdProject(runId))
      const saving = large.trainer.saveProject({ runId, path, record: null, family: [] }, CHOICES)
      expect(refusal(await answered(large, saving))).toBe(
        '"a.unroll" could not be saved: the disk is full; free some space or choose another disk.',
      )
      expect(readFileSync(path).equals(readFileSync(older))).toBe(true)
      expect(readdirSync(small)).toEqual(['a.unroll'])
      // A record that has no room is none, and the present run stays.
      rmSync(path)
      writeFileSync(join(small, 'filled'), new Uint8Array(1_044_480))
      const { answer } = await opened(bench, older, small)
      expect(refusal(answer)).toMatch(
        / cannot be opened as a project: its updates cannot be kept: the disk is full; /,
      )
      expect([idOf(bench), readdirSync(small)]).toEqual([bench.state()?.id, ['filled']])
    } finally {
      execFileSync('umount', [small])
    }
  })
})
