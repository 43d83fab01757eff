import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import type { Result } from '@contract/result'
import type { UpdateBatch } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { openRecordFile } from '../../../main/runs/record/record-file'
import { systemClock } from '../../../main/trainer/system/clock'
import { createTrainer } from '../../../main/trainer/trainer'
import { below, type Figure, told } from '../figure'
import { median } from '../statistics'

const OPENINGS = 5
const MIB = 1024 * 1024

/** How long it takes to save a long run of the lesson as a project, and from opening it to the first of its updates. */
export async function opening(updates: number, most: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'unroll-bench-'))
  try {
    return await openingIn(folder, updates, most)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openingIn(folder: string, updates: number, most: number): Promise<Figure[]> {
  const [path, record] = [join(folder, 'a.unroll'), join(folder, 'a.record')]
  let waiting: UpdateBatch[] = []
  let [id, phase] = ['', '']
  const trainer = createTrainer((name, payload) => {
    if (name === 'runOpened') ({ id } = payload as { id: string })
    if (name === 'runChanged') ({ phase } = payload as { phase: string })
    if (name !== 'updates') return
    waiting.push(payload as UpdateBatch)
    void trainer.acknowledgeUpdates(1)
  }, systemClock)
  const file = openRecordFile(record, 'a')
  const written = async () => {
    const batches = waiting
    waiting = []
    await file.append(batches)
  }
  good(await trainer.createRun(withSettings(LESSON, { updates })))
  await trainer.setPace('max')
  good(await trainer.startRun(id))
  while (phase === 'training') {
    await new Promise((go) => setTimeout(go, 500))
    await written()
  }
  const began = performance.now()
  good(await trainer.holdProject(id))
  await written()
  await file.close()
  const choices = { series: 'included', family: 'included', notes: '' } as const
  const saved = good(await trainer.saveProject({ runId: id, path, record, family: [] }, choices))
  const saving = performance.now() - began
  const times: number[] = []
  for (let i = 0; i < OPENINGS; i += 1) {
    const [runId, place] = [randomUUID(), join(folder, `${i}.record`)]
    const from = performance.now()
    good(await trainer.openProject({ path, runId, record: place, family: { places: [], known: [] } }))
    const opened = openRecordFile(place, runId)
    // What the page asks for before it can show anything.
    if (!(await opened.read(1, updates))) throw new Error('there is no update')
    times.push(performance.now() - from)
    await opened.close()
    rmSync(place)
  }
  const proving = performance.now()
  const proof = good(await trainer.proveProject(path, 'last'))
  const proven = performance.now() - proving
  if (proof?.verdict.kind !== 'identical') throw new Error('the project does not prove itself')
  return [
    below(most, `a project of ${updates} updates of the lesson, to the first of them`, median(times), 'ms'),
    told('  at most', Math.max(...times), 'ms'),
    told('  to save it, and read it back', saving, 'ms'),
    told('  its size', saved.bytes / MIB, 'MiB'),
    told('  to prove its last updates', proven, 'ms'),
    told('    how many they are', proof.updates, 'updates'),
  ]
}

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(inEnglish(result.error.text))
  return result.value
}
