import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { isProven, proofText } from '@contract/project/proof'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { between } from '../../../../main/record/record-columns'
import { decodeFrame, encodeFrame } from '../../../../main/record/record-frame'
import { createJudgedBench, good } from '../judged-bench'
import { answered, idOf, trained } from '../moment-bench'
import { archiveOf, fileOf, json, type Members, manifestIn, membersIn, withHashes } from './members-of'
import { CHOICES, opened, saved } from './saved-project'

let folder: string
let bench: ReturnType<typeof createJudgedBench>
let whole: Members
/** The updates of the keyframes, in order. */
let frames: readonly number[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-proof-'))
  bench = await trained(withSettings(LESSON, { hiddenUnits: 4, updates: 200 }), [
    [61, { learningRate: 0.01 }],
  ])
  whole = membersIn((await saved(bench, folder)).path)
  frames = [...whole.keys()]
    .filter((name) => name.startsWith('keyframes/'))
    .map((name) => Number(name.slice(10, 20)))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const RECORD = 'updates.record'
const keyframe = (update: number) => `keyframes/${String(update).padStart(10, '0')}.safetensors`

/** What becomes of a project that somebody has changed, with hashes that fit. */
async function proofOf(change: (members: Members) => void, scope: 'all' | 'last' = 'all') {
  const members = new Map(whole)
  change(members)
  const path = fileOf(await archiveOf(withHashes(members)), folder)
  const proof = good(await answered(bench, bench.trainer.proveProject(path, scope)))
  if (!proof) throw new Error('the proof was called off')
  return proof
}

/** Makes the first weight of a keyframe so many times as large. */
function scaleWeight(members: Members, update: number, factor: number) {
  const file = Uint8Array.from(members.get(keyframe(update)) ?? [])
  const view = new DataView(file.buffer)
  const at = 8 + Number(view.getBigUint64(0, true))
  view.setFloat32(at, view.getFloat32(at, true) * factor, true)
  members.set(keyframe(update), file)
}

/** Changes the record of one update. */
function changeRecord(members: Members, update: number, change: (batch: Batch, i: number) => void) {
  const record = members.get(RECORD) ?? new Uint8Array()
  const rewritten: Uint8Array[] = []
  for (let at = 0; at < record.length; ) {
    const batch = decodeFrame(record.subarray(at), '')
    if (!batch) throw new Error('the record is torn')
    at += encodeFrame(batch).length
    if (update >= batch.firstUpdate && update < batch.firstUpdate + batch.losses.length)
      change(batch, update - batch.firstUpdate)
    rewritten.push(encodeFrame(batch))
  }
  members.set(RECORD, Buffer.concat(rewritten))
}
type Batch = NonNullable<ReturnType<typeof decodeFrame>>

/** Leaves the frames of some updates out, each of which is a frame of its own then. */
function keepRecord(members: Members, keeps: (update: number) => boolean) {
  const record = members.get(RECORD) ?? new Uint8Array()
  const kept: Uint8Array[] = []
  for (let at = 0; at < record.length; ) {
    const batch = decodeFrame(record.subarray(at), '')
    if (!batch) throw new Error('the record is torn')
    at += encodeFrame(batch).length
    for (let update = batch.firstUpdate; update < batch.firstUpdate + batch.losses.length; update += 1)
      if (keeps(update)) kept.push(encodeFrame(between(batch, update, update)))
  }
  members.set(RECORD, Buffer.concat(kept))
}

const NO_BRANCHES = { branches: [], branchesInAll: 0 }
const NOTHING = { updates: 200, identical: 0, segments: 1, segmentsInAll: 1, ...NO_BRANCHES }

const elsewhere = (members: Members, change: object) =>
  members.set('manifest.json', json({ ...manifestIn(members), ...change }))

describe('a proof', () => {
  it('has every segment in it, and the last alone where it is to be quick', async () => {
    expect(frames.length).toBeGreaterThan(20)
    expect(frames.length).toBeLessThanOrEqual(64)
    const segments = frames.length - 1
    const all = await proofOf(() => {})
    expect(all).toEqual({
      updates: 200,
      identical: 200,
      segments,
      segmentsInAll: segments,
      verdict: { kind: 'identical' },
      ...NO_BRANCHES,
    })
    expect(inEnglish(proofText(all))).toBe('200 of 200 updates identical.')
    const last = await proofOf(() => {}, 'last')
    expect(last).toMatchObject({ segments: 1, segmentsInAll: segments, updates: 200 - (frames.at(-2) ?? 0) })
    expect(isProven(last)).toBe(true)
  })

  it('names the first update after a weight that was changed, in its own segment alone', async () => {
    const [before = 0, changed = 0, next = 0] = frames.slice(10)
    const proof = await proofOf((members) => scaleWeight(members, changed, 1.01))
    // The state after its last update is another one, and all updates from there on.
    expect(proof.verdict).toMatchObject({ kind: 'different', update: changed })
    expect(proof.identical).toBe(200 - 1 - (next - changed))
    expect(isProven(proof)).toBe(false)
    expect(inEnglish(proofText(proof))).toMatch(
      new RegExp(`^Update ${changed} is the first that differs, by \\de-\\d: `),
    )
    expect(before).toBeLessThan(changed)
    // The last segment is what it was.
    expect((await proofOf((members) => scaleWeight(members, changed, 1.01), 'last')).verdict).toEqual({
      kind: 'identical',
    })
  })

  it.each<[string, (batch: Batch, i: number) => void]>([
    [
      'a loss',
      ({ losses }, i) => {
        losses[i] = (losses[i] ?? 0) * 1.001
      },
    ],
    [
      'a norm',
      ({ gradientNorms }, i) => {
        gradientNorms[i] = (gradientNorms[i] ?? 0) * 1.001
      },
    ],
    [
      'a prediction',
      ({ predictions }, i) => {
        predictions[10 * i + 3] = 7
      },
    ],
    [
      'an input',
      ({ inputs }, i) => {
        inputs[10 * i + 3] = 7
      },
    ],
    [
      'a target that is missing',
      ({ targets }, i) => {
        targets[10 * i + 3] = Number.NaN
      },
    ],
  ])('names the one update of which %s was changed', async (_, change) => {
    const proof = await proofOf((members) => changeRecord(members, 123, change))
    expect(proof.verdict).toMatchObject({ kind: 'different', update: 123 })
    expect(proof.identical).toBe(199)
  })

  it('finds settings that were not those of the updates', async () => {
    const proof = await proofOf((members) => {
      const run = JSON.parse(new TextDecoder().decode(members.get('run.json')))
      run.events[0].before.learningRate = 0.021
      members.set('run.json', json(run))
    })
    expect(proof.verdict).toMatchObject({ kind: 'different' })
  })

  it('takes rounding for what it is, and tells why it may differ', async () => {
    const changed = frames[10] ?? 0
    const rounded = (change: object) =>
      proofOf((members) => {
        scaleWeight(members, changed, 1 + 3e-7)
        elsewhere(members, change)
      })
    const same = await rounded({})
    expect(same.verdict).toMatchObject({ kind: 'close', because: null })
    expect(isProven(same)).toBe(true)
    expect(inEnglish(proofText(same))).toMatch(
      /^Same within \de-\d in every segment: it was rounded otherwise\.$/,
    )
    const processor = await rounded({ processor: 'Another One 3000' })
    expect(inEnglish(proofText(processor))).toMatch(
      /^Same within \de-\d in every segment: another processor\.$/,
    )
    const tensorflow = await rounded({ tensorflow: '2.1.0' })
    expect(inEnglish(proofText(tensorflow))).toMatch(/: another version of TensorFlow\.$/)
  })

  it('neither proves nor blames what a version saved that computes the network in another order', async () => {
    const changed = frames[10] ?? 0
    const rescaled = (factor: number, arithmetic?: number) =>
      proofOf((members) => {
        scaleWeight(members, changed, factor)
        elsewhere(members, { arithmetic })
      })
    const close = await rescaled(1 + 3e-7, 7)
    expect(close.verdict).toMatchObject({ kind: 'close', because: 'version' })
    expect(inEnglish(proofText(close))).toMatch(/: another version of Unroll, which computes this network/)
    const grown = await rescaled(1.01, 7)
    expect(grown.verdict).toMatchObject({ kind: 'computed-otherwise', update: changed })
    expect(isProven(grown)).toBe(false)
    expect(inEnglish(proofText(grown))).toMatch(
      new RegExp(`^Update ${changed} is the first .* cannot be told by this version\\.$`),
    )
    // A project that does not tell it was saved before anything was computed otherwise: nothing was, for this network.
    expect((await rescaled(1.01)).verdict).toMatchObject({ kind: 'different', update: changed })
    for (const arithmetic of [0, 1.5, '2', null])
      await expect(rescaled(1, arithmetic as number)).rejects.toThrow('manifest.json')
  })

  it('tells how far it is, and can be called off', async () => {
    const path = fileOf(await archiveOf(whole), folder)
    const told = () => bench.payloads('projectProving')
    const before = told().length
    const first = bench.trainer.proveProject(path, 'all')
    const second = bench.trainer.proveProject(path, 'all')
    expect(good(await answered(bench, first))).toBeNull()
    expect(good(await answered(bench, second))?.verdict).toEqual({ kind: 'identical' })
    expect(told().at(-1)).toBeNull()
    const counts = told()
      .slice(before)
      .flatMap((each) => each ?? [])
    expect(counts.every(({ of }) => of === 200)).toBe(true)
    expect(counts.map(({ updates }) => updates)).toEqual(
      counts.map(({ updates }) => updates).toSorted((a, b) => a - b),
    )
    const third = bench.trainer.proveProject(path, 'all')
    bench.trainer.cancelProof()
    expect(good(await answered(bench, third))).toBeNull()
  })

  it('changes nothing of the run that trains beside it, nor that of the proof', async () => {
    const path = fileOf(await archiveOf(whole), folder)
    const config = withSettings(LESSON, { hiddenUnits: 4, seed: 3, updates: 400 })
    const alone = await trained(config)
    const beside = createJudgedBench()
    good(await beside.trainer.createRun(config))
    await beside.trainer.setPace('max')
    good(await beside.trainer.startRun())
    const proof = beside.trainer.proveProject(path, 'all')
    expect(good(await answered(beside, proof))?.verdict).toEqual({ kind: 'identical' })
    beside.runUntilIdle()
    expect(beside.losses()).toEqual(alone.losses())
  })

  it('knows of a state that was wiped once', async () => {
    const run = await trained(withSettings(LESSON, { hiddenUnits: 4, updates: 20 }))
    good(await run.trainer.byId.wipeState(run.trainer.present(), true))
    good(await run.trainer.startRun())
    run.runUntilIdle()
    const { path } = await saved(run, folder)
    const proof = good(await answered(run, run.trainer.proveProject(path, 'all')))
    expect(proof).toMatchObject({ updates: 40, identical: 40, verdict: { kind: 'identical' } })
    const members = membersIn(path)
    const told = JSON.parse(new TextDecoder().decode(members.get('run.json')))
    expect(told.events).toEqual([expect.objectContaining({ update: 21, wiped: true })])
    members.set('run.json', json({ ...told, events: [] }))
    const unwiped = fileOf(await archiveOf(withHashes(members)), folder)
    const other = good(await answered(run, run.trainer.proveProject(unwiped, 'all')))
    expect(other?.verdict).toMatchObject({ kind: 'different', update: 21 })
  })

  it.each<[string, (members: Members) => void, number]>([
    ['without a record', (members) => members.delete(RECORD), 1],
    ['whose record ends early', (members) => keepRecord(members, (update) => update <= 150), 151],
    ['whose record has a gap', (members) => keepRecord(members, (update) => update !== 77), 77],
  ])('does not call a project proven %s: there is nothing to compare with', async (_, change, first) => {
    const { verdict, identical, updates } = await proofOf(change)
    expect([verdict, updates]).toEqual([{ kind: 'unrecorded', update: first }, 200])
    const kept = { 1: 0, 151: 150, 77: 199 }[first]
    expect(identical).toBe(kept)
    expect(isProven({ ...NOTHING, verdict })).toBe(false)
    expect(inEnglish(proofText({ ...NOTHING, verdict }))).toBe(
      `Update ${first} is the first that is not in the project's record, so that there is nothing to compare it with: the project is not proven.`,
    )
    // One that differs is worse than one that is not there.
    const different = await proofOf((members) => {
      change(members)
      scaleWeight(members, frames[10] ?? 0, 1.01)
    })
    expect(different.verdict.kind).toBe('different')
  })

  it('says the same of a run whose updates could not be kept', async () => {
    const run = await trained(withSettings(LESSON, { hiddenUnits: 2, updates: 5 }))
    const runId = idOf(run)
    const path = join(folder, 'unkept.unroll')
    good(await run.trainer.holdProject(runId))
    good(await answered(run, run.trainer.saveProject({ runId, path, record: null, family: [] }, CHOICES)))
    const proof = good(await answered(run, run.trainer.proveProject(path, 'all')))
    expect(proof).toMatchObject({ identical: 0, verdict: { kind: 'unrecorded', update: 1 } })
    expect(good((await opened(run, path, folder)).answer)).toMatchObject({ updatesDone: 5, loss: null })
  })

  it('of a run without an update has nothing to make again', async () => {
    const fresh = await trained(withSettings(LESSON, { hiddenUnits: 2, updates: 1 }))
    await fresh.trainer.resetRun()
    const { path } = await saved(fresh, folder)
    const proof = good(await answered(fresh, fresh.trainer.proveProject(path, 'all')))
    expect(proof && inEnglish(proofText(proof))).toBe(
      'No update was made, so that there is nothing to make again.',
    )
  })
})
