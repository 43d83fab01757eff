import { greatestDifference } from '@contract/difference'
import { withSettings } from '@contract/settings/settings'
import { windowAt, windowSettings } from '../../trainer/data/lesson/sine-to-cosine'
import type { Window } from '../../trainer/data/source/window'
import { initialWeights } from '../../trainer/network/initial-weights'
import type { ArrayOf, NamedArrays } from '../../trainer/network/shape/named-arrays'
import { networkOf } from '../../trainer/network/shape/network-of'
import type { Engine } from '../../trainer/training/engine/engine'
import { createLearner, type Learner } from '../../trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../trainer/training/snapshot/fresh-snapshot'
import type { Differences } from './differences'
import type { Reference } from './reference-file'

/**
 * Repeats a run from the initial weights in its file, and once more for the predictions from after each update where
 * it has them.
 */
export function replayFromFile(reference: Reference, engine: Engine): Differences {
  const { updates } = reference
  const differences = replay(reference, reference.initial, (_, update) => updates[update]?.window, engine)
  if (updates.some(({ predictionAfterUpdate }) => predictionAfterUpdate === null)) return differences
  const after = replay(
    {
      ...reference,
      config: withSettings(reference.config, { shown: 'after-update' }),
      updates: updates.map((each) => ({
        ...each,
        prediction: each.predictionAfterUpdate ?? each.prediction,
      })),
    },
    reference.initial,
    (_, update) => updates[update]?.window,
    engine,
  )
  return { ...differences, predictionAfterUpdate: after.prediction ?? Number.POSITIVE_INFINITY }
}

/** Repeats a run from its settings alone: the seed decides the initial weights and the lengths of windows. */
export function replayFromSeed(reference: Reference, engine: Engine): Differences {
  const { config, initial } = reference
  const weights = initialWeights(networkOf(config))
  const settings = windowSettings(config)
  const window = (position: number, update: number) => windowAt({ position, update, settings })
  return {
    ...replay(reference, weights, window, engine),
    initialWeights: weightsDifference(initial, weights),
  }
}

function replay(
  reference: Reference,
  weights: NamedArrays,
  windowOf: (position: number, update: number) => Window | undefined,
  engine: Engine,
): Differences {
  const { config, updates } = reference
  const learner = createLearner(freshSnapshot(weights, trainingOf(config)), () => engine)
  try {
    const differences: Differences = {}
    let sum = 0
    for (const [index, expected] of updates.entries()) {
      const window = windowOf(learner.position(), index)
      const result = window && learner.update(window, config.training)
      if (result?.kind !== 'updated') return { ...differences, loss: Number.POSITIVE_INFINITY }
      sum += result.loss
      const meet = (name: keyof Differences, ours: ArrayLike<number>, theirs: ArrayLike<number>) => {
        differences[name] = Math.max(differences[name] ?? 0, greatestDifference(ours, theirs))
      }
      meet('loss', [result.loss], [expected.loss])
      meet('prediction', result.predictions, expected.prediction)
      if (expected.gradientNorm !== null) meet('gradientNorm', [result.gradientNorm], [expected.gradientNorm])
      if (expected.runningMeanLoss !== null)
        meet('runningMeanLoss', [sum / (index + 1)], [expected.runningMeanLoss])
    }
    return { ...differences, ...endDifferences(learner, reference) }
  } finally {
    learner.dispose()
  }
}

function endDifferences(learner: Learner, { final, finalState }: Reference): Differences {
  const { parameters, states } = learner.snapshot()
  const inStates = states.map(({ values }, i) => greatestDifference(values, finalState[i] ?? []))
  return { finalWeights: weightsDifference(final, parameters), finalState: Math.max(...inStates) }
}

function weightsDifference(expected: NamedArrays, found: NamedArrays): number {
  const differences = [...expected].map(([name, { values }]: [string, ArrayOf]) =>
    greatestDifference(values, found.get(name)?.values ?? []),
  )
  return Math.max(...differences)
}
