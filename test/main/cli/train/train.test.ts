import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { float32Text } from '@contract/float32-text'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { referenceRun } from '../../../helpers/reference'
import { type FakeTerminal, fakeTerminal } from '../fake-terminal'

type Line = {
  readonly update: number
  readonly from: number
  readonly to: number
  readonly points: number
  readonly loss: number
  readonly gradientNorm: number
  readonly validationLoss: number | null
  readonly runningMeanLoss: number
  readonly rows: number[]
  readonly times: number[]
  readonly target: number[]
  readonly prediction: number[]
}

let folder: string
let terminal: FakeTerminal

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-cli-'))
  terminal = fakeTerminal(folder)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

const train = (args: string) => runCommandLine(['train', ...args.split(' ')], terminal)
const lines = () => terminal.said.map((line) => JSON.parse(line) as Line)

describe('train', () => {
  it.each(['eager', 'compiled'])(
    "tells the lesson's updates as PyTorch makes them, by the %s engine",
    async (engine) => {
      expect(await train(`--json --engine ${engine}`)).toBe(0)
      const { updates } = referenceRun('torch-rnn-seed1')
      expect(lines().map(({ update }) => update)).toEqual(updates.map((_, i) => i + 1))
      for (const [i, line] of lines().entries()) {
        const expected = updates[i]
        expect([line.from, line.to, line.points]).toEqual([expected?.from, expected?.to, expected?.points])
        expect(line.loss).toBeCloseTo(expected?.loss ?? 9, 4)
        expect(line.gradientNorm).toBeGreaterThan(0)
        for (const [k, value] of line.prediction.entries())
          expect(Math.abs(value - (expected?.prediction[k] ?? 9))).toBeLessThan(1e-4)
        for (const [k, time] of line.times.entries()) expect(line.target[k]).toBe(Math.fround(Math.cos(time)))
      }
    },
  )

  it('warns of a network that needs more memory than there is, and trains it', async () => {
    const free = vi.spyOn(process, 'availableMemory').mockReturnValue(1000)
    try {
      expect(await train('--updates 1 --json')).toBe(0)
    } finally {
      free.mockRestore()
    }
    expect(terminal.warned).toEqual([
      expect.stringMatching(/needs about 0\.5 GB of memory to train, but 0\.0 GB/),
    ])
    expect(terminal.said).toHaveLength(1)
  })

  it('tells windows of random length and the mean of all losses', async () => {
    expect(await train('--preset pytorch-dynamic --updates 5 --json')).toBe(0)
    const { updates } = referenceRun('torch-rnn-dynamic-seed1')
    expect(lines().map(({ points }) => points)).toEqual(updates.slice(0, 5).map(({ points }) => points))
    const sum = lines().reduce((total, { loss }) => total + loss, 0)
    expect(lines()[4]?.runningMeanLoss).toBeCloseTo(sum / 5, 12)
  })

  it('writes columns for a person, with the mean loss where the program prints it', async () => {
    expect(await train('--updates 2')).toBe(0)
    expect(terminal.said).toEqual([
      'RNN(1 → 32) → Linear(32 → 1), 1,153 parameters',
      'Setup code: U1.AAdJjD4gq0ZoMaoFAA',
      ' update                window  time steps        loss  gradient norm',
      expect.stringMatching(/^ {6}1 {9}0\.000 – 3\.142 {10}10 {4}0\.57825\d {7}0\.4231\d\d$/),
      expect.stringMatching(/^ {6}2 {9}3\.142 – 6\.283 {10}10 {4}0\.\d{6} {7}0\.\d{6}$/),
    ])
    terminal = fakeTerminal(folder)
    expect(await train('--preset tensorflow-running-mean --updates 1')).toBe(0)
    expect(terminal.said[2]).toMatch(/gradient norm {3}mean loss$/)
    expect(terminal.warned).toEqual([])
  })

  it('makes the same run again from the setup code that it has told, with other options beside it', async () => {
    expect(await train('--cell gru --hidden 4 --seed 7 --updates 3')).toBe(0)
    const [, code = '', , ...updates] = terminal.said
    terminal = fakeTerminal(folder)
    expect(await train(`--setup ${code.replace('Setup code: ', '')} --updates 2`)).toBe(0)
    expect(terminal.said.slice(3)).toEqual(updates.slice(0, 2))
    expect(terminal.said[0]).toBe('GRU(1 → 4) → Linear(4 → 1), 89 parameters')
  })

  it('goes on from saved weights at the same window, with their settings', async () => {
    expect(await train('--updates 3 --cell gru --hidden 4 --no-carry --save w.safetensors')).toBe(0)
    expect(terminal.warned).toEqual([
      expect.stringMatching(
        /^Saved w\.safetensors \([\d,]+ bytes\); read back, it predicts the same to the last bit\.$/,
      ),
    ])
    terminal = fakeTerminal(folder)
    expect(await train('--load w.safetensors --updates 2 --points 4 --json')).toBe(0)
    expect(lines().map(({ update, points }) => [update, points])).toEqual([
      [4, 4],
      [5, 4],
    ])
    expect(lines()[0]?.from).toBe(Math.fround(3 * Math.PI))
  })

  it('writes the updates as a table', async () => {
    expect(await train('--updates 3 --json --save run.csv --save w.safetensors')).toBe(0)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^Saved run\.csv \([\d,]+ bytes\); read back, every number is the same\.$/),
      expect.stringMatching(/^Saved w\.safetensors /),
    ])
    const rows = readFileSync(join(folder, 'run.csv'), 'utf8').trim().split(/\r?\n/)
    const title = rows[0]?.split(',') ?? []
    const cells = rows.slice(1).map((row) => row.split(',').map((cell) => Math.fround(Number(cell))))
    const column = (name: string) => cells.map((row) => row[title.indexOf(name)])
    const told = lines()
    expect(column('prediction')).toEqual(told.flatMap(({ prediction }) => prediction))
    expect(column('update')).toEqual(told.flatMap(({ update, times }) => times.map(() => update)))
    expect(column('loss')).toEqual(told.flatMap(({ loss, times }) => times.map(() => loss)))
  })

  it('takes beside a file what it leaves unsaid, and refuses what contradicts it', async () => {
    expect(await train('--updates 1 --hidden 4 --cell rnn-relu --save ours.safetensors')).toBe(0)
    // As PyTorch writes it: the same tensors, and nothing of ours beside them.
    const bytes = readFileSync(join(folder, 'ours.safetensors'))
    const length = Number(bytes.readBigUInt64LE(0))
    const header = JSON.parse(bytes.subarray(8, 8 + length).toString())
    delete header.__metadata__
    const text = Buffer.from(JSON.stringify(header).padEnd(length))
    writeFileSync(
      join(folder, 'torch.safetensors'),
      Buffer.concat([bytes.subarray(0, 8), text, bytes.subarray(8 + length)]),
    )
    const accepted: [string, RegExp | null][] = [
      ['torch.safetensors', /tanh was assumed\.$/],
      ['torch.safetensors --cell rnn-relu', null],
      ['torch.safetensors --cell rnn-tanh --optimizer sgd --batch 3 --seed 7 --hidden 4 --layers 1', null],
      ['ours.safetensors --cell rnn-relu --optimizer adam --batch 1 --hidden 4 --seed 1', null],
    ]
    for (const [args, word] of accepted) {
      terminal = fakeTerminal(folder)
      expect(await train(`--load ${args} --updates 1 --json`)).toBe(0)
      expect(terminal.warned).toEqual(word ? [expect.stringMatching(word)] : [])
    }
    // relu in the one, tanh in the other: the predictions are others.
    const refused: [string, string][] = [
      ['torch.safetensors --hidden 5', '--hidden 5 was given, but with "torch.safetensors" it is 4'],
      ['torch.safetensors --cell gru', '--cell gru was given, but with "torch.safetensors" it is rnn-tanh'],
      [
        'ours.safetensors --optimizer sgd',
        '--optimizer sgd was given, but with "ours.safetensors" it is adam',
      ],
      [
        'ours.safetensors --cell rnn-tanh',
        '--cell rnn-tanh was given, but with "ours.safetensors" it is rnn-relu',
      ],
      ['ours.safetensors --batch 2', '--batch 2 was given, but with "ours.safetensors" it is 1'],
    ]
    for (const [args, sentence] of refused) {
      terminal = fakeTerminal(folder)
      expect(await train(`--load ${args} --updates 1 --json`)).toBe(2)
      const option = /^--\w+/.exec(sentence)?.[0]
      expect([terminal.said, terminal.warned]).toEqual([
        [],
        [`${sentence}; leave ${option} out, or load another file.`],
      ])
    }
  })

  it('looks at every file before the first update, those beside the named ones too', async () => {
    writeFileSync(join(folder, 'a.py'), 'mine')
    writeFileSync(join(folder, 'm.weights.bin'), 'mine')
    const refused: [string, RegExp][] = [
      ['--script --save a.safetensors', /^"a\.py", which goes beside "a\.safetensors", is there already /],
      ['--save m.json', /^"m\.weights\.bin", which goes beside "m\.json", is there already /],
      ['--save b.npz --save ./b.npz', /^Every file must be written once, but "b\.npz" would /],
      ['--figure no/f.svg', /^"f\.svg" must go into a folder, but there is none at /],
      ['--script --save r.npz --save r.safetensors', /"r\.py" would be written twice, /],
    ]
    for (const [args, sentence] of refused) {
      terminal = fakeTerminal(folder)
      expect(await train(`--updates 1 ${args}`)).toBe(2)
      expect([terminal.said, terminal.warned]).toEqual([[], [expect.stringMatching(sentence)]])
    }
    expect(readdirSync(folder).sort()).toEqual(['a.py', 'm.weights.bin'])
    expect(await train('--updates 1 --force --script --save a.safetensors --save m.json')).toBe(0)
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toContain('a.safetensors')
  })

  it('keeps a file that comes up beside the named one while it trains, and the weights elsewhere', async () => {
    terminal.afterLines = { count: 1, act: () => writeFileSync(join(folder, 'a.py'), 'mine') }
    expect(await train('--updates 2 --json --script --save a.safetensors')).toBe(1)
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe('mine')
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^"a\.py" could not be saved: a file of this name has appeared meanwhile; /),
      expect.stringMatching(/^The weights, which could not be saved where they should, are in /),
    ])
    expect(readdirSync(folder)).toEqual(['a.py', expect.stringMatching(/^unroll-rescued-/)])
  })

  it('saves what was trained when it meets a fault of its own, and tells of it in a sentence', async () => {
    terminal.afterLines = {
      count: 3,
      act: () => {
        throw new TypeError('a bug')
      },
    }
    expect(await train('--updates 5 --json --save w.safetensors')).toBe(70)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^Saved w\.safetensors /),
      expect.stringMatching(
        /^Unroll should have done this or said why not, but met a fault of its own \(a bug\); please report it, the log is .*fault\.log\.$/,
      ),
    ])
    const log = /the log is (.*)\.$/.exec(terminal.warned[1] ?? '')?.[1] ?? ''
    onTestFinished(() => rmSync(dirname(log), { recursive: true }))
    expect(readFileSync(log, 'utf8')).toMatch(/TypeError: a bug\n +at /)
  })

  it("draws the lesson's picture", async () => {
    expect(await train('--updates 3 --figure f.svg --json')).toBe(0)
    const d = /<path id="prediction"[^>]* d="([^"]*)"/.exec(readFileSync(join(folder, 'f.svg'), 'utf8'))?.[1]
    expect(
      d
        ?.split('M')
        .slice(1)
        .map((piece) => piece.split('L').length),
    ).toEqual([10, 10, 10])
  })

  it('stops when it is told to, and writes what was asked for', async () => {
    terminal.afterLines = { count: 20, act: ({ askToEnd }) => askToEnd(130) }
    expect(await train('--updates 100000 --json --engine eager --save w.safetensors --figure f.svg')).toBe(
      130,
    )
    expect(readdirSync(folder).sort()).toEqual(['f.svg', 'w.safetensors'])
    const made = lines().length
    expect(made).toBeLessThan(100_000)
    terminal = fakeTerminal(folder)
    expect(await train('--load w.safetensors --updates 1 --json')).toBe(0)
    expect(lines()[0]?.update).toBe(made + 1)
  })

  it('says that a run has diverged, and keeps older weights', async () => {
    writeFileSync(join(folder, 'w.safetensors'), 'older')
    const args = '--cell rnn-relu --optimizer sgd --learning-rate 10 --updates 500 --save w.safetensors'
    expect(await train(`${args} --figure f.svg --json`)).toBe(1)
    expect(terminal.warned[0]).toMatch(
      new RegExp(
        `but do not at update ${lines().length + 1}, so no weights were saved; lower the learning rate\\.$`,
      ),
    )
    expect(readFileSync(join(folder, 'w.safetensors'), 'utf8')).toBe('older')
    expect(readdirSync(folder)).toContain('f.svg')
  })

  it('refuses before it trains what it could not do after', async () => {
    writeFileSync(join(folder, 'w.safetensors'), 'no weights')
    const refused: [string, RegExp][] = [
      ['--save w.pt', /^The name of a weight file must end in \.safetensors, .* but is "w\.pt"; /],
      ['--cell gru --save w.json', /^The GRU of TensorFlow\.js is another function/],
      ['--save no/w.safetensors', /^"w.safetensors" must go into a folder, but there is none at .*no; /],
      ['--load none.safetensors', /^"none.safetensors" could not be read: /],
      ['--load w.safetensors', /^"w.safetensors" is /],
      ['--seed x', /^Seed must be /],
    ]
    for (const [args, sentence] of refused) {
      terminal = fakeTerminal(folder)
      expect(await train(args)).toBe(2)
      expect([terminal.said, terminal.warned]).toEqual([[], [expect.stringMatching(sentence)]])
      expect(terminal.warned[0]).not.toContain('\n')
    }
  })

  it('fails when a file cannot be written at the end', async () => {
    terminal.afterLines = {
      count: 1,
      act: () => rmSync(folder, { recursive: true }),
    }
    expect(await train('--updates 2 --json --save w.safetensors')).toBe(1)
    expect(terminal.warned).toEqual([
      expect.stringMatching(/^"w.safetensors" could not be saved: /),
      expect.stringMatching(
        /^The weights, which could not be saved where they should, are in .*\.safetensors\.$/,
      ),
    ])
    const rescued = /are in (.*)\.$/.exec(terminal.warned[1] ?? '')?.[1] ?? ''
    onTestFinished(() => rmSync(dirname(rescued), { recursive: true }))
    terminal = fakeTerminal(dirname(rescued))
    expect(await train('--load weights.safetensors --updates 1 --json')).toBe(0)
    expect(lines()[0]?.update).toBe(3)
  })
})

