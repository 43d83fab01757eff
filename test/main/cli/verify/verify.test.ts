import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { createJudgedBench, good, smallRun } from '../../trainer/judged-bench'
import { trained } from '../../trainer/moment-bench'
import { archiveOf, fileOf, json, membersIn, withHashes } from '../../trainer/project/members-of'
import { branchMember, savedFamily, withBranch } from '../../trainer/project/saved-family'
import { saved } from '../../trainer/project/saved-project'
import { fakeTerminal } from '../fake-terminal'

let folder: string
let path: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-verify-'))
  ;({ path } = await saved(await trained(withSettings(LESSON, { hiddenUnits: 4, updates: 150 })), folder))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function verified(...args: string[]) {
  const terminal = fakeTerminal(folder)
  const code = await runCommandLine(['verify', ...args], terminal)
  return { code, said: terminal.said, warned: terminal.warned, terminal }
}

describe('verify', () => {
  it('says that a project is what was computed, in words and as JSON', async () => {
    const name = basename(path)
    const all = await verified(name)
    expect(all).toMatchObject({ code: 0, said: [`${name}: 150 of 150 updates identical.`], warned: [] })
    expect(all.terminal.shown.at(-1)).toBeNull()
    const last = await verified(name, '--last', '--json')
    expect(last.code).toBe(0)
    const told = JSON.parse(last.said[0] ?? '')
    expect(told).toEqual({
      ...{ file: name, verdict: 'identical', segments: 1 },
      ...{ segmentsInAll: expect.any(Number), updates: told.identical, identical: expect.any(Number) },
    })
    expect(told.updates).toBeLessThan(10)
  })

  it('ends with 1 where an update differs, and names it', async () => {
    const members = membersIn(path)
    const run = JSON.parse(new TextDecoder().decode(members.get('run.json')))
    run.config.learningRate = 0.019
    members.set('run.json', json(run))
    const name = basename(fileOf(await archiveOf(withHashes(members)), folder))
    const { code, said } = await verified(name)
    expect(code).toBe(1)
    expect(said[0]).toMatch(
      /: Update \d+ is the first that differs, by \S+: the project is not what was computed\.$/,
    )
    const { code: again, said: line } = await verified(name, '--json')
    expect([again, JSON.parse(line[0] ?? '')]).toMatchObject([
      1,
      { verdict: 'different', update: expect.any(Number) },
    ])
  })

  it('proves every run of a family, and names the one that differs', async () => {
    const family = await savedFamily(withSettings(LESSON, { hiddenUnits: 2, updates: 6 }), folder)
    const name = basename(family.path)
    const whole = await verified(name)
    expect([whole.code, whole.said]).toEqual([
      0,
      [`${name}: 6 of 6 updates identical. In 2 related runs: 12 of 12 updates identical.`],
    ])
    const told = JSON.parse((await verified(name, '--json')).said[0] ?? '')
    const first = {
      member: branchMember(1),
      name: 'The first',
      verdict: 'identical',
      updates: 6,
      identical: 6,
    }
    expect(told).toMatchObject({ verdict: 'identical', updates: 6, branches: [first, {}], branchesInAll: 2 })
    const last = JSON.parse((await verified(name, '--last', '--json')).said[0] ?? '')
    expect(last).toMatchObject({ segments: 1, branches: [], branchesInAll: 2 })
    const members = membersIn(family.path)
    const forged = async (index: number) => {
      const changed = await withBranch(members, branchMember(index), (inner) => {
        const run = JSON.parse(new TextDecoder().decode(inner.get('run.json')))
        inner.set('run.json', json({ ...run, config: { ...run.config, learningRate: 0.019 } }))
      })
      return basename(fileOf(await archiveOf(changed), folder))
    }
    // By its name, or else by that of its member.
    for (const [index, called] of [
      [1, 'The first'],
      [2, 'more/branch-02.unroll'],
    ] as const) {
      const { code, said } = await verified(await forged(index))
      expect(code).toBe(1)
      expect(said[0]).toMatch(
        new RegExp(`: In the related run "${called}": Update \\d+ is the first that differs, by `),
      )
      expect((await verified(await forged(index), '--last')).code).toBe(0)
    }
  })

  it('ends with 2 where there is no project to verify', async () => {
    writeFileSync(join(folder, 'a.unroll'), 'update,loss')
    expect(await verified('a.unroll')).toMatchObject({
      code: 2,
      said: [],
      warned: [
        '"a.unroll" cannot be opened as a project: it should be a zip archive of a project, but is none; choose a file that Unroll saved as a project.',
      ],
    })
    expect((await verified()).warned).toEqual([
      'verify takes one project file, but none was given; name one that ends in .unroll.',
    ])
    expect((await verified('a', 'b')).warned[0]).toContain('but 2 were given')
  })

  it('ends in the middle when it is asked to', async () => {
    const terminal = fakeTerminal(folder)
    const progress = terminal.progress
    const asking = {
      ...terminal,
      progress: (...told: Parameters<typeof progress>) => terminal.askToEnd(130 + 0 * told.length),
    }
    expect(await runCommandLine(['verify', basename(path)], asking)).toBe(130)
    expect(terminal.said).toEqual([])
  })
})

