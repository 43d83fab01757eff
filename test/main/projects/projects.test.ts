import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { proofText } from '@contract/project/proof'
import { fail } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { madeUp } from '../../helpers/saying'
import { good, refusal } from '../trainer/judged-bench'
import { archiveOf, json, manifestIn, membersIn, withHashes } from '../trainer/project/members-of'
import { type DeskBench, openDeskBench } from './desk-bench'

const CONFIG = withSettings(LESSON, { hiddenUnits: 4, updates: 12 })
let folder: string
let file: string
let bench: DeskBench

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-projects-'))
  file = join(folder, 'mine.unroll')
  bench = await openDeskBench(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function train(config = CONFIG) {
  good(await bench.until(bench.ask('createRun', config)))
  good(await bench.until(bench.ask('startRun', bench.id())))
  await bench.settled()
}

async function save(path = file) {
  bench.dialogs.path = path
  return bench.until(bench.projects.save(bench.id(), 'its-file'))
}

const step = () => bench.until(bench.ask('stepRun', bench.id()))

describe('a run that is saved as a project', () => {
  it('asks where to once, and then has its file, until another run is opened', async () => {
    await train()
    expect(bench.projects.standing()).toEqual({ runId: bench.id(), file: null, notes: '', proof: null })
    const saved = good(await save())
    expect(saved).toMatchObject({ name: 'mine.unroll', update: 12, bytes: readFileSync(file).length })
    expect(bench.asked).toEqual(['save unroll-rnn4-seed1.unroll'])
    expect(bench.file()).toEqual({ name: 'mine.unroll', changed: false })
    await step()
    expect(bench.file()).toEqual({ name: 'mine.unroll', changed: true })
    good(await bench.until(bench.projects.save(bench.id(), 'its-file')))
    expect(bench.asked).toHaveLength(1)
    expect(bench.recent).toEqual([file, file])
    good(await bench.until(bench.ask('createRun', CONFIG)))
    expect(bench.file()).toBeNull()
  })

  it('is saved elsewhere on demand, and nowhere where the dialog was closed', async () => {
    await train()
    good(await save())
    bench.dialogs.path = undefined
    expect(good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))).toBeNull()
    expect(bench.asked.at(-1)).toBe('save mine.unroll')
    bench.dialogs.path = join(folder, 'other.unroll')
    good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))
    expect(bench.file()?.name).toBe('other.unroll')
  })

  it('is changed by its settings and its notes as well, and by no undone change', async () => {
    await train()
    good(await save())
    bench.projects.setAutosave(false)
    good(bench.projects.keepNotes(bench.id(), 'mine'))
    expect(bench.file()?.changed).toBe(true)
    expect(bench.noted()).toBe('mine')
    good(bench.projects.keepNotes(bench.id(), '\n  two \nlines'))
    expect(bench.noted()).toBe('two')
    good(bench.projects.keepNotes(bench.id(), ''))
    expect(bench.noted()).toBeUndefined()
    expect(bench.file()?.changed).toBe(false)
    const settings = settingsOf(withSettings(CONFIG, { updates: 50 }))
    good(await bench.until(bench.ask('changeSettings', bench.id(), settings)))
    expect(bench.file()?.changed).toBe(true)
  })

  it('asks before it replaces a file that something else has changed', async () => {
    await train()
    good(await save())
    writeFileSync(file, 'theirs')
    expect(good(await bench.until(bench.projects.save(bench.id(), 'its-file')))).toBeNull()
    expect([bench.asked.at(-1), readFileSync(file, 'utf8')]).toEqual(['projects.replaceChanged', 'theirs'])
    bench.dialogs.agrees = true
    good(await bench.until(bench.projects.save(bench.id(), 'its-file')))
    expect(readFileSync(file, 'utf8')).not.toBe('theirs')
  })

  it('has the numbers of a table that a person gave, or their hash alone, as they choose', async () => {
    const values = Float64Array.from({ length: 80 }, (_, i) => Math.sin(i / 5))
    const { origin } = good(await bench.until(bench.ask('drawnSeries', values)))
    const source = { kind: 'series', origin, inputs: ['y'], targets: ['y'] } as const
    await train(withSettings(CONFIG, { source, points: 8, updates: 5 }))
    // Turned back at the question, before any dialog.
    expect(good(await save())).toBeNull()
    expect(bench.asked).toEqual(['projects.whichSeries'])
    bench.dialogs.way = 'hash'
    good(await save())
    const hashed = readFileSync(file).length
    bench.dialogs.way = 'included'
    bench.dialogs.path = join(folder, 'open.unroll')
    const open = good(await bench.until(bench.projects.save(bench.id(), 'elsewhere')))
    expect(open?.bytes).toBeGreaterThan(hashed + 80 * 8)
    // Nobody is asked again when it is saved to its own file.
    await step()
    good(await bench.until(bench.projects.save(bench.id(), 'its-file')))
    expect(bench.asked.filter((one) => one === 'projects.whichSeries')).toHaveLength(3)
  })
})

