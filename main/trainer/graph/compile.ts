import { type Tensor, tf } from '../tensorflow'
import { withoutDeadNodes } from './dead-nodes'
import { isDifferentiating } from './engine-guard'
import { graphOf, inputNames, outputNames, type Threads } from './graph'
import { withoutRepetition } from './lean'
import { encodeSavedModel } from './messages'
import { adoptTensors, nativeBackend, nativeIdsOf } from './native-binding'
import { record } from './record'
import { closeSession, openSession } from './session'
import { arrangementOf, leavesLike, leavesOf, type TensorTree, withLeaves } from './tensor-tree'

/** A function that runs as one native call. */
export type Compiled<Args extends readonly TensorTree[], Result extends TensorTree> = {
  /**
   * The results belong to the caller, or to the tidy around the call; the arguments stay alive.
   * @throws Error if an argument is arranged otherwise or has another shape or type than the example, inside of a
   *   gradient, or after `dispose`
   */
  readonly run: (...args: Args) => Result
  /** Native calls that one run of the function made, and nodes that its graph does them with. */
  readonly calls: number
  readonly nodes: number
  /** Gives the native session back. */
  readonly dispose: () => void
}

/**
 * What `tf.function` is to TensorFlow's Python: records the native calls that `fn` makes and replays them as one
 * graph. `fn` must be a pure function of its tensors, built from tfjs ops (gradients included). It is run twice on
 * `example`, whose values do not matter, only their arrangement, shapes and types; numbers from JavaScript that it
 * uses become constants.
 *
 * @param threads several pay if there are long ways through the function that do not wait for each other; the numbers
 *   are the same
 * @throws Error that says why a function cannot be compiled; nothing is left behind
 */
export function compile<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  threads: Threads = 'one',
): Compiled<Args, Result> {
  const examples = leavesOf(example, 'arguments')
  const first = writtenDown(fn, example, examples, threads)
  const second = writtenDown(fn, example, examples, threads)
  const isSame = Buffer.compare(first.savedModel, second.savedModel) === 0
  if (!isSame || first.arrangement !== second.arrangement) throw new Error(IMPURE)
  const { calls, nodes, result } = first
  const [fed, fetched] = [inputNames(examples.length), outputNames(leavesOf(result, 'result').length)]
  let session: number | null = openSession(first.savedModel)

  function run(...args: Args): Result {
    if (session === null) throw new Error('The compiled function has been disposed of; compile it again.')
    if (isDifferentiating())
      throw new Error('A compiled function has no gradient; compile a function that takes the gradient.')
    const tensors = leavesLike(example, args, 'arguments')
    tensors.forEach((tensor, index) => {
      checkArgument(tensor, examples[index] as Tensor, index)
    })
    const outputs = nativeBackend().binding.runSavedModel(session, nativeIdsOf(tensors), fed, fetched)
    return withLeaves(result, adoptTensors(outputs))
  }

  function dispose() {
    if (session !== null) closeSession(session)
    session = null
  }

  try {
    // TensorFlow prepares a session in its first run, and says only there which kernels it has not.
    tf.dispose(leavesOf(run(...example), 'result'))
  } catch (error) {
    dispose()
    throw error
  }
  return { run, calls, nodes, dispose }
}

const IMPURE =
  'The function cannot be compiled: run twice on the same tensors it did not do the same, so it is no pure function ' +
  'of them (random numbers, a counter, the time?). Hand in what changes as an argument.'

const ASYNC = 'An asynchronous function cannot be compiled: what it waits for is outside of a graph.'

type WrittenDown<Result> = {
  readonly savedModel: Uint8Array
  /** The tree in which results are given; its own tensors are gone. */
  readonly result: Result
  readonly arrangement: string
  readonly calls: number
  readonly nodes: number
}

/** Records `fn` and writes the recording down as a graph. */
function writtenDown<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  examples: readonly Tensor[],
  threads: Threads,
): WrittenDown<Result> {
  if (Object.prototype.toString.call(fn) === '[object AsyncFunction]') throw new Error(ASYNC)
  let result: Result | undefined
  const recording = record((inputs) => {
    result = fn(...withLeaves(example, inputs))
    if (result instanceof Promise) {
      result.catch(() => {})
      throw new Error(ASYNC)
    }
    return leavesOf(result, 'result')
  }, examples)
  if (recording.outputs.length === 0)
    throw new Error('The function cannot be compiled: it gives no tensor back.')
  const lean = withoutDeadNodes(withoutRepetition(recording))
  return {
    savedModel: encodeSavedModel(graphOf(lean, threads)),
    result: result as Result,
    arrangement: arrangementOf(result as Result),
    calls: recording.nodes.length,
    nodes: lean.constants.length + lean.nodes.length,
  }
}

function checkArgument(tensor: Tensor, expected: Tensor, index: number): void {
  if (tensor.isDisposed) throw new Error(`Tensor ${index} of the arguments has been disposed of.`)
  if (tensor.dtype === expected.dtype && tf.util.arraysEqual(tensor.shape, expected.shape)) return
  throw new Error(
    `The function was compiled for ${expected.dtype} [${expected.shape}] as tensor ${index} of its arguments, but ` +
      `was given ${tensor.dtype} [${tensor.shape}]; compile it again for other shapes.`,
  )
}
