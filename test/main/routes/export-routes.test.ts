import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WeightFormat } from '@contract/files/weight-formats'
import { fail, ok, type Result } from '@contract/result'
import type { RunPhase } from '@contract/run/run'
import type { UpdateTable } from '@contract/run/update-table'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SaveRequest } from '../../../main/files/dialogs'
import type { Ask } from '../../../main/host/trainer-host'
import { createExportRoutes } from '../../../main/routes/export-routes'
import { NOTHING_YET } from '../../../main/runs/run-memory'
import { madeUp, saying } from '../../helpers/saying'
import { fakeDescription } from '../../renderer/helpers/fake-api'

const REPORT = { files: [], greatestDifference: 0, parameterCount: 1, updatesDone: 60 }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-export-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function setUp({
  answer = ok(REPORT) as Result<unknown>,
  phase = 'finished' as RunPhase,
  config = LESSON as RunConfig,
  hasRun = true,
  updatesDone = 60,
} = {}) {
  const asked: unknown[][] = []
  const saves: SaveRequest[] = []
  const added: string[] = []
  const revealed: string[] = []
  let path: string | undefined
  const state = {
    id: 'a',
    phase,
    updatesDone,
    goal: 60,
    broke: null,
    endedBy: null,
    best: null,
    pausedBy: null,
    preparing: false,
    events: [],
    planned: [],
    config,
  }
  const routes = createExportRoutes({
    language: { now: () => 'zh' },
    host: {
      refusal: () => null,
      ask: (async (...request: unknown[]) => {
        asked.push(request)
        return answer
      }) as Ask,
    },
    memory: () =>
      hasRun ? { ...NOTHING_YET, description: fakeDescription('a', config), state } : NOTHING_YET,
    dialogs: {
      askSavePath: async (request) => {
        saves.push(request)
        return path
      },
      reveal: (one) => {
        revealed.push(one)
      },
    },
    recent: {
      add: (one) => {
        added.push(one)
      },
    },
  })
  const exportTo = (name: string | undefined, format: WeightFormat = 'npz') => {
    path = name === undefined ? undefined : join(folder, name)
    return routes.exportWeights('a', { format, names: 'pytorch', script: true })
  }
  const tableTo = (name: string) => {
    path = join(folder, name)
    return routes.exportTable('a')
  }
  return { routes, exportTo, tableTo, asked, saves, added, revealed }
}

describe('an export', () => {
  it('proposes a name of its format, and says what will lie beside it', async () => {
    const { exportTo, tableTo, saves } = setUp()
    await exportTo('a.weights.h5', 'keras')
    await tableTo('a.csv')
    expect(saves.map(({ name }) => name)).toEqual([
      'unroll-rnn32-seed1-60updates.weights.h5',
      'unroll-rnn32-seed1-60updates.csv',
    ])
    expect(saves.map(({ choice }) => choice)).toMatchObject([
      { format: 'keras', script: true },
      { format: 'csv', script: false },
    ])
  })

  it('gives the report on, and nothing when the dialog is closed', async () => {
    const { exportTo, asked } = setUp()
    expect(await exportTo(undefined)).toEqual(ok(null))
    expect(asked).toEqual([])
    expect(await exportTo('a.npz')).toEqual(ok(REPORT))
    expect(asked[0]?.slice(0, 3)).toEqual(['exportWeights', 'a', join(folder, 'a.npz')])
  })

  it('has the language of the moment, for the comments in a script', async () => {
    const { exportTo, asked } = setUp()
    await exportTo('a.npz')
    expect(asked[0]?.at(-1)).toBe('zh')
  })

  it('is refused before anybody is asked where to, with the reason of the format', async () => {
    const gru = setUp({ config: withSettings(LESSON, { cell: 'gru' }) })
    expect(await gru.exportTo('a.json', 'tfjs')).toMatchObject({ error: { code: 'weights-mismatch' } })
    const diverged = setUp({ phase: 'diverged' })
    expect(await diverged.exportTo('a.npz')).toMatchObject({ error: { code: 'run-diverged' } })
    expect([...gru.saves, ...diverged.saves]).toEqual([])
    expect(await diverged.tableTo('a.csv')).toEqual(ok(REPORT))
    expect(await setUp({ hasRun: false }).exportTo('a.npz')).toMatchObject({ error: { code: 'no-run' } })
  })

  it('of a run that has been left is refused, before anybody is asked where to', async () => {
    const { routes, asked, saves } = setUp()
    for (const answer of [
      await routes.saveWeights('left'),
      await routes.exportWeights('left', { format: 'npz', names: 'pytorch', script: false }),
      await routes.exportTable('left'),
      await routes.addToTable('left', { firstUpdate: 1 } as UpdateTable, true),
    ])
      expect(answer).toMatchObject({
        error: { code: 'no-run', text: saying(expect.stringMatching(/not open any more/)) },
      })
    expect([asked, saves]).toEqual([[], []])
  })

  it('of a table is refused before any of it is handed over, and before anybody is asked where to', async () => {
    const part = { firstUpdate: 1 } as UpdateTable
    for (const none of [setUp({ hasRun: false }), setUp({ updatesDone: 0 })]) {
      expect(await none.routes.addToTable('a', part, true)).toMatchObject({ error: { code: 'no-run' } })
      expect(await none.tableTo('a.csv')).toMatchObject({ error: { code: 'no-run' } })
      expect([none.asked, none.saves]).toEqual([[], []])
    }
    const some = setUp({ answer: ok() })
    expect(await some.routes.addToTable('a', part, true)).toEqual(ok())
    expect(some.asked).toEqual([['addToTable', part, true]])
  })

  it('is among the recent files when it can be loaded again', async () => {
    const { exportTo, tableTo, added } = setUp()
    await exportTo('a.npz')
    await exportTo('a.onnx', 'onnx')
    await tableTo('a.csv')
    expect(added).toEqual([join(folder, 'a.npz')])
  })

  it('is shown in its folder: the last one that was written, while it is there', async () => {
    const { routes, exportTo, revealed } = setUp()
    expect(routes.showExported()).toMatchObject({
      error: { text: saying(expect.stringMatching(/^Nothing has/)) },
    })
    await exportTo('a.npz')
    expect(routes.showExported()).toMatchObject({
      error: { text: saying(expect.stringMatching(/^a\.npz is no/)) },
    })
    writeFileSync(join(folder, 'a.npz'), '')
    expect(routes.showExported()).toEqual(ok())
    await exportTo(undefined)
    routes.showExported()
    expect(revealed).toEqual([join(folder, 'a.npz'), join(folder, 'a.npz')])
  })

  it('that failed leaves nothing to be shown and nothing among the recent files', async () => {
    const { routes, exportTo, added } = setUp({ answer: fail('file-not-written', madeUp('full')) })
    expect(await exportTo('a.npz')).toMatchObject({ error: { text: saying('full') } })
    expect(added).toEqual([])
    expect(routes.showExported()).toMatchObject({ ok: false })
  })
})
