import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FamilyPlaces } from '@contract/project/family'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { good, refusal } from '../../judged-bench'
import { answered, type Bench, idOf } from '../../moment-bench'
import { archiveOf, fileOf, json, type Members, manifestIn, membersIn, withHashes } from '../members-of'
import { branchMember, known, placesIn, savedFamily, withBranch } from '../saved-family'

const [FIRST, LAST] = [branchMember(1), branchMember(2)]
const CHOOSE = 'choose the file that Unroll saved.'
let folder: string
let bench: Bench
let whole: Members
let saved: Awaited<ReturnType<typeof savedFamily>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-hostile-family-'))
  saved = await savedFamily(withSettings(LESSON, { hiddenUnits: 2, updates: 6 }), folder)
  bench = saved.bench
  whole = membersIn(saved.path)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Places of their own for a family. */
const somewhere = () => placesIn(mkdtempSync(join(folder, 'p-')))

/** Opens a project as main does, with what it has for the family. */
async function openedWith(path: string, family: FamilyPlaces = { ...somewhere(), known: [] }) {
  const record = join(mkdtempSync(join(folder, 'r-')), 'record')
  const { places, known: kept } = family
  const origin = { path, runId: 'opened', record, family: { places, known: kept } }
  return { answer: await answered(bench, bench.trainer.openProject(origin)), record }
}

/** What is said of a file, which leaves the present run, and no record of another, behind; a proof of any scope says the same. */
async function saidOf(members: Members): Promise<string> {
  const [before, state] = [idOf(bench), bench.state()]
  const path = fileOf(await archiveOf(members), folder)
  const { answer, record } = await openedWith(path)
  expect([idOf(bench), bench.state(), existsSync(record)]).toEqual([before, state, false])
  for (const scope of ['all', 'run', 'last'] as const)
    expect(refusal(await answered(bench, bench.trainer.proveProject(path, scope)))).toBe(refusal(answer))
  return refusal(answer).replace(/^"[^"]+" cannot be opened as a project: /, '')
}

const within = (why: string, member = FIRST) => `of "${member}" in it, a related run: ${why}`
const unreadable = (member: string) => `"${member}" in it does not say what it should; ${CHOOSE}`
const strange = (member: string) => `it holds "${member}", which no project has; ${CHOOSE}`
const otherHash = (member: string) =>
  `"${member}" in it is not what was saved, as its SHA-256 is another one; get the file again.`

const changed = (member: string, change: (inner: Members) => void) => withBranch(whole, member, change)
/** With another `run.json` in a run of the family. */
const telling = (member: string, facts: object) =>
  changed(member, (inner) => {
    const run = JSON.parse(new TextDecoder().decode(inner.get('run.json')))
    inner.set('run.json', json({ ...run, ...facts }))
  })
const manifested = (said: object, members = withHashes(whole)) =>
  new Map(members).set('manifest.json', json({ ...manifestIn(members), ...said }))

