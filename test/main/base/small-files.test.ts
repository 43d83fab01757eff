import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readKept, writeJson } from '../../../main/base/json-file'
import { openLog } from '../../../main/base/log'
import { openTourMemory } from '../../../main/chrome/tour-memory'
import { madeUp } from '../../helpers/saying'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-files-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('a small JSON file', () => {
  const schema = v.object({ size: v.number() })

  it('gives back what was written', () => {
    const file = join(folder, 'deep', 'a.json')
    writeJson(file, { size: 3 })
    expect(readKept(file, schema, madeUp('a size'), () => {})).toEqual({ size: 3 })
    expect(readdirSync(join(folder, 'deep'))).toEqual(['a.json'])
  })

  it('is nothing when it is missing, damaged or not what was expected', () => {
    const file = join(folder, 'a.json')
    expect(readKept(file, schema, madeUp('a size'), () => {})).toBeUndefined()
    for (const content of ['', '{"size":', '{"size":"3"}', 'null']) {
      writeFileSync(file, content)
      expect(readKept(file, schema, madeUp('a size'), () => {})).toBeUndefined()
    }
  })

  it('leaves nothing beside it when it cannot take its place', () => {
    const file = join(folder, 'taken')
    writeJson(join(file, 'inside.json'), {})
    expect(() => writeJson(file, {})).toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})

describe('the tour', () => {
  it('is due until it was ended, also at the next start', () => {
    const file = join(folder, 'tour.json')
    const log = openLog({ path: join(folder, 'a.log'), echo: false })
    const first = openTourMemory(file, log, () => {})
    expect(first.due()).toBe(true)
    expect(openTourMemory(file, log, () => {}).due()).toBe(true)
    first.end()
    expect([first.due(), openTourMemory(file, log, () => {}).due()]).toEqual([false, false])
    writeFileSync(file, '{"ended":')
    expect(openTourMemory(file, log, () => {}).due()).toBe(true)
  })
})

describe('a log', () => {
  it('writes one line for each thing, with its cause', () => {
    const path = join(folder, 'logs', 'a.log')
    const log = openLog({ path, echo: false })
    log.info('begun')
    log.error('failed', new Error('because'))
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT\S+Z info {2}begun\n/)
    expect(text).toContain('error failed: Error: because')
  })

  it('keeps at most two files of a limited size', () => {
    const path = join(folder, 'a.log')
    const log = openLog({ path, echo: false, maxBytes: 200 })
    for (let line = 0; line < 50; line += 1) log.info(`line ${line}`)
    expect(readdirSync(folder).sort()).toEqual(['a.log', 'a.log.old'])
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).length).toBeLessThanOrEqual(200)
    expect(readFileSync(path, 'utf8')).toContain('line 49')
  })
})
