import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { trained } from '../../trainer/moment-bench'
import { archiveOf, fileOf, json, membersIn, withHashes } from '../../trainer/project/members-of'
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
