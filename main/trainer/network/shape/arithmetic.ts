import type { NetworkSpec } from './network-spec'

/**
 * How often the arithmetic of a network was changed so that its last bits are others, counted from 1: it goes up with every
 * change of the order or the ops in which a cell computes. A record that was made by another one cannot be made again to
 * the bit, and as rounding grows with every update, not within a bound either.
 */
export function arithmeticOf({ cell }: Pick<NetworkSpec, 'cell' | 'family'>): number {
  // 2: one op computes a time step of the LSTM. 3: one op computes a window of it.
  if (cell === 'lstm') return 3
  // 2: one op computes a window of the GRU.
  return cell === 'gru' ? 2 : 1
}
