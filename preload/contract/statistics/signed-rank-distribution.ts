/**
 * The probability that the ranks of the pairs with a positive difference sum up to so much or more, if each of n ranks is
 * positive with probability 1/2 (Wilcoxon 1945).
 *
 * Of the 2^n ways to choose signs, those that come to each sum are counted rank by rank: rank k, positive, adds k to every sum
 * of the ranks before it. (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., section 3.1; R's
 * `csignrank` and scipy's count in the same way.) Counts are whole numbers below 2^53, and so exact, up to n = 50.
 *
 * @param n ranks, from 0 to 50
 * @param sum whole, from 0 to n (n + 1) / 2
 */
export function signedRankTail(n: number, sum: number): number {
  const greatest = (n * (n + 1)) / 2
  const ways = new Float64Array(greatest + 1)
  ways[0] = 1
  for (let rank = 1, reached = 0; rank <= n; rank += 1) {
    reached += rank
    // From above, so that each sum is still that without this rank.
    for (let at = reached; at >= rank; at -= 1) ways[at] = (ways[at] as number) + (ways[at - rank] as number)
  }
  let tail = 0
  for (let at = sum; at <= greatest; at += 1) tail += ways[at] as number
  return tail / 2 ** n
}
