import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 as crcOfNode } from 'node:zlib'
import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import { DRAWN_NAME, PASTED_NAME } from '@contract/data/opened-table'
import { LESSON } from '@contract/settings/lesson'
import { PRESETS } from '@contract/settings/presets'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { SETTING_NAMES, sameConfig, settingsOf, withSettings } from '@contract/settings/settings'
import { base64url, bytesOfBase64url } from '@contract/setup/base64url'
import { crc32 } from '@contract/setup/crc32'
import { DICTIONARY } from '@contract/setup/dictionary'
import { configOfSetupCode, MAX_CODE, setupCode } from '@contract/setup/setup-code'
import { configOfSetupJson } from '@contract/setup/setup-json'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { otherValue } from '../../helpers/other-value'
import { sentenceOf } from '../../helpers/saying'
import { codeAround, codeOf } from './any-code'

const folder = join(import.meta.dirname, '../../fixtures/setup')
type Case = { readonly settings: Partial<Settings>; readonly codes: readonly string[] }
const FIXTURE: {
  readonly of_zlib: Readonly<Record<string, Case>>
  readonly of_the_app: Readonly<Record<string, string>>
} = JSON.parse(readFileSync(join(folder, 'codes.json'), 'utf8'))

const TABLE = {
  kind: 'series',
  origin: { kind: 'table', name: 'sales.csv', sha256: 'ab'.repeat(32) },
  inputs: ['price', 'sales'],
  targets: ['sales'],
} as const

function codeFor(config: RunConfig): string {
  const made = setupCode(config)
  if (!made.ok) throw new Error(sentenceOf(made.error))
  return made.value
}

function read(code: string): RunConfig {
  const found = configOfSetupCode(code)
  if (!found.ok) throw new Error(sentenceOf(found.error))
  return found.value
}

function refusal(code: string): string {
  const found = configOfSetupCode(code)
  return found.ok ? 'was read' : sentenceOf(found.error)
}

