/** What can be compared, in the order in which it is told; the words for it, and how far it may be off. */
export const COMPARED = {
  initialWeights: { label: 'initial weights', tolerance: 2e-8 },
  loss: { label: 'loss', tolerance: 1e-4 },
  runningMeanLoss: { label: 'mean loss', tolerance: 1e-4 },
  gradientNorm: { label: 'gradient norm', tolerance: null },
  prediction: { label: 'prediction', tolerance: 1e-4 },
  predictionAfterUpdate: { label: 'prediction after update', tolerance: 1e-4 },
  finalWeights: { label: 'final weights', tolerance: null },
  finalState: { label: 'final state', tolerance: null },
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

/** `loss 1.2e-6  prediction 3.0e-6`, with a mark behind what is too far off. */
export function describeDifferences(differences: Differences): string {
  return NAMES.flatMap((name) => {
    const difference = differences[name]
    if (difference === undefined) return []
    const mark = isWithin({ [name]: difference }) ? '' : '!'
    return [`${COMPARED[name].label} ${difference === 0 ? '0' : difference.toExponential(1)}${mark}`]
  }).join('  ')
}
