import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { quantile } from '@contract/statistics/quantile'
import { shareOf } from '@contract/statistics/share'
import { expect, it } from 'vitest'
import { runCommandLine } from '../../../../main/cli/command-line'
import { childWorkers } from '../../../../main/cli/sweep/child-workers'
import { bundleCliIfNeeded } from '../../../../scripts/cli/bundle.mjs'
import { isLong } from '../../../helpers/long'
import { fakeTerminal } from '../fake-terminal'

const root = resolve(import.meta.dirname, '../../../..')
/** As test/fixtures/make/torch_seeds.py writes it. */
const TORCH = JSON.parse(
  readFileSync(join(root, 'test/fixtures/reference/torch-lesson-seeds.json'), 'utf8'),
) as { readonly lastLosses: readonly number[] }
const SEEDS = isLong ? 200 : 20

it(`comes over ${SEEDS} seeds of the lesson to what PyTorch comes to`, async () => {
  const workers = childWorkers(join(await bundleCliIfNeeded(root), 'worker.js'))
  const terminal = fakeTerminal()
  const args = ['sweep', '--preset', 'pytorch', '--seeds', `${SEEDS}`, '--jobs', '2', '--json']
  expect(await runCommandLine(args, terminal, { workers })).toBe(0)
  const told = terminal.said.map((line) => JSON.parse(line) as { seed: number; lastLoss: number })
  const ours = told.sort((a, b) => a.seed - b.seed).map(({ lastLoss }) => lastLoss)
  const theirs = TORCH.lastLosses.slice(0, SEEDS)
  expect(ours).toHaveLength(theirs.length)
  // Seed by seed: what training makes of roundings parts only a few.
  const near = ours.filter((loss, at) => Math.abs(loss - (theirs[at] as number)) < 1e-3).length
  expect(near / SEEDS).toBeGreaterThan(0.9)
  // All of them: the share that has converged, within the interval of ours, and the quantiles.
  const below = (losses: readonly number[]) => losses.filter((loss) => loss < 0.05).length
  const share = shareOf(below(ours), SEEDS)
  expect(below(theirs) / SEEDS).toBeGreaterThan(share?.low ?? 1)
  expect(below(theirs) / SEEDS).toBeLessThan(share?.high ?? 0)
  for (const at of [0.05, 0.5, 0.95])
    expect(Math.abs(Math.log(quantile(ours, at) / quantile(theirs, at)))).toBeLessThan(0.1)
  if (!isLong) return
  // Measured before on 200 other seeds, in PyTorch: 66% below 0.05, median 0.030, 5% to 95% 0.006 to 0.278.
  expect(share?.low).toBeLessThan(0.66)
  expect(share?.high).toBeGreaterThan(0.66)
  const rankOf = (loss: number) => ours.filter((other) => other < loss).length / SEEDS
  // Two such samples differ in these ranks by three times as much once in hundreds of times.
  for (const [at, loss] of [
    [0.05, 0.006],
    [0.5, 0.03],
    [0.95, 0.278],
  ] as const)
    expect(Math.abs(rankOf(loss) - at)).toBeLessThan(3 * Math.sqrt((2 * at * (1 - at)) / SEEDS))
})
