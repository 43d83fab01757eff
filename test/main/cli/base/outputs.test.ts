import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkOutputs, type Output, outputsOf } from '../../../../main/cli/base/outputs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-outputs-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const named = (name: string): Output => ({ path: at(name), beside: null })
const script = { format: 'safetensors', script: true } as const
async function said(outputs: readonly Output[], force = false): Promise<string> {
  const before = readdirSync(folder).sort()
  const checked = await checkOutputs(outputs, force)
  // Whatever it says, it has only looked.
  expect(readdirSync(folder).sort()).toEqual(before)
  return checked.ok ? '' : inEnglish(checked.error.text)
}

describe('files that are to be written', () => {
  it('are fine where there is room for them, or an older one that was named', async () => {
    writeFileSync(at('b.npz'), 'older')
    expect(await said([...outputsOf(at('a.safetensors'), script), named('b.npz'), named('f.svg')])).toBe('')
  })

  it.skipIf(process.platform === 'win32')('are refused where they cannot be written', async () => {
    mkdirSync(at('taken.npz'))
    execFileSync('mkfifo', [at('pipe.npz')])
    symlinkSync('/dev/null', at('device.npz'))
    symlinkSync('loop.npz', at('loop.npz'))
    const cases: [string, RegExp][] = [
      ['no/a.npz', /^"a\.npz" must go into a folder, but there is none at .*no; make it/],
      ['taken.npz', /^"taken\.npz" cannot be saved: there is a folder of this name; /],
      ['pipe.npz', /^"pipe\.npz" cannot be saved: there is something of this name that is not a file; /],
      ['device.npz', /^"device\.npz" cannot be saved: there is something of this name that is not a file; /],
      ['loop.npz', /^"loop\.npz" cannot be saved: its links lead round in a circle; /],
      [`${'x'.repeat(260)}.npz`, /^"x+\.npz" cannot be saved: its name is too long; /],
    ]
    for (const [name, sentence] of cases) expect(await said([named(name)])).toMatch(sentence)
  })

  it('are refused when the name of a file beside them is too long, though their own is not', async () => {
    const name = `${'x'.repeat(245)}.json`
    expect(await said(outputsOf(at(name), { format: 'tfjs', script: false }))).toMatch(
      /^"x+\.weights\.bin" cannot be saved: its name is too long; /,
    )
  })

  it.skipIf(process.platform === 'win32')(
    'are refused when two of them are one, also through links',
    async () => {
      writeFileSync(at('a.npz'), 'older')
      symlinkSync('a.npz', at('b.npz'))
      symlinkSync('.', at('same'))
      symlinkSync('nothing-yet.svg', at('f.svg'))
      const cases: [readonly Output[], RegExp][] = [
        [[named('a.npz'), named('a.npz')], /"a\.npz" would be written twice, as "a\.npz" and as "a\.npz"; /],
        [[named('a.npz'), named('b.npz')], /"b\.npz" would be written twice, as "a\.npz" and as "b\.npz"; /],
        [[named('c.npz'), named('same/c.npz')], /would be written twice, as "c\.npz" and as "c\.npz"; /],
        [
          [named('f.svg'), named('nothing-yet.svg')],
          /would be written twice, as "f\.svg" and as "nothing-yet/,
        ],
        [
          [
            ...outputsOf(at('r.safetensors'), script),
            ...outputsOf(at('r.npz'), { format: 'npz', script: true }),
          ],
          /^Every file must be written once, but "r\.py" would be written twice, beside "r\.safetensors" and beside "r\.npz"; choose another name for one of them\.$/,
        ],
      ]
      // Also with --force: nothing is gained by writing one file twice.
      for (const [outputs, sentence] of cases)
        for (const force of [false, true]) expect(await said(outputs, force)).toMatch(sentence)
    },
  )

  it('are never a file that is read, by whatever name and however forced', async () => {
    const table = join(folder, 'table.csv')
    writeFileSync(table, 'a\n1\n')
    symlinkSync(table, join(folder, 'link.csv'))
    const refusal = async (written: string, read: string) => {
      const checked = await checkOutputs(
        [{ path: join(folder, written), beside: null }],
        true,
        ['another.csv', read].map((name) => join(folder, name)),
      )
      return checked.ok ? null : inEnglish(checked.error.text)
    }
    const said = (name: string) =>
      `What is written must be another file than those that are read, but "${name}" is one of them; choose another name.`
    expect(await refusal('table.csv', 'table.csv')).toBe(said('table.csv'))
    expect(await refusal('link.csv', 'table.csv')).toBe(said('link.csv'))
    expect(await refusal('table.csv', 'link.csv')).toBe(said('table.csv'))
    expect(await refusal('other.csv', 'table.csv')).toBeNull()
    expect(await refusal('table.csv', 'not-there.csv')).toBeNull()
  })

  it('are two files where a hard link gives one two names: each is replaced by itself', async () => {
    writeFileSync(at('a.npz'), 'older')
    linkSync(at('a.npz'), at('b.npz'))
    expect(await said([named('a.npz'), named('b.npz')])).toBe('')
  })

  it('are told apart by case where the disk does so, and only there', async () => {
    writeFileSync(at('Probe'), '')
    const takesCasesForOne = execFileSync('node', [
      '-e',
      'console.log(require("fs").existsSync(process.argv[1]))',
      at('PROBE'),
    ])
    const sentence = await said([named('a.npz'), named('A.npz')])
    expect(sentence !== '').toBe(`${takesCasesForOne}`.trim() === 'true')
  })

  it('replace nothing that nobody named, without --force', async () => {
    const sentence = (kept: string, beside: string) =>
      `"${kept}", which goes beside "${beside}", is there already and was not named; give --force to replace it, or choose another name.`
    writeFileSync(at('a.py'), 'mine')
    writeFileSync(at('m.weights.bin'), 'mine')
    const script_ = outputsOf(at('a.safetensors'), script)
    const model = outputsOf(at('m.json'), { format: 'tfjs', script: false })
    expect(await said(script_)).toBe(sentence('a.py', 'a.safetensors'))
    expect(await said(model)).toBe(sentence('m.weights.bin', 'm.json'))
    expect(await said([...script_, ...model], true)).toBe('')
  })

  it.skipIf(process.platform === 'win32')('nor a link that leads to nothing', async () => {
    symlinkSync('nowhere', at('a.py'))
    expect(await said(outputsOf(at('a.safetensors'), script))).toMatch(/^"a\.py", which goes beside /)
  })
})
