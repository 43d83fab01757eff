import type { Text } from '../language/text'
import { text } from '../language/texts'
import { assertNever } from '../result'
import { type Claim, FEWEST_RUNS } from './claim'
import type { InterquartileMean } from './interquartile-mean'

/**
 * A claim about two groups for a person, with its test and n.
 *
 * @param first what the first group is called, so that "with …" can be said of it: a setting and its value
 * @param second the same of the second
 */
export function wordsOfClaim(claim: Claim, first: Text, second: Text): Text {
  const groups = {
    first: { name: first, ...claim.first },
    second: { name: second, ...claim.second },
  }
  switch (claim.kind) {
    case 'too-few':
      return text('statistics.tooFew', { ...groups, needed: FEWEST_RUNS })
    case 'paired':
      return text('statistics.paired', { ...groups, verdict: claim.verdict, test: claim.test })
    case 'unpaired':
      return text('statistics.unpaired', {
        ...groups,
        verdict: claim.verdict,
        why: claim.why,
        improvement: claim.improvement,
      })
    default:
      return assertNever(claim)
  }
}

/** An interquartile mean for a person, with its interval and n, or why there is none. */
export function wordsOfInterquartileMean(mean: InterquartileMean): Text {
  const { n, failures, mostFailures } = mean
  if (mean.value !== null) {
    // No infinite number crosses a wire as JSON.
    const high = Number.isFinite(mean.high) ? mean.high : null
    const low = Number.isFinite(mean.low) ? mean.low : null
    return text('statistics.interquartileMean', { value: mean.value, low, high, n, failures })
  }
  return mean.why === 'no-runs'
    ? text('statistics.noRuns')
    : text('statistics.noInterquartileMean', { n, failures, mostFailures })
}
