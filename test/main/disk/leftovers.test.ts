import { spawnSync } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFileAtomically } from '../../../main/disk/atomic-file'
import { writeDurably } from '../../../main/disk/own-file'
import { isTemporaryName, sweepLeftovers, temporaryBeside } from '../../../main/disk/temporary-file'

const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
const ELSEWHERE = HERE === '00000000' ? '11111111' : '00000000'
/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ['--version']).pid
const DAY = 24 * 60 * 60 * 1000

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-leftovers-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function leave(name: string): string {
  writeFileSync(join(folder, name), 'half')
  return name
}

describe('what a killed writer leaves', () => {
  const orphan = () => `.unroll-${HERE}-${gone}-${randomUUID()}.tmp`

  it.each([
    ['a file for a person', writeFileAtomically],
    ["a file of the app's own", writeDurably],
  ])('is gone after the next write of %s in that folder', async (_what, write) => {
    leave(orphan())
    leave(orphan())
    await write(join(folder, 'a'), new Uint8Array(3))
    expect(readdirSync(folder)).toEqual(['a'])
  })

  it('stays while its process may still write, on this machine or on another', async () => {
    const kept = [
      basename(temporaryBeside(join(folder, 'a'))),
      `.unroll-${HERE}-${process.ppid}-${randomUUID()}.tmp`,
      `.unroll-${ELSEWHERE}-${gone}-${randomUUID()}.tmp`,
      `.unroll-${randomUUID()}.tmp`,
    ].map(leave)
    await sweepLeftovers(folder)
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted())
  })

  it('is anybody’s after a day, whoever wrote it', async () => {
    leave(`.unroll-${ELSEWHERE}-${gone}-${randomUUID()}.tmp`)
    leave(`.unroll-${randomUUID()}.tmp`)
    await sweepLeftovers(folder, Date.now() + DAY + 1000)
    expect(readdirSync(folder)).toEqual([])
  })

  it('is told by its name alone: nothing that another program wrote is touched', async () => {
    const kept = [
      '.unroll-.tmp',
      'a.tmp',
      `x.unroll-${randomUUID()}.tmp`,
      `.unroll-${randomUUID()}.tmp.txt`,
    ].map(leave)
    for (const name of kept) utimesSync(join(folder, name), new Date(0), new Date(0))
    await sweepLeftovers(folder)
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted())
    expect(kept.some(isTemporaryName)).toBe(false)
  })
})
