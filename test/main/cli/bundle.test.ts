import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { bundleCliIfNeeded } from '../../../scripts/cli/bundle.mjs'
import { tensorflowSettings } from '../../../scripts/cli/run-cli.mjs'

const root = resolve(import.meta.dirname, '../../..')
/** More updates than any test waits for. */
const ENDLESS = ['--updates', '1000000', '--points', '2', '--engine', 'eager']

let entry: string

beforeAll(async () => {
  entry = join(await bundleCliIfNeeded(root), 'index.js')
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the bundle as the scripts do. */
function start(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [entry, ...args], {
    cwd,
    env: { ...process.env, ...tensorflowSettings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function endOf(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close')
  return code
}

describe('the bundled command line', () => {
  it('trains, and keeps standard output for the updates', async () => {
    const child = start(root, 'train', '--updates', '3', '--json')
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), endOf(child)])
    expect([code, error]).toEqual([0, ''])
    const updates = out.trimEnd().split('\n')
    expect(updates.map((line) => (JSON.parse(line) as { update: number }).update)).toEqual([1, 2, 3])
  })

  it('compares', async () => {
    const child = start(root, 'compare', 'test/fixtures/reference/torch-rnn-seed1.json')
    const [out, code] = await Promise.all([text(child.stdout), endOf(child)])
    expect(code).toBe(0)
    expect(out).toMatch(/^torch-rnn-seed1\.json {2}same .*\n$/)
  })

  it('forecasts with weights that it has just saved', async () => {
    const folder = temporaryFolder()
    const small = ['--hidden', '2', '--updates', '1', '--json', '--save', 'w.npz']
    expect(await endOf(start(folder, 'train', '--series', 'nile', ...small))).toBe(0)
    const child = start(folder, 'forecast', '--load', 'w.npz', '--series', 'nile', '--steps', '2')
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), endOf(child)])
    expect([code, error]).toEqual([0, ''])
    expect(out).toMatch(
      /^row,year,volume\n101,1971-01-01T00:00:00\.000Z,[\d.]+\n102,1972-01-01T00:00:00\.000Z,[\d.]+\n$/,
    )
  })

  it('says what is wrong on standard error', async () => {
    const child = start(root, 'train', '--hidden', '0')
    const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), endOf(child)])
    expect([code, out]).toEqual([2, ''])
    expect(error).toMatch(/^Hidden units must be a whole number from 1 to 512, but 0 was given; .*\.\n$/)
  })

  it.each([
    { signal: 'SIGHUP', code: 129 },
    { signal: 'SIGINT', code: 130 },
    { signal: 'SIGTERM', code: 143 },
  ] as const)('writes what it was asked for on $signal, and exits with $code', async ({ signal, code }) => {
    const folder = temporaryFolder()
    const child = start(folder, 'train', ...ENDLESS, '--save', 'w.safetensors', '--figure', 'f.svg')
    const error = text(child.stderr)
    child.stdout.once('data', () => child.kill(signal))
    expect(await endOf(child)).toBe(code)
    expect(readdirSync(folder).sort()).toEqual(['f.svg', 'w.safetensors'])
    expect(await error).toMatch(/^Saved w\.safetensors \(.* bytes\); .*\.\nSaved f\.svg \(.* bytes\)\.\n$/)
  })

  it.skipIf(process.platform === 'win32')(
    'makes the same large updates when signals come in all the while',
    async () => {
      // Products of so tall matrices that oneDNN computes them with a stack of its own, which has no room for a handler's.
      const large = [
        'train',
        '--cell',
        'lstm',
        '--hidden',
        '128',
        '--points',
        '100',
        '--batch',
        '64',
        '--json',
      ]
      const listening = ['--import', 'data:text/javascript,process.on("SIGWINCH",()=>{})', entry, ...large]
      const runs = ['none', 'SIGWINCH'].map(async (signal) => {
        const child = spawn(process.execPath, [...listening, '--updates', '12', '--engine', 'eager'], {
          env: { ...process.env, ...tensorflowSettings },
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        onTestFinished(() => void child.kill('SIGKILL'))
        let sent = 0
        const send = () => {
          if (child.exitCode !== null || child.signalCode !== null) return
          if (child.kill('SIGWINCH')) sent += 1
          setTimeout(send, 1)
        }
        if (signal !== 'none') child.stdout.once('data', send)
        const [out, code] = await Promise.all([text(child.stdout), endOf(child)])
        return { out, code, sent }
      })
      const [calm, signalled] = await Promise.all(runs)
      expect([calm?.code, signalled?.code]).toEqual([0, 0])
      expect(signalled?.sent).toBeGreaterThan(100)
      expect(signalled?.out).toBe(calm?.out)
    },
  )

  it('ends when nobody reads it any more', async () => {
    const folder = temporaryFolder()
    const child = start(folder, 'train', ...ENDLESS, '--save', 'w.safetensors')
    const error = text(child.stderr)
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await endOf(child)).toBe(141)
    expect(existsSync(join(folder, 'w.safetensors'))).toBe(true)
    expect(await error).toMatch(/^Saved w\.safetensors \(.* bytes\); .*\.\n$/)
  })

  describe.skipIf(process.platform !== 'linux')('with streams that fail', () => {
    const inShell = (cwd: string, line: string) => {
      const child = spawn('sh', ['-c', line, process.execPath], {
        cwd,
        env: { ...process.env, ...tensorflowSettings },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      return Promise.all([text(child.stdout), text(child.stderr), endOf(child)])
    }
    const FULL =
      'Standard output cannot be written any more: the disk is full; what would have stood there from here on is lost.\n'
    const SAVED = /Saved w\.npz \(.* bytes\); read back, it predicts the same to the last bit\.\n$/

    it.each([
      { to: '> /dev/full', error: new RegExp(`^${FULL}${SAVED.source}`), code: 1 },
      { to: '2> /dev/full', error: /^$/, code: 0 },
      { to: '> /dev/full 2> /dev/full', error: /^$/, code: 1 },
      { to: '>&-', error: SAVED, code: 0 },
      { to: '2>&-', error: /^$/, code: 0 },
      { to: '>&- 2>&-', error: /^$/, code: 0 },
      { to: '| head -n 3 > /dev/null', error: SAVED, code: 0 },
    ])('trains and saves all the same: $to', async ({ to, error, code }) => {
      const folder = temporaryFolder()
      const [, said, ended] = await inShell(folder, `"$0" '${entry}' train --updates 20 --save w.npz ${to}`)
      expect([ended, readdirSync(folder)]).toEqual([code, ['w.npz']])
      expect(said).toMatch(error)
    })

    it.each([
      'train --help',
      'compare --help',
      'convert --help',
      'forecast --help',
      '--help',
      `compare '${root}/test/fixtures/reference/torch-rnn-sgd-seed1.json'`,
    ])('says so in one sentence, and by the exit code: %s', async (args) => {
      const [, said, ended] = await inShell(root, `"$0" '${entry}' ${args} > /dev/full`)
      expect([ended, said]).toEqual([1, FULL])
    })
  })

  it('is made again only when its sources have changed', async () => {
    const made = statSync(entry).mtimeMs
    await bundleCliIfNeeded(root)
    expect(statSync(entry).mtimeMs).toBe(made)
  })
})
