import { existsSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeFrame, encodeFrame } from '../../../../main/record/record-frame'
import { type createJudgedBench, refusal } from '../judged-bench'
import { answered, idOf, trained } from '../moment-bench'
import { archiveOf, fileOf, json, type Members, manifestIn, membersIn, withHashes } from './members-of'
import { opened, saved } from './saved-project'

let folder: string
let bench: ReturnType<typeof createJudgedBench>
let whole: Members
let bytes: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-hostile-'))
  bench = await trained(withSettings(LESSON, { hiddenUnits: 2, updates: 8 }))
  const { path } = await saved(bench, folder)
  whole = membersIn(path)
  bytes = readFileSync(path)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What is said of a file, which leaves the present run, and no record, behind; a proof of either scope says the same. */
async function saidOf(content: Uint8Array): Promise<string> {
  const before = idOf(bench)
  const state = bench.state()
  const path = fileOf(content, folder)
  const { answer, record } = await opened(bench, path, folder)
  expect([idOf(bench), bench.state(), existsSync(record)]).toEqual([before, state, false])
  for (const scope of ['all', 'last'] as const)
    expect(refusal(await answered(bench, bench.trainer.proveProject(path, scope)))).toBe(refusal(answer))
  const name = path.slice(folder.length + 1)
  return refusal(answer).replace(`"${name}" cannot be opened as a project: `, '').replace(`"${name}"`, 'it')
}

const changed = (change: (members: Members) => void, hashes = true) => {
  const members = new Map(whole)
  change(members)
  return archiveOf(hashes ? withHashes(members) : members)
}
/** The members, all with their hashes, and what a manifest says otherwise than it should. */
const withManifest = (said: Record<string, unknown>, members: Members = whole) => {
  const hashed = withHashes(members)
  return archiveOf(hashed.set('manifest.json', json({ ...manifestIn(hashed), ...said })))
}
const text = (name: string) => new TextDecoder().decode(whole.get(name))
const RECORD = 'updates.record'
const FIRST = 'keyframes/0000000000.safetensors'
const otherHash = (name: string) =>
  `"${name}" in it is not what was saved, as its SHA-256 is another one; get the file again.`
const CHOOSE = 'choose the file that Unroll saved.'

