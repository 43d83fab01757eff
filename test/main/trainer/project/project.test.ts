import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { proofText } from '@contract/project/proof'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJudgedBench, good, smallRun } from '../judged-bench'
import { answered, idOf, trained } from '../moment-bench'
import { opened, saved } from './saved-project'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-project-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lesson = (changes: Parameters<typeof withSettings>[1] = {}) =>
  withSettings(LESSON, { hiddenUnits: 8, ...changes })

describe('a project file', () => {
  it.each([
    ['the lesson', lesson()],
    ['an LSTM with RMSprop', lesson({ cell: 'lstm', optimizer: 'rmsprop', clipNorm: 0.5 })],
    ['SGD without momentum', lesson({ optimizer: 'sgd', momentum: 0 })],
    ['a made series with a validation part', smallRun('lorenz', { updates: 60, order: 'random', batch: 3 })],
  ] as const)('opens as the run that was saved, and goes on as that: %s', async (_, config) => {
    const changes = [
      [11, { learningRate: 0.01 }],
      [23, { learningRate: 0.003 }],
    ] as const
    const bench = await trained(config, changes)
    const { path, record, report } = await saved(bench, folder, { notes: 'a note, 笔记' })
    expect(report.update).toBe(60)
    const other = createJudgedBench()
    const { runId, record: copy, answer } = await opened(other, path, folder)
    const project = good(answer)
    expect(project).toMatchObject({ runId, updatesDone: 60, notes: 'a note, 笔记', series: 'included' })
    expect(project?.loss).toBe(bench.losses().at(-1))
    expect(readFileSync(copy)).toEqual(readFileSync(record))
    const [then, now] = [bench.state(), other.state()]
    expect(now).toEqual({ ...then, id: runId })
    // Every moment of it is had, and what it goes on with is what the other one would have.
    for (const update of [1, 11, 12, 37, 60]) {
      const [a, b] = [
        good(await answered(bench, bench.trainer.momentAt({ runId: idOf(bench), update }))),
        good(await answered(other, other.trainer.momentAt({ runId, update }))),
      ]
      expect({ ...b, runId: '', replayed: 0 }).toEqual({ ...a, runId: '', replayed: 0 })
    }
    for (const each of [bench, other]) {
      for (let i = 0; i < 5; i += 1) good(await each.trainer.stepRun())
    }
    expect(other.losses().slice(-5)).toEqual(bench.losses().slice(-5))
  })

  it('proves itself, whatever was changed in its run', async () => {
    const bench = await trained(lesson({ updates: 300 }), [[47, { learningRate: 0.01 }]])
    const { path } = await saved(bench, folder)
    const all = good(await answered(bench, bench.trainer.proveProject(path, 'all')))
    expect(all && inEnglish(proofText(all))).toBe('300 of 300 updates identical.')
    const last = good(await answered(bench, bench.trainer.proveProject(path, 'last')))
    expect(last && inEnglish(proofText(last))).toMatch(
      /of \d updates? identical: the last of \d\d segments\./,
    )
  })
})
