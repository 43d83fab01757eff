import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { findMade } from '../../main/trainer/data/find-made'
import { openSource } from '../../main/trainer/data/open-source'
import { initialWeights } from '../../main/trainer/network/initial-weights'
import { networkOf } from '../../main/trainer/network/shape/network-of'
import { thisMachine } from '../../main/trainer/project/machine'
import { writeProject } from '../../main/trainer/project/write-project'
import { packSnapshot } from '../../main/trainer/timeline/packed-snapshot'
import { type ReplayedUpdate, replay } from '../../main/trainer/timeline/replay'
import { eagerAtOnce } from '../../main/trainer/training/engine/patient-engine'
import { freshSnapshot, trainingOf } from '../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../main/trainer/training/snapshot/snapshot'

const [SAVED_AT, UPDATES] = [30, 60]
const CONFIG = withSettings(LESSON, { cell: 'lstm', hiddenUnits: 8, seed: 1, points: 10, updates: UPDATES })

/**
 * Saves a run of the lesson after 30 updates as a project, and writes down what the next 30 show: PyTorch is to go on from the
 * project's keyframe.
 */
export async function makeProject(folder: string): Promise<void> {
  const initial = freshSnapshot(initialWeights(networkOf(CONFIG)), trainingOf(CONFIG))
  const present = made(initial, SAVED_AT).snapshot
  const about = {
    id: 'a',
    config: CONFIG,
    origin: { kind: 'seed', seed: 1 } as const,
    goal: UPDATES,
    broke: null,
  }
  const checkpoint = { ...about, points: 300, initial, present }
  const middle = { ...packSnapshot(made(initial, 16).snapshot), points: 160 }
  const path = join(folder, 'run.unroll')
  const saved = await writeProject(
    { runId: 'a', path, record: null, family: [] },
    { checkpoint, keyframes: [middle], moments: null, series: null, table: null, engine: 'eager' },
    { series: 'included', family: 'included', notes: '' },
    thisMachine(),
  )
  if (!saved.ok) throw new Error(inEnglish(saved.error.text))
  const { updates } = made(present, UPDATES)
  const after = updates.map(({ loss, predictions }) => ({ loss, prediction: [...predictions] }))
  const { learningRate } = CONFIG.training
  writeFileSync(
    join(folder, 'run.json'),
    JSON.stringify({ learningRate, points: 10, savedAt: SAVED_AT, after }),
  )
}

function made(from: Snapshot, to: number): { snapshot: Snapshot; updates: readonly ReplayedUpdate[] } {
  const source = openSource(CONFIG, findMade)
  if (!source.ok) throw new Error(inEnglish(source.error.text))
  const updates: ReplayedUpdate[] = []
  const question = { from, to, source: source.value, settingsAt: () => CONFIG, engine: () => eagerAtOnce }
  for (const pieces = replay(question); ; ) {
    const piece = pieces.next()
    if (piece.done) return { snapshot: piece.value.snapshot, updates }
    updates.push(...piece.value)
  }
}
