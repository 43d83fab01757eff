import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FamilyMember, KnownRun, NewPlace } from '@contract/project/family'
import type { RunConfig } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import type { KeepableTouch } from '@contract/timeline/kept-touches'
import type { MomentId } from '@contract/timeline/moment'
import { between } from '../../../../main/record/record-columns'
import { openRecordFile } from '../../../../main/runs/record/record-file'
import { good } from '../judged-bench'
import { answered, type Bench, idOf, trained } from '../moment-bench'
import { archiveOf, type Members, membersIn, withHashes } from './members-of'
import { CHOICES } from './saved-project'

/** Keeps the present run in files, as main does, with the updates of the runs that it goes on from. */
async function kept(
  bench: Bench,
  folder: string,
  name: string | null,
  from: readonly MomentId[],
): Promise<FamilyMember> {
  const runId = idOf(bench)
  const place = join(folder, randomUUID())
  mkdirSync(place)
  const put = (file: string, bytes: Uint8Array = new Uint8Array()) => {
    writeFileSync(join(place, file), bytes)
    return { path: join(place, file), sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  const checkpoints = bench.payloads('checkpointTaken').filter((one) => one.runId === runId)
  const present = put('present', checkpoints.at(-1)?.present)
  const initial = put('initial', checkpoints.find((one) => one.initial)?.initial ?? undefined)
  const keyframes = put(
    'keyframes',
    bench.payloads('keyframesTaken').findLast((one) => one.runId === runId)?.bytes,
  )
  const record = join(place, 'record')
  const file = openRecordFile(record, runId)
  const batches = bench.payloads('updates')
  let after = 0
  for (const { runId: of, update } of [...from, { runId, update: Number.POSITIVE_INFINITY }]) {
    const own = batches
      .filter((batch) => batch.runId === of)
      .map((batch) => between(batch, after + 1, update))
    await file.append(own.filter(({ losses }) => losses.length > 0))
    after = update
  }
  await file.close()
  return { runId, name, notes: '', files: { present, initial, keyframes: keyframes.path, record } }
}

/**
 * Trains a run, a branch of it after two updates, and a branch of that after four, which may begin with touches, and saves the middle
 * one with both others.
 *
 * @returns the trainer, in which that is the present run; the path of the project; the two others, the first run first
 */
export async function savedFamily(
  config: RunConfig,
  folder: string,
  {
    series = 'included',
    touches = [],
    ...own
  }: {
    readonly series?: 'included' | 'hash'
    readonly touches?: readonly KeepableTouch[]
    readonly bench?: Bench
  } = {},
) {
  const bench = await trained(config, [], own.bench)
  const first = await kept(bench, folder, 'The first', [])
  const toFirst = { runId: first.runId, update: 2 }
  await branched(toFirst, 0.02)
  const middle = await kept(bench, folder, null, [toFirst])
  const toMiddle = { runId: middle.runId, update: 4 }
  await branched(toMiddle, 0.03, touches)
  const last = await kept(bench, folder, null, [toFirst, toMiddle])
  const { files } = middle
  const restored = { present: readFileSync(files.present.path), keyframes: readFileSync(files.keyframes) }
  const initial = files.initial && readFileSync(files.initial.path)
  good(await answered(bench, bench.trainer.restoreCheckpoint({ ...restored, initial })))
  const path = join(folder, `${randomUUID()}.unroll`)
  const target = { runId: middle.runId, path, record: files.record, family: [first, last] }
  good(await bench.trainer.holdProject(middle.runId))
  const saved = good(await answered(bench, bench.trainer.saveProject(target, { ...CHOICES, series })))
  return { bench, path, saved, middle, family: [first, last] as const }

  async function branched(from: MomentId, learningRate: number, kept: readonly KeepableTouch[] = []) {
    const { trainer } = bench
    const next = { ...from, update: from.update + 1 }
    good(await answered(bench, kept.length > 0 ? trainer.keepTouches(next, kept) : trainer.branchAt(from)))
    good(await bench.trainer.changeSettings(settingsOf(withSettings(config, { learningRate }))))
    good(await bench.trainer.startRun())
    bench.runUntilIdle()
  }
}

/** Places for a family in a folder, and what lies in them. */
export function placesIn(folder: string, count = 16) {
  const places = Array.from({ length: count }, (_, i): NewPlace => {
    const at = (name: string) => join(folder, `${i}`, name)
    const beside = { keyframes: at('keyframes'), record: at('record') }
    return { runId: `new-${i}`, present: at('present'), initial: at('initial'), ...beside }
  })
  const bytes = () =>
    places
      .flatMap(({ present, initial, keyframes, record }) => [present, initial, keyframes, record])
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path))
  return { places, bytes }
}

/** A kept run as one that may be in a project. */
export function known({ runId, name, files }: FamilyMember, updatesDone: number, hasParent = true): KnownRun {
  return { runId, name, updatesDone, hasParent, files }
}

/** The project that a run of the family is. @param index from 1 */
export const branchMember = (index: number) => `more/branch-0${index}.unroll`

/** A project in which a run of the family is another one, with hashes that fit within and without. */
export async function withBranch(
  whole: Members,
  member: string,
  change: (inner: Members) => void,
): Promise<Members> {
  const inner = membersIn(whole.get(member) ?? new Uint8Array())
  change(inner)
  return withHashes(new Map(whole).set(member, await archiveOf(withHashes(inner))))
}
