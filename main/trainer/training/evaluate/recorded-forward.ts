import { type Compiled, compileInPieces, openInPieces } from '../../graph/compile'
import { canBegin, elsewhere, type Waited } from '../../graph/native/begun'
import { batchOf, forward, type NetworkPlan, type NetworkStates } from '../../network/network'
import { type Tensor1D, type Tensor2D, tf } from '../../tensorflow'
import { isLongPass } from './how-long'

/** Another thread has something else to do yet. Whoever goes on all the same makes here what was to be begun. */
export const OTHERS: Waited = { isDone: canBegin }

/** What of a forward pass is asked for where nothing is trained. */
export type Passed = { readonly predictions: Tensor2D; readonly states: NetworkStates }

/** A forward pass; its results belong to the tidy around it. */
export type ForwardPass = (parameters: Tensor1D, inputs: Tensor2D, states: NetworkStates) => Passed

/** The same in pieces; the arguments stay alive until the end, and the results belong to the caller. */
export type PassInPieces<Wait> = (...args: Arguments) => Generator<Wait | undefined, Passed, void>

type Arguments = [parameters: Tensor1D, inputs: Tensor2D, states: NetworkStates]
type Recording = Compiled<Arguments, { predictions: Tensor2D; states: NetworkStates }>

/** Shapes that are recorded; a part has one for its whole windows, and seldom more than two others. */
const MOST_SHAPES = 4

/** The pass that runs op by op. */
export function eagerForward(plan: NetworkPlan): ForwardPass {
  return (parameters, inputs, states) => {
    const { predictions, states: after } = forward(plan, parameters, inputs, states)
    return { predictions, states: after }
  }
}

/** A pass as a single piece. */
export function inOnePiece(pass: ForwardPass): PassInPieces<never> {
  // biome-ignore lint/correctness/useYield: there is nothing to wait for
  return function* (...args) {
    return passed(pass, args)
  }
}

/** A forward pass for whoever makes the same one again and again. */
export type RecordedForward = {
  readonly pass: ForwardPass
  /** The same pass, with the same numbers, for whoever must be heard meanwhile: one that takes long is made by another thread. */
  readonly inPieces: PassInPieces<Waited>
  readonly dispose: () => void
}

type Shape = { recording: Recording | null; pieces: Pieces | null }

/**
 * Records the pass for each shape that comes again, one piece of the recording at each call, and meanwhile and for other
 * shapes runs it op by op: no call waits for a recording, and the numbers do not tell which it was. In pieces, a pass that
 * takes long is recorded before it is made.
 */
export function createRecordedForward(plan: NetworkPlan): RecordedForward {
  const eager = eagerForward(plan)
  // A map keeps the order in which keys were put in: the first is the one not used for longest.
  const shapes = new Map<string, Shape>()
  let isPossible = true

  function advance(shape: Shape, args: Arguments) {
    shape.pieces ??= recordedInPieces(eager, args)
    try {
      const piece = shape.pieces.next()
      if (!piece.done) return
      shape.recording = piece.value
    } catch {
      // Whatever the reason, eagerly it goes; of what keeps updates from being recorded as well the run tells.
      isPossible = false
    }
    shape.pieces = null
  }

  function pass(...args: Arguments): Passed {
    const key = keyOf(args)
    const shape = shapes.get(key)
    if (shape?.recording) return shape.recording.run(...args)
    if (shape && isPossible) advance(shape, args)
    else if (shapes.size < MOST_SHAPES) shapes.set(key, { recording: null, pieces: null })
    return eager(...args)
  }

  /** Makes room for one. */
  function added(key: string): Shape {
    const shape = shapes.get(key) ?? { recording: null, pieces: null }
    shapes.delete(key)
    for (const [oldest, each] of shapes) {
      if (shapes.size < MOST_SHAPES) break
      forget(each)
      shapes.delete(oldest)
    }
    shapes.set(key, shape)
    return shape
  }

  /** A pass that takes long. */
  function* longInPieces(args: Arguments): Generator<Waited | undefined, Passed, void> {
    const shape = added(keyOf(args))
    try {
      shape.recording ??= yield* whereThereIsAThread(() =>
        openInPieces(recordable(eager), args, 'one', 'known'),
      )
      const { run, begin } = shape.recording
      return yield* whereThereIsAThread(() =>
        elsewhere(
          () => begin(...args),
          () => run(...args),
        ),
      )
    } catch {
      forget(shape)
      isPossible = false
      return passed(eager, args)
    }
  }

  return {
    pass,
    inPieces: function* (...args) {
      const [timeSteps, beside] = sizesOf(args)
      if (isPossible && isLongPass(plan, timeSteps, beside)) return yield* longInPieces(args)
      return passed(pass, args)
    },
    dispose: () => {
      for (const shape of shapes.values()) forget(shape)
      shapes.clear()
      isPossible = false
    },
  }
}

type Pieces = Generator<void, Recording, void>

/** Time steps, and sequences side by side. */
function sizesOf([, inputs, states]: Arguments): readonly [number, number] {
  const beside = batchOf(states)
  return [inputs.shape[0] / beside, beside]
}

/** The same text for arguments of the same shapes. */
function keyOf(args: Arguments): string {
  return sizesOf(args).join(' × ')
}

function passed(pass: ForwardPass, args: Arguments): Passed {
  return tf.tidy(() => {
    const { predictions, states } = pass(...args)
    return { predictions, states }
  })
}

function forget(shape: Shape) {
  shape.recording?.dispose()
  shape.pieces?.return(undefined as never)
  shape.recording = null
  shape.pieces = null
}

function recordable(eager: ForwardPass) {
  return (...args: Arguments) => eager(...args) as { predictions: Tensor2D; states: NetworkStates }
}

/** Yields before what would be made here, as the other thread has something to do for somebody else. */
function* whereThereIsAThread<Result>(
  begin: () => Generator<Waited | undefined, Result, void>,
): Generator<Waited | undefined, Result, void> {
  const pieces = begin()
  let own: Waited | undefined
  try {
    for (;;) {
      if (!own && !canBegin()) yield OTHERS
      const piece = pieces.next()
      if (piece.done) return piece.value
      own = piece.value
      yield own
    }
  } finally {
    pieces.return(undefined as never)
  }
}

/** Tensors of its own, over the same numbers, as an example for as long as it takes. */
function* recordedInPieces(eager: ForwardPass, [parameters, inputs, states]: Arguments): Pieces {
  const copy = <T extends Tensor1D | Tensor2D>(tensor: T): T => tf.keep(tensor.clone() as T)
  const example: Arguments = [copy(parameters), copy(inputs), states.map((ofLayers) => ofLayers.map(copy))]
  try {
    return yield* compileInPieces(recordable(eager), example, 'one', 'known')
  } finally {
    tf.dispose([example[0], example[1], ...example[2].flat()])
  }
}
