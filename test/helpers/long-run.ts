import { createHash } from 'node:crypto'
import { open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { UpdateBatch } from '@contract/run/run'
import { encodeFrame } from '../../main/record/record-frame'
import { decodeCheckpoint, encodePresent } from '../../main/trainer/weights/checkpoint/checkpoint'

/** Time steps of a window of the lesson. */
const STEPS = 10
/** Updates that a frame holds when they are made as fast as can be. */
const FRAME = 5_000

/** What the update of this number predicts at its time steps: each number tells which it is of. */
export function longRunPrediction(update: number, step: number): number {
  return Math.fround(Math.cos(Math.PI * (update - 1 + step / (STEPS - 1))) + Math.sin(update * 7 + step) / 8)
}

export function longRunLoss(update: number): number {
  return Math.fround(0.02 + 0.5 * Math.exp(-update / 30_000) * (1 + 0.5 * Math.sin(update * 3)))
}

function frameOf(runId: string, firstUpdate: number, updates: number): UpdateBatch {
  const each = (of: (update: number) => number) =>
    Float32Array.from({ length: updates }, (_, i) => of(firstUpdate + i))
  const long = (of: (update: number, step: number) => number) =>
    Float32Array.from({ length: updates * STEPS }, (_, i) =>
      of(firstUpdate + Math.floor(i / STEPS), i % STEPS),
    )
  const time = (update: number, step: number) => Math.PI * (update - 1 + step / (STEPS - 1))
  return {
    runId,
    firstUpdate,
    losses: each(longRunLoss),
    gradientNorms: each((update) => 1 + Math.sin(update)),
    validationLosses: each(() => Number.NaN),
    lengths: new Uint32Array(updates).fill(STEPS),
    starts: Float64Array.from({ length: updates }, (_, i) => firstUpdate + i - 1),
    steps: new Float64Array(updates).fill(1 / (STEPS - 1)),
    outputs: 1,
    inputs: long((update, step) => Math.sin(time(update, step))),
    targets: long((update, step) => Math.cos(time(update, step))),
    predictions: long(longRunPrediction),
    updatesPerSecond: 0,
  }
}

/**
 * Makes the only run in the user's data one of so many updates: its record is written as a long training would have, and
 * its checkpoint says that it has made them.
 *
 * @param data where an app that is closed has left a run of the lesson
 */
export async function lengthenRun(data: string, updates: number): Promise<void> {
  const [name] = await readdir(join(data, 'runs'))
  if (!name) throw new Error('no run was kept')
  const folder = join(data, 'runs', name)
  const kept = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8'))
  const present = new Uint8Array(await readFile(join(folder, kept.present.file)))
  const initial = new Uint8Array(await readFile(join(folder, kept.initial.file)))
  const found = decodeCheckpoint({ present, initial })
  if (!found.ok) throw new Error('its checkpoint cannot be read')
  const stands = { updatesDone: updates, position: updates, slotUpdates: updates }
  const bytes = encodePresent({
    ...found.value,
    ...{ goal: updates, points: updates * STEPS },
    present: { ...found.value.present, ...stands },
  })
  await writeFile(join(folder, kept.present.file), bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const written = { ...kept.present, bytes: bytes.byteLength, sha256 }
  await writeFile(
    join(folder, 'run.json'),
    JSON.stringify({ ...kept, updatesDone: updates, goal: updates, present: written }),
  )
  await rm(join(folder, 'moments.keyframes'), { force: true })
  const record = await open(join(folder, 'updates.record'), 'w')
  for (let first = 1; first <= updates; first += FRAME)
    await record.write(encodeFrame(frameOf(kept.id, first, Math.min(FRAME, updates - first + 1))))
  await record.close()
}
