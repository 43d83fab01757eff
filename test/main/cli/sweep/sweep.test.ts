import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { childWorkers } from '../../../../main/cli/sweep/child-workers'
import { bundleCliIfNeeded } from '../../../../scripts/cli/bundle.mjs'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

const root = resolve(import.meta.dirname, '../../../..')
const SMALL = '--hidden 3 --updates 12'

let bundle: string
let folder: string
let terminal: FakeTerminal

beforeAll(async () => {
  bundle = await bundleCliIfNeeded(root)
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-sweep-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

function run(line: string): Promise<number> {
  const workers = childWorkers(join(bundle, 'worker.js'))
  return runCommandLine(line.split(' '), terminal, { workers })
}

const content = (name = 'a.csv') => readFileSync(join(folder, name), 'utf8')
const lines = (name = 'a.csv') => content(name).trimEnd().split('\n')
/** All that a run is, whoever has made it: not how long it took. */
const lasting = (all: readonly string[]) => all.map((line) => line.replace(/,[^,]+(,[^,]+)$/, '$1'))

type Update = { readonly update: number; readonly loss: number; readonly validationLoss: number | null }
type Told = {
  readonly setup: string
  readonly seed: number
  readonly updates: number
  readonly end: string
} & Record<'lastLoss' | 'bestLoss' | 'validationLoss' | 'skill' | 'bestUpdate', number | null>

describe('sweep', () => {
  it('makes the runs that train makes, to the last bit', async () => {
    expect(await run(`sweep --preset pytorch ${SMALL} --vary cell=rnn-tanh,lstm --seeds 2 --json`)).toBe(0)
    const told = terminal.said.map((line) => JSON.parse(line) as Told)
    expect(told).toHaveLength(4)
    for (const { setup, updates, lastLoss, bestLoss } of told) {
      terminal = fakeTerminal(folder)
      expect(await run(`train --setup ${setup} --json`)).toBe(0)
      const losses = terminal.said.map((line) => (JSON.parse(line) as Update).loss)
      expect([updates, lastLoss, bestLoss]).toEqual([losses.length, losses.at(-1), Math.min(...losses)])
    }
  })

  it('judges runs of a series as train does, to the last bit', async () => {
    expect(await run(`sweep --series nile --hidden 2 --updates 40 --seeds 2 --json`)).toBe(0)
    const told = terminal.said.map((line) => JSON.parse(line) as Told)
    expect(told.map(({ seed }) => seed).sort()).toEqual([1, 2])
    for (const { seed, lastLoss, validationLoss, skill, bestUpdate } of told) {
      terminal = fakeTerminal(folder)
      expect(await run(`train --series nile --hidden 2 --updates 40 --seed ${seed} --json`)).toBe(0)
      const updates = terminal.said.slice(0, -1).map((line) => JSON.parse(line) as Update)
      expect(lastLoss).toBe(updates.at(-1)?.loss)
      const scores = JSON.parse(terminal.said.at(-1) ?? '') as { loss: { validation: number } }
      expect(validationLoss).toBeCloseTo(scores.loss.validation, 6)
      const judged = updates.filter((update) => update.validationLoss !== null)
      const best = judged.reduce((a, b) => ((b.validationLoss ?? 9) < (a.validationLoss ?? 9) ? b : a))
      expect(bestUpdate).toBe(best.update)
      expect(skill).toBeLessThan(1)
    }
  })

  it('makes the same table whatever --jobs is, but for the seconds', async () => {
    const asked = `${SMALL} --vary learning-rate=0.01,0.1 --seeds 3`
    expect(await run(`sweep ${asked} --jobs 1 --save a.csv`)).toBe(0)
    expect(await run(`sweep ${asked} --jobs 3 --save b.csv`)).toBe(0)
    expect(lasting(lines('b.csv'))).toEqual(lasting(lines('a.csv')))
    expect(lines().map((line) => line.split(',').slice(0, 3).join())).toEqual([
      'learning_rate,seed,end',
      ...[0.01, 0.1].flatMap((rate) => [1, 2, 3].map((seed) => `${rate},${seed},goal`)),
    ])
    expect(terminal.warned).toEqual([
      ...Array.from({ length: 2 }, (_, at) => [
        expect.stringMatching(/^\d more runs?, [13] at a time: about 1 second by what the first one took\.$/),
        `"${'ab'[at]}.csv" has 6 of 6 runs.`,
      ]).flat(),
    ])
    expect(terminal.said).toHaveLength(14)
    expect(terminal.shown.at(-2)).toBe('6 of 6 runs')
  })

  it('tells a cell that diverges, and leaves out the rest of it', async () => {
    const wild = '--cell rnn-relu --hidden 4 --optimizer sgd --updates 40'
    expect(await run(`sweep ${wild} --vary learning-rate=0.01,10 --seeds 7 --jobs 2 --save a.csv`)).toBe(0)
    const ends = lines()
      .slice(1)
      .map((line) => line.split(',')[2])
    expect(ends).toEqual([
      ...Array.from({ length: 7 }, () => 'goal'),
      ...Array.from({ length: 5 }, () => 'diverged'),
      ...Array.from({ length: 2 }, () => 'skipped'),
    ])
  })

  it('goes on with a table that is there, and tells its runs too', async () => {
    const asked = `${SMALL} --seeds 4`
    expect(await run(`sweep ${asked} --save a.csv`)).toBe(0)
    const whole = lines()
    writeFileSync(join(folder, 'a.csv'), `${whole[0]}\n${whole[3]}\n${whole[1]?.slice(0, 20)}`)
    terminal = fakeTerminal(folder)
    expect(await run(`sweep ${asked} --save a.csv --json`)).toBe(0)
    expect(lasting(lines())).toEqual(lasting(whole))
    expect(lines()[3]).toBe(whole[3])
    expect(terminal.said.map((line) => (JSON.parse(line) as Told).seed)[0]).toBe(3)
    expect(terminal.warned.at(-1)).toBe('"a.csv" has 4 of 4 runs, 1 of which it had before.')
    const before = content()
    terminal = fakeTerminal(folder)
    expect(await run(`sweep ${asked} --save a.csv --json`)).toBe(0)
    expect(content()).toBe(before)
    expect(terminal.said).toHaveLength(4)
    terminal = fakeTerminal(folder)
    expect(await run(`sweep ${asked} --points 4 --save a.csv`)).toBe(2)
    expect(terminal.warned).toEqual([
      '"a.csv" must hold runs of this sweep to be gone on with, but line 2 is of none of them; give --force to begin it anew, or choose another name.',
    ])
    expect(content()).toBe(before)
    expect(await run(`sweep ${asked} --points 4 --save a.csv --force`)).toBe(0)
  })

  it('says so where no process can make runs, and keeps the table', async () => {
    const workers = childWorkers(join(folder, 'none.js'))
    const args = `sweep ${SMALL} --seeds 2 --save a.csv`.split(' ')
    expect(await runCommandLine(args, terminal, { workers })).toBe(1)
    expect(terminal.warned).toEqual([
      'The processes that make the runs end before they are ready, so that none can be made; train tells why with the same settings.',
      '"a.csv" has 0 of 2 runs.',
    ])
    expect(await run(args.join(' '))).toBe(0)
  })

  it('sweeps over a table', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `${Math.sin(i / 5).toFixed(4)}`)
    writeFileSync(join(folder, 'wave.csv'), ['wave', ...rows, ''].join('\n'))
    expect(await run('sweep --data wave.csv --hidden 2 --updates 20 --seeds 2 --save a.csv --json')).toBe(0)
    const told = terminal.said.map((line) => JSON.parse(line) as Told)
    expect(told.map(({ end, validationLoss }) => [end, validationLoss === null])).toEqual([
      ['goal', false],
      ['goal', false],
    ])
    terminal = fakeTerminal(folder)
    expect(await run(`train --data wave.csv --setup ${told[0]?.setup} --json`)).toBe(0)
    expect((JSON.parse(terminal.said.at(-2) ?? '') as Update).loss).toBe(told[0]?.lastLoss)
  })
})

