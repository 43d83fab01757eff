import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSessionMemory } from '../../../main/runs/last-session'

let folder: string
let told: string[]
const log = { info: () => {}, error: () => {} }
const open = () => openSessionMemory(join(folder, 'last.json'), log, (text) => told.push(inEnglish(text)))
const RULES = [{ kind: 'loss-below', loss: 0.01 }] as const
const NOTHING = {
  present: null,
  config: null,
  pace: null,
  engine: null,
  view: null,
  pauseRules: null,
  runBudget: null,
}
const VIEW = {
  showInput: true,
  logLoss: true,
  showGradientNorm: false,
  showReference: false,
  showRivals: true,
  follow: 'all',
  hiddenRunColumns: [],
} as const

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-session-'))
  told = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the last session', () => {
  it('is nothing at the first start', () => {
    expect(open().now()).toEqual(NOTHING)
  })

  it('is what was kept, once the app has ended', () => {
    const session = open()
    session.keep({ present: 'a', config: withSettings(LESSON, { seed: 3 }) })
    session.keep({ pace: 'max', engine: 'eager', view: VIEW, pauseRules: RULES, runBudget: 5e8 })
    session.flush()
    expect(open().now()).toEqual({
      present: 'a',
      config: withSettings(LESSON, { seed: 3 }),
      pace: 'max',
      engine: 'eager',
      view: VIEW,
      pauseRules: RULES,
      runBudget: 5e8,
    })
    expect(told).toEqual([])
  })

  it('loses one value that cannot be, and keeps the others', () => {
    const session = open()
    session.keep({
      present: 'a',
      config: LESSON,
      pace: 5,
      engine: 'eager',
      view: VIEW,
      pauseRules: RULES,
      runBudget: 5e8,
    })
    session.flush()
    const kept = JSON.parse(readFileSync(join(folder, 'last.json'), 'utf8'))
    const changes: readonly object[] = [
      { pace: 7 },
      { engine: 'steam' },
      { config: { ...settingsOf(LESSON), hiddenUnits: 1e9 } },
      { view: { ...VIEW, follow: -1 } },
      { present: 3 },
      { pauseRules: [{ kind: 'update', update: 0 }] },
    ]
    for (const change of changes) {
      writeFileSync(join(folder, 'last.json'), JSON.stringify({ ...kept, ...change }))
      const [name = ''] = Object.keys(change)
      expect(open().now()).toEqual({ ...kept, config: LESSON, [name]: null })
    }
  })

  it('starts afresh when its file is damaged, which is told', () => {
    writeFileSync(join(folder, 'last.json'), '{"pace":')
    expect(open().now()).toEqual(NOTHING)
    expect(told).toHaveLength(1)
  })
})
