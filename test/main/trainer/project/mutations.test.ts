import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Result } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findMade } from '../../../../main/trainer/data/find-made'
import { type PlacedFamily, placeFamily } from '../../../../main/trainer/project/family/place-family'
import { asResult, openProject } from '../../../../main/trainer/project/open-project'
import { type RestoredRun, restoreRun } from '../../../../main/trainer/project/restore-run'
import { encodePresent } from '../../../../main/trainer/weights/checkpoint/checkpoint'
import { smallRun } from '../judged-bench'
import { answered, trained } from '../moment-bench'
import { anyMutation, bytesOfTexts, judge, type Mutation } from '../weights/any-mutation'
import { bound, DAMAGED_FILES, inProportion, TOLD } from '../weights/many-files'
import { archiveOf, type Members, membersIn, withHashes } from './members-of'
import { branchMember, placesIn, savedFamily, withBranch } from './saved-family'
import { opened, saved } from './saved-project'

/** What means something in such a file: signatures, names, and what JSON and headers are made of. */
const PARTS = [
  ...bytesOfTexts(
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    'PK\x07\x08',
    '\0\0\0\0',
    '\xff\xff\xff\xff',
    '\x08\0\x08\0',
  ),
  ...bytesOfTexts(
    'run.json',
    'updates.record',
    'keyframes/',
    '../',
    '"version": 2',
    '"update": ',
    'null',
    '1e99',
    '-1',
    '{}',
    '[]',
  ),
  ...bytesOfTexts(
    '"events":[{}],',
    '"broke":"loss"',
    '"F32"',
    '[0,0]',
    'NaN',
    'UNR3',
    'UNR1',
    '__proto__',
    'branch-01',
    'more/branch-02.unroll',
    '"branch":{"runId":"main","update":2},',
    'unroll.keyframe',
  ),
]
const mutation = anyMutation(PARTS)
const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 })

let folder: string
let wholes: { readonly bytes: Uint8Array; readonly members: Members; readonly restored: unknown }[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-mutations-'))
  const lesson = withSettings(LESSON, { hiddenUnits: 2, updates: 3 })
  const lstm = withSettings(lesson, { cell: 'lstm', optimizer: 'rmsprop' })
  const series = smallRun('nile', { hiddenUnits: 2, updates: 3 })
  wholes = []
  const family = await savedFamily(withSettings(lesson, { updates: 5 }), folder)
  const own = readFileSync(family.path)
  wholes.push({ bytes: own, members: membersIn(family.path), restored: shown(await restored(own)) })
  for (const config of [lesson, lstm, series]) {
    const { path } = await saved(await trained(config, [[1, { learningRate: 0.01 }]]), folder, { notes: 'a' })
    const bytes = readFileSync(path)
    wholes.push({ bytes, members: membersIn(path), restored: shown(await restored(bytes)) })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Restored = RestoredRun & { readonly family: PlacedFamily }
const places = () => placesIn(join(folder, 'places'), 2)

/** Opens a file as the trainer does, but for the run itself. */
async function restored(bytes: Uint8Array): Promise<Result<Restored>> {
  rmSync(join(folder, 'places'), { recursive: true, force: true })
  const [path, record] = [join(folder, 'any.unroll'), join(folder, 'any.record')]
  writeFileSync(path, bytes)
  const project = await openProject(path)
  if (!project.ok) return project
  try {
    const { signal } = new AbortController()
    return await asResult('any.unroll', async () => {
      const run = await restoreRun(project.value, { runId: 'a', record }, findMade, signal)
      const family = { places: places().places, known: [] }
      return { ...run, family: await placeFamily(project.value, { runId: 'a', family }, findMade, signal) }
    })
  } finally {
    await project.value.close()
  }
}

function shown(result: Result<Restored>): unknown {
  if (!result.ok) throw new Error(result.error.text.id)
  const { checkpoint, keyframes, loss, family } = result.value
  const record = readFileSync(join(folder, 'any.record'))
  return { present: encodePresent(checkpoint), keyframes, loss, record, family, placed: places().bytes() }
}

function isSentence(message: string): boolean {
  return (
    message.length < 600 &&
    /^"any\.unroll" (?:cannot be opened as a project|could not be read): [^\n]+\.$/.test(message)
  )
}

/** Fewer of them: each is put together anew. */
const someOf = (part: number) => ({ ...DAMAGED_FILES, numRuns: Math.ceil(DAMAGED_FILES.numRuns / part) })
const damage = (bytes: Uint8Array, all: readonly Mutation[]) =>
  all.reduce((file, mutate) => mutate(file), bytes)

describe(`${TOLD} damaged projects`, () => {
  it('get a verdict, and open as nothing but what was saved', async () => {
    const { seen, look } = judge(isSentence)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3 }), mutations, async (which, all) => {
        const whole = wholes[which]
        if (!whole) return
        const result = await restored(damage(whole.bytes, all))
        look(result)
        if (result.ok) expect(shown(result)).toEqual(whole.restored)
      }),
      DAMAGED_FILES,
    )
    expect(seen.kinds.size).toBeGreaterThan(bound(2, 4))
  })

  it('get a verdict as well where all hashes were made to fit', async () => {
    const { seen, look } = judge(isSentence)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3 }), fc.nat({ max: 99 }), mutations, async (which, place, all) => {
        const whole = wholes[which]
        if (!whole) return
        const names = [...whole.members.keys()].filter((name) => name !== 'manifest.json')
        const name = names[place % names.length] ?? ''
        const members = new Map(whole.members)
        members.set(name, damage(members.get(name) ?? new Uint8Array(), all))
        look(await restored(await archiveOf(withHashes(members))))
      }),
      someOf(4),
    )
    expect(seen.good).toBeGreaterThan(inProportion(25))
    expect(seen.kinds.size).toBeGreaterThan(bound(1, 2))
  })

  it('get a verdict inside of a run of a family, where the hashes without and within were made to fit', async () => {
    const { seen, look } = judge(isSentence)
    const [whole] = wholes
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 }),
        fc.nat({ max: 99 }),
        mutations,
        async (of, at, all) => {
          if (!whole) return
          const members = await withBranch(whole.members, branchMember(of), (inner) => {
            const names = [...inner.keys()].filter((name) => name !== 'manifest.json')
            const name = names[at % names.length] ?? ''
            inner.set(name, damage(inner.get(name) ?? new Uint8Array(), all))
          })
          look(await restored(await archiveOf(members)))
        },
      ),
      someOf(40),
    )
    expect(seen.good).toBeGreaterThanOrEqual(bound(0, 25))
    expect(seen.kinds.size).toBeGreaterThanOrEqual(bound(1, 2))
  })

  it('of which some are runs, which are opened, go on and answer', async () => {
    const bench = await trained(withSettings(LESSON, { hiddenUnits: 2, updates: 1 }))
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 3 }),
        fc.constantFrom('run.json', 'updates.record'),
        mutation,
        async (which, name, mutate) => {
          const whole = wholes[which]
          if (!whole) return
          const members = new Map(whole.members)
          members.set(name, mutate(members.get(name) ?? new Uint8Array()))
          const path = join(folder, 'any.unroll')
          writeFileSync(path, await archiveOf(withHashes(members)))
          const { answer, runId, record } = await opened(bench, path, folder)
          rmSync(record, { force: true })
          if (!answer.ok) return
          runs += 1
          await bench.trainer.stepRun()
          await answered(bench, bench.trainer.momentAt({ runId, update: 2 }))
        },
      ),
      someOf(20),
    )
    expect(runs).toBeGreaterThan(0)
  })
})
