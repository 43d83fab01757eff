import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fetchInto } from '../../scripts/setup/fetch/registry-clients.mjs'
import { createProgress } from '../../scripts/setup/progress.mjs'
import { quietly } from './helpers/quiet'
import { pinOf } from './helpers/source-server'
import { tempFolder } from './helpers/temp-folder'

beforeEach(quietly)

function record(isTTY: boolean) {
  let text = ''
  let time = 0
  const output = {
    isTTY,
    columns: 100,
    write: (more: string) => {
      text += more
    },
  }
  return { output, now: () => (time += 1000), text: () => text }
}

test('a log gets a line each quarter and no more', () => {
  const { output, now, text } = record(false)
  const progress = createProgress({ label: 'Downloading', total: 100_000_000, output, now })
  for (let bytes = 0; bytes <= 100_000_000; bytes += 1_000_000) progress.update(bytes)
  progress.end()
  expect(text().match(/\d+ %/g)).toEqual(['25 %', '50 %', '75 %', '100 %'])
  expect(text()).not.toContain('\x1b')
})

test('a terminal gets a bar with size, share and speed, and gets rid of it', () => {
  const { output, now, text } = record(true)
  const progress = createProgress({ label: 'Downloading', total: 100_000_000, output, now })
  progress.update(25_000_000)
  expect(text()).toMatch(/Downloading █{6}░{18} 25 % 25 MB of 100 MB, [\d.]+ MB\/s$/)
  progress.end()
  expect(text().endsWith('\r\x1b[2K')).toBe(true)
})

const wanted = { spec: 'x@1.0.0', label: 'Downloading', bytes: 8, hash: pinOf('the file') }

test('what npm or pip has brought is kept only with the right hash', async () => {
  const folder = tempFolder()
  const bring = (text: string) => async (arriving: string) =>
    writeFileSync(join(arriving, 'x-1.0.0.tgz'), text)
  await expect(fetchInto(join(folder, 'bad'), wanted, 'the package', bring('another file'))).rejects.toThrow(
    'the package is not the expected one',
  )
  expect(readdirSync(folder)).toEqual([])
  await fetchInto(join(folder, 'good'), wanted, 'the package', bring('the file'))
  expect(readdirSync(folder)).toEqual(['good'])
})
