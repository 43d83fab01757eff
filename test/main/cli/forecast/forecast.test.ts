import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { decodeWeights } from '../../../../main/trainer/weights/weight-file'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-forecast-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const run = (...args: string[]) => runCommandLine(args, terminal)
const a = (row: number) => 5 + 3 * Math.sin(row / 4)
const b = (row: number) => 100 + Math.cos(row / 3)

function table(name: string, title: string, count: number, cells: (row: number) => string) {
  writeFileSync(
    join(folder, name),
    `${[title, ...Array.from({ length: count }, (_, i) => cells(i))].join('\n')}\n`,
  )
}

/** Trains on both columns and saves the weights. */
async function trained(...more: string[]) {
  table('a.csv', 'a,b', 80, (row) => `${a(row)},${b(row)}`)
  const small = ['--hidden', '3', '--window', '6', '--updates', '5', '--json', '--save', 'w.safetensors']
  expect(await run('train', '--data', 'a.csv', '--input', 'a,b', '--target', 'b,a', ...small, ...more)).toBe(
    0,
  )
  terminal = fakeTerminal(folder)
}

/** The same forecast in plain loops and float64: h' = tanh(W x + b + R h + c), y = V h + d, fed back in own units. */
function byHand(rows: readonly (readonly number[])[], horizon: number, steps: number): number[][] {
  const decoded = decodeWeights(readFileSync(join(folder, 'w.safetensors')), LESSON)
  if (!decoded.ok || !decoded.value.scalers) throw new Error('the weights are not whole')
  const { snapshot, scalers } = decoded.value
  const array = (name: string) => snapshot.parameters.get(name)?.values ?? new Float32Array()
  const product = (matrix: Float32Array, vector: readonly number[], bias: Float32Array) =>
    Array.from(bias, (start, i) =>
      vector.reduce((sum, value, j) => sum + value * (matrix[i * vector.length + j] ?? 0), start),
    )
  let hidden = [0, 0, 0]
  const said = (own: readonly number[]): number[] => {
    const x = own.map(
      (value, i) => (value - (scalers.inputs[i]?.offset ?? 0)) / (scalers.inputs[i]?.scale ?? 1),
    )
    const fromInput = product(array('rnn.weight_ih_l0'), x, array('rnn.bias_ih_l0'))
    const fromHidden = product(array('rnn.weight_hh_l0'), hidden, array('rnn.bias_hh_l0'))
    hidden = fromInput.map((value, i) => Math.tanh(value + (fromHidden[i] ?? 0)))
    const y = product(array('out.weight'), hidden, array('out.bias'))
    return y.map((value, i) => value * (scalers.targets[i]?.scale ?? 1) + (scalers.targets[i]?.offset ?? 0))
  }
  const known = rows.map(said)
  const ahead = known.slice(known.length - horizon)
  // Targets are b and a, inputs a and b.
  while (ahead.length < steps) ahead.push(said([...(ahead[ahead.length - horizon] ?? [])].reverse()))
  return ahead.slice(0, steps)
}

