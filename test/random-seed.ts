import type { TestProject } from 'vitest/node'

/** Says once what the damaged files and the replayed runs are drawn from: given as `UNROLL_SEED`, they are the same again. */
export function setup({ config: { env } }: TestProject): void {
  const drawn = `${env.UNROLL_DAMAGED_FILES} damaged files for every reader, ${env.UNROLL_REPLAYS} replayed runs`
  console.log(`UNROLL_SEED=${env.UNROLL_SEED} (${drawn})`)
}