describe('verify of a project that has only the hash of its table', () => {
  const ROWS = Array.from({ length: 60 }, (_, row) => `${(20 + 5 * Math.sin(row / 4)).toFixed(2)};${row % 7}`)
  let name: string
  let sha256: string

  beforeAll(async () => {
    writeFileSync(join(folder, 'private.csv'), `${['level;day', ...ROWS].join('\n')}\n`)
    const bench = createJudgedBench()
    // As the window reads it.
    const looked = good(await bench.trainer.openTable(join(folder, 'private.csv')))
    if (!looked) throw new Error('nobody called it off')
    const read = good(await bench.trainer.readTable(looked.guess.choices, 'keep'))
    if (!read) throw new Error('nobody called it off')
    const { origin } = read
    sha256 = origin.sha256
    const source = { kind: 'series', origin, inputs: ['level', 'day'], targets: ['level'] } as const
    const config = smallRun('nile', { updates: 40, window: 8, batch: 2 })
    const run = { ...config, data: { ...config.data, source } }
    const { path } = await saved(await trained(run, [], bench), folder, { series: 'hash' })
    name = basename(path)
  })

  it('makes its updates again with the table, however that is named now', async () => {
    writeFileSync(join(folder, 'moved.csv'), `${['level;day', ...ROWS].join('\n')}\n`)
    expect(await verified(name, '--data', 'moved.csv')).toMatchObject({
      code: 0,
      said: [`${name}: 40 of 40 updates identical.`],
      warned: [],
    })
    // Written otherwise, and read to the same numbers.
    const others = ROWS.map((row) => row.replace('.', ',').replace(';', '|'))
    writeFileSync(join(folder, 'other.csv'), `${['level|day', ...others].join('\n')}\n`)
    const options = ['--delimiter', '|', '--decimal', ',']
    expect(await verified(name, '--last', '--json', '--data', 'other.csv', ...options)).toMatchObject({
      code: 0,
    })
  })

  it('asks for the table, and refuses another one by both hashes', async () => {
    expect(await verified(name)).toMatchObject({
      code: 2,
      said: [],
      warned: [
        `"${name}" has the hash of what it learned ("private.csv") and not the numbers; give that table with --data.`,
      ],
    })
    const rows = [...ROWS.slice(0, 30), '99;3', ...ROWS.slice(31)]
    writeFileSync(join(folder, 'wrong.csv'), `${['level;day', ...rows].join('\n')}\n`)
    const { code, said, warned } = await verified(name, '--data', 'wrong.csv')
    expect([code, said, warned.length]).toEqual([2, [], 1])
    const hashes = [...(warned[0] ?? '').matchAll(/[0-9a-f]{64}/g)].map(([hash]) => hash)
    expect(hashes).toEqual([sha256, expect.not.stringContaining(sha256)])
    expect(warned[0]).toMatch(/^"[^"]+" was made of a series with .*, but "wrong\.csv" is read as one with /)
    // A table that is not there is refused as train refuses it.
    expect((await verified(name, '--data', 'none.csv')).code).toBe(2)
    expect((await verified(name, '--no-missing')).warned[0]).toContain('--data')
  })

  it('takes no table where it is not needed', async () => {
    const whole = basename(path)
    expect(await verified(whole, '--data', 'private.csv')).toMatchObject({
      code: 2,
      said: [],
      warned: [`"${whole}" has all that its proof needs, and takes no table; leave out --data.`],
    })
  })
})
