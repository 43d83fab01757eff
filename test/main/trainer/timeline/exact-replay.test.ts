import { inEnglish } from '@contract/language/say'
import type { RunConfig } from '@contract/settings/run-config'
import { describe, expect, it } from 'vitest'
import type { OpenedSource } from '../../../../main/trainer/data/open-source'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import type { Evaluations } from '../../../../main/trainer/run/judging/evaluations'
import { packSnapshot, unpackSnapshot } from '../../../../main/trainer/timeline/packed-snapshot'
import { type ReplayedMoment, type ReplayedUpdate, replay } from '../../../../main/trainer/timeline/replay'
import type { Learner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'
import {
  type Checkpoint,
  decodeCheckpoint,
  encodeInitial,
  encodePresent,
} from '../../../../main/trainer/weights/checkpoint/checkpoint'
import { tensorCount } from '../../../helpers/tensor-count'
import { graphCount } from '../graph/graph-count'
import { anyCase, editsOf, openedSource, type ReplayCase, settingsOf, wordsOf } from './replay-cases/any-case'
import { judgedOf, shownOf, standOf, statesOf } from './replay-cases/fingerprints'
import { KINDS, kindsOf } from './replay-cases/kinds'
import { engineOf, evaluationsOf, type Judged, type Trained, train } from './replay-cases/training'

const COUNT = Number(process.env.UNROLL_REPLAYS)
const SEED = Number(process.env.UNROLL_SEED)
const PER_TEST = Math.min(COUNT, 10)

/** The cases follow from seeds in a row, so that each can be drawn by itself, see docs/testing.md. */
function caseAt(index: number): ReplayCase {
  return anyCase((SEED + index) % 2 ** 31)
}

/** Puts a moment into a checkpoint and takes it out again. */
function throughCheckpoint(
  aCase: ReplayCase,
  initial: Snapshot,
  { learner, best, bests }: Trained,
  config: RunConfig,
): Checkpoint {
  const { present, release } = presentOf(aCase, learner)
  const about = { id: `${aCase.seed}`, config, goal: 60, broke: null, best, bests }
  const checkpoint: Checkpoint = { ...about, origin: { kind: 'seed', seed: 1 }, initial, present }
  const files = { present: encodePresent(checkpoint), initial: encodeInitial(checkpoint) }
  release()
  const read = decodeCheckpoint(files)
  if (!read.ok) throw new Error(inEnglish(read.error.text))
  return read.value
}

function presentOf({ kept }: ReplayCase, learner: Learner) {
  const none = { release: () => {} }
  if (kept === 'packed')
    return { present: unpackSnapshot(packSnapshot(learner.view()), learner.view()), ...none }
  if (kept !== 'hold') return { present: learner[kept](), ...none }
  const { snapshot, release } = learner.hold()
  return { present: snapshot, release }
}

/** What evaluations found, also when they are over. */
function judgedBy(evaluations: Evaluations | null): Judged | null {
  return evaluations && { best: evaluations.best(), bests: evaluations.bests() }
}

/** Replays a case from a moment to its end, with a stop on the way. */
function again(aCase: ReplayCase, begin: Checkpoint, source: OpenedSource) {
  const { before, updates, stop } = aCase
  const { engine } = engineOf(aCase.again)
  const made: ReplayedUpdate[] = []
  let judged: Judged = { best: begin.best ?? null, bests: begin.bests ?? [] }

  function replayTo(from: Snapshot, to: number): ReplayedMoment {
    let evaluations: Evaluations | null = null
    const pieces = replay({
      ...{ from, to, source, settingsAt: settingsOf(aCase), ...editsOf(aCase), engine: () => engine },
      evaluationsOf: (learner, config) => {
        evaluations = evaluationsOf(source, { initial: begin.initial, ...judged })(learner, config)
        return evaluations
      },
    })
    for (;;) {
      const piece = pieces.next()
      if (!piece.done) {
        made.push(...piece.value)
        continue
      }
      judged = judgedBy(evaluations) ?? judged
      return piece.value
    }
  }

  const end = before.updatesDone + updates
  let moment = replayTo(begin.present, Math.min(begin.present.updatesDone + stop, end))
  if (!moment.broke) {
    const { last } = moment
    moment = replayTo(moment.snapshot, end)
    // Where the very next update breaks the run, the second replay has none to show.
    moment = { ...moment, last: moment.last ?? last }
  }
  engine.dispose()
  return { made, moment, judged }
}

/** Trains, keeps a moment, and replays from there to the end of the first training. */
function check(aCase: ReplayCase): Trained {
  const source = openedSource(aCase)
  const settingsAt = settingsOf(aCase)
  const { begin, before, updates, until } = aCase
  const initial = { ...freshSnapshot(initialWeights(networkOf(begin)), trainingOf(begin)), ...before }
  const whole = train(initial, before.updatesDone + updates, source, settingsAt, aCase.whole, editsOf(aCase))
  const kept = before.updatesDone + Math.min(until, whole.shown.length)
  const first = train(initial, kept, source, settingsAt, aCase.first, editsOf(aCase))
  const checkpoint = throughCheckpoint(aCase, initial, first, settingsAt(kept))
  const held = standOf(checkpoint.present)
  const { made, moment, judged } = again(aCase, checkpoint, source)
  const left = whole.shown.slice(kept - before.updatesDone)
  const last = left.at(-1)
  expect({
    begin: standOf(checkpoint.present),
    updates: made.map(shownOf),
    stand: standOf(moment.snapshot),
    last: moment.last && shownOf(moment.last),
    statesIntoLast: statesOf(moment.last?.states),
    broke: moment.broke,
    judged: judgedOf(judged),
  }).toEqual({
    begin: held,
    updates: left.map(shownOf),
    stand: standOf(whole.learner.snapshot()),
    last: last ? shownOf(last) : null,
    statesIntoLast: last ? statesOf(whole.learner.statesIntoLast()) : null,
    broke: whole.broke,
    judged: judgedOf(whole),
  })
  for (const { learner } of [whole, first]) learner.dispose()
  return whole
}

describe('a run that is replayed from a moment of it', () => {
  const broken: string[] = []

  it('is of every kind in 200 cases', () => {
    const found = new Set(Array.from({ length: 200 }, (_, i) => kindsOf(caseAt(i))).flat())
    expect(KINDS.filter((kind) => !found.has(kind))).toEqual([])
  })

  it.each(Array.from({ length: Math.ceil(COUNT / PER_TEST) }, (_, i) => i))(
    'is the same to the last bit: cases %i',
    (block) => {
      const before = [tensorCount(), graphCount()]
      for (let i = block * PER_TEST; i < Math.min((block + 1) * PER_TEST, COUNT); i += 1) {
        const aCase = caseAt(i)
        try {
          const { broke } = check(aCase)
          if (broke) broken.push(broke)
          expect([tensorCount(), graphCount()]).toEqual(before)
        } catch (error) {
          throw new Error(wordsOf(aCase), { cause: error })
        }
      }
    },
  )

  it.runIf(COUNT >= 100)('is one that breaks among others', () => {
    // About one case in eighteen breaks. Where none has, it is looked for further on.
    for (let i = COUNT; broken.length === 0 && i < COUNT + 500; i += 1) {
      const { broke } = check(caseAt(i))
      if (broke) broken.push(broke)
    }
    expect(broken.length).toBeGreaterThan(0)
  })
})
