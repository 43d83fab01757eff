import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { between } from '../../../../main/record/record-columns'
import { openRecordFile } from '../../../../main/runs/record/record-file'
import { createJudgedBench, good, refusal } from '../judged-bench'
import { answered, type Bench, idOf, standing, trained } from '../moment-bench'
import { archiveOf, fileOf, json, type Members, manifestIn, membersIn, withHashes } from './members-of'
import { branchMember, savedFamily } from './saved-family'
import { CHOICES, opened, saved } from './saved-project'

const CONFIG = withSettings(LESSON, { hiddenUnits: 4, updates: 80, cell: 'lstm' })
const TOUCHES: readonly KeepableTouch[] = [
  { kind: 'wiped' },
  { kind: 'weight', name: 'out.weight', index: 2, value: -0.9 },
  { kind: 'shifted', layer: 0, unit: null, by: 0.25 },
  { kind: 'unit', layer: 0, unit: 3, held: 'zero' },
]

let folder: string
let bench: Bench
let whole: Members
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-touched-'))
  bench = await kept()
  good(await bench.trainer.startRun())
  bench.runUntilIdle()
  whole = membersIn(await savedWhole())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Saves the branch with the updates of both runs, as main has copied those of the first. @returns its path */
async function savedWhole(): Promise<string> {
  const [path, record] = [join(folder, 'whole.unroll'), join(folder, 'whole.record')]
  const runId = idOf(bench)
  good(await bench.trainer.holdProject(runId))
  const file = openRecordFile(record, runId)
  const batches = bench.payloads('updates')
  const [before, after] = [
    batches.filter((batch) => batch.runId !== runId).map((batch) => between(batch, 1, 40)),
    batches.filter((batch) => batch.runId === runId),
  ]
  await file.append([...before.filter(({ losses }) => losses.length > 0), ...after])
  await file.close()
  good(await answered(bench, bench.trainer.saveProject({ runId, path, record, family: [] }, CHOICES)))
  return path
}

/** A run that begins a branch with touches at update 41. */
async function kept() {
  const run = await trained(CONFIG)
  good(await answered(run, run.trainer.keepTouches({ runId: idOf(run), update: 41 }, TOUCHES)))
  return run
}

const runIn = (members: Members) => JSON.parse(new TextDecoder().decode(members.get('run.json')))

/** A project whose `run.json` says something else, with hashes that fit. @returns its path */
async function saying(facts: object): Promise<string> {
  const members = new Map(whole).set('run.json', json({ ...runIn(whole), ...facts }))
  return fileOf(await archiveOf(withHashes(members)), folder)
}

/** The log of the project with other touches in it. */
function events(touches: unknown) {
  const [event] = runIn(whole).events
  return { events: [{ ...event, touches }] }
}

function stand(of: Bench) {
  const { id: _id, branch: _branch, ...rest } = standing(of)
  return rest
}

