import { describe, expect, it } from 'vitest'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'

/** Draws `count` words and gives those at the places asked for. */
function draw(seed: number, count: number, places: readonly number[]) {
  const random = mersenneTwister(seed)
  const words = Array.from({ length: count }, random)
  return places.map((place) => words[place])
}

describe('MT19937', () => {
  it("gives the values of its authors' program for its default seed", () => {
    expect(draw(5489, 10_000, [0, 1, 2, 9_999])).toEqual([3499211612, 581869302, 3890346734, 4123659995])
  })

  // From numpy 2.4: MT19937()._legacy_seeding(seed), random_raw. Words 623 and 624 lie on both sides of a twist.
  it.each([
    [0, [2357136044, 2546248239, 3791854820, 341544762, 1543171712]],
    [1, [1791095845, 4282876139, 2006116153, 1104314680, 1237896635]],
    [1234, [822569775, 2137449171, 1664263489, 303637765, 3207979228]],
    [4294967295, [419326371, 479346978, 1027084080, 3860652269, 1117955853]],
  ])("gives numpy's values for seed %i", (seed, expected) => {
    expect(draw(seed, 10_000, [0, 1, 623, 624, 9_999])).toEqual(expected)
  })

  it('takes the low 32 bits of a seed, as torch.manual_seed does', () => {
    expect(draw(2 ** 32 + 7, 3, [0, 1, 2])).toEqual(draw(7, 3, [0, 1, 2]))
  })

  it('keeps two generators apart', () => {
    const one = mersenneTwister(3)
    const first = one()
    const other = mersenneTwister(4)
    other()
    expect([first, one()]).toEqual(draw(3, 2, [0, 1]))
  })
})
