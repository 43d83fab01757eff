import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

const REFERENCES = resolve(import.meta.dirname, '../../../fixtures/reference')

type File = {
  options: Record<string, unknown>
  framework: string
  initial: Record<string, number[][]>
  updates: { loss: number; prediction: number[]; to: number; gradientNorm: number }[]
  final: Record<string, number[][]>
  finalState: unknown
}

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-cli-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const compare = (...args: string[]) => runCommandLine(['compare', ...args], terminal)

/** The lesson's reference run with something in it changed; its name. */
function changed(change: (file: File) => unknown): string {
  const file = JSON.parse(readFileSync(join(REFERENCES, 'torch-rnn-seed1.json'), 'utf8')) as File
  change(file)
  writeFileSync(join(folder, 'changed.json'), JSON.stringify(file))
  return 'changed.json'
}

/** An update, a parameter or a number that is there. */
function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the reference run has changed its form')
  return value
}

describe('compare', () => {
  it.each([
    { name: 'torch-rnn-seed1', engine: 'compiled' },
    { name: 'torch-rnn-seed1', engine: 'eager' },
    { name: 'torch-rnn-dynamic-seed1', engine: 'compiled' },
    { name: 'torch-rnn-no-carry-seed1', engine: 'compiled' },
    { name: 'torch-lstm-2layer-batch3-seed1', engine: 'compiled' },
    { name: 'torch-rnn-rmsprop-clip-seed1', engine: 'compiled' },
  ])('finds $name the same, by the $engine engine', async ({ name, engine }) => {
    expect(await compare(join(REFERENCES, `${name}.json`), '--engine', engine)).toBe(0)
    const figures =
      'loss \\S+ {2}gradient norm \\S+ {2}prediction \\S+ {2}final weights \\S+ {2}final state \\S+'
    expect(terminal.said).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${name}\\.json {2}same {2}\\| {2}torch .*, \\d+ updates {2}\\| {2}from the file: ${figures} {2}\\| {2}from seed 1: initial weights \\S+ {2}${figures}$`,
        ),
      ),
    ])
    expect(terminal.said[0]).not.toContain('!')
  })

  it("finds TensorFlow's run the same, also after each update, from the weights in its file", async () => {
    expect(await compare(join(REFERENCES, 'tensorflow-basic-rnn-seed1.json'))).toBe(0)
    expect(terminal.said[0]).toMatch(
      /from the file: loss \S+ {2}mean loss \S+ {2}prediction \S+ {2}prediction after update \S+ {2}final weights \S+ {2}final state \S+$/,
    )
  })

  it.each([
    {
      what: 'a loss',
      marked: /loss 2\.\de-4! /,
      change: (file: File) =>
        Object.assign(there(file.updates[59]), { loss: there(file.updates[59]).loss + 2e-4 }),
    },
    {
      what: 'a point of a prediction',
      marked: /prediction 2\.\de-4! /,
      change: ({ updates }: File) =>
        there(updates[30]).prediction.splice(4, 1, there(updates[30]?.prediction[4]) + 2e-4),
    },
    {
      what: 'an initial weight, by less than shows in the run',
      marked: /from seed 1: initial weights [3-5]\.\de-8! /,
      change: ({ initial }: File) =>
        there(initial['rnn.weight_hh_l0']?.[3]).splice(
          3,
          1,
          there(initial['rnn.weight_hh_l0']?.[3]?.[3]) + 4e-8,
        ),
    },
  ])('fails when $what is another', async ({ change, marked }) => {
    expect(await compare(changed(change))).toBe(1)
    expect(terminal.said[0]).toMatch(/^changed\.json {2}OFF {2}/)
    expect(terminal.said[0]).toMatch(marked)
  })

  it('only tells differences in what was not asked to be the same', async () => {
    const name = changed(({ updates }) =>
      Object.assign(there(updates[1]), { gradientNorm: there(updates[1]).gradientNorm + 1 }),
    )
    expect(await compare(name)).toBe(0)
    expect(terminal.said[0]).toContain('gradient norm 1.0e+0 ')
  })

  it.each([
    {
      change: (file: File) => Object.assign(file, { framework: 'jax 0.4' }),
      said: '"framework" must be torch or tensorflow and its version, but is not',
    },
    {
      change: (file: File) => Object.assign(file.options, { cell: 'indrnn' }),
      said: 'Cell must be one of rnn-tanh, rnn-relu, gru, lstm, but "indrnn" was given',
    },
    {
      change: (file: File) => Object.assign(file.options, { hidden: 16 }),
      said: '"rnn.weight_ih_l0" must be finite numbers of shape [16, 1], but is not',
    },
    { change: (file: File) => file.updates.pop(), said: '"updates" must be a list of 60, but is not' },
    {
      change: (file: File) => Object.assign(there(file.updates[7]), { to: 7 }),
      said: '"updates[7]" must see t from 21.9',
    },
    {
      change: (file: File) => there(file.updates[7]).prediction.pop(),
      said: '"updates[7].prediction" must be finite numbers of shape [10], but is not',
    },
    {
      change: (file: File) => Object.assign(there(file.updates[2]), { loss: null }),
      said: '"updates[2].loss" must be a finite number, but is not',
    },
    {
      change: (file: File) => Reflect.deleteProperty(file.final, 'out.bias'),
      said: '"out.bias" must be finite numbers of shape [1], but is not',
    },
    {
      change: (file: File) => Object.assign(file, { finalState: [] }),
      said: '"finalState" must hold one state, but does not',
    },
    {
      change: (file: File) => Object.assign(file, { options: null }),
      said: '"options" must be an object, but is not',
    },
  ])('refuses a file that is no whole run: $said', async ({ change, said }) => {
    expect(await compare(changed(change))).toBe(2)
    expect([terminal.said, terminal.warned.length]).toEqual([[], 1])
    const [sentence = ''] = terminal.warned
    expect(sentence.startsWith(`"changed.json" is no whole reference run: ${said}`)).toBe(true)
    // It asks to do one thing, and not also what a sentence inside of it would ask for.
    expect(sentence.split('; ').slice(1)).toEqual([
      'make it again by the scripts in test/fixtures/make, or choose another.',
    ])
  })

  it('reads no more than a limit, no folder and nothing empty, and goes on with the next', async () => {
    writeFileSync(join(folder, 'huge.json'), '')
    truncateSync(join(folder, 'huge.json'), 600 * 1024 * 1024)
    mkdirSync(join(folder, 'folder.json'))
    writeFileSync(join(folder, 'empty.json'), '')
    const files = ['huge.json', 'folder.json', 'empty.json']
    expect(await compare(...files, join(REFERENCES, 'torch-rnn-seed1.json'))).toBe(2)
    expect(terminal.warned).toEqual([
      '"huge.json" could not be read: it should have at most 16,777,216 bytes, but has 629,145,600; choose a smaller file.',
      '"folder.json" could not be read: it should be a file, but is a folder; choose the .json file of a reference run.',
      '"empty.json" could not be read: it should hold a reference run, but is empty; choose another file.',
    ])
    expect(terminal.said).toEqual([expect.stringMatching(/^torch-rnn-seed1\.json {2}same/)])
  })

  it('refuses what is no file of JSON, and goes on with the next', async () => {
    writeFileSync(join(folder, 'text.json'), 'loss: 0')
    writeFileSync(join(folder, 'list.json'), '[]')
    expect(
      await compare('text.json', 'none.json', 'list.json', join(REFERENCES, 'torch-rnn-seed1.json')),
    ).toBe(2)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^"text.json" is no whole reference run: it must be JSON, but is not; /),
      expect.stringMatching(/^"none.json" could not be read: /),
      expect.stringMatching(
        /^"list.json" is no whole reference run: the file must be an object, but is not; /,
      ),
    ])
    expect(terminal.said).toEqual([expect.stringMatching(/^torch-rnn-seed1\.json {2}same/)])
  })

  it.each([
    { args: [], sentence: /^compare must have at least one file, but none was given; / },
    {
      args: ['a', '--engine', 'x'],
      sentence: /^The engine must be one of compiled, eager, but "x" was given; /,
    },
    { args: ['a', '--json'], sentence: /but "--json" was given; / },
  ])('refuses $args', async ({ args, sentence }) => {
    expect(await compare(...args)).toBe(2)
    expect(terminal.warned).toEqual([expect.stringMatching(sentence)])
  })

  it('gives help', async () => {
    expect(await compare('--help')).toBe(0)
    expect(terminal.said[0]).toBe('Usage: npm run -s compare -- FILE... [options]')
  })
})