describe('a file that is no whole project', () => {
  it('is refused in a sentence, wherever it ends, and the present run stays', async () => {
    const cut =
      'its list of members does not fit its bytes; it is damaged, or was not copied to its end: get it again.'
    for (const length of [4, 30, 1000, bytes.length - 23, bytes.length - 1])
      expect([length, await saidOf(bytes.subarray(0, length))]).toEqual([length, cut])
    expect(await saidOf(Buffer.concat([bytes, Buffer.from('more')]))).toBe(cut)
    // An archive in front of another one, which some readers would show instead.
    expect(await saidOf(Buffer.concat([bytes, bytes]))).toBe(cut)
    const none =
      'it should be a zip archive of a project, but is none; choose a file that Unroll saved as a project.'
    expect(await saidOf(Buffer.from('update,loss\n1,0.5\n'))).toBe(none)
    expect(await saidOf(zipSync({}))).toBe(`"manifest.json" should be in it, but is not; ${CHOOSE}`)
  })

  it('is not even opened where it is a folder, nothing, or larger than any project', async () => {
    const said = async (path: string) => refusal((await opened(bench, path, folder)).answer)
    expect(await said(folder)).toContain('but is a folder; choose a project file')
    expect(await said(join(folder, 'none.unroll'))).toMatch(/"none.unroll" could not be read: /)
    const huge = fileOf(bytes, folder)
    truncateSync(huge, 2 ** 32)
    expect(await said(huge)).toContain('at most 4,294,967,295 bytes')
  })

  it.each([
    '../evil',
    '/etc/passwd',
    'keyframes/../run.json',
    'keyframes/1.safetensors',
    'C:\\run.json',
    'run.json/',
  ])('holds no other name: %s', async (name) => {
    const said = `it holds "${name.replace('\\', '\\\\')}", which no project has; ${CHOOSE}`
    expect(await saidOf(await archiveOf([[name, json({})], ...whole]))).toBe(said)
  })

  it('has no member twice, and none that is not told of', async () => {
    const twice = await archiveOf([['run.json', json({})], ...whole])
    expect(await saidOf(twice)).toBe(`"run.json" is in it twice; ${CHOOSE}`)
    const untold = await archiveOf([['best.safetensors', json({})], ...whole])
    expect(await saidOf(untold)).toBe(`it holds "best.safetensors", which no project has; ${CHOOSE}`)
    for (const name of ['run.json', RECORD, FIRST]) {
      const without = await archiveOf([...whole].filter(([member]) => member !== name))
      expect(await saidOf(without)).toBe(`"${name}" should be in it, but is not; ${CHOOSE}`)
    }
    const many = Array.from(
      { length: 90 },
      (_, i) => [`keyframes/${`${i}`.padStart(10, '0')}.safetensors`, json(0)] as const,
    )
    expect(await saidOf(await archiveOf(many))).toContain('its list of members does not fit its bytes')
  })

  it('is stored as it is: a small archive cannot become a large one', async () => {
    const bomb = zipSync({ 'run.json': [new Uint8Array(2 ** 20), { level: 9 }] })
    expect(await saidOf(bomb)).toMatch(/stored as it is, but is compressed|does not fit its bytes/)
    const told = Buffer.from(bytes)
    // The directory says of its first member that it is as large as an archive can be.
    const directory = told.readUInt32LE(told.length - 6)
    told.writeUInt32LE(0xffffffff, directory + 24)
    expect(await saidOf(told)).toContain('is compressed or encrypted')
    told.writeUInt32LE(0xffffffff, directory + 20)
    expect(await saidOf(told)).toContain('does not fit its bytes')
  })

  it('has no member that is larger than it may be, though all of it is there', async () => {
    const large = changed((members) => members.set('notes.txt', new Uint8Array(2 ** 23 + 1)))
    expect(await saidOf(await large)).toBe(
      `"notes.txt" in it should have at most 8,388,608 bytes, but has 8,388,609; ${CHOOSE}`,
    )
  })

  it('is told from one that was changed anywhere, by its hashes', async () => {
    for (const name of whole.keys()) {
      if (name === 'manifest.json' || whole.get(name)?.length === 0) continue
      const other = await changed((members) => {
        const content = Uint8Array.from(members.get(name) ?? [])
        content[content.length - 1] = (content.at(-1) ?? 0) ^ 1
        members.set(name, content)
      }, false)
      expect(await saidOf(other)).toBe(otherHash(name))
    }
    const told = Buffer.from(bytes)
    told[told.indexOf('"app"') + 8] = 0x39
    expect(await saidOf(told)).toBe(otherHash('manifest.json'))
  })

  it('is told from one in which what the hashes are of was changed with its own checksums', async () => {
    const record = decodeFrame(whole.get(RECORD) ?? bytes, '')
    if (!record) throw new Error('there is no frame')
    record.losses[3] = 0.5
    const other = await changed((members) => members.set(RECORD, encodeFrame(record)), false)
    expect(await saidOf(other)).toBe(otherHash(RECORD))
    const manifest = manifestIn(whole)
    const [first, ...rest] = manifest.keyframes as { fingerprint: string }[]
    const keyframes = [{ ...first, fingerprint: 'a'.repeat(64) }, ...rest]
    const told = await changed(
      (members) => members.set('manifest.json', json({ ...manifest, keyframes })),
      false,
    )
    expect(await saidOf(told)).toBe(otherHash(FIRST))
  })

  it('has nothing between its members, and no other names before them than in its list', async () => {
    const directory = bytes.length - 22 - Buffer.from(bytes).readUInt32LE(bytes.length - 10)
    const hole = Buffer.concat([
      bytes.subarray(0, directory),
      Buffer.from('hidden'),
      bytes.subarray(directory),
    ])
    hole.writeUInt32LE(directory + 6, hole.length - 6)
    expect(await saidOf(hole)).toContain('does not fit its bytes')
    const renamed = Buffer.from(bytes)
    renamed.write('evil.json', renamed.indexOf('run.json') - 1, 'latin1')
    expect(await saidOf(renamed)).toContain('does not fit its bytes')
    const local = Buffer.from(bytes)
    local.write('run.jsoN', local.indexOf('run.json'), 'latin1')
    expect(await saidOf(local)).toContain('does not fit its bytes')
  })

  it('says in what version it is, and refuses a newer one that asks for a newer reader', async () => {
    for (const said of [
      { version: 4, readableFrom: 4 },
      { version: 4, readableFrom: undefined },
    ])
      expect(await saidOf(await withManifest(said))).toBe(
        'a newer version of Unroll saved it, in version 4 of the format, while this one reads up to 3; open it with the newer one.',
      )
    for (const version of [0, -1, '1', 1.5, null])
      for (const said of [
        { version },
        { version: 1, readableFrom: version },
        { version: 1, readableFrom: 2 },
      ])
        expect(await saidOf(await withManifest(said))).toBe(
          `"manifest.json" in it does not say what it should; ${CHOOSE}`,
        )
  })

  it('is opened where a newer version says that it can be, without what only that one knows', async () => {
    const newer = new Map([['more/attention.bin', Buffer.from('unknown')], ...whole])
    const said = { version: 7, readableFrom: 1, unknown: [1] }
    const { answer } = await opened(bench, fileOf(await withManifest(said, newer), folder), folder)
    expect(answer).toMatchObject({ ok: true, value: { newer: 7, updatesDone: 8 } })
    expect(await saidOf(await withManifest({}, newer))).toBe(
      `it holds "more/attention.bin", which no project has; ${CHOOSE}`,
    )
    const astray = new Map([['more/../evil', Buffer.from('unknown')], ...whole])
    expect(await saidOf(await withManifest(said, astray))).toBe(
      `it holds "more/../evil", which no project has; ${CHOOSE}`,
    )
  })

  it('holds what its hashes are right for, and yet nothing but a run', async () => {
    const withJson = (name: string, change: (value: Record<string, unknown>) => void) =>
      changed((members) => {
        const value = JSON.parse(text(name))
        change(value)
        members.set(name, json(value))
      })
    const unreadable = (name: string) => `"${name}" in it does not say what it should; ${CHOOSE}`
    expect(await saidOf(await changed((members) => members.set('run.json', json([]))))).toBe(
      unreadable('run.json'),
    )
    expect(await saidOf(await withJson('run.json', (run) => Object.assign(run, { goal: -1 })))).toBe(
      unreadable('run.json'),
    )
    const present = (change: object) =>
      withJson('run.json', (run) => Object.assign(run.present as object, change))
    expect(await saidOf(await present({ updatesDone: 7 }))).toBe(unreadable('manifest.json'))
    expect(await saidOf(await present({ halfPeriods: 7 }))).toBe(unreadable('run.json'))
    expect(await saidOf(await changed((members) => members.set('notes.txt', Uint8Array.of(0xff))))).toBe(
      unreadable('notes.txt'),
    )
    // They could be kept by no run, and saved by none.
    const notes = new TextEncoder().encode('n'.repeat(100_001))
    expect(await saidOf(await changed((members) => members.set('notes.txt', notes)))).toBe(
      unreadable('notes.txt'),
    )
    const other = `"${FIRST}" in it does not hold the weights of its network at that update; ${CHOOSE}`
    const last = [...whole.keys()].findLast((name) => name.startsWith('keyframes/')) ?? ''
    expect(await saidOf(await changed((members) => members.set(FIRST, members.get(last) ?? bytes)))).toBe(
      other,
    )
    expect(await saidOf(await changed((members) => members.set(FIRST, new Uint8Array(7))))).toBe(other)
    expect(await saidOf(await changed((members) => members.delete(FIRST)))).toBe(unreadable('manifest.json'))
    const wide = withJson('run.json', (run) => Object.assign(run.config as object, { hiddenUnits: 3 }))
    expect(await saidOf(await wide)).toBe(other)
    const infinite = changed((members) => {
      const file = Uint8Array.from(members.get(FIRST) ?? [])
      const header = Number(new DataView(file.buffer).getBigUint64(0, true))
      new DataView(file.buffer).setFloat32(8 + header, Number.NaN, true)
      members.set(FIRST, file)
    })
    expect(await saidOf(await infinite)).toBe(
      `"${FIRST}" in it has weights that are not finite numbers; choose another file.`,
    )
    const torn = changed((members) => members.set(RECORD, (members.get(RECORD) ?? bytes).subarray(0, -1)))
    expect(await saidOf(await torn)).toBe(`"${RECORD}" in it is not the record of its updates; ${CHOOSE}`)
    const later = changed((members) => {
      const record = members.get(RECORD) ?? bytes
      members.set(RECORD, Buffer.concat([record, record.subarray(0, 10)]))
    })
    expect(await saidOf(await later)).toBe(`"${RECORD}" in it is not the record of its updates; ${CHOOSE}`)
  })
})