describe('sweep in a process of its own', () => {
  /** More updates than any test waits for, of which a run has a hundred in a moment. */
  const LONG = [
    '--hidden',
    '2',
    '--updates',
    '3000',
    '--seeds',
    '50',
    '--jobs',
    '2',
    '--save',
    'a.csv',
    '--json',
  ]

  function start(): ChildProcess & { readonly stdout: NonNullable<ChildProcess['stdout']> } {
    const child = spawn(process.execPath, [join(bundle, 'index.js'), 'sweep', ...LONG], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child as ReturnType<typeof start>
  }

  /** Waits for some runs, with what is told of them. */
  async function firstLines(child: ReturnType<typeof start>, count: number): Promise<string[]> {
    const told: string[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      told.push(line)
      if (told.length === count) break
    }
    return told
  }

  it('loses nothing that it has told when it is killed, and goes on with it', async () => {
    const child = start()
    const told = (await firstLines(child, 3)).map((line) => JSON.parse(line) as Told)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const killed = lines()
    const codes = killed.map((line) => line.split(',').at(-1))
    for (const { setup } of told) expect(codes).toContain(setup)
    const again = start()
    await firstLines(again, killed.length + 1)
    again.kill('SIGTERM')
    expect(await once(again, 'exit')).toEqual([143, null])
    for (const line of killed.slice(1, -1)) expect(lines()).toContain(line)
    expect(lines().length).toBeGreaterThan(killed.length)
  })

  it('ends on Ctrl-C with what is made, and says so', async () => {
    const child = start()
    const said = text(child.stderr as NodeJS.ReadableStream as never)
    await firstLines(child, 2)
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([130, null])
    const made = lines().length - 1
    expect(made).toBeGreaterThanOrEqual(2)
    expect(await said).toMatch(new RegExp(`"a\\.csv" has ${made} of 50 runs\\.\\n$`))
  })
})