describe('a family in a project', () => {
  it('is what was saved: runs, links, names, bytes', async () => {
    const family = { ...somewhere(), known: [] }
    const { answer } = await openedWith(saved.path, family)
    const project = good(answer)
    expect(
      project?.branches.placed.map(({ run }) => [run.id, run.name, run.branch, run.updatesDone]),
    ).toEqual([
      ['new-0', 'The first', null, 6],
      ['new-1', null, { runId: 'opened', update: 4 }, 6],
    ])
    expect(bench.payloads('runOpened').at(-1)?.branch).toEqual({ runId: 'new-0', update: 2 })
    // A beginning, where it stands and a record each, at the least.
    expect(family.bytes().length).toBeGreaterThanOrEqual(6)
  })

  it('is looked at where there are no places for it, and taken for what is kept, each for one', async () => {
    const [first, last] = saved.family
    const all = [known(first, 6), known(last, 6)]
    const { answer } = await openedWith(saved.path, { ...placesIn(folder, 0), known: all })
    expect(good(answer)?.branches).toEqual({ placed: [], known: [first.runId, last.runId] })
    // Without what it is a branch of, a kept branch has no ghost: the one in the file has.
    const orphan = [known(first, 6, false), known(last, 6, false)]
    const other = await openedWith(saved.path, {
      ...somewhere(),
      known: orphan,
    })
    expect(good(other.answer)?.branches).toMatchObject({
      known: [first.runId],
      placed: [{ run: { updatesDone: 6 } }],
    })
    const otherwise = { ...first, files: { ...first.files, record: last.files.record } }
    const strangers = await openedWith(saved.path, {
      ...somewhere(),
      known: [known(otherwise, 6), known(last, 5), known({ ...last, files: first.files }, 6)],
    })
    expect(good(strangers.answer)?.branches).toMatchObject({ known: [last.runId], placed: [{}] })
  })

  it('is refused as one where a run of it is', async () => {
    expect(await saidOf(await telling(FIRST, { goal: -1 }))).toBe(within(unreadable('run.json')))
    expect(await saidOf(await telling(LAST, { goal: 3 }))).toBe(within(unreadable('run.json'), LAST))
    const infinite = await changed(LAST, (inner) => {
      const name = 'keyframes/0000000000.safetensors'
      const file = Uint8Array.from(inner.get(name) ?? [])
      const view = new DataView(file.buffer)
      view.setFloat32(8 + Number(view.getBigUint64(0, true)), Number.NaN, true)
      inner.set(name, file)
    })
    expect(await saidOf(infinite)).toBe(
      within(
        '"keyframes/0000000000.safetensors" in it has weights that are not finite numbers; choose another file.',
        LAST,
      ),
    )
    const torn = await changed(FIRST, (inner) =>
      inner.set('updates.record', (inner.get('updates.record') ?? new Uint8Array()).subarray(0, -1)),
    )
    expect(await saidOf(torn)).toBe(
      within(`"updates.record" in it is not the record of its updates; ${CHOOSE}`),
    )
    const nothing = withHashes(new Map(whole).set(LAST, json({})))
    expect(await saidOf(nothing)).toContain(`of "${LAST}" in it, a related run: it should be a zip archive`)
  })

  it('has its hashes, those of a run within and that of the run without', async () => {
    const flipped = (member: string) => {
      const bytes = Uint8Array.from(whole.get(member) ?? [])
      const at = Buffer.from(bytes).indexOf('"F32"')
      bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 1
      return new Map(whole).set(member, bytes)
    }
    expect(await saidOf(flipped(FIRST))).toBe(otherHash(FIRST))
    expect(await saidOf(withHashes(flipped(LAST)))).toMatch(
      /^of "more\/branch-02.unroll" in it, a related run: "[^"]+" in it is not what was saved/,
    )
    // A whole run with hashes of its own, which is not the one that was saved.
    const other = await telling(LAST, { goal: 9 })
    expect(await saidOf(new Map(whole).set(LAST, other.get(LAST) ?? new Uint8Array()))).toMatch(
      /branch-02\.unroll" in it is not what was saved/,
    )
  })

  it('has no families and no tables of its own, and learns what its run learns', async () => {
    const nested = await changed(FIRST, (inner) => {
      const hashed = withHashes(inner.set(branchMember(1), whole.get(LAST) ?? new Uint8Array()))
      const branches = [{ member: branchMember(1), name: null }]
      inner.set('manifest.json', json({ ...manifestIn(hashed), version: 2, branches }))
    })
    expect(await saidOf(nested)).toBe(within(unreadable('manifest.json')))
    const table = await changed(FIRST, (inner) => inner.set('data.series', json({})))
    expect(await saidOf(table)).toBe(within(strange('data.series')))
    expect(await saidOf(await changed(LAST, (inner) => inner.set('more/other', json({}))))).toBe(
      within(strange('more/other'), LAST),
    )
    const config = JSON.parse(new TextDecoder().decode(whole.get('run.json'))).config
    expect(await saidOf(await telling(FIRST, { config: { ...config, dataSeed: 77 } }))).toBe(
      within(`the series in it is not the one that its settings name; ${CHOOSE}`),
    )
  })

  it('has no run that is a branch of itself, over however many others', async () => {
    const link = (runId: string) => ({ branch: { runId, update: 2 } })
    expect(await saidOf(await telling(FIRST, link('branch-01')))).toBe(unreadable('manifest.json'))
    expect(await saidOf(await telling(FIRST, link('main')))).toBe(unreadable('manifest.json'))
    expect(await saidOf(await telling(FIRST, link('branch-02')))).toBe(unreadable('manifest.json'))
  })

  it.each<[string, object]>([
    ['no list', { branches: {} }],
    ['another name', { branches: [{ member: '../evil', name: null }] }],
    ['another order', { branches: [LAST, FIRST].map((member) => ({ member, name: null })) }],
    [
      'a name that hides something',
      { branches: [FIRST, LAST].map((member) => ({ member, name: 'a\u202eb' })) },
    ],
    ['a name that is none', { branches: [FIRST, LAST].map((member) => ({ member, name: '' })) }],
    [
      'too many',
      { branches: Array.from({ length: 17 }, (_, i) => ({ member: branchMember(i + 1), name: null })) },
    ],
  ])('is told of as it is written: %s', async (_, said) => {
    expect(await saidOf(manifested(said))).toBe(unreadable('manifest.json'))
  })

  it('has no run that is not told of, and none that is not there', async () => {
    expect(await saidOf(manifested({ branches: [{ member: FIRST, name: null }] }))).toBe(strange(LAST))
    expect(await saidOf(manifested({ branches: undefined }))).toBe(strange(FIRST))
    expect(await saidOf(manifested({ version: 1 }))).toBe(strange(FIRST))
    const without = new Map(whole)
    without.delete(LAST)
    expect(await saidOf(withHashes(without))).toBe(`"${LAST}" should be in it, but is not; ${CHOOSE}`)
    expect(
      await saidOf(
        withHashes(new Map(whole).set('more/branch-03.unroll', whole.get(LAST) ?? new Uint8Array())),
      ),
    ).toBe(strange('more/branch-03.unroll'))
    const twice = [...whole, [FIRST, whole.get(LAST) ?? new Uint8Array()] as const]
    const path = fileOf(await archiveOf(twice), folder)
    expect(refusal((await openedWith(path)).answer)).toContain(`"${FIRST}" is in it twice`)
  })

  it('is taken in from a newer version as well, where that says that it can be', async () => {
    const members = withHashes(new Map([['more/attention.bin', Buffer.from('unknown')], ...whole]))
    const newer = manifested({ version: 7, readableFrom: 1 }, members)
    const { answer } = await openedWith(fileOf(await archiveOf(newer), folder))
    expect(good(answer)).toMatchObject({ newer: 7, branches: { placed: [{}, {}] } })
  })

  it('is none where the disk does not take it, and neither is the run', async () => {
    const [before, blocked] = [idOf(bench), join(folder, 'a file')]
    writeFileSync(blocked, '')
    const family = { ...placesIn(join(blocked, 'below')), known: [] }
    const { answer, record } = await openedWith(saved.path, family)
    expect(refusal(answer)).toMatch(/related run: its updates cannot be kept: /)
    expect([idOf(bench), existsSync(record)]).toEqual([before, false])
  })
})
