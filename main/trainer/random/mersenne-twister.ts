/** A source of random bits: each call gives the next whole number from 0 to 2^32 - 1, all equally likely. */
export type RandomBits = () => number

const STATE_SIZE = 624
const SHIFT = 397
const TWIST = 0x9908b0df
const UPPER_BIT = 0x80000000
const LOWER_BITS = 0x7fffffff

/**
 * MT19937 by Matsumoto and Nishimura (1998), seeded by `init_genrand` of their mt19937ar.c. PyTorch's generator on
 * the CPU is the same: `torch.manual_seed(n)` starts it from the low 32 bits of n.
 *
 * @param seed whole number; only its low 32 bits count
 */
export function mersenneTwister(seed: number): RandomBits {
  const state = seededState(seed)
  let used = STATE_SIZE
  return () => {
    if (used === STATE_SIZE) {
      twist(state)
      used = 0
    }
    return temper(at(state, used++))
  }
}

function seededState(seed: number): Uint32Array {
  const state = new Uint32Array(STATE_SIZE)
  state[0] = seed
  for (let i = 1; i < STATE_SIZE; i += 1) {
    const before = at(state, i - 1)
    state[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i
  }
  return state
}

/** Makes the next 624 words of the state, in place: each needs two old words and one that may be new already. */
function twist(state: Uint32Array): void {
  for (let i = 0; i < STATE_SIZE; i += 1) {
    const mixed = (at(state, i) & UPPER_BIT) | (at(state, (i + 1) % STATE_SIZE) & LOWER_BITS)
    state[i] = at(state, (i + SHIFT) % STATE_SIZE) ^ (mixed >>> 1) ^ (mixed & 1 ? TWIST : 0)
  }
}

function temper(word: number): number {
  let y = word ^ (word >>> 11)
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  return (y ^ (y >>> 18)) >>> 0
}

/** A word that is there: the index is always inside the state. */
function at(state: Uint32Array, index: number): number {
  return state[index] as number
}
