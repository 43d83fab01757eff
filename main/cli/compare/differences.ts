import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'

/** What can be compared, in the order in which it is told; the words for it, and how far it may be off. */
export const COMPARED = {
  initialWeights: { label: text('compare.initialWeights'), tolerance: 2e-8 },
  loss: { label: text('compare.loss'), tolerance: 1e-4 },
  runningMeanLoss: { label: text('compare.meanLoss'), tolerance: 1e-4 },
  gradientNorm: { label: text('compare.gradientNorm'), tolerance: null },
  prediction: { label: text('compare.prediction'), tolerance: 1e-4 },
  predictionAfterUpdate: { label: text('compare.predictionAfterUpdate'), tolerance: 1e-4 },
  finalWeights: { label: text('compare.finalWeights'), tolerance: null },
  finalState: { label: text('compare.finalState'), tolerance: null },
} as const

/** The greatest absolute differences between two runs, of what both have. */
export type Differences = { -readonly [Name in keyof typeof COMPARED]?: number }

const NAMES = Object.keys(COMPARED) as (keyof Differences)[]

/** Whether nothing is further off than it may be. */
export function isWithin(differences: Differences): boolean {
  return NAMES.every((name) => {
    const { tolerance } = COMPARED[name]
    const difference = differences[name]
    return tolerance === null || difference === undefined || difference <= tolerance
  })
}

/** Whether nothing is off at all. */
export function isEveryBit(differences: Differences): boolean {
  return NAMES.every((name) => (differences[name] ?? 0) === 0)
}

/** `loss 1.2e-6  prediction 3.0e-6`, with a mark behind what is too far off. */
export function describeDifferences(differences: Differences, say: Say): string {
  return NAMES.flatMap((name) => {
    const difference = differences[name]
    if (difference === undefined) return []
    const mark = isWithin({ [name]: difference }) ? '' : '!'
    return [`${say(COMPARED[name].label)} ${difference === 0 ? '0' : difference.toExponential(1)}${mark}`]
  }).join('  ')
}
