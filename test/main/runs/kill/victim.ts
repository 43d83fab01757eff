import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { ok } from '@contract/result'
import type { RunId } from '@contract/run-id'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import type { TrainerEvents } from '@contract/wire/trainer-wire'
import { after } from '../../../../main/base/deferred'
import { writeDurably } from '../../../../main/disk/own-file'
import { createPartJoiner, type TrainerEvent } from '../../../../main/host/checkpoint-parts'
import type { Ask } from '../../../../main/host/trainer-host'
import { openKeptRuns } from '../../../../main/runs/kept-runs'
import { NO_SESSION } from '../../../../main/runs/last-session'
import { NOTHING_YET, remember } from '../../../../main/runs/run-memory'
import { systemClock } from '../../../../main/trainer/system/clock'
import { createTrainer } from '../../../../main/trainer/trainer'

/*
 * Trains a run and keeps it, as the app does, until it is killed. One line of JSON on standard output for what it found of
 * the run at first, then one for each batch of updates, at the moment that main has heard of it.
 */

/** What is told; times are milliseconds since 1970. */
export type Line =
  | { readonly kind: 'found'; readonly runs: number; readonly told: readonly string[] }
  | { readonly kind: 'opened'; readonly updatesDone: number; readonly losses: readonly number[] }
  /** How much later than it should a small file was on the disk, as the machine has so much else to do. */
  | { readonly kind: 'beat'; readonly at: number; readonly late: number }
  | {
      readonly kind: 'updates'
      readonly at: number
      readonly first: number
      readonly losses: readonly number[]
    }

const [folder = '', pace = '100'] = process.argv.slice(2)
const say = (line: Line) => process.stdout.write(`${JSON.stringify(line)}\n`)
const complain = (text: string, error?: unknown) => console.error(text, error)
const told: string[] = []

async function beat() {
  for (;;) {
    const began = performance.now()
    await after(50)
    await writeDurably(join(folder, 'beat'), '.')
    say({ kind: 'beat', at: Date.now(), late: performance.now() - began - 50 })
  }
}

let memory = NOTHING_YET
const { keeper, opened: known } = openKeptRuns(
  folder,
  {
    now: () => NO_SESSION,
  },
  { plans: () => [], isComplete: true },
  { info: () => {}, error: complain },
  {
    tell: (text) => told.push(inEnglish(text)),
    noteOf: () => '',
    onRuns: () => {},
    onSetAside: () => {},
    onTrouble: (trouble) => trouble && complain(inEnglish(trouble)),
  },
)
const whole = createPartJoiner()
const trainer = createTrainer((name, payload) => {
  const event = whole({ kind: 'event', name, payload } as Parameters<typeof whole>[0])
  if (event) hear(event)
}, systemClock)

function hear(event: TrainerEvent) {
  memory = remember(memory, event)
  keeper.hear(event, memory)
  if (event.name !== 'updates') return
  const { firstUpdate: first, losses } = event.payload as TrainerEvents['updates']
  say({ kind: 'updates', at: Date.now(), first, losses: [...losses] })
  void trainer.acknowledgeUpdates(1)
}

/** All that is recorded of a run up to where it stands. */
async function recorded(id: RunId): Promise<number[]> {
  const losses: number[] = []
  for (;;) {
    const piece = await keeper.recorded(id, losses.length + 1, Number.MAX_SAFE_INTEGER)
    if (!piece.ok || !piece.value) return losses
    if (piece.value.firstUpdate !== losses.length + 1) throw new Error(`a gap after update ${losses.length}`)
    losses.push(...piece.value.losses)
  }
}

await known
void beat()
const ask = (async (name: keyof typeof trainer, ...args: unknown[]) =>
  (trainer[name] as (...given: unknown[]) => unknown)(...args)) as unknown as Ask
const { runs } = keeper.list.now()
say({ kind: 'found', runs: runs.length, told })
const [last] = runs
const config = withSettings(LESSON, { updates: 1_000_000, points: 2 })
const opened = last ? await keeper.open(last.id, ask) : ok(await trainer.createRun(config))
if (!opened.ok) throw new Error(inEnglish(opened.error.text))
const { description, state } = memory
if (!description || !state) throw new Error('no run is open')
say({ kind: 'opened', updatesDone: state.updatesDone, losses: await recorded(description.id) })
await trainer.setPace(pace === 'max' ? 'max' : (Number(pace) as 50))
await trainer.startRun(description.id)
