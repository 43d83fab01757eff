import { describe, expect, it } from 'vitest'
import { repeatedIn, sharesOf } from '../../scripts/interop/shares.mjs'

const good = { run: 'gru-seed1001', ours: 2e-5, theirs: 3e-5, once: 4e-7, weights: 1e-6 }
const off = { ...good, run: 'gru-seed1002', ours: 2e-3 }

/** So many runs of the same kind. */
const times = (count: number, run: typeof good) => Array.from({ length: count }, () => run)

describe('the sweep of seeds', () => {
  it('finds the runs among what else is said, and takes what has overflowed for infinitely far off', () => {
    const lines = [JSON.stringify(good), 'a warning', JSON.stringify({ ...good, ours: null, once: null })]
    expect(repeatedIn(lines.join('\n'))).toEqual([good, { ...good, ours: Infinity, once: Infinity }])
  })

  it('tells the shares of each form and of all', () => {
    const { lines, failures } = sharesOf([good, off, { ...good, run: 'lstm-2layer-seed7', theirs: 1e-3 }])
    expect(lines).toEqual([
      'gru: of 2 runs 50.0 % the same, PyTorch against itself 100.0 %; a single update at most 4.0e-7 off, its weights 1.0e-6',
      'lstm-2layer: of 1 runs 100.0 % the same, PyTorch against itself 0.0 %; a single update at most 4.0e-7 off, its weights 1.0e-6',
      'all: of 3 runs 66.7 % the same, PyTorch against itself 66.7 %; a single update at most 4.0e-7 off, its weights 1.0e-6',
    ])
    expect(failures).toEqual([])
  })

  it('lets five percentage points pass, and no more', () => {
    expect(sharesOf([...times(19, good), ...times(1, off)]).failures).toEqual([])
    expect(sharesOf([...times(18, good), ...times(2, off)]).failures).toEqual([
      "90.0 % of our runs are the same, and 100.0 % of PyTorch's own with other kernels",
    ])
  })

  it('does not pass over a single update that is too far off, or is no number', () => {
    const failed = 'gru-seed1001: a single update is off by 2.1e-6, more than 0.000002'
    expect(sharesOf([{ ...good, once: 2.1e-6 }]).failures).toEqual([failed])
    expect(sharesOf([{ ...good, once: Number.NaN }]).failures).toHaveLength(1)
  })

  it('compares nothing with kernels that a processor does not have, and takes no runs for no success', () => {
    const alone = { ...good, ours: 1, theirs: null }
    expect(sharesOf([alone])).toEqual({
      lines: expect.arrayContaining([expect.stringContaining('has no other kernels here')]),
      failures: [],
    })
    expect(sharesOf([]).failures).toEqual(['no run was repeated'])
  })
})
