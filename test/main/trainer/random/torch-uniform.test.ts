import { describe, expect, it } from 'vitest'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { fillUniform } from '../../../../main/trainer/random/torch-uniform'

describe("PyTorch's uniform numbers", () => {
  // From PyTorch 2.15: torch.manual_seed(seed); torch.empty(4).uniform_(low, high)
  it.each([
    [1, -0.5, 2, [1.3940789699554443, 0.19827720522880554, 0.5076731443405151, 1.3367111682891846]],
    [5, 0.1, 0.3, [0.26605039834976196, 0.12522219121456146, 0.2814939618110657, 0.26398542523384094]],
  ])('are the same to the last bit for seed %i', (seed, low, high, expected) => {
    expect([...fillUniform(mersenneTwister(seed), 4, low, high)]).toEqual(expected)
  })

  it('reach the low end, come close to the high one, and use the low 24 bits alone', () => {
    expect([...fillUniform(() => 0xff000000, 1, -2, 6)]).toEqual([-2])
    expect([...fillUniform(() => 0x00ffffff, 1, 0, 1)]).toEqual([1 - 2 ** -24])
  })

  it('draw one word for each number, in order', () => {
    const random = mersenneTwister(9)
    const parts = [...fillUniform(random, 3, -1, 1), ...fillUniform(random, 2, -1, 1)]
    expect(parts).toEqual([...fillUniform(mersenneTwister(9), 5, -1, 1)])
  })
})
