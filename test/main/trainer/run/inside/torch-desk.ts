import type { InsideAsk, InsideFound, InsideKind } from '@contract/inside/inside'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { LESSON_SOURCE } from '../../../../../main/trainer/data/lesson/lesson-source'
import type { Window } from '../../../../../main/trainer/data/source/window'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { createInsideDesk } from '../../../../../main/trainer/run/inside/inside-desk'
import type { Snapshot } from '../../../../../main/trainer/training/snapshot/snapshot'
import { type TorchCase, targetsOf } from '../../inside/torch-inside'
import { good } from '../../judged-bench'

/** Which sequence of a batch the reference case is; the others have other numbers, and none of their targets. */
type Place = { readonly sequence: number; readonly batch: number }

/** A run that stands before an update with the weights, the window and the state of a reference case. */
function runOf(each: TorchCase, { sequence, batch }: Place) {
  const { network, parameters, states, timeSteps, inputs } = each
  const targets = targetsOf(each)
  const inBatch = (own: readonly number[], other: number) =>
    Array.from({ length: batch }, (_, b) => (b === sequence ? own : own.map(() => other))).flat()
  const window: Window = {
    ...{ timeSteps, start: 0, step: 0.1, advance: 1 },
    continues: Uint8Array.from({ length: batch }, (_, b) => (b === sequence ? 1 : 0)),
    inputs: Float32Array.from(inBatch(inputs, 9)),
    targets: Float32Array.from(
      inBatch(
        [...targets].map((target) => (Number.isNaN(target) ? 0 : target)),
        0,
      ),
    ),
    mask: Uint8Array.from(
      inBatch(
        [...targets].map((target) => (Number.isNaN(target) ? 0 : 1)),
        0,
      ),
    ),
  }
  const before = (of: 'h' | 'c') => ({
    shape: [network.layers, batch, network.hiddenUnits],
    values: Float32Array.from(
      states.flatMap((state) => inBatch((state[of] ?? []).slice(0, network.hiddenUnits), 0.9)),
    ),
  })
  const snapshot: Snapshot = {
    ...{ updatesDone: 7, position: 7, network, optimizer: 'adam', slots: new Map(), slotUpdates: 0 },
    parameters: new Map(
      describeNetwork(network).parameters.map(({ name, shape }) => [
        name,
        { shape, values: Float32Array.from(parameters[name] ?? []) },
      ]),
    ),
    states: network.cell === 'lstm' ? [before('h'), before('c')] : [before('h')],
  }
  return {
    id: 'case',
    source: { ...LESSON_SOURCE, series: null, windowAt: () => window },
    initial: snapshot,
    learner: {
      snapshot: () => snapshot,
      hold: () => ({ snapshot, release: () => {} }),
      updatesDone: () => 7,
    },
    state: () => ({ config: withSettings(LESSON, { batch }), events: [], planned: [] }),
    isTraining: () => false,
  }
}

/** What the desk tells of a reference case. */
export async function toldOf<Kind extends InsideKind>(
  each: TorchCase,
  ask: InsideAsk<Kind>,
  place: Place = { sequence: 0, batch: 1 },
): Promise<InsideFound<Kind>> {
  const clock = {
    now: () => 0,
    soon: (action: () => void) => {
      queueMicrotask(action)
      return () => {}
    },
    later: () => () => {},
  }
  const desk = createInsideDesk(clock, runOf(each, place), {
    at: () => Promise.reject(new Error('there is no moment before')),
    keyframesUpTo: () => [],
  })
  const { sequence } = place
  const answer = good(await desk.tell({ runId: 'case', update: null, sequence, asks: [ask], lane: 'live' }))
  desk.dispose()
  return answer.told[0] as InsideFound<Kind>
}

/** The same, where it must be there. */
export async function numbersOf<Kind extends InsideKind>(
  each: TorchCase,
  ask: InsideAsk<Kind>,
  place?: Place,
) {
  const found = await toldOf(each, ask, place)
  if ('problem' in found) throw new Error('nothing was found')
  return found.value
}
