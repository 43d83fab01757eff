import { suggestedRun } from '@contract/data/made-series'
import { LESSON_FACTS } from '@contract/data/source-facts'
import type { TableChoices } from '@contract/data/table/table-choices'
import { inEnglish, sayIn } from '@contract/language/say'
import { PACES } from '@contract/run/pace'
import { LESSON } from '@contract/settings/lesson'
import { type LiveSettings, settingsOf, withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { checkArguments, type REQUEST_CHECKS } from '../../../main/wire/request-schemas'
import { saying } from '../../helpers/saying'

const live: LiveSettings = {
  learningRate: 0.03,
  updates: 70,
  points: 20,
  endpoint: false,
  span: 'random',
  readout: 'batched',
  momentum: 0.9,
  clipNorm: 1,
  carryState: false,
  freezeState: true,
  shown: 'after-update',
  patience: 0,
}

/** The sentence by which arguments are refused. */
function refusal(name: keyof typeof REQUEST_CHECKS, ...given: unknown[]): string {
  const checked = checkArguments(name, given)
  if (checked.ok) throw new Error(`${name} took ${JSON.stringify(given)}`)
  return inEnglish(checked.error.text)
}

describe('what main lets in', () => {
  it('lets in what the page may send', () => {
    expect(checkArguments('attach', [])).toEqual({ ok: true, value: [] })
    expect(checkArguments('createRun', [LESSON])).toEqual({ ok: true, value: [LESSON] })
    expect(checkArguments('changeSettings', ['a', live])).toEqual({ ok: true, value: ['a', live] })
    for (const pace of PACES) expect(checkArguments('setPace', [pace])).toEqual({ ok: true, value: [pace] })
    expect(checkArguments('acknowledgeUpdates', [1]).ok).toBe(true)
    expect(checkArguments('loadRecentWeights', ['x']).ok).toBe(true)
    const copies = (kind: string, text: unknown) => checkArguments('copyText', [{ kind, text }]).ok
    expect(copies('setup-code', 'U1.AAQVv8U3q64FAA')).toBe(true)
    expect(copies('table', 'Name,Loss\r\n"a, → b",0.5\r\n')).toBe(true)
    // A page puts nothing else into the clipboard.
    for (const other of ['rm -rf', 'U1.AAQVv8U3q64FAB', '', 7])
      expect(copies('setup-code', other)).toBe(false)
    for (const other of ['', 7, 'a\u001b[31m', 'a\u202eb', 'a'.repeat(4_000_001)])
      expect(copies('table', other)).toBe(false)
    expect(copies('other', 'a')).toBe(false)
    expect(checkArguments('loadDroppedWeights', ['/tmp/a b é.safetensors']).ok).toBe(true)
  })

  it('lets a page ask for some thousand rows of a part, and no more', () => {
    const asked = { runId: 'a', part: 'test', from: 7, count: 4096, update: null }
    for (const right of [asked, { ...asked, update: 0 }, { ...asked, from: 0, count: 1, part: 'train' }])
      expect(checkArguments('partPredictions', [right])).toEqual({ ok: true, value: [right] })
    for (const wrong of [
      { ...asked, count: 4097 },
      { ...asked, count: 0 },
      { ...asked, from: -1 },
      { ...asked, from: 0.5 },
      { ...asked, part: 'all' },
      { ...asked, update: -1 },
      { ...asked, update: undefined },
      { ...asked, more: 1 },
    ])
      expect(checkArguments('partPredictions', [wrong]).ok).toBe(false)
  })

  it('lets a page ask what a few choices would lead to, each within the limits of its setting', () => {
    const choice = { settings: { learningRate: 0.01, carryState: false }, wiped: true }
    const asked = { runId: 'a', update: null, choices: [choice], updates: 60 }
    for (const right of [
      asked,
      { ...asked, update: 36, updates: 1, choices: Array(5).fill({ settings: {}, wiped: false }) },
    ])
      expect(checkArguments('futuresOf', [right])).toEqual({ ok: true, value: [right] })
    // How far a run goes decides none of its numbers.
    const more = { ...choice, settings: { ...choice.settings, updates: 9, hiddenUnits: 4, path: '/etc' } }
    expect(checkArguments('futuresOf', [{ ...asked, choices: [more] }])).toEqual({ ok: true, value: [asked] })
    for (const wrong of [
      { ...asked, updates: 61 },
      { ...asked, updates: 0 },
      { ...asked, updates: 1.5 },
      { ...asked, update: -1 },
      { ...asked, choices: [] },
      { ...asked, choices: Array(6).fill(choice) },
      { ...asked, choices: [{ settings: {} }] },
      { ...asked, choices: [{ settings: null, wiped: false }] },
      { ...asked, choices: [{ settings: { clipNorm: Number.NaN }, wiped: false }] },
      { ...asked, more: 1 },
    ])
      expect(checkArguments('futuresOf', [wrong]).ok).toBe(false)
    expect(
      refusal('futuresOf', { ...asked, choices: [{ settings: { learningRate: 11 }, wiped: false }] }),
    ).toMatch(/^Learning rate/)
  })

  it('says in every language what is wrong, also where no sentence was foreseen', () => {
    const inChinese = (given: unknown[]) => {
      const checked = checkArguments('setPace', given)
      return checked.ok ? '' : sayIn('zh')(checked.error.text)
    }
    expect(inChinese([3])).toBe(
      '速度应为每秒 1、2、5、10、20、50、100 次更新或“max”，但给出的是 3；请选择其中之一。',
    )
    expect(inChinese([5, 5])).toMatch(/^窗口请求了 Unroll 不认识的东西（Invalid .*）/)
    const refused = checkArguments('createRun', [withSettings(LESSON, { seed: -1 })])
    expect(refused).toMatchObject({ ok: false, error: { text: saying(expect.stringMatching(/^Seed must/)) } })
  })

  it('speaks the languages that a person can choose, and no other', () => {
    expect(checkArguments('setLanguage', ['zh'])).toEqual({ ok: true, value: ['zh'] })
    for (const given of ['pseudo', 'fr', '', null, '__proto__'])
      expect(() => checkArguments('setLanguage', [given])).toThrow('setLanguage')
  })

  it('leaves out what nobody asked for', () => {
    const checked = checkArguments('createRun', [
      { ...LESSON, path: '/etc/passwd', data: { ...LESSON.data, path: '/etc/passwd' } },
    ])
    expect(checked).toEqual({ ok: true, value: [LESSON] })
    expect(checkArguments('changeSettings', ['a', { ...settingsOf(LESSON), ...live }])).toEqual({
      ok: true,
      value: ['a', live],
    })
  })

  it("refuses settings in the contract's own sentences", () => {
    expect(refusal('createRun', withSettings(LESSON, { hiddenUnits: 0 }))).toMatch(
      /^Hidden units must be a whole number from 1 to 512, but 0 was given/,
    )
    expect(refusal('createRun', withSettings(LESSON, { seed: -1 }))).toMatch(/^Seed must be/)
    expect(refusal('createRun', withSettings(LESSON, { updates: 1_000_000, points: 200 }))).toMatch(
      /predicted points/,
    )
    expect(refusal('createRun', null)).toMatch(/must be an object, but null was given/)
    expect(refusal('changeSettings', 'a', { ...live, learningRate: Number.NaN })).toMatch(
      /^Learning rate .* NaN was given/,
    )
    expect(refusal('changeSettings', 'a', { ...live, points: 1.5 })).toMatch(/^Points per window/)
    expect(refusal('changeSettings', 'a', { ...live, carryState: 'yes' })).toMatch(/^Carry the state/)
    for (const name of Object.keys(live))
      expect(refusal('changeSettings', 'a', { ...live, [name]: undefined })).toMatch(/nothing was given/)
    expect(refusal('changeSettings', 'a', { ...live, span: 'two' })).toMatch(
      /^Window must be one of one, random/,
    )
    expect(refusal('createRun', withSettings(LESSON, { family: 'tensorflow', cell: 'gru' }))).toMatch(
      /^The TensorFlow family has one layer/,
    )
    expect(refusal('changeSettings', 'a', 'all')).toMatch(/must be an object, but "all" was given/)
  })

  it('refuses a pace that nobody can choose', () => {
    for (const pace of [0, 7, -1, 'fast', null, Number.POSITIVE_INFINITY])
      expect(refusal('setPace', pace)).toMatch(/^The pace must be 1, 2, 5, 10, 20, 50, 100 updates a second/)
  })

  it('refuses a place that the recent files do not have, and a path that is none', () => {
    for (const file of [-1, 10, null, {}, 'x'.repeat(101), undefined])
      for (const name of ['loadRecentWeights', 'openRecentTable'] as const)
        expect(refusal(name, file)).toMatch(/^A file from the menu was expected/)
    for (const path of ['', 'a.safetensors', '../a', '/tmp/a\0.safetensors', 7, `/${'a'.repeat(40_000)}`])
      expect(refusal('loadDroppedWeights', path)).toMatch(/^A file from this computer was expected/)
  })

  it('refuses arguments where there are none, and too few or too many', () => {
    expect(refusal('startRun')).toBe('The id of a run was expected.')
    expect(refusal('startRun', 'a', 'b')).not.toBe('')
    expect(refusal('showExported', 1)).not.toBe('')
    expect(refusal('setEngine', 'steam')).toBe(
      'The engine must be "compiled" or "eager", but "steam" was given; choose one of these.',
    )
    expect(refusal('setPace')).not.toBe('')
    expect(refusal('setPace', 20, 20)).not.toBe('')
  })

  it('lets a choice of a weight format in, and no table', () => {
    const choice = { format: 'npz', names: 'keras', script: true }
    expect(checkArguments('exportWeights', ['a', choice])).toEqual({ ok: true, value: ['a', choice] })
    expect(checkArguments('exportWeights', ['a', { ...choice, path: '/etc/passwd' }])).toEqual({
      ok: true,
      value: ['a', choice],
    })
    for (const wrong of [{ format: 'csv' }, { format: '../x' }, { names: 'mine' }, { script: 1 }])
      expect(refusal('exportWeights', 'a', { ...choice, ...wrong })).toMatch(
        /^A format of weights \(safetensors, /,
      )
    expect(refusal('exportWeights', 'a', null)).toMatch(/^A format of weights/)
  })

  it('lets a table in whose numbers belong together', () => {
    const floats = (length: number) => new Float32Array(length)
    const table = {
      firstUpdate: 7,
      losses: floats(2),
      gradientNorms: floats(2),
      validationLosses: floats(2),
      lengths: Uint32Array.of(3, 1),
      starts: new Float64Array(2),
      steps: new Float64Array(2),
      outputs: 1,
      inputs: floats(4),
      targets: floats(4),
      predictions: floats(4),
      facts: LESSON_FACTS,
    }
    expect(checkArguments('addToTable', ['a', table, true])).toEqual({ ok: true, value: ['a', table, true] })
    const wrong: Record<string, unknown>[] = [
      { firstUpdate: 0 },
      { firstUpdate: 1.5 },
      { firstUpdate: Number.POSITIVE_INFINITY },
      { losses: floats(3) },
      { gradientNorms: floats(1) },
      { validationLosses: floats(3) },
      { validationLosses: undefined },
      { lengths: Uint32Array.of(3, 2) },
      { lengths: Uint32Array.of(4, 0) },
      { lengths: [3, 1] },
      { lengths: Float32Array.of(3, 1) },
      { starts: new Float64Array(3) },
      { steps: floats(2) },
      { outputs: 2 },
      { outputs: 0 },
      { facts: { ...LESSON_FACTS, targets: ['a', 'b'] } },
      { facts: { ...LESSON_FACTS, times: { kind: 'regular', first: 0, interval: 1 } } },
      { facts: undefined },
      { inputs: floats(3) },
      { targets: new Float64Array(4) },
      { predictions: undefined },
      {
        lengths: new Uint32Array(0),
        losses: floats(0),
        gradientNorms: floats(0),
        validationLosses: floats(0),
      },
    ]
    for (const change of wrong)
      expect(refusal('addToTable', 'a', { ...table, ...change }, false), JSON.stringify(change)).toMatch(
        /^The updates for a table should be/,
      )
  })

  it('throws where no Result could tell', () => {
    expect(() => checkArguments('attach', [1])).toThrow('attach')
    for (const batches of [0, -1, 0.5, 1_000_000, '1'])
      expect(() => checkArguments('acknowledgeUpdates', [batches])).toThrow('acknowledgeUpdates')
  })

  describe('about data', () => {
    const choices: TableChoices = {
      encoding: 'utf-8',
      delimiter: ',',
      decimal: '.',
      thousands: null,
      header: true,
      missing: ['NA'],
      time: { column: 0, format: 'iso' },
      badRows: 'refuse',
    }

    it('lets in what the dialog may send', () => {
      for (const given of [choices, { ...choices, time: null, thousands: "'", missing: [] }]) {
        expect(checkArguments('guessTable', [given])).toEqual({ ok: true, value: [given] })
        for (const part of [{}, { decimal: ',', time: null }])
          expect(checkArguments('guessTable', [part])).toEqual({ ok: true, value: [part] })
        for (const way of ['keep', 'resample', 'intervals'])
          expect(checkArguments('readTable', [given, way])).toEqual({ ok: true, value: [given, way] })
      }
      expect(checkArguments('guessTable', [{ ...choices, path: '/etc/passwd' }]).ok).toBe(false)
      expect(checkArguments('readTable', [{ ...choices, path: '/etc/passwd' }, 'keep'])).toEqual({
        ok: true,
        value: [choices, 'keep'],
      })
      expect(checkArguments('pasteTable', ['a\tb']).ok).toBe(true)
      expect(checkArguments('drawnSeries', [Float64Array.of(0, 1)]).ok).toBe(true)
      const { data } = suggestedRun('lorenz')
      expect(checkArguments('describeSeries', [data])).toEqual({ ok: true, value: [data] })
      const rows = [data, { from: 0, to: 10_000_000 }, ['x']]
      expect(checkArguments('describeRows', rows)).toEqual({ ok: true, value: rows })
      expect(checkArguments('openDroppedTable', ['/tmp/a.csv']).ok).toBe(true)
      expect(checkArguments('contentOfDropped', ['/tmp/a']).ok).toBe(true)
    })

    it('refuses all else with a sentence', () => {
      const odd: object[] = [
        { encoding: 'latin-9' },
        { delimiter: 'x' },
        { decimal: '·' },
        { thousands: 1 },
        { header: 'yes' },
        { missing: 'NA' },
        { missing: [1] },
        { missing: Array.from({ length: 1001 }, () => '') },
        { missing: ['x'.repeat(1001)] },
        { time: {} },
        { time: { column: -1, format: 'iso' } },
        { time: { column: 0.5, format: 'iso' } },
        { time: { column: 10_000, format: 'iso' } },
        { time: { column: 0, format: 'moon' } },
        { badRows: 'guess' },
        { time: undefined },
      ]
      const sentence = /^How a table is to be read was expected/
      for (const change of odd) {
        expect(refusal('guessTable', { ...choices, ...change })).toMatch(sentence)
        expect(refusal('readTable', { ...choices, ...change }, 'keep')).toMatch(sentence)
      }
      expect(refusal('readTable', choices, 'guess')).toMatch(sentence)
      expect(refusal('pasteTable', 7)).toMatch(/^A table of at most 50,000,000 letters/)
      expect(refusal('pasteTable', 'x'.repeat(50_000_001))).toMatch(/^A table of at most/)
      for (const values of [
        [0, 1],
        Float32Array.of(0, 1),
        Float64Array.of(1),
        Float64Array.of(0, Number.NaN),
      ])
        expect(refusal('drawnSeries', values)).toMatch(
          /^A drawn curve should have from 2 to 10,000,000 values/,
        )
      const { data } = suggestedRun('lorenz')
      expect(refusal('describeSeries', { ...data, window: 0 })).toMatch(/^Window length/)
      expect(refusal('describeSeries', { ...data, source: { kind: 'moon' } })).not.toBe('')
      expect(refusal('describeSeries', { ...data, stride: undefined })).toMatch(/nothing was given/)
      expect(refusal('describeSeries', null)).toMatch(/must be an object/)
      for (const [rows, columns] of [
        [{ from: 5, to: 5 }, ['x']],
        [{ from: -1, to: 5 }, ['x']],
        [{ from: 0, to: 0.5 }, ['x']],
        [{ from: 0, to: 10_000_001 }, ['x']],
        [{ from: 0, to: 5 }, Array.from({ length: 17 }, () => 'x')],
        [{ from: 0, to: 5 }, [7]],
        [null, ['x']],
      ])
        expect(refusal('describeRows', data, rows, columns)).not.toBe('')
      for (const path of ['', 'a.csv', 7]) {
        expect(refusal('openDroppedTable', path)).toMatch(/^A file from this computer was expected/)
        expect(refusal('contentOfDropped', path)).toMatch(/^A file from this computer was expected/)
      }
    })
  })
})
