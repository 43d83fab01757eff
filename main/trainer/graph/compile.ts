import { atOnce } from '../pieces'
import { type Tensor, tf } from '../tensorflow'
import { withoutDeadNodes } from './dead-nodes'
import { folded } from './folded'
import { graphOf, inputNames, outputNames, type Threads } from './graph'
import { withoutRepetition } from './lean'
import { type Begun, begin, elsewhere, type Waited } from './native/begun'
import { isDifferentiating } from './native/engine-guard'
import { encodeSavedModel } from './native/messages'
import {
  adoptTensors,
  handOver,
  type NativeTensor,
  nativeBackend,
  nativeIdsOf,
} from './native/native-binding'
import { beginSession, closeSession, openSession } from './native/session'
import { record } from './recording/record'
import type { Recording } from './recording/recording'
import { arrangementOf, leavesLike, leavesOf, type TensorTree, withLeaves } from './recording/tensor-tree'

/** A function that runs as one native call. */
export type Compiled<Args extends readonly TensorTree[], Result extends TensorTree> = {
  /**
   * The results belong to the caller, or to the tidy around the call; the arguments stay alive.
   * @throws Error if an argument is arranged otherwise or has another shape or type than the example, inside of a
   *   gradient, or after `dispose`
   */
  readonly run: (...args: Args) => Result
  /**
   * Begins a run by another thread; the arguments stay alive until it is taken.
   * @throws Error as `run` does, and where something is under way (`canBegin`)
   */
  readonly begin: (...args: Args) => Begun<Result>
  /** Native calls that one run of the function made, and nodes that its graph does them with. */
  readonly calls: number
  readonly nodes: number
  /** Gives the native session back. */
  readonly dispose: () => void
}

/** Whether it is tried out that a function does the same every time, or known. */
export type Purity = 'tried' | 'known'

/**
 * What `tf.function` is to TensorFlow's Python: records the native calls that `fn` makes and replays them as one
 * graph. `fn` must be a pure function of its tensors, built from tfjs ops (gradients included). It is run on
 * `example`, whose values do not matter, only their arrangement, shapes and types; numbers from JavaScript that it
 * uses become constants.
 *
 * @param threads several pay if there are long ways through the function that do not wait for each other; the numbers
 *   are the same
 * @param purity `tried` runs it twice and compares; where it is `known`, as a test looks at that very function, once is enough
 * @throws Error that says why a function cannot be compiled; nothing is left behind
 * @throws GraphNotWritten if the graph finds no place on disk
 */
export function compile<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  threads: Threads = 'one',
  purity: Purity = 'tried',
): Compiled<Args, Result> {
  return atOnce(compileInPieces(fn, example, threads, purity))
}

/**
 * The same in pieces, for whoever has other things to do between them: the runs of `fn`, the writing down, the opening of
 * the session and its first run, which is one native call and takes longest. `example` must stay alive until the end. Called
 * off by `return`, it leaves nothing behind.
 */
export function* compileInPieces<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  threads: Threads = 'one',
  purity: Purity = 'tried',
): Generator<void, Compiled<Args, Result>, void> {
  const opened = yield* inPieces(fn, example, threads, purity, openHere)
  let isWhole = false
  try {
    yield
    tf.dispose(leavesOf(opened.run(...example), 'result'))
    isWhole = true
  } finally {
    if (!isWhole) opened.dispose()
  }
  return opened
}

/**
 * The same without the first run, which belongs to the caller: TensorFlow prepares a session in it, and says only there which
 * kernels it has not. Another thread opens the session, if there is one for it: what a piece would wait for is yielded.
 */
export function* openInPieces<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  threads: Threads,
  purity: Purity,
): Generator<Waited | undefined, Compiled<Args, Result>, void> {
  return yield* inPieces(fn, example, threads, purity, openElsewhere)
}

/** Records a function and writes it down for nothing: what a process does for the first time takes it three times as long. */
export function rehearse<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
): void {
  const { recording } = recorded(fn, example, leavesOf(example, 'arguments'))
  atOnce(writtenDown(recording, 'one'))
}

/** Bytes that take some milliseconds to copy. */
const LARGE = 4_194_304

function* openHere(savedModel: Uint8Array): Generator<undefined, number, void> {
  yield
  return openSession(savedModel)
}

function openElsewhere(savedModel: Uint8Array): Generator<Waited, number, void> {
  return elsewhere(
    () => beginSession(savedModel),
    () => openSession(savedModel),
  )
}

