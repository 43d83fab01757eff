import type { InsideAsk, InsideFound, InsideKind } from '@contract/inside/inside'
import { LESSON } from '@contract/settings/lesson'
import { LESSON_SOURCE } from '../../../../../main/trainer/data/lesson/lesson-source'
import type { Window } from '../../../../../main/trainer/data/source/window'
import { describeNetwork } from '../../../../../main/trainer/network/shape/describe-network'
import { createInsideDesk } from '../../../../../main/trainer/run/inside/inside-desk'
import type { Snapshot } from '../../../../../main/trainer/training/snapshot/snapshot'
import { type TorchCase, targetsOf } from '../../inside/torch-inside'
import { good } from '../../judged-bench'

/** A run that stands before an update with the weights, the window and the state of a reference case. */
function runOf(each: TorchCase) {
  const { network, parameters, states, timeSteps, inputs } = each
  const targets = targetsOf(each)
  const window: Window = {
    ...{ timeSteps, continues: null, start: 0, step: 0.1, advance: 1 },
    inputs: Float32Array.from(inputs),
    targets: Float32Array.from(targets, (target) => (Number.isNaN(target) ? 0 : target)),
    mask: Uint8Array.from(targets, (target) => (Number.isNaN(target) ? 0 : 1)),
  }
  const before = (of: 'h' | 'c') => ({
    shape: [network.layers, 1, network.hiddenUnits],
    values: Float32Array.from(states.flatMap((state) => (state[of] ?? []).slice(0, network.hiddenUnits))),
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
    learner: { snapshot: () => snapshot, updatesDone: () => 7 },
    state: () => ({ config: LESSON, events: [], planned: [] }),
    isTraining: () => false,
  }
}

/** What the desk tells of a reference case. */
export async function toldOf<Kind extends InsideKind>(
  each: TorchCase,
  ask: InsideAsk<Kind>,
): Promise<InsideFound<Kind>> {
  const clock = {
    now: () => 0,
    soon: (action: () => void) => {
      queueMicrotask(action)
      return () => {}
    },
    later: () => () => {},
  }
  const desk = createInsideDesk(clock, runOf(each), {
    at: () => Promise.reject(new Error('there is no moment before')),
    keyframesUpTo: () => [],
  })
  const answer = good(await desk.tell({ runId: 'case', update: null, asks: [ask], lane: 'live' }))
  desk.dispose()
  return answer.told[0] as InsideFound<Kind>
}

/** The same, where it must be there. */
export async function numbersOf<Kind extends InsideKind>(each: TorchCase, ask: InsideAsk<Kind>) {
  const found = await toldOf(each, ask)
  if ('problem' in found) throw new Error('nothing was found')
  return found.value
}
