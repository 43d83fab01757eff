import type { TestProject } from 'vitest/node'

/** Says once what the damaged files of the whole run are drawn from: given as `UNROLL_SEED`, they are the same again. */
export function setup({ config: { env } }: TestProject): void {
  console.log(`UNROLL_SEED=${env.UNROLL_SEED} (${env.UNROLL_DAMAGED_FILES} damaged files for every reader)`)
}
