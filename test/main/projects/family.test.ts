import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { proofText } from '@contract/project/proof'
import { LESSON } from '@contract/settings/lesson'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { good } from '../trainer/judged-bench'
import { manifestIn, membersIn } from '../trainer/project/members-of'
import { type DeskBench, openDeskBench } from './desk-bench'

const CONFIG = withSettings(LESSON, { hiddenUnits: 2, updates: 12 })
let all: string
/** Where the family was trained, and its runs: the first one, a branch of it, a branch of that, another branch of the first. */
let home: DeskBench
let [root, branch, below, sibling] = ['', '', '', '']
/** The branch, saved with all of them. */
let file: string
let count = 0

beforeAll(async () => {
  all = mkdtempSync(join(tmpdir(), 'unroll-family-'))
  home = await openBench()
  root = await begun(() => home.ask('createRun', CONFIG))
  branch = await begun(() => home.ask('branchAt', { runId: root, update: 3 }), 0.02)
  below = await begun(() => home.ask('branchAt', { runId: branch, update: 6 }), 0.03)
  good(await home.until(home.keeper.open(root, home.ask)))
  sibling = await begun(() => home.ask('branchAt', { runId: root, update: 9 }), 0.04)
  good(await home.until(home.keeper.list.rename(root, 'The first')))
  good(await home.until(home.keeper.open(below, home.ask)))
  good(home.projects.keepNotes(below, 'what became of it'))
  good(await home.until(home.keeper.open(branch, home.ask)))
  file = await savedAs('included')
})
afterAll(() => rmSync(all, { recursive: true, force: true }))
beforeEach(() => {
  home.asked.length = 0
})

/** In a folder of user data where nothing is yet. What is made here is too little to be recorded. */
async function openBench(folder = newFolder()): Promise<DeskBench> {
  const bench = await openDeskBench(folder)
  void bench.ask('setEngine', 'eager')
  return bench
}

function newFolder(): string {
  count += 1
  return mkdtempSync(join(all, `${count}-`))
}

/** Opens a run, with another learning rate where one is given, and trains it to its goal. @returns its id */
async function begun(open: () => ReturnType<DeskBench['ask']>, learningRate?: number): Promise<string> {
  await home.until(open())
  if (learningRate !== undefined) {
    const settings = settingsOf(withSettings(CONFIG, { learningRate }))
    good(await home.until(home.ask('changeSettings', home.id(), settings)))
  }
  good(await home.until(home.ask('startRun', home.id())))
  await home.settled()
  return home.id()
}

async function savedAs(way: 'included' | 'left-out'): Promise<string> {
  const path = join(newFolder(), 'family.unroll')
  home.dialogs.path = path
  home.dialogs.way = way
  good(await home.until(home.projects.save(home.id(), 'elsewhere')))
  return path
}

async function openIn(bench: DeskBench, path = file) {
  const opened = good(await bench.until(bench.projects.open(path, bench.ask)))
  if (!opened) throw new Error('it was called off')
  return opened
}
const listed = (bench: DeskBench) => bench.keeper.list.now().runs

/** The runs of the family where it was opened, by where they stand in it. */
function familyIn(bench: DeskBench) {
  const runs = listed(bench)
  const own = runs.find(({ id }) => id === bench.id())
  const of = (id: string | undefined) => runs.filter((run) => run.branch && run.branch.runId === id)
  const first = runs.find(({ id }) => id === own?.branch?.runId)
  return { own, first, below: of(own?.id), beside: of(first?.id).filter((run) => run !== own) }
}

/** All that is recorded of a run, but for its id. */
async function numbersOf(bench: DeskBench, id: string, first = 1) {
  const batch = good(await bench.until(bench.keeper.recorded(id, first, 1000)))
  expect(batch).not.toBeNull()
  return { ...batch, runId: '' }
}