describe('forecast', () => {
  it.each([1, 3])(
    'goes on by itself, %i time steps ahead of its inputs, as plain loops do',
    async (horizon) => {
      await trained('--horizon', `${horizon}`)
      // Later rows of the same, in another order of columns, with a time, one missing number long before the end.
      table('later.csv', 'when,b,a', 50, (row) =>
        [`20${row + 10}`, row === 9 ? 'NA' : b(row + 80), a(row + 80)].join(),
      )
      const told = ['--data', 'later.csv', '--time', 'when', '--time-format', 'year']
      expect(
        await run('forecast', '--load', 'w.safetensors', ...told, '--steps', '12', '--save', 'out.csv'),
      ).toBe(0)
      expect(terminal.warned).toEqual([
        expect.stringMatching(/^Saved out\.csv /),
        '12 time steps after row 50.',
      ])
      const [title, ...lines] = readFileSync(join(folder, 'out.csv'), 'utf8').trimEnd().split('\n')
      expect(title).toBe('row,when,b,a')
      const rows = Array.from({ length: 40 }, (_, i) => [a(90 + i), b(90 + i)])
      const expected = byHand(rows, horizon, 12)
      expect(lines).toHaveLength(12)
      for (const [step, line] of lines.entries()) {
        const [row, when, ...values] = line.split(',')
        expect([row, when]).toEqual([`${51 + step}`, `${2060 + step}-01-01T00:00:00.000Z`])
        for (const [i, value] of values.entries())
          expect(Math.abs(Number(value) - (expected[step]?.[i] ?? 0))).toBeLessThan(1e-4)
      }
    },
  )

  it('writes to standard output where no file is named', async () => {
    await trained()
    expect(await run('forecast', '--load', 'w.safetensors', '--data', 'a.csv', '--steps', '1')).toBe(0)
    expect(terminal.said).toEqual(['row,b,a', expect.stringMatching(/^81,[-\d.]+,[-\d.]+$/)])
  })

  it('names what is missing', async () => {
    await trained()
    table('b.csv', 'b', 30, (row) => `${b(row)}`)
    expect(await run('forecast', '--load', 'w.safetensors', '--data', 'b.csv')).toBe(2)
    expect(terminal.warned).toEqual([
      'The network needs the column "a", but the series has only "b"; choose a series with all columns that it has learned.',
    ])
  })

  it('goes as far as the horizon where an input is no target, and says why no further', async () => {
    await trained('--horizon', '3')
    expect(await run('forecast', '--load', 'w.safetensors', '--data', 'a.csv', '--steps', '3')).toBe(0)
    expect([terminal.said.length, terminal.warned]).toEqual([4, []])
    terminal = fakeTerminal(folder)
    const small = ['--hidden', '2', '--window', '6', '--updates', '1', '--json', '--save', 'v.npz']
    const roles = ['--input', 'a', '--target', 'b', '--horizon', '3']
    expect(await run('train', '--data', 'a.csv', ...roles, ...small)).toBe(0)
    for (const [steps, warned] of [
      ['2', []],
      [
        '50',
        [
          'The forecast ends after 3 time steps, as far as the known inputs reach: "a" is no target, so that nobody says what comes next. For more, train a run in which every input is a target too.',
        ],
      ],
    ] as const) {
      terminal = fakeTerminal(folder)
      expect(await run('forecast', '--load', 'v.npz', '--data', 'a.csv', '--steps', steps)).toBe(0)
      expect(terminal.said).toHaveLength(1 + Math.min(3, Number(steps)))
      expect(terminal.warned).toEqual(warned)
    }
  })

  it('says what a series has to end with, where no other row can be chosen', async () => {
    await trained('--horizon', '3')
    table('late.csv', 'a,b', 30, (row) => (row === 28 ? 'NA,1' : `${a(row)},${b(row)}`))
    expect(await run('forecast', '--load', 'w.safetensors', '--data', 'late.csv')).toBe(2)
    expect(terminal.warned).toEqual([
      'The series should end with 3 time steps with all inputs and without a gap, but there is 1 up to its last row, 30; give one that ends with more of them.',
    ])
  })

  it.each([
    { args: [], sentence: /none are named; give their file with --load\.$/ },
    { args: ['--load', 'w.npz'], sentence: /give a table with --data or a name with --series\.$/ },
    { args: ['--load', 'w.npz', '--series', 'x'], sentence: /^The series must be one of / },
    { args: ['--load', 'w.npz', '--series', 'nile', '--data', 'a.csv'], sentence: /^One series is learned/ },
    {
      args: ['--load', 'w.npz', '--series', 'nile', '--steps', '0'],
      sentence: /^--steps must be a whole number/,
    },
    { args: ['w.npz'], sentence: /^forecast takes only options/ },
    { args: ['--load', 'w.npz', '--series', 'nile'], sentence: /"w\.npz"/ },
  ])('refuses in one sentence: $args', async ({ args, sentence }) => {
    expect(await run('forecast', ...args)).toBe(2)
    expect([terminal.said, terminal.warned]).toEqual([[], [expect.stringMatching(sentence)]])
  })

  it('never writes over what it reads: the table, the weights, the numbers beside a model', async () => {
    await trained('--save', 'm.json')
    for (const [load, save] of [
      ['w.safetensors', 'w.safetensors'],
      ['m.json', 'm.weights.bin'],
      ['m.json', 'a.csv'],
    ] as const) {
      terminal = fakeTerminal(folder)
      const before = readFileSync(join(folder, save))
      expect(await run('forecast', '--load', load, '--data', 'a.csv', '--save', save)).toBe(2)
      expect(terminal.warned).toEqual([
        `What is written must be another file than those that are read, but "${save}" is one of them; choose another name.`,
      ])
      expect(readFileSync(join(folder, save))).toEqual(before)
    }
  })

  it('refuses weights of the lesson', async () => {
    expect(await run('train', '--updates', '1', '--json', '--save', 'l.npz')).toBe(0)
    terminal = fakeTerminal(folder)
    expect(await run('forecast', '--load', 'l.npz', '--series', 'nile')).toBe(2)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^A forecast needs weights that learned a series/),
    ])
  })
})
