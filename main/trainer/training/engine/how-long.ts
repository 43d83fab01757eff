import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import { describeNetwork } from '../../network/shape/describe-network'
import type { Form } from './recordings'

/** Milliseconds that a pause may have to wait for; what takes longer is not made on the thread that hears it. */
const SHORT = 25
/** Multiplications in a millisecond, with their part in the backward pass; measured on two slow cores, as the rest is. */
const MULTIPLICATIONS = 10_000_000
/** Parameters that are taken apart, put together and changed in a millisecond, and that are read for a time step, there and back. */
const CHANGED = 90_000
const READ = 2_500_000
/** Milliseconds that a time step of a layer takes besides; where a window of a layer is one op there is nothing of it. */
const STEP = { eager: 0.25, recorded: 0.025 } as const

/**
 * Whether updates of a form take longer in one call than a pause should wait. It is told by the shapes, roughly: what hangs on it is
 * who makes them, and no number.
 */
export function isLong({ plan, timeSteps, batch }: Form, how: 'eager' | 'recorded'): boolean {
  const { cell, hiddenUnits, layers } = plan.network
  const { gates } = CELL_SHAPES[cell]
  const steps = timeSteps * layers * plan.updates
  const multiplications = steps * batch * hiddenUnits * hiddenUnits * gates
  const { parameterCount } = describeNetwork(plan.network)
  // Of few sequences it is what counts.
  const memory = plan.updates * parameterCount * (1 / CHANGED + timeSteps / READ)
  return multiplications / MULTIPLICATIONS + memory + (gates > 1 ? 0 : steps * STEP[how]) > SHORT
}
