import { inEnglish, sayIn } from '@contract/language/say'
import { type Claim, claimOf, type Group } from '@contract/statistics/claim'
import { probabilityOfImprovement } from '@contract/statistics/improvement'
import { interquartileMean } from '@contract/statistics/interquartile-mean'
import { signedRankTest } from '@contract/statistics/signed-rank'
import { wordsOfClaim, wordsOfInterquartileMean } from '@contract/statistics/statistics-words'
import { describe, expect, it } from 'vitest'
import { madeUp } from '../../helpers/saying'

const { NaN: none } = Number
const SHAPES = [[1, 32], [32, 32], [32]]
const inChinese = sayIn('zh')

/** Runs with these losses, a seed each. */
function group(losses: readonly number[], shapes: Group['shapes'] = SHAPES, from = 1): Group {
  return { shapes, runs: losses.map((loss, at) => ({ seed: from + at, loss })) }
}

/** Parts of 1,024, so that equal differences are equal. */
const rising = (n: number, by = 0) => Array.from({ length: n }, (_, at) => (128 + at ** 2) / 1024 + by)
const said = (claim: Claim) => inEnglish(wordsOfClaim(claim, madeUp('rate 0.02'), madeUp('rate 0.1')))

describe('a claim about two groups', () => {
  it('is none with fewer than 10 runs on a side', () => {
    const claim = claimOf(group(rising(9)), group(rising(12, 1)))
    expect(claim.kind).toBe('too-few')
    expect(said(claim)).toBe('n < 10: no claim. With rate 0.02, n = 9; with rate 0.1, n = 12.')
    expect(claimOf(group(rising(10)), group(rising(9))).kind).toBe('too-few')
    expect(claimOf(group(rising(10)), group(rising(10))).kind).toBe('paired')
  })

  it('pairs the runs of one seed, in whatever order they come', () => {
    const [first, second] = [rising(12), rising(12, 1 / 16).map((loss, at) => loss + at / 1024)]
    const shuffled = group(second)
    const claim = claimOf(group(first), { ...shuffled, runs: [...shuffled.runs].reverse() })
    expect(claim).toEqual({
      ...{ kind: 'paired', verdict: 'first-lower', test: signedRankTest(first, second) },
      ...{ first: { n: 12, failures: 0 }, second: { n: 12, failures: 0 } },
    })
    // Of 4,096 ways to choose the signs two are so one-sided: 0.00049.
    expect(said(claim)).toBe(
      'The loss with rate 0.02 is lower than with rate 0.1: lower in 12 and higher in 0 of n = 12 pairs by seed (Wilcoxon signed-rank test, two-sided, exact: p = 0.000488; rank-biserial correlation 1.00).',
    )
  })

  it('is the other way round for the groups the other way round', () => {
    const claim = claimOf(group(rising(12, 1 / 16)), group(rising(12)))
    expect(claim).toMatchObject({ verdict: 'second-lower', test: { rankBiserial: -1 } })
    expect(said(claim)).toContain('The loss with rate 0.02 is higher than with rate 0.1')
    expect(said(claim)).toContain('rank-biserial correlation −1.00')
    const unpaired = claimOf(group(rising(12, 9)), group(rising(12), [[2]]))
    expect(unpaired).toMatchObject({ kind: 'unpaired', verdict: 'second-lower' })
  })

  it('decides by the interval, when it is all on one side of one half', () => {
    const [first, second] = [rising(20), rising(20, 80 / 1024)]
    const { low, high, value } = probabilityOfImprovement(first, second)
    expect(low).toBeGreaterThan(0.5)
    expect(low).toBeLessThan(value)
    expect(high).toBeLessThan(1)
    const shifted = group(second, SHAPES, 100)
    expect(claimOf(group(first), shifted)).toMatchObject({ kind: 'unpaired', verdict: 'first-lower' })
    expect(claimOf(shifted, group(first))).toMatchObject({ kind: 'unpaired', verdict: 'second-lower' })
  })

  it('is open where the runs do not decide it, and says so', () => {
    const flipped = rising(12).map((loss, at) => loss + (at % 2 === 0 ? 9 / 1024 : -10 / 1024))
    const claim = claimOf(group(rising(12)), group(flipped))
    expect(claim).toMatchObject({ kind: 'paired', verdict: 'open' })
    expect(said(claim)).toContain('Not decided whether the loss with rate 0.02 is lower than with rate 0.1: ')
    const unpaired = claimOf(group(rising(12)), group(flipped, SHAPES, 100))
    expect(unpaired).toMatchObject({ kind: 'unpaired', verdict: 'open' })
  })

  it('makes no pairs where equal seeds are other weights, or the seeds are others', () => {
    const [first, second] = [rising(12), rising(14, 1 / 16)]
    const shapes = claimOf(group(first), group(first, [[1, 64]]))
    expect(shapes).toMatchObject({ kind: 'unpaired', why: 'shapes', verdict: 'open' })
    expect(said(shapes)).toMatch(/, not paired: equal seeds draw other weights where shapes differ\.$/)
    const seeds = claimOf(group(first), group(second))
    expect(seeds).toMatchObject({ why: 'seeds', improvement: probabilityOfImprovement(first, second) })
    expect(said(seeds)).toMatch(
      /probability of improvement 0\.\d\d, 95% bootstrap interval 0\.\d\d to [01]\.\d\d, n = 12 and n = 14, not paired: the seeds are not the same\.$/,
    )
  })

  it('writes out a p-value of 1, and none that is too small for that', () => {
    const same = claimOf(group(rising(12)), group(rising(12)))
    expect(said(same)).toBe(
      'Not decided whether the loss with rate 0.02 is lower than with rate 0.1: lower in 0 and higher in 0 of n = 12 pairs by seed (Wilcoxon signed-rank test, two-sided, exact: p = 1; rank-biserial correlation 0.00).',
    )
    expect(said(claimOf(group(rising(60)), group(rising(60, 1))))).toContain(
      'of n = 60 pairs by seed (Wilcoxon signed-rank test, two-sided, normal approximation: p < 0.0001; ',
    )
  })

  it('says of both groups how many diverged, where one did', () => {
    const diverged = [...rising(11), none]
    const claim = claimOf(group(rising(12)), group(diverged))
    expect(claim).toMatchObject({ first: { failures: 0 }, second: { failures: 1 } })
    expect(said(claim)).toMatch(
      / Diverged, which counts as worse than any loss: 0 of 12 runs with rate 0\.02, 1 of 12 runs with rate 0\.1\.$/,
    )
    // Eleven pairs are equal, and one pair alone shows nothing.
    expect(claim).toMatchObject({ verdict: 'open', test: { firstLower: 1, secondLower: 0 } })
  })

  it('takes no seed twice', () => {
    const twice = { shapes: SHAPES, runs: rising(12).map((loss) => ({ seed: 1, loss })) }
    expect(() => claimOf(group(rising(12)), twice)).toThrow('every seed once')
  })

  it('is said with n in Chinese too', () => {
    const names = [madeUp('学习率 0.02'), madeUp('学习率 0.1')] as const
    const chinese = (claim: Claim) => inChinese(wordsOfClaim(claim, ...names))
    expect(chinese(claimOf(group(rising(9)), group(rising(12))))).toBe(
      'n < 10：不作结论。采用学习率 0.02 时 n = 9，采用学习率 0.1 时 n = 12。',
    )
    expect(chinese(claimOf(group(rising(12)), group([...rising(11, 1 / 8), none])))).toBe(
      '采用学习率 0.02 时的损失低于采用学习率 0.1 时：按种子配成 n = 12 对，其中 12 对更低，0 对更高（Wilcoxon 符号秩检验，双侧，正态近似：p = 0.000921；秩二列相关系数 1.00）。已发散的运行算作差于任何损失：采用学习率 0.02 的 12 次运行中有 0 次，采用学习率 0.1 的 12 次运行中有 1 次。',
    )
    expect(chinese(claimOf(group(rising(12)), group(rising(10, 9))))).toBe(
      '采用学习率 0.02 时的损失低于采用学习率 0.1 时：改进概率 1.00，自助法 95% 区间 1.00 至 1.00，n = 12 和 n = 10，不配对：两边的种子不相同。',
    )
  })
})

describe('an interquartile mean in words', () => {
  const words = (losses: readonly number[]) => inEnglish(wordsOfInterquartileMean(interquartileMean(losses)))

  it('has its interval and n, or says why there is none', () => {
    expect(words([0.5, 0.5, 0.5, 0.5])).toBe(
      'Interquartile mean 0.500, 95% bootstrap interval 0.500 to 0.500, n = 4.',
    )
    expect(words([0.5, 0.5, 0.5, none])).toBe(
      'Interquartile mean 0.500, 95% bootstrap interval from 0.500 without an upper end, as runs diverged, n = 4, of which 1 diverged.',
    )
    expect(words([0.5, none, none, none])).toBe(
      'No interquartile mean: 3 of n = 4 diverged, and with more than 1 the middle half includes one.',
    )
    expect(words([])).toBe('No interquartile mean: there is no run.')
  })
})