function* inPieces<Args extends readonly TensorTree[], Result extends TensorTree, Wait>(
  fn: (...args: Args) => Result,
  example: Args,
  threads: Threads,
  purity: Purity,
  open: (savedModel: Uint8Array) => Generator<Wait, number, void>,
): Generator<Wait | undefined, Compiled<Args, Result>, void> {
  const examples = leavesOf(example, 'arguments')
  // Of a large network they are a piece each.
  for (const tensor of examples) if (handOver(tensor) > LARGE) yield
  const first = recorded(fn, example, examples)
  yield
  const graph = yield* writtenDown(first.recording, threads)
  if (purity === 'tried') {
    yield
    const second = recorded(fn, example, examples)
    yield
    const again = yield* writtenDown(second.recording, threads)
    const isSame = Buffer.compare(graph.savedModel, again.savedModel) === 0
    if (!isSame || first.arrangement !== second.arrangement) throw new Error(IMPURE)
  }
  const session = yield* open(graph.savedModel)
  const calls = callsOf(session, first.result, example, examples)
  return { ...calls, calls: first.recording.nodes.length, nodes: graph.nodes }
}

/** What runs a session of the graph. The first run is dear. */
function callsOf<Args extends readonly TensorTree[], Result extends TensorTree>(
  opened: number,
  result: Result,
  example: Args,
  examples: readonly Tensor[],
): Omit<Compiled<Args, Result>, 'calls' | 'nodes'> {
  const [fed, fetched] = [inputNames(examples.length), outputNames(leavesOf(result, 'result').length)]
  const types = examples.map(({ dtype, shape }) => ({ dtype, shape }))
  let session: number | null = opened
  function callOf(args: Args): () => NativeTensor[] {
    const own = session
    if (own === null) throw new Error('The compiled function has been disposed of; compile it again.')
    if (isDifferentiating())
      throw new Error('A compiled function has no gradient; compile a function that takes the gradient.')
    const tensors = leavesLike(example, args, 'arguments')
    tensors.forEach((tensor, index) => {
      checkArgument(tensor, types[index] as ArgumentType, index)
    })
    const ids = nativeIdsOf(tensors)
    return () => nativeBackend().binding.runSavedModel(own, ids, fed, fetched)
  }

  const adopted = (outputs: readonly NativeTensor[]) => withLeaves(result, adoptTensors(outputs))
  return {
    run: (...args) => adopted(callOf(args)()),
    begin: (...args) => {
      const begun = begin(callOf(args), deleteTensors)
      return { ...begun, take: () => adopted(begun.take()) }
    },
    dispose: () => {
      if (session !== null) closeSession(session)
      session = null
    },
  }
}

const IMPURE =
  'The function cannot be compiled: run twice on the same tensors it did not do the same, so it is no pure function ' +
  'of them (random numbers, a counter, the time?). Hand in what changes as an argument.'

const ASYNC = 'An asynchronous function cannot be compiled: what it waits for is outside of a graph.'

type Recorded<Result> = {
  readonly recording: Recording
  /** The tree in which results are given; its own tensors are gone. */
  readonly result: Result
  readonly arrangement: string
}

/** Runs `fn` once and records it. */
function recorded<Args extends readonly TensorTree[], Result extends TensorTree>(
  fn: (...args: Args) => Result,
  example: Args,
  examples: readonly Tensor[],
): Recorded<Result> {
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
  return { recording, result: result as Result, arrangement: arrangementOf(result as Result) }
}

/** A recording as a graph, without what it does twice or for nothing; in pieces, each a part of the work. */
function* writtenDown(
  recording: Recording,
  threads: Threads,
): Generator<undefined, { readonly savedModel: Uint8Array; readonly nodes: number }, void> {
  const once = yield* withoutRepetition(recording)
  yield
  const lean = withoutDeadNodes(once)
  yield
  const cut = folded(lean)
  yield
  const graph = graphOf(cut, threads)
  yield
  return { savedModel: yield* encodeSavedModel(graph), nodes: lean.constants.length + lean.nodes.length }
}

function deleteTensors(tensors: readonly NativeTensor[]) {
  for (const { id } of tensors) nativeBackend().binding.deleteTensor(id)
}

type ArgumentType = Pick<Tensor, 'dtype' | 'shape'>

function checkArgument(tensor: Tensor, expected: ArgumentType, index: number): void {
  if (tensor.isDisposed) throw new Error(`Tensor ${index} of the arguments has been disposed of.`)
  if (tensor.dtype === expected.dtype && tf.util.arraysEqual(tensor.shape, expected.shape)) return
  throw new Error(
    `The function was compiled for ${expected.dtype} [${expected.shape}] as tensor ${index} of its arguments, but ` +
      `was given ${tensor.dtype} [${tensor.shape}]; compile it again for other shapes.`,
  )
}