describe('a run that is saved by itself', () => {
  it('goes to its file at every rest at which something has changed, not more often than it may, and not while it trains', async () => {
    await train()
    good(await save())
    const first = readFileSync(file)
    await step()
    // The last save is too near.
    expect(readFileSync(file).equals(first)).toBe(true)
    await bench.wait(2_000)
    const second = readFileSync(file)
    expect(second.equals(first)).toBe(false)
    expect(bench.file()?.changed).toBe(false)
    await bench.wait(60_000)
    expect(readFileSync(file).equals(second)).toBe(true)
    expect(bench.waiting()).toBe(0)
    expect(bench.asked).toHaveLength(1)
    good(await bench.ask('startRun', bench.id()))
    good(bench.projects.keepNotes(bench.id(), 'while it trains'))
    expect(bench.memory().state?.phase).toBe('training')
    expect(readFileSync(file).equals(second)).toBe(true)
    await bench.settled()
    expect(readFileSync(file).includes('while it trains')).toBe(true)
  })

  it('is not where a person has said so, also after a restart, and is once they take it back', async () => {
    await train()
    good(await save())
    bench.projects.setAutosave(false)
    const first = readFileSync(file)
    await step()
    await bench.wait(60_000)
    expect(readFileSync(file).equals(first)).toBe(true)
    const again = await openDeskBench(folder)
    good(await again.until(again.keeper.open(bench.id(), again.ask)))
    await again.wait(60_000)
    expect(again.file()).toEqual({ name: 'mine.unroll', changed: true })
    expect(readFileSync(file).equals(first)).toBe(true)
    again.projects.setAutosave(true)
    await again.settled()
    expect(again.file()?.changed).toBe(false)
    expect(readFileSync(file).equals(first)).toBe(false)
  })

  it('never replaces what something else has put there, and says so once', async () => {
    await train()
    good(await save())
    writeFileSync(file, 'theirs')
    for (let i = 0; i < 3; i += 1) {
      await step()
      await bench.wait(60_000)
    }
    expect(readFileSync(file, 'utf8')).toBe('theirs')
    expect(bench.failures.map(inEnglish)).toEqual([
      expect.stringMatching(/^mine\.unroll was changed by something else/),
    ])
    rmSync(file)
    await step()
    expect(inEnglish(bench.failures.at(-1) ?? never())).toMatch(/^mine\.unroll is no longer where it was/)
    good(await bench.until(bench.projects.save(bench.id(), 'its-file')))
    await step()
    await bench.wait(60_000)
    expect(bench.file()?.changed).toBe(false)
    expect(bench.failures).toHaveLength(2)
  })

  it('waits without a word for a trainer that cannot be asked yet, as at a start', async () => {
    await train()
    good(await save())
    bench.refusal.now = fail('trainer-not-ready', madeUp('wait'))
    await step()
    await bench.wait(60_000)
    await bench.wait(60_000)
    expect([bench.file()?.changed, bench.failures]).toEqual([true, []])
    bench.refusal.now = null
    await bench.wait(60_000)
    expect(bench.file()?.changed).toBe(false)
  })

  it('is saved when the app ends, however short ago it was', async () => {
    await train()
    good(await save())
    await step()
    expect(bench.file()?.changed).toBe(true)
    await bench.until(bench.projects.settle())
    expect(bench.file()?.changed).toBe(false)
  })
})

function never(): never {
  throw new Error('nothing was told')
}

