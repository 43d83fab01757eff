import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProject } from '../../../../main/trainer/project/open-project'
import { bundleForNode } from '../../../../scripts/launch/bundle.mjs'
import { good } from '../judged-bench'
import { trained } from '../moment-bench'
import { saved } from './saved-project'

/** Processes that are killed; each is given a little more time than the one before. */
const KILLS = 8

const root = resolve(import.meta.dirname, '../../../..')
let folder: string
let program: string
let path: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-killed-'))
  // In the project, where its packages are found.
  program = mkdtempSync(join(root, 'node_modules/.unroll-killed-'))
  await bundleForNode(root, program, { save: 'test/main/trainer/project/save-again-and-again.ts' })
  const bench = await trained(withSettings(LESSON, { hiddenUnits: 32, updates: 300 }))
  ;({ path } = await saved(bench, folder))
}, 60_000)
afterAll(() => {
  for (const each of [folder, program]) rmSync(each, { recursive: true, force: true })
})

/** Has a process save the project again and again, and kills it while it writes for so many times, after so many looks at it. */
async function killedWhileSaving(times: number, looks: number): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, [join(program, 'save.js'), path, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.stdout) await once(child.stdout, 'data')
  const before = new Set(temporaries())
  const written = new Set<string>()
  for (let seen = 0; seen < looks; ) {
    if (child.exitCode !== null) throw new Error('the process has ended by itself')
    // What it has begun to write lies beside the file under a name of its own.
    const now = temporaries().filter((name) => !before.has(name))
    for (const name of now) written.add(name)
    if (now.length > 0 && written.size >= times) seen += 1
    await new Promise((go) => setImmediate(go))
  }
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function temporaries(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.tmp'))
}

describe('a process that is killed while it saves', () => {
  it('leaves a whole project, the older or the newer one, and what it had begun goes with the next', async () => {
    const kinds = new Set<number>()
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await killedWhileSaving(1 + (kill % 4), kill)
      const project = good(await openProject(path))
      for (const member of project.manifest.members.keys()) await project.check(member)
      kinds.add(project.notes.length)
      await project.close()
    }
    expect(kinds.size).toBeGreaterThan(1)
    // What the one before has left was swept away by the next one that saved.
    expect(temporaries().length).toBeLessThanOrEqual(1)
  }, 60_000)
})
