import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openRecordFile } from '../../../../main/runs/record/record-file'
import { tensorflowSettings } from '../../../../scripts/cli/run-cli.mjs'
import { bundleForNode } from '../../../../scripts/launch/bundle.mjs'
import type { Line } from './victim'

const KILLS = Number(process.env.UNROLL_KILLS)
const SEED = Number(process.env.UNROLL_SEED)
const root = resolve(import.meta.dirname, '../../../..')
const outDir = join(root, 'out/kill')
/** What a kill may cost, in milliseconds. */
const AT_MOST = 1000
/**
 * How many times as late as a small file a checkpoint may be, on a machine that has much else to do: it may take a twentieth of
 * the training's time, and the next one is put off for that.
 */
const TIMES_AS_LATE = 20

beforeAll(() => bundleForNode(root, outDir, { victim: 'test/main/runs/kill/victim.ts' }))

/** A number from 0 to 1 that follows from the seed and its place: a failure can be had again. */
function drawn(place: number): number {
  const x = Math.sin((SEED % 10_000) + place * 12.9898) * 43_758.5453
  return x - Math.floor(x)
}

/** Trains until it is killed, some milliseconds after the run was opened. */
async function trainAndKill(folder: string, pace: string, after: number) {
  const child = spawn(process.execPath, [join(outDir, 'victim.js'), folder, pace], {
    env: { ...process.env, ...tensorflowSettings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines: Line[] = []
  let complaints = ''
  child.stderr.on('data', (data: Buffer) => {
    complaints += data.toString()
  })
  let killedAt = 0
  const kill = () => {
    killedAt = Date.now()
    child.kill('SIGKILL')
  }
  createInterface(child.stdout).on('line', (text) => {
    // The last line may be torn.
    if (!text.endsWith('}')) return
    const line = JSON.parse(text) as Line
    lines.push(line)
    if (line.kind === 'opened') setTimeout(kill, after)
  })
  const [, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`it ended by itself: ${complaints}`)
  const of = <Kind extends Line['kind']>(kind: Kind) =>
    lines.filter((line) => line.kind === kind) as Extract<Line, { kind: Kind }>[]
  const beats = of('beat')
  // One that is not done when it is killed is as late as it is by then.
  const late = Math.max(killedAt - (beats.at(-1)?.at ?? killedAt) - 50, 0, ...beats.map((one) => one.late))
  return {
    late,
    found: of('found')[0],
    opened: of('opened')[0],
    batches: of('updates'),
    killedAt,
    complaints,
  }
}

/** Every loss in the record of the one run there is, whether or not a checkpoint knows of it. */
async function recordIn(folder: string): Promise<readonly number[]> {
  const [place = ''] = readdirSync(join(folder, 'runs'))
  const file = openRecordFile(join(folder, 'runs', place, 'updates.record'), 'any')
  const losses: number[] = []
  for (;;) {
    const piece = await file.read(losses.length + 1, Number.POSITIVE_INFINITY)
    if (!piece) break
    expect(piece.firstUpdate).toBe(losses.length + 1)
    losses.push(...piece.losses)
  }
  await file.close()
  return losses
}

describe('an app that is killed at any moment', () => {
  it.each(['100', 'max'])(
    `opens its run again, and has lost nothing that is older than a second, at pace %s`,
    async (pace) => {
      const folder = mkdtempSync(join(tmpdir(), 'unroll-kill-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      /** Losses that were told, by their updates; those made again after a kill are the same to the last bit. */
      const told: number[] = []
      /** Updates that must be there at the next start. */
      let safe = 0
      const lost: number[] = []
      let slowest = 0
      /** How long before the kill the first update was made that the run has not, once it is opened again. */
      const behind: number[] = []
      let before: Awaited<ReturnType<typeof trainAndKill>> | null = null
      for (let kill = 0; kill < Math.ceil(KILLS / 2); kill += 1) {
        const place = kill + (pace === 'max' ? 1000 : 0)
        const now = await trainAndKill(folder, pace, (pace === 'max' ? 2000 : 1100) + drawn(place) * 1500)
        const { found, opened, batches, late, killedAt, complaints } = now
        expect([found?.told, complaints]).toEqual([[], ''])
        if (safe > 0) expect(found?.runs).toBe(1)
        // It stands where nothing older is missing, and has the curve up to there, each loss as it was told.
        expect(opened?.updatesDone, `kill ${kill}`).toBeGreaterThanOrEqual(safe)
        const missing = before?.batches.find(
          ({ first, losses }) => first + losses.length - 1 > (opened?.updatesDone ?? 0),
        )
        if (before) behind.push(missing ? before.killedAt - missing.at : 0)
        expect(opened?.losses).toEqual(told.slice(0, opened?.updatesDone))
        for (const { first, losses } of batches)
          for (const [i, loss] of losses.entries()) {
            // What is made again is what there was.
            if (told[first - 1 + i] !== undefined) expect(loss).toBe(told[first - 1 + i])
            told[first - 1 + i] = loss
          }
        const record = await recordIn(folder)
        const last = (at: number) => {
          const batch = batches.findLast((one) => one.at <= at)
          return batch ? batch.first + batch.losses.length - 1 : (opened?.updatesDone ?? 0)
        }
        safe = last(killedAt - AT_MOST - TIMES_AS_LATE * late)
        slowest = Math.max(slowest, late)
        expect(record.length).toBeGreaterThanOrEqual(safe)
        expect(record).toEqual(told.slice(0, record.length))
        const newest = batches.find(({ first, losses }) => first + losses.length > record.length)
        lost.push(newest ? killedAt - newest.at : 0)
        before = now
      }
      console.log(
        `pace ${pace}: ${lost.length} kills; the record is behind by ${Math.max(...lost)} ms at most, the run by ${Math.max(...behind)} ms, a small file late by ${Math.round(slowest)} ms, ${told.length} updates`,
      )
    },
  )
})
