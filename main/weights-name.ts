import type { RunDescription, RunState } from '@contract/run'

/** The name that Save proposes, from what makes these weights: `unroll-rnn32-seed1-60updates.safetensors`. */
export function proposedName(description: RunDescription | null, state: RunState | null): string {
  if (!description || !state) return 'unroll.safetensors'
  // Weights from a file stand for no seed.
  const origin = description.origin.kind === 'seed' ? `-seed${description.origin.seed}` : ''
  return `unroll-rnn${state.config.hiddenUnits}${origin}-${state.updatesDone}updates.safetensors`
}