describe('a run that is saved with its family', () => {
  it('asks whether, tells how large it is, and has a project for each of them', () => {
    const members = membersIn(file)
    const branches = ['more/branch-01.unroll', 'more/branch-02.unroll', 'more/branch-03.unroll']
    expect([...members.keys()].filter((name) => name.startsWith('more/'))).toEqual(branches)
    expect(manifestIn(members)).toMatchObject({
      version: 2,
      readableFrom: 1,
      branches: branches.map((member, i) => ({ member, name: i === 0 ? 'The first' : null })),
    })
    const run = JSON.parse(new TextDecoder().decode(members.get('run.json')))
    expect([run.id, run.branch]).toEqual(['', { runId: 'branch-01', update: 3 }])
  })

  it('is there with its ghost and its branches wherever it is opened', async () => {
    const bench = await openBench()
    const opened = await openIn(bench)
    expect(opened.branches).toEqual({ added: 3, known: 0 })
    const { own, first, below: under, beside } = familyIn(bench)
    expect(listed(bench)).toHaveLength(4)
    expect([own?.branch?.update, own?.updatesDone]).toEqual([3, 12])
    expect(first).toMatchObject({
      name: 'The first',
      branch: null,
      updatesDone: 12,
      goal: 12,
      phase: 'finished',
    })
    expect(under).toMatchObject([{ branch: { runId: bench.id(), update: 6 } }])
    expect(beside).toMatchObject([{ branch: { runId: first?.id, update: 9 } }])
    // The ids are new, and what is listed is what those that were saved are.
    const old = [root, branch, below, sibling]
    expect(listed(bench).filter(({ id }) => old.includes(id))).toEqual([])
    for (const [here, there] of [
      [own, branch],
      [first, root],
      [under[0], below],
      [beside[0], sibling],
    ] as const) {
      const then = home.keeper.list.find(there)
      const { network, config, loss } = then ?? {}
      expect(here).toMatchObject({ network, config, loss })
      // To the bit: the ghost is what is recorded of the first run after the third update.
      expect(await numbersOf(bench, here?.id ?? '')).toEqual(await numbersOf(home, there))
    }
    expect(await numbersOf(bench, own?.branch?.runId ?? '', 4)).toEqual(await numbersOf(home, root, 4))
  })

  it('can be gone on with, each of them as it would have been', async () => {
    const bench = await openBench()
    await openIn(bench)
    const { below: under } = familyIn(bench)
    const moved = under[0]?.id ?? ''
    good(await bench.until(bench.keeper.open(moved, bench.ask)))
    expect(bench.projects.standing()).toMatchObject({ runId: moved, notes: 'what became of it', file: null })
    good(await bench.until(bench.ask('stepRun', moved)))
    const there = await openBench()
    await openIn(there)
    good(await there.until(there.keeper.open(familyIn(there).below[0]?.id ?? '', there.ask)))
    good(await there.until(there.ask('stepRun', there.id())))
    const [here, again] = [await numbersOf(bench, moved), await numbersOf(there, there.id())]
    expect(here.losses).toHaveLength(13)
    expect(again).toEqual(here)
    const moment = good(await bench.until(bench.ask('momentAt', { runId: moved, update: 8 })))
    expect(moment.update).toBe(8)
  })

  it('is not there twice where it is opened again, or where it was saved', async () => {
    const bench = await openBench()
    await openIn(bench)
    const before = familyIn(bench)
    const first = listed(bench).map(({ id }) => id)
    const again = await openIn(bench)
    expect(again.branches).toEqual({ added: 0, known: 3 })
    expect(listed(bench).filter(({ id }) => !first.includes(id))).toEqual([
      expect.objectContaining({ id: bench.id(), branch: { runId: before.first?.id, update: 3 } }),
    ])
    // No folder is left of the places that were not needed.
    expect(bench.folders()).toHaveLength(5)
    // One that was looked at is the same still, and one that has gone on is another one.
    good(await bench.until(bench.keeper.open(before.beside[0]?.id ?? '', bench.ask)))
    expect((await openIn(bench)).branches).toEqual({ added: 0, known: 3 })
    good(await bench.until(bench.keeper.open(before.beside[0]?.id ?? '', bench.ask)))
    good(await bench.until(bench.ask('stepRun', bench.id())))
    expect((await openIn(bench)).branches).toEqual({ added: 1, known: 2 })

    const homely = listed(home).length
    expect((await openIn(home)).branches).toEqual({ added: 0, known: 3 })
    expect(listed(home)).toHaveLength(homely + 1)
    expect(home.memory().description?.branch).toEqual({ runId: root, update: 3 })
    good(await home.until(home.keeper.open(branch, home.ask)))
  })

  it('is left out where a person wants that, also when it is saved by itself or opened elsewhere', async () => {
    const path = await savedAs('left-out')
    expect(home.asked).toEqual(['projects.whichFamily', 'save family.unroll'])
    const alone = () => [...membersIn(path).keys()].filter((name) => name.startsWith('more/'))
    expect([alone(), manifestIn(membersIn(path))]).toMatchObject([[], { version: 1, family: 'left-out' }])
    const before = readFileSync(path)
    good(home.projects.keepNotes(branch, 'more'))
    await home.wait(60_000)
    expect([alone(), readFileSync(path).equals(before)]).toEqual([[], false])
    // Where its first run is kept, it is a branch of that.
    const opened = await openIn(home, path)
    expect(opened).toMatchObject({ family: 'left-out', branches: { added: 0, known: 0 } })
    expect(home.memory().description?.branch).toEqual({ runId: root, update: 3 })
    good(home.projects.keepNotes(home.id(), 'and more'))
    await home.wait(60_000)
    expect([alone(), home.file()?.changed]).toEqual([[], false])
    good(await home.until(home.keeper.open(branch, home.ask)))
    // Nobody is asked anything about a run without a family.
    const bench = await openBench()
    good(await bench.until(bench.ask('createRun', CONFIG)))
    good(await bench.until(bench.ask('stepRun', bench.id())))
    bench.dialogs.path = join(newFolder(), 'alone.unroll')
    good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))
    expect(bench.asked).toEqual([expect.stringMatching(/^save /)])
  })

  it('goes with the run when it is saved again from where it was opened, to the same bytes', async () => {
    const bench = await openBench()
    await openIn(bench)
    const again = join(newFolder(), 'again.unroll')
    bench.dialogs.path = again
    bench.dialogs.way = 'included'
    const saved = good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))
    expect(saved?.family).toEqual({ saved: 3, unread: 0 })
    expect([...membersIn(again).keys()]).toEqual([...membersIn(file).keys()])
    expect(membersIn(again).get('run.json')).toEqual(membersIn(file).get('run.json'))
    // To its own file nobody is asked, and the family is in it as well.
    bench.asked.length = 0
    good(bench.projects.keepNotes(bench.id(), 'notes'))
    await bench.wait(60_000)
    expect([bench.asked, membersIn(again).has('more/branch-03.unroll'), bench.file()?.changed]).toEqual([
      [],
      true,
      false,
    ])
  })

  it('proves its run when it is opened, and all of its family on demand', async () => {
    const bench = await openBench()
    await openIn(bench)
    const said = () => {
      const proof = bench.projects.standing()?.proof
      return proof?.kind === 'proven' ? inEnglish(proofText(proof.proof)) : proof?.kind
    }
    expect(said()).toBe('12 of 12 updates identical.')
    good(bench.projects.proveAll(bench.id()))
    await bench.settled()
    expect(said()).toBe('12 of 12 updates identical. In 3 related runs: 36 of 36 updates identical.')
  })

  it('is saved without a run that cannot be read, which is told', async () => {
    const folder = newFolder()
    const bench = await openBench(folder)
    await openIn(bench)
    const { beside } = familyIn(bench)
    const place = readdirSync(join(folder, 'runs')).find((name) => {
      const run = JSON.parse(readFileSync(join(folder, 'runs', name, 'run.json'), 'utf8'))
      return run.id === beside[0]?.id
    })
    const run = JSON.parse(readFileSync(join(folder, 'runs', place ?? '', 'run.json'), 'utf8'))
    const checkpoint = join(folder, 'runs', place ?? '', run.present.file)
    const bytes = readFileSync(checkpoint)
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    writeFileSync(checkpoint, bytes)
    bench.dialogs.path = join(newFolder(), 'less.unroll')
    bench.dialogs.way = 'included'
    const saved = good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))
    expect(saved?.family).toEqual({ saved: 2, unread: 1 })
    const other = await openBench()
    expect((await openIn(other, bench.dialogs.path)).branches).toEqual({ added: 2, known: 0 })
  })
})