describe('a setup code', () => {
  it('brings every preset and every series to try, and one change of each setting, back as they were', () => {
    const ready = [
      ...PRESETS.map(({ config }) => config),
      ...MADE_SERIES.map(({ name }) => suggestedRun(name)),
    ]
    const base = suggestedRun('nile')
    const changed = SETTING_NAMES.map((name) => withSettings(base, { [name]: otherValue(name, base) }))
    for (const config of [...ready, ...changed]) expect(sameConfig(read(codeFor(config)), config)).toBe(true)
    expect(new Set([...ready, ...changed].map(codeFor)).size).toBe(ready.length + changed.length)
  })

  it('is short', () => {
    expect(codeFor(LESSON)).toBe('U1.AAQVv8U3q64FAA')
    for (const { name } of MADE_SERIES) expect(codeFor(suggestedRun(name)).length).toBeLessThan(100)
  })

  it('is the same for the same settings, in whatever order they stand', () => {
    const turned = Object.fromEntries(Object.entries(settingsOf(suggestedRun('lorenz'))).reverse())
    const config = withSettings(LESSON, turned)
    expect(codeFor(config)).toBe(codeFor(suggestedRun('lorenz')))
    // What says nothing of the lesson's curve makes no other code.
    expect(codeFor(withSettings(LESSON, { horizon: 3, patience: 9 }))).toBe(codeFor(LESSON))
  })

  it('of this version is read for ever, and written as it is', () => {
    for (const [code, json] of Object.entries(FIXTURE.of_the_app)) {
      expect(read(code)).toEqual(withSettings(LESSON, JSON.parse(json)))
      expect(codeFor(read(code))).toBe(code)
    }
    expect(Object.keys(FIXTURE.of_the_app)).toHaveLength(26)
    expect(`${Buffer.from(DICTIONARY)}\n`).toBe(readFileSync(join(folder, 'dictionary.txt'), 'utf8'))
  })

  it('is read as zlib packs it, at every level', () => {
    for (const { settings, codes } of Object.values(FIXTURE.of_zlib))
      for (const code of codes) expect(read(code)).toEqual(withSettings(LESSON, settings))
  })

  it('may have blanks and line breaks wherever mail puts them', () => {
    const code = codeFor(suggestedRun('copy'))
    const mailed = `  \r\n\t${code.replaceAll(/(.{20})/g, '$1\r\n ')}\u00a0\u200b\n`
    expect(read(mailed)).toEqual(suggestedRun('copy'))
  })

  it('with any one character wrong, missing or turned round is refused', () => {
    const code = codeFor(suggestedRun('nile'))
    for (let at = 3; at < code.length; at += 1) {
      const other = code[at] === 'A' ? 'B' : 'A'
      expect(refusal(code.slice(0, at) + other + code.slice(at + 1))).toMatch(
        /^(A character|This setup code)/,
      )
      expect(refusal(code.slice(0, at) + code.slice(at + 1))).toMatch(/^(A character|This setup code)/)
      expect(refusal(code.slice(0, at))).toMatch(/cut off/)
      const [a, b] = [code.charAt(at), code.charAt(at + 1)]
      if (a !== b && b !== '')
        expect(refusal(code.slice(0, at) + b + a + code.slice(at + 2))).not.toBe('was read')
    }
  })

  it.each([
    ['', /begins with U1\., but nothing was given; paste one\.$/],
    ['hello there', /but "hellothere" was found; copy the whole code\.$/],
    ['u1.AAQVv8U3q64FAA', /begins with U1\./],
    ['U0.AAQVv8U3q64FAA', /begins with U1\./],
    ['U2.AAQVv8U3q64FAA', /has version 2, made by a newer Unroll, and this one reads version 1; update/],
    ['U1.AAQVv8U+q64FAA', /its character 11 is "\+"; copy/],
    ['U1.AAQVv8U😀q64FAA', /its character 11 is "😀"; copy/],
    ['U1.', /was cut off after its first characters/],
    ['U1.AAQVv8U3q64F', /it should have 17 characters, but 15 were found/],
    ['U1.AAQVv8U3q64FAB', /A character of this setup code is wrong/],
    ['U1.AAQVv8U3q64FAAA', /A character of this setup code is wrong/],
  ])('says what is wrong with %j', (code, said) => {
    expect(refusal(code)).toMatch(said)
  })

  it.each([
    ['{"hiddenUnit":8}', /the setting "hiddenUnit", which this Unroll does not know/],
    ['{"__proto__":{"hiddenUnits":8}}', /the setting "__proto__"/],
    [`{"source":${JSON.stringify({ address: 'x', kind: 'lesson' })}}`, /the setting "source\.address"/],
    ['{"hiddenUnits":513}', /^Hidden units must be a whole number from 1 to 512, but 513 was given/],
    ['{"cell":"transformer"}', /must be one of rnn-tanh, rnn-relu, gru, lstm, but "transformer" was given/],
    ['{"layers":2,"family":"tensorflow"}', /is not as Unroll writes it/],
    ['{"family":"tensorflow","layers":2}', /The TensorFlow family has one layer/],
    ['{"hiddenUnits":8,"hiddenUnits":9}', /is not as Unroll writes it/],
    ['{"hiddenUnits": 8}', /is not as Unroll writes it/],
    ['{"hiddenUnits":8e0}', /is not as Unroll writes it/],
    ['[]', /is not as Unroll writes it/],
    ['null', /is not as Unroll writes it/],
    ['{', /is not as Unroll writes it/],
  ])('with a right check says what is wrong with %s', (json, said) => {
    expect(refusal(codeOf(json))).toMatch(said)
  })

  it('has an end', () => {
    expect(refusal(`U1.${'A'.repeat(MAX_CODE)}`)).toMatch(/at most 4,096 characters, but 4,099 were found/)
  })

  it('names a file, and never where it lies', () => {
    const inFolder = (name: string) => ({ ...TABLE, origin: { ...TABLE.origin, name } })
    for (const name of ['/home/ann/sales.csv', 'C:\\Users\\ann\\sales.csv']) {
      const found = read(codeFor(withSettings(LESSON, { source: inFolder(name) })))
      expect(found.data.source).toEqual(TABLE)
    }
    for (const name of [PASTED_NAME, DRAWN_NAME]) {
      const source = inFolder(name)
      expect(read(codeFor(withSettings(LESSON, { source }))).data.source).toEqual(source)
    }
    const origin = { kind: 'table', name: '../sales.csv', sha256: 'ab'.repeat(32) }
    const json = JSON.stringify({ source: { inputs: ['x'], kind: 'series', origin, targets: ['x'] } })
    expect(refusal(codeOf(json))).toMatch(/names a file without its folder/)
  })

  it('does not unpack more than settings can be', () => {
    const bomb = codeAround(deflateSync(new Uint8Array(2_000_000), { level: 9, dictionary: DICTIONARY }))
    expect(bomb.length).toBeLessThan(MAX_CODE)
    expect(refusal(bomb)).toMatch(/is not as Unroll writes it/)
    const longest = `{"a":"${'x'.repeat(16 * 1024 - 8)}"}`
    expect(refusal(codeOf(longest))).toMatch(/the setting "a"/)
    expect(refusal(codeOf(longest.replace('x', 'xx')))).toMatch(/is not as Unroll writes it/)
  })

  it('has no room for names of columns without end', () => {
    const names = Array.from(
      { length: 32 },
      (_, i) => `${i}${base64url(Uint8Array.from({ length: 300 }, (_, j) => (i * j * 7919) >> 3))}`,
    )
    const made = setupCode(withSettings(LESSON, { source: { ...TABLE, inputs: names } }))
    expect(made.ok ? '' : sentenceOf(made.error)).toMatch(
      /too long for a setup code of 4,096 characters; choose/,
    )
  })

  it('keeps what a column is called, to the last mark', () => {
    const inputs = ['a', '时间', '"', '\\', '\u2028', '\ud800', '😀']
    const config = withSettings(LESSON, { source: { ...TABLE, inputs } })
    expect(read(codeFor(config))).toEqual(config)
    expect(configOfSetupJson('{}')).toEqual({ ok: true, value: LESSON })
  })
})

describe('what a code is made of', () => {
  it('has the letters and the check of the standards', () => {
    for (let length = 0; length < 70; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + length * 59) & 255)
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      expect(bytesOfBase64url(base64url(bytes))).toEqual(bytes)
      expect(crc32(bytes)).toBe(crcOfNode(bytes))
    }
    // One character is no byte, and the last may have no bits that no byte has.
    for (const text of ['A', 'AAAAA', 'AB', 'AAB', 'A=', 'A+B/'])
      expect(bytesOfBase64url(text), text).toBeNull()
  })
})