describe('a project that is opened', () => {
  it('is the run with all its updates, a run of its own, and proves itself; the present one is set aside', async () => {
    await train()
    good(bench.projects.keepNotes(bench.id(), 'what was seen'))
    good(await save())
    const saved = bench.id()
    const batch = good(await bench.until(bench.keeper.recorded(saved, 1, 12)))
    good(await bench.until(bench.ask('createRun', CONFIG)))
    await step()
    const left = bench.id()
    const opened = good(await bench.until(bench.projects.open(file, bench.ask)))
    expect(opened).toMatchObject({ updatesDone: 12, notes: 'what was seen' })
    expect(new Set([saved, left, bench.id()]).size).toBe(3)
    expect(bench.projects.standing()).toMatchObject({
      runId: bench.id(),
      file: { name: 'mine.unroll', changed: false },
      notes: 'what was seen',
    })
    const proof = bench.projects.standing()?.proof
    expect(proof?.kind === 'proven' && inEnglish(proofText(proof.proof))).toBe('12 of 12 updates identical.')
    const again = good(await bench.until(bench.keeper.recorded(bench.id(), 1, 12)))
    expect({ ...again, runId: saved }).toEqual(batch)
    // Both others are there, and this one once another takes its place, with the loss of its last update.
    expect(bench.keeper.list.now().runs.map(({ id }) => id)).toEqual([bench.id(), left, saved])
    const project = bench.id()
    good(await bench.until(bench.ask('createRun', CONFIG)))
    expect(bench.keeper.list.find(project)?.loss).toBe(batch?.losses[11])
  })

  it('knows its file and its notes tomorrow', async () => {
    await train()
    good(await save())
    good(bench.projects.keepNotes(bench.id(), 'later'))
    await bench.wait(60_000)
    const again = await openDeskBench(folder)
    good(await again.until(again.keeper.open(bench.id(), again.ask)))
    expect(again.projects.standing()).toEqual({
      runId: bench.id(),
      file: { name: 'mine.unroll', changed: false },
      notes: 'later',
      proof: null,
    })
  })

  it('is not saved to where a newer version wrote it, by itself or on demand, and is under another name', async () => {
    await train()
    good(await save())
    const newer = join(folder, 'newer.unroll')
    const members = withHashes(membersIn(file))
    members.set('manifest.json', json({ ...manifestIn(members), version: 9 }))
    writeFileSync(newer, await archiveOf(members))
    const before = readFileSync(newer)
    expect(good(await bench.until(bench.projects.open(newer, bench.ask)))?.newer).toBe(9)
    await step()
    await bench.wait(60_000)
    await bench.until(bench.projects.settle())
    expect(refusal(await save(newer))).toBe(
      'newer.unroll was saved by a newer version of Unroll, and this one would lose what it does not know of it. Choose another name.',
    )
    expect(readFileSync(newer)).toEqual(before)
    good(await save(join(folder, 'own.unroll')))
    await step()
    await bench.wait(60_000)
    expect(bench.file()).toEqual({ name: 'own.unroll', changed: false })
    expect([readFileSync(newer).equals(before), bench.failures]).toEqual([true, []])
  })

  it('leaves the present run as it is where the file is damaged, and nothing of itself', async () => {
    await train()
    good(await save())
    const [id, before] = [bench.id(), bench.folders()]
    const broken = join(folder, 'broken.unroll')
    writeFileSync(broken, readFileSync(file).subarray(0, 3000))
    expect(refusal(await bench.until(bench.projects.open(broken, bench.ask)))).toMatch(
      /^"broken\.unroll" cannot be opened as a project/,
    )
    expect([bench.id(), bench.folders()]).toEqual([id, before])
    expect(bench.file()?.name).toBe('mine.unroll')
    expect(bench.recent).toEqual([file])
  })

  it('leaves the verdict where a proof is called off, and says why where it came to none', async () => {
    await train()
    good(await save())
    good(await bench.until(bench.projects.open(file, bench.ask)))
    const verdict = bench.projects.standing()?.proof
    good(bench.projects.proveAll(bench.id()))
    expect(bench.projects.standing()?.proof).toEqual({ kind: 'proving', scope: 'all' })
    bench.projects.cancelProof()
    await bench.settled()
    expect(bench.projects.standing()?.proof).toBe(verdict)
    rmSync(file)
    mkdirSync(file)
    good(bench.projects.proveAll(bench.id()))
    await bench.settled()
    expect(bench.projects.standing()?.proof).toMatchObject({ kind: 'failed' })
    expect(refusal(bench.projects.proveAll('another'))).toMatch(/another|run/)
  })
})
