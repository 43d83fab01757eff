import { withRepeat } from '../../repeated'
import type { Tensor } from '../../tensorflow'
import { isDifferentiating, leavingNothing } from '../native/engine-guard'
import { twinOf, withNativeStandIns } from '../native/native-binding'
import { openCallLog } from './call-log'
import type { Recording } from './recording'

/** What can go in and out of a graph: each number has one place in memory. */
const TYPES: readonly string[] = ['float32', 'int32', 'bool']

let isRecording = false

/**
 * Runs `fn` once and writes down every native call that it would make. Its tensors have shapes and types, but no numbers.
 *
 * @param examples what `fn` is run on: twins of them, so that it gets as many tensors as there are arguments even
 *   if some are the same, and can do them no harm
 * @throws Error that says what cannot be compiled; nothing is left behind
 */
export function record(
  fn: (inputs: readonly Tensor[]) => readonly Tensor[],
  examples: readonly Tensor[],
): Recording {
  if (isRecording || isDifferentiating())
    throw new Error('A function can be compiled neither inside of another one nor inside of a gradient.')
  for (const { dtype } of examples)
    if (!TYPES.includes(dtype))
      throw new Error(`A function of a ${dtype} tensor cannot be compiled; only ${TYPES.join(', ')} can.`)
  let recording: Recording | undefined
  let refusal: Error | undefined
  const refuse = (reason: string): never => {
    refusal ??= new Error(`${reason}. So the function cannot be compiled; change it, or run it eagerly.`)
    throw refusal
  }
  isRecording = true
  try {
    leavingNothing(refuse, () => {
      const inputs = examples.map(twinOf)
      const { standIns, repeat, close, dispose } = openCallLog(inputs, refuse)
      try {
        recording = withNativeStandIns(standIns, () => withRepeat(repeat, () => close(fn(inputs))))
      } finally {
        dispose()
      }
    })
  } catch (error) {
    throw refusal ?? error
  } finally {
    isRecording = false
  }
  // What was refused may have been caught, or have happened where nobody waits.
  if (refusal) throw refusal
  return recording as unknown as Recording
}
