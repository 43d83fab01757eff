import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAX_VIEW_BYTES, type ViewFile } from '@contract/files/view-files'
import { inEnglish } from '@contract/language/say'
import { ok } from '@contract/result'
import { LESSON } from '@contract/settings/lesson'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SaveRequest } from '../../../main/files/dialogs'
import { withEnding } from '../../../main/files/file-endings'
import { createViewRoutes } from '../../../main/routes/view-routes'
import { NOTHING_YET } from '../../../main/runs/run-memory'
import { checkArguments } from '../../../main/wire/request-schemas'
import { fakeDescription } from '../../renderer/helpers/fake-api'

const bytesOf = (text: string) => new TextEncoder().encode(text) as ViewFile['bytes']
const LOSS: ViewFile = { format: 'svg', view: 'loss', run: 'a', update: null, bytes: bytesOf('<svg />') }

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-views-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function setUp(path?: string) {
  const saves: SaveRequest[] = []
  const state = {
    ...{ id: 'a', phase: 'finished' as const, updatesDone: 60, goal: 60, broke: null, endedBy: null },
    ...{ best: null, pausedBy: null, preparing: false, events: [], planned: [], config: LESSON },
  }
  const routes = createViewRoutes({
    memory: () => ({ ...NOTHING_YET, description: fakeDescription('a', LESSON), state }),
    dialogs: {
      askSavePath: async (request) => {
        saves.push(request)
        return path
      },
    },
  })
  return { routes, saves }
}

describe('saving a view', () => {
  it('asks where to by the name of run, view and update, and writes every byte there', async () => {
    const path = join(folder, 'my loss.svg')
    const { routes, saves } = setUp(path)
    expect(await routes.saveView(LOSS)).toEqual(ok({ name: 'my loss.svg', bytes: 7 }))
    expect(readFileSync(path, 'utf8')).toBe('<svg />')
    expect(saves.map(({ name, choice }) => [name, choice.format])).toEqual([
      ['unroll-rnn32-seed1-loss-update60.svg', 'view-svg'],
    ])
    expect(saves.map(({ title }) => inEnglish(title))).toEqual(['Save view: SVG picture'])
  })

  it('proposes the update that is seen, and no run where it is of another one or of none', async () => {
    const { routes, saves } = setUp()
    await routes.saveView({ ...LOSS, format: 'png', view: 'prediction-test', update: 17 })
    await routes.saveView({ ...LOSS, run: 'b' })
    await routes.saveView({ ...LOSS, format: 'csv', run: null })
    expect(saves.map(({ name }) => name)).toEqual([
      'unroll-rnn32-seed1-prediction-test-update17.png',
      'unroll-loss.svg',
      'unroll-loss.csv',
    ])
  })

  it('writes nothing where the dialog was closed', async () => {
    expect(await setUp().routes.saveView(LOSS)).toEqual(ok(null))
    expect(readdirSync(folder)).toEqual([])
  })

  it('says what kept it from being written', async () => {
    const { routes } = setUp(join(folder, 'none', 'loss.svg'))
    expect(await routes.saveView(LOSS)).toMatchObject({ ok: false, error: { code: 'file-not-written' } })
  })

  it('has the ending of its format', () => {
    expect(withEnding('/a/loss', 'view-svg')).toBe('/a/loss.svg')
    expect(withEnding('/a/loss.csv', 'view-png')).toBe('/a/loss.csv.png')
  })
})

describe('what a page may have saved', () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)

  it('is a picture or a table', () => {
    for (const file of [
      LOSS,
      { ...LOSS, format: 'png', bytes: png },
      { ...LOSS, format: 'csv', bytes: bytesOf('update,loss\r\n1,0.5\r\n'), run: null, update: 3 },
    ])
      expect(checkArguments('saveView', [file]).ok).toBe(true)
  })

  it('is nothing else, under no other name, and not without end', () => {
    for (const file of [
      null,
      { ...LOSS, format: 'exe' },
      { ...LOSS, view: '../loss' },
      { ...LOSS, view: 'Loss' },
      { ...LOSS, view: 'a'.repeat(61) },
      { ...LOSS, bytes: bytesOf('<html></html>') },
      { ...LOSS, bytes: new Uint8Array(0) },
      { ...LOSS, bytes: new Uint8Array(MAX_VIEW_BYTES + 1) },
      { ...LOSS, bytes: '<svg />' },
      { ...LOSS, format: 'png' },
      { ...LOSS, format: 'csv', bytes: png.map((byte) => (byte === 1 ? 0 : byte)) },
      { ...LOSS, path: '/tmp/x' },
    ]) {
      const checked = checkArguments('saveView', [file])
      expect(checked).toMatchObject({ ok: false, error: { code: 'invalid-setting' } })
    }
  })
})
