import { copyFile, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { createHome, isRoot, type Outcome, outcome, removeHome, start } from './ordinary-user'

const program = process.env.UNROLL_PROGRAM ?? ''
const reference = resolve(import.meta.dirname, '../fixtures/reference/torch-rnn-seed1.json')

let home: string
test.beforeEach(async () => {
  home = await createHome()
})
test.afterEach(() => removeHome(home))

/** Without a display, as every test here. */
function unroll(...args: string[]): Promise<Outcome> {
  return outcome(start(program, args, { home, display: false }))
}

type Line = { readonly loss: number; readonly prediction: readonly number[] }

test('trains to the numbers of PyTorch, losing no line in a pipe', async () => {
  const trained = await unroll('train', '--preset', 'pytorch', '--seed', '1', '--updates', '3000', '--json')
  expect(trained.stderr.trim()).toBe('')
  expect(trained.code).toBe(0)
  const lines = trained.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  expect(lines).toHaveLength(3000)
  const { updates } = JSON.parse(await readFile(reference, 'utf8')) as { updates: Line[] }
  expect(updates.length).toBeGreaterThanOrEqual(60)
  for (const [index, { loss }] of updates.entries())
    expect(Math.abs((lines[index]?.loss ?? Number.NaN) - loss)).toBeLessThan(1e-4)
})

test('compares, where the file is given from where the person stands', async () => {
  await copyFile(reference, join(home, 'run.json'))
  const compared = await unroll('compare', 'run.json')
  expect(compared.stdout).toContain('run.json  same')
  expect(compared.code).toBe(0)
})

test('saves and converts, by relative paths', async () => {
  expect((await unroll('train', '--updates', '3', '--save', 'a.safetensors')).code).toBe(0)
  // Each by a library of its own, which has to be in the package.
  for (const name of ['b.npz', 'b.weights.h5', 'b.json', 'b.onnx']) {
    const converted = await unroll('convert', './a.safetensors', name)
    expect(converted.stderr).toContain(`Saved ${name}`)
    expect(converted.code).toBe(0)
  }
  for (const name of ['b.npz', 'b.weights.h5', 'b.json'])
    expect(await unroll('convert', name, `from-${name}.safetensors`)).toMatchObject({ code: 0 })
  expect((await unroll('train', '--updates', '2', '--save', 'run.csv')).stderr).toContain('Saved run.csv')
})

test('makes runs side by side, in processes that only the app can start', async () => {
  const asked = ['sweep', '--seeds', '3', '--jobs', '2']
  const made = await unroll(...asked, '--save', 'a.csv', '--json')
  expect(made.stderr).toContain('"a.csv" has 3 of 3 runs.')
  expect(made.code).toBe(0)
  const told = made.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly setup: string; readonly lastLoss: number })
  expect(told).toHaveLength(3)
  for (const { setup, lastLoss } of told) {
    const alone = await unroll('train', '--setup', setup, '--json')
    expect((JSON.parse(alone.stdout.trim().split('\n').at(-1) ?? '') as Line).loss).toBe(lastLoss)
  }
  const report = await unroll('report', 'a.csv', '--figure', 'a.svg')
  expect(report.stderr).toContain('Saved a.svg')
  expect(report.code).toBe(0)
})

test('ends a sweep in good order on Ctrl-C, with what is made', async () => {
  const args = ['sweep', '--updates', '3000', '--seeds', '100', '--jobs', '2', '--save', 'a.csv', '--json']
  const child = start(program, args, { home, display: false })
  let asked = false
  const ended = await outcome(child, (all) => {
    if (asked || all.split('\n').length < 4 || child.pid === undefined) return
    asked = true
    process.kill(-child.pid, 'SIGINT')
  })
  expect(ended.code).toBe(130)
  const rows = (await readFile(join(home, 'a.csv'), 'utf8')).trim().split('\n').length - 1
  expect(rows).toBeGreaterThanOrEqual(3)
  expect(ended.stderr).toContain(`"a.csv" has ${rows} of 100 runs.`)
})

test('says what is wrong, on standard error and by the exit code', async () => {
  const missing = await unroll('convert', 'none.safetensors', 'b.npz')
  expect(missing).toMatchObject({ code: 2, stdout: '' })
  expect(missing.stderr).toContain('none.safetensors')
  const bad = await unroll('train', '--seed', 'x')
  expect(bad).toMatchObject({ code: 2, stdout: '' })
  const help = await unroll('train', '--help')
  expect(help.code).toBe(0)
  expect(help.stdout).toMatch(/^Usage: unroll train \[options\]/)
})

for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  for (const target of ['the whole terminal', 'the program alone'] as const) {
    test(`ends in good order on ${signal} to ${target}`, async () => {
      const args = ['train', '--updates', '1000000', '--save', 'a.safetensors']
      const child = start(program, args, { home, display: false })
      let asked = false
      const ended = await outcome(child, (all) => {
        if (asked || all.split('\n').length < 10 || child.pid === undefined) return
        asked = true
        process.kill(target === 'the program alone' ? child.pid : -child.pid, signal)
      })
      expect(ended.code).toBe(code)
      expect(ended.stderr).toContain('Saved a.safetensors')
    })
  }
}

test('saves although standard output cannot be written, and says so', async () => {
  const line = '"$0" train --updates 20 --save a.safetensors > /dev/full'
  const ended = await outcome(start('sh', ['-c', line, program], { home, display: false }))
  expect(ended.code).toBe(1)
  expect(ended.stderr).toContain('Standard output cannot be written any more: the disk is full')
  expect(ended.stderr).toContain('Saved a.safetensors')
  expect(ended.stderr).not.toContain('Node.js v')
})

test('ends when nobody reads any more', async () => {
  const child = start('sh', ['-c', '"$0" train --updates 1000000 | head -n 2; true', program], {
    home,
    display: false,
  })
  const ended = await outcome(child)
  expect(ended.stdout.trim().split('\n')).toHaveLength(2)
  expect(ended.code).toBe(0)
})

test('trains as root as well', async () => {
  test.skip(!isRoot(), 'only root can')
  const child = start(program, ['train', '--updates', '1'], { home, display: false, asRoot: true })
  expect((await outcome(child)).code).toBe(0)
})