describe('train of a series', () => {
  it('says at the end how good the network is, in the data’s own unit and beside its rivals', async () => {
    expect(await train('--series sunspots --updates 5')).toBe(0)
    const from = terminal.said.findIndex((line) => line.startsWith('Predictions of "sunspots"'))
    const [title, training, , test, , mean, persistence] = terminal.said.slice(from + 1)
    expect(title?.split(/ {2,}/).slice(1)).toEqual([
      ...['RMSE', 'MAE', 'MASE', 'R²', 'over mean', 'over last', 'over season', 'over linear'],
    ])
    expect([training, test].map((line) => line?.split(' ')[0])).toEqual(['Training', 'Test'])
    expect([mean, persistence]).toEqual([
      expect.stringMatching(/^Mean: sunspots\(t\+1\) = [\d.]+, the mean over the training part$/),
      'Persistence: sunspots(t+1) = sunspots(t)',
    ])
    expect(Math.max(...terminal.said.map((line) => line.length))).toBeLessThanOrEqual(120)
  })

  it('says the same as the last line of JSON, and its numbers are those of the updates and the rivals', async () => {
    expect(await train('--series sunspots --updates 5 --json')).toBe(0)
    const last = JSON.parse(terminal.said.at(-1) ?? '')
    expect(Object.keys(last)).toEqual([
      ...['update', 'loss', 'train', 'validation', 'test', 'rivals', 'skill'],
    ])
    expect(last.update).toBe(5)
    const { test, rivals, skill } = last
    // 1 − MSE / MSE of the rival, on rows that both predict: here all of them.
    const { mean } = rivals.sunspots
    expect(test.sunspots.count).toBe(mean.test.count)
    expect(skill.sunspots.test.mean).toBeCloseTo(1 - test.sunspots.rmse ** 2 / mean.test.mse, 9)
    expect(rivals.sunspots.persistence.formula).toBe('sunspots(t+1) = sunspots(t)')
  })

  it('tells the validation loss after updates that are evaluated, in its lines and in the table', async () => {
    const network = '--series sunspots --hidden 2 --window 100 --engine eager'
    const settings = `${network} --updates 12`
    expect(await train(`${settings} --json --save run.csv`)).toBe(0)
    const told = lines().slice(0, -1)
    const evaluated = told.filter(({ validationLoss }) => validationLoss !== null)
    expect(evaluated[0]?.update).toBe(1)
    expect(evaluated.length).toBeLessThan(told.length)
    const [title, ...rows] = readFileSync(join(folder, 'run.csv'), 'utf8').trimEnd().split('\r\n')
    const at = title?.split(',').indexOf('validationLoss') ?? -1
    expect(rows.map((row) => row.split(',')[at])).toEqual(
      told.flatMap(({ rows: { length }, validationLoss }) =>
        Array.from({ length }, () => (validationLoss === null ? '' : float32Text(validationLoss))),
      ),
    )
    terminal.said.length = 0
    expect(await train(settings)).toBe(0)
    const columns = terminal.said.slice(3, 15).map((line) => line.slice(-17).trim())
    expect(columns).toEqual(told.map(({ validationLoss }) => validationLoss?.toFixed(6) ?? ''))
    terminal.said.length = 0
    expect(await train(`${network} --updates 1 --split 85/0/15`)).toBe(0)
    expect(terminal.said[2]).not.toContain('validation')
  })

  it('tells after the last update the validation loss that its scores say in the data’s own unit', async () => {
    expect(await train('--series noisy-sine --updates 1 --scale none --json')).toBe(0)
    const [update, { validation }] = terminal.said.map((line) => JSON.parse(line))
    expect(update.validationLoss).toBeCloseTo(validation.x.rmse ** 2, 5)
  })

  it('has null for a rival that there is not, and says why to a person', async () => {
    expect(await train('--series lorenz --updates 1 --json')).toBe(0)
    const { rivals, skill } = JSON.parse(terminal.said.at(-1) ?? '')
    expect([rivals.z.persistence, skill.z.test.persistence]).toEqual([null, null])
    terminal.said.length = 0
    expect(await train('--series lorenz --updates 1')).toBe(0)
    expect(terminal.said.find((line) => line.startsWith('Persistence: '))).toMatch(/"z"/)
  })

  it('says nothing more of the lesson', async () => {
    expect(await train('--updates 2 --json')).toBe(0)
    expect(lines().map(({ update }) => update)).toEqual([1, 2])
  })
})

describe('the command line', () => {
  it.each([['train', '--help'], ['train', '--seed', '-1', '-h'], ['--help'], []])(
    'gives help: %s %s',
    async (...args) => {
      expect(await runCommandLine(args, terminal)).toBe(0)
      expect(terminal.said[0]).toBe('Usage: npm run -s train -- [options]')
    },
  )

  it('knows its commands', async () => {
    expect(await runCommandLine(['learn'], terminal)).toBe(2)
    expect(terminal.warned).toEqual([
      'The command must be one of train, compare, leak, forecast, convert, sweep, report, verify, but "learn" was given; choose one of these.',
    ])
  })
})
