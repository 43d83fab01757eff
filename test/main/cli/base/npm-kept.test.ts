import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keptByNpm, type NpmStart } from '../../../../main/cli/base/npm/npm-kept'
import { COMPARE_KNOWN } from '../../../../main/cli/compare/compare-options'
import { CONVERT_KNOWN } from '../../../../main/cli/convert/convert-options'
import { SWEEP_KNOWN } from '../../../../main/cli/sweep/sweep-options'
import { TRAIN_KNOWN } from '../../../../main/cli/train/train-options'

const KNOWN = { train: TRAIN_KNOWN, sweep: SWEEP_KNOWN, convert: CONVERT_KNOWN, compare: COMPARE_KNOWN }
type Command = keyof typeof KNOWN

/** What npm 11 gives: the options that it has kept, in order, as environment. */
function start(kept: Record<string, string>, more: Partial<NpmStart> = {}): NpmStart {
  const given = Object.fromEntries(Object.entries(kept).map(([name, value]) => [`npm_config_${name}`, value]))
  return { given, inOrder: true, files: new Map(), outside: {}, ...more }
}

/** The command that the sentence says to write. */
function meant(command: Command, args: string, npm: NpmStart): string | null {
  const kept = keptByNpm(command, args === '' ? [] : args.split(' '), KNOWN[command], npm)
  if (kept === null) return null
  const said = inEnglish(kept)
  expect(said).toMatch(/^The options must stand behind two dashes, but npm has taken .* for its own; write: /)
  expect(said).not.toContain('\n')
  return said.replace(/^.*; write: npm run -s \w+ -- ?/, '')
}

describe('options that npm has kept', () => {
  // Each as npm 10.9 and 11.19 were seen to hand it on.
  it.each<[Command, string, Record<string, string>, string]>([
    ['train', '', { updates: '3' }, '--updates 3'],
    ['train', '5 3', { seed: 'true', updates: 'true' }, '--seed 5 --updates 3'],
    ['train', 'pytorch', { preset: 'true' }, '--preset pytorch'],
    ['train', '0.1', { learning_rate: 'true' }, '--learning-rate 0.1'],
    ['train', '', { carry: '' }, '--no-carry'],
    ['train', '', { json: 'true', force: 'true' }, '--json --force'],
    ['train', '', { language: 'zh' }, '--language zh'],
    ['train', 'eager', { engine_strict: 'true' }, '--engine eager'],
    ['train', 'w.npz', {}, '--save w.npz'],
    ['train', '3 w.npz', { updates: 'true' }, '--updates 3 --save w.npz'],
    ['train', 'w.npz', { load: 'true' }, '--load w.npz'],
    ['train', 'f.svg', { figure: 'true' }, '--figure f.svg'],
    ['train', '--seed 4', { cell: 'gru' }, '--cell gru --seed 4'],
    ['train', '', { figure: "it's mine.svg" }, `--figure 'it'\\''s mine.svg'`],
    ['train', '', { updates: '3\n\n4' }, '--updates 3 --updates 4'],
    ['sweep', 'a.csv', {}, '--save a.csv'],
    ['sweep', '5 a.csv', { seeds: 'true' }, '--seeds 5 --save a.csv'],
    ['convert', 'a.npz b.npz', { names: 'keras' }, 'a.npz b.npz --names keras'],
    ['convert', 'a.npz b.npz keras', { names: 'true' }, 'a.npz b.npz --names keras'],
    ['convert', 'a.npz b.npz', { force: 'true' }, 'a.npz b.npz --force'],
    ['compare', 'a.json eager', { engine_strict: 'true' }, 'a.json --engine eager'],
  ])('of %s are told with the command that was meant: %s %j', (command, args, kept, expected) => {
    expect(meant(command, args, start(kept))).toBe(expected)
  })

  it.each<[string, Record<string, string>, Partial<NpmStart>, string]>([
    ['5 3', { seed: 'true', updates: 'true' }, { inOrder: false }, '--seed --updates …'],
    ['a.npz b.npz', { load: 'true' }, {}, '--load …'],
    ['', { seed: 'true' }, {}, '--seed …'],
  ])('are not put together by guessing: %s %j', (args, kept, more, expected) => {
    expect(meant('train', args, start(kept, more))).toBe(expected)
  })

  it('are none of those that npm has from its files or its environment', () => {
    const files = new Map([
      ['seed', '4'],
      ['updates', '7'],
      ['carry', ''],
    ])
    const kept = { seed: '4', updates: '7', carry: '' }
    expect(meant('train', '', start(kept, { files }))).toBeNull()
    expect(meant('train', '', start({ json: 'true' }, { outside: { npm_config_json: 'true' } }))).toBeNull()
    // But another value is of the command line.
    expect(meant('train', '', start({ ...kept, seed: '5' }, { files }))).toBe('--seed 5')
  })

  it("are none of npm's own", () => {
    const own = { save: 'true', loglevel: 'silent', script: '', force: '', json: '', engine_strict: '' }
    expect(meant('train', '', start(own))).toBe(null)
    expect(meant('convert', 'a.npz b.npz', start(own))).toBeNull()
    expect(meant('compare', 'a.json b.json', start({}))).toBeNull()
    // A word that no option of npm's own takes: it is the person's, and train says what is wrong with it.
    expect(meant('train', 'foo', start({}))).toBeNull()
  })
})

describe.skipIf(process.platform !== 'linux')('what npm leaves of a start', () => {
  /** The sentence that a script hears which npm starts, with an .npmrc and an environment. */
  function heard(args: readonly string[], npmrc = '', env: Record<string, string> = {}): string {
    const folder = mkdtempSync(join(tmpdir(), 'unroll-npm-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const root = join(import.meta.dirname, '../../../..')
    const scripts = { train: `node ${join(root, 'scripts/train.mjs')}` }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'x', scripts }))
    writeFileSync(join(folder, '.npmrc'), npmrc)
    // A seed that is refused: nothing is trained, and the answer tells who was first.
    const { stderr } = spawnSync('npm', ['run', '-s', 'train', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env, INIT_CWD: folder },
    })
    return stderr.replaceAll(/^npm (?:warn|WARN).*\n/gm, '').trim()
  }

  it('is enough to tell the very command', () => {
    expect(heard(['--seed', '5', '--json', '--updates', '3'])).toMatch(
      /; write: npm run -s train -- --seed 5 --json --updates 3$/,
    )
  })

  it('raises no false alarm for what stands in .npmrc or in the environment', () => {
    const refused = /^Seed must be /
    expect(heard(['--', '--seed', 'x'], 'updates=7\nseed = "4"\ncarry=false\n')).toMatch(refused)
    expect(heard(['--', '--seed', 'x'], '', { npm_config_updates: '7' })).toMatch(refused)
    expect(heard(['--updates=8', '--', '--seed', 'x'], 'updates=7\n')).toMatch(/-- --updates 8 --seed x$/)
  })
})
