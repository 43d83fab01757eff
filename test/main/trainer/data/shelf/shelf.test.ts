import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DRAWN_NAME, PASTED_NAME } from '@contract/data/opened-table'
import type { Series } from '@contract/data/series'
import { inEnglish } from '@contract/language/say'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import * as replacing from '../../../../../main/disk/replace-file'
import { systemError } from '../../../../../main/disk/system-error'
import { createShelf } from '../../../../../main/trainer/data/shelf/shelf'
import { sha256Of } from '../../../../../main/trainer/data/table/series-file'
import { sentenceOf } from '../../../../helpers/saying'

const SERIES: Series = {
  times: { kind: 'numbers', name: 't', values: Float64Array.of(0, 1, 2) },
  columns: [{ name: 'a', values: Float64Array.of(1, Number.NaN, -0) }],
}
const OTHER: Series = { ...SERIES, columns: [{ name: 'b', values: Float64Array.of(1, 2, 3) }] }

function originOf(series: Series, name = 'a.csv') {
  return { kind: 'table', name, sha256: sha256Of(series) } as const
}

let folder: string
beforeEach(() => {
  const parent = mkdtempSync(join(tmpdir(), 'unroll-shelf-'))
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }))
  folder = join(parent, 'series')
})

const fileOf = (series: Series) => join(folder, `${sha256Of(series)}.series`)

/** The disk is full until this is called. */
function fillDisk(): () => void {
  const full = vi.spyOn(replacing, 'replaceFile').mockRejectedValue(systemError('ENOSPC'))
  onTestFinished(() => full.mockRestore())
  return () => full.mockRestore()
}

describe('the shelf', () => {
  it('has what was put on it, also tomorrow', async () => {
    const shelf = createShelf(folder)
    expect(await shelf.put(originOf(SERIES), SERIES)).toBeNull()
    expect(await shelf.put(originOf(OTHER), OTHER)).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(
      [fileOf(SERIES), fileOf(OTHER)].map((path) => path.slice(folder.length + 1)).sort(),
    )
    for (const one of [shelf, createShelf(folder)])
      for (const series of [SERIES, OTHER, SERIES])
        expect(one.find(originOf(series), 1)).toEqual({ ok: true, value: series })
  })

  it('makes what the app makes by itself', () => {
    const found = createShelf(null).find({ kind: 'made', name: 'nile' }, 1)
    expect(found.ok && found.value.columns[0]?.values.length).toBe(100)
  })

  it('gives the series that was asked for last without reading it again', async () => {
    const shelf = createShelf(folder)
    await shelf.put(originOf(SERIES), SERIES)
    rmSync(folder, { recursive: true })
    const found = shelf.find(originOf(SERIES), 1)
    expect(found.ok && found.value).toBe(SERIES)
  })

  it.each([
    ['a.csv', 'The series "a.csv" is not there any more; open its file again.'],
    [DRAWN_NAME, 'The drawn curve is not there any more; draw it again.'],
    [PASTED_NAME, 'The pasted table is not there any more; paste it again.'],
  ])('says that a series is not there: %s', (name, sentence) => {
    const found = createShelf(folder).find(originOf(SERIES, name), 1)
    expect(found.ok ? '' : sentenceOf(found.error)).toBe(sentence)
  })

  it('never gives a series for another, whatever became of its file', async () => {
    await createShelf(folder).put(originOf(SERIES), SERIES)
    const good = readFileSync(fileOf(SERIES))
    const sentence = () => {
      const found = createShelf(folder).find(originOf(SERIES), 1)
      return found.ok ? '' : sentenceOf(found.error)
    }
    const damaged = /^The kept series should be as it was written, but is damaged; open its table again\.$/
    for (let at = 0; at < good.length; at += 1) {
      writeFileSync(
        fileOf(SERIES),
        good.map((byte, i) => (i === at ? byte ^ 1 : byte)),
      )
      expect(sentence()).toMatch(at === 7 ? /damaged|newer/ : damaged)
      writeFileSync(fileOf(SERIES), good.subarray(0, at))
      expect(sentence()).toMatch(damaged)
    }
    // A whole file of another series, and what is no file.
    const shelf = createShelf(folder)
    await shelf.put(originOf(OTHER), OTHER)
    writeFileSync(fileOf(SERIES), readFileSync(fileOf(OTHER)))
    expect(sentence()).toMatch(damaged)
    rmSync(fileOf(SERIES))
    mkdirSync(fileOf(SERIES))
    expect(sentence()).toMatch(damaged)
  })

  it('sets aside what lies in the place of its folder', async () => {
    writeFileSync(folder, 'a')
    expect(await createShelf(folder).put(originOf(SERIES), SERIES)).toBeNull()
    expect(createShelf(folder).find(originOf(SERIES), 1).ok).toBe(true)
  })

  it('has a series that a full disk does not take until it ends, and writes it when there is room', async () => {
    const shelf = createShelf(folder)
    const makeRoom = fillDisk()
    const unkept = await shelf.put(originOf(SERIES), SERIES)
    expect(unkept && inEnglish(unkept)).toMatch(
      /^The series, "a\.csv", could not be kept on the disk: .*full.*; a run that learns it is there until Unroll is closed/,
    )
    await shelf.put(originOf(OTHER), OTHER)
    expect(shelf.find(originOf(SERIES), 1)).toEqual({ ok: true, value: SERIES })
    expect(await shelf.keep(originOf(SERIES))).not.toBeNull()
    makeRoom()
    expect(await shelf.keep(originOf(SERIES))).toBeNull()
    expect(createShelf(folder).find(originOf(SERIES), 1).ok).toBe(true)
    expect(createShelf(folder).find(originOf(OTHER), 1).ok).toBe(false)
  })

  it('writes a series again that was removed while a run is made of it', async () => {
    const shelf = createShelf(folder)
    await shelf.put(originOf(SERIES), SERIES)
    rmSync(fileOf(SERIES))
    expect(await shelf.keep(originOf(SERIES))).toBeNull()
    expect(await shelf.keep({ kind: 'made', name: 'nile' })).toBeNull()
    expect(createShelf(folder).find(originOf(SERIES), 1).ok).toBe(true)
  })
})
