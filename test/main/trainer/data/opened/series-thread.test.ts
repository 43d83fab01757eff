import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PASTED_NAME } from '@contract/data/opened-table'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type ReadingOrder, readSeriesInPlace } from '../../../../../main/trainer/data/opened/read-series'
import { createSeriesThread } from '../../../../../main/trainer/data/opened/series-thread'
import type { TableProgress } from '../../../../../main/trainer/data/table/read-table'
import { sentenceOf } from '../../../../helpers/saying'
import { CHOICES } from '../table/tables'

const ROOT = resolve(import.meta.dirname, '../../../../..')
let folder: string
let thread: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-table-thread-'))
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@contract': join(ROOT, 'preload/contract') } },
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, 'main/trainer/data/opened/thread.ts'),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: 'thread.mjs' } },
    },
  })
  thread = join(folder, 'thread.mjs')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function orderOf(path: string): ReadingOrder {
  return { place: { kind: 'file', path }, choices: CHOICES, onIrregular: 'keep' }
}

function put(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** A thread of this body. */
function threadOf(body: string): string {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  return put('body.mjs', `import { parentPort, workerData } from 'node:worker_threads'\n${body}`)
}

describe('a thread that reads a table', () => {
  const lines = (rows: number) => Array.from({ length: rows }, (_, i) => `${i},${i / 7}`).join('\n')

  it('reads what is read in place, and hands over what it read', async () => {
    const path = put('t.csv', `t,v\n${lines(1000)}\n`)
    const choices = { ...CHOICES, time: { column: 0, format: 'number' } } as const
    const order = { ...orderOf(path), choices }
    expect(await createSeriesThread(thread)(order)).toEqual(await readSeriesInPlace(order))
  })

  it('tells how far it is', async () => {
    const told: TableProgress[] = []
    const telling = threadOf(
      'const progress = { rows: 1, bytes: 2, ofBytes: 3 }; parentPort.postMessage({ kind: "progress", progress }); parentPort.postMessage({ kind: "read", read: workerData })',
    )
    const read = await createSeriesThread(telling)(orderOf('/a.csv'), {
      progress: (progress) => told.push(progress),
    })
    expect(told).toEqual([{ rows: 1, bytes: 2, ofBytes: 3 }])
    expect(read).toEqual(orderOf('/a.csv'))
  })

  it('is ended whatever it is at, when it is called off', async () => {
    const ended = new Promise((done) => process.once('worker', (worker) => worker.once('exit', done)))
    const calling = new AbortController()
    const read = createSeriesThread(threadOf('for (;;);'))(orderOf('/a.csv'), { signal: calling.signal })
    calling.abort()
    expect(await read).toBeNull()
    await ended
    expect(await createSeriesThread(thread)(orderOf('/a.csv'), { signal: calling.signal })).toBeNull()
  })

  it.each([
    ['throw new Error("broken inside")', 'its reading ended unexpectedly'],
    ['process.exit(3)', 'its reading ended unexpectedly'],
    ['const all = []; for (;;) all.push({ number: all.length })', 'it needs more memory than it may have'],
  ])('is one sentence when it dies: %s', async (body, why) => {
    const read = await createSeriesThread(threadOf(body), 16)(orderOf('/a.csv'))
    expect(sentenceOf(read?.ok === false ? read.error : undefined)).toBe(
      `"a.csv" could not be read: ${why}; the run is as it was, choose another file.`,
    )
  })

  it('refuses as reading in place does', async () => {
    const path = put('bad.csv', 'a,b\n1,2\n3,x\n')
    const order = orderOf(path)
    const refused = await createSeriesThread(thread)(order)
    expect(refused).toEqual(await readSeriesInPlace(order))
    expect(refused?.ok).toBe(false)
  })

  it('reads what was pasted', async () => {
    const bytes = new TextEncoder().encode('a\tb\n1\t2\n3\t4\n')
    const order = {
      place: { kind: 'pasted', bytes },
      choices: { ...CHOICES, delimiter: '\t' },
      onIrregular: 'keep',
    } as const
    const read = await createSeriesThread(thread)(order)
    expect(read).toEqual(await readSeriesInPlace(order))
    expect(read?.ok && read.value.read.origin.name).toBe(PASTED_NAME)
  })
})