describe('a project of a run in which touches were kept', () => {
  it('needs a reader that knows them, and says in words what they are', () => {
    expect(manifestIn(whole)).toMatchObject({ version: 3, readableFrom: 3 })
    expect(runIn(whole).events).toMatchObject([{ update: 41, wiped: true, touches: TOUCHES.slice(1) }])
  })

  it('goes on elsewhere as it would have', async () => {
    for (const at of ['before', 'after'] as const) {
      const run = await kept()
      if (at === 'after') good(await run.trainer.stepRun())
      const { path } = await saved(run, folder)
      const other = createJudgedBench()
      expect((await opened(other, path, folder)).answer.ok).toBe(true)
      expect(other.state()?.events).toEqual(run.state()?.events)
      await other.trainer.setPace('max')
      good(await other.trainer.startRun())
      other.runUntilIdle()
      expect(stand(other)).toEqual(stand(bench))
    }
  })

  it('proves every update, and not without the touches', async () => {
    const proof = async (path: string) => good(await answered(bench, bench.trainer.proveProject(path, 'all')))
    const path = fileOf(await archiveOf(whole), folder)
    expect(await proof(path)).toMatchObject({ updates: 80, identical: 80, verdict: { kind: 'identical' } })
    const untouched = await saying({ events: [{ update: 41, before: {}, after: {}, wiped: true }] })
    expect(await proof(untouched)).toMatchObject({ verdict: { kind: 'different', update: 41 } })
  })

  const weight = TOUCHES[1] as Extract<KeepableTouch, { kind: 'weight' }>
  it.each<[string, unknown]>([
    ['none', []],
    ['no list', { 0: weight }],
    ['null', [null]],
    ['an unknown kind', [{ kind: 'gate', layer: 0, gate: 'input', unit: null, held: 0 }]],
    ['a wipe, which is said elsewhere', [{ kind: 'wiped' }]],
    ['a weight of no parameter', [{ ...weight, name: 'rnn.kernel' }]],
    ['a weight beyond its parameter', [{ ...weight, index: 4 }]],
    ['a weight between two', [{ ...weight, index: 0.5 }]],
    ['a weight beyond float32', [{ ...weight, value: 1e39 }]],
    ['a weight of no value', [{ ...weight, value: null }]],
    ['a weight that was a text', [{ ...weight, was: '1' }]],
    ['a layer that is not there', [{ kind: 'shifted', layer: 1, unit: null, by: 1 }]],
    ['a unit that is not there', [{ kind: 'shifted', layer: 0, unit: 4, by: 1 }]],
    ['a shift by nothing', [{ kind: 'shifted', layer: 0, unit: 0 }]],
    ['a unit below the first', [{ kind: 'unit', layer: 0, unit: -1, held: 'zero' }]],
    ['a unit held at its mean', [{ kind: 'unit', layer: 0, unit: 0, held: 'mean' }]],
    ['too many', Array.from({ length: 65 }, () => weight)],
  ])('is refused where they are forged: %s', async (_, touches) => {
    const { answer } = await opened(createJudgedBench(), await saying(events(touches)), folder)
    expect(refusal(answer)).toContain('"run.json" in it does not say what it should; choose the file')
    const planned = { planned: [{ update: 90, after: {}, touches }] }
    const other = await opened(createJudgedBench(), await saying(planned), folder)
    expect(refusal(other.answer)).toContain('"run.json" in it does not say what it should; choose the file')
  })

  it('is one of a run in whose family they are, too', async () => {
    const small = withSettings(LESSON, { hiddenUnits: 2, updates: 6 })
    const touches: readonly KeepableTouch[] = [{ kind: 'shifted', layer: 0, unit: 1, by: 0.5 }]
    const { path } = await savedFamily(small, folder, { touches })
    const members = membersIn(path)
    expect(manifestIn(members)).toMatchObject({ version: 3, readableFrom: 3 })
    expect(runIn(members).events).not.toMatchObject([{ touches }])
    const inner = (index: number) => membersIn(members.get(branchMember(index)) ?? new Uint8Array())
    expect(manifestIn(inner(1))).toMatchObject({ version: 1, readableFrom: 1 })
    expect(manifestIn(inner(2))).toMatchObject({ version: 3, readableFrom: 3 })
    const other = createJudgedBench()
    const proof = good(await answered(other, other.trainer.proveProject(path, 'all')))
    expect(proof?.branches.map(({ verdict }) => verdict.kind)).toEqual(['identical', 'identical'])
    const untouched = await savedFamily(small, folder)
    expect(manifestIn(membersIn(untouched.path))).toMatchObject({ version: 2, readableFrom: 1 })
  })

  it('may have as many as can be made at a time, and some that are to come', async () => {
    const many = Array.from({ length: 64 }, (_, i) => ({ ...weight, index: i % 4, value: i }))
    const planned = { planned: [{ update: 90, after: {}, touches: many }] }
    const other = createJudgedBench()
    expect((await opened(other, await saying({ ...planned, ...events(many) }), folder)).answer.ok).toBe(true)
    expect(other.state()?.planned).toEqual(planned.planned)
  })
})
