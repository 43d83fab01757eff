import { type Compiled, compileInPieces } from '../../graph/compile'
import { forward, type NetworkPlan, type NetworkStates } from '../../network/network'
import { type Tensor1D, type Tensor2D, tf } from '../../tensorflow'

/** What of a forward pass is asked for where nothing is trained. */
export type Passed = { readonly predictions: Tensor2D; readonly states: NetworkStates }

/** A forward pass; its results belong to the tidy around it. */
export type ForwardPass = (parameters: Tensor1D, inputs: Tensor2D, states: NetworkStates) => Passed

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

/** A forward pass for whoever makes the same one again and again. */
export type RecordedForward = { readonly pass: ForwardPass; readonly dispose: () => void }

/**
 * Records the pass for each shape that comes again, one piece of the recording at each call, and meanwhile and for other
 * shapes runs it op by op: no call waits for a recording, and the numbers do not tell which it was.
 */
export function createRecordedForward(plan: NetworkPlan): RecordedForward {
  const eager = eagerForward(plan)
  const shapes = new Map<string, { recording: Recording | null; pieces: Pieces | null }>()
  let isPossible = true

  function advance(shape: { recording: Recording | null; pieces: Pieces | null }, args: Arguments) {
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

  return {
    pass: (...args) => {
      const key = `${args[1].shape} ${args[2][0]?.[0]?.shape}`
      const shape = shapes.get(key)
      if (shape?.recording) return shape.recording.run(...args)
      if (shape && isPossible) advance(shape, args)
      else if (shapes.size < MOST_SHAPES) shapes.set(key, { recording: null, pieces: null })
      return eager(...args)
    },
    dispose: () => {
      for (const { recording, pieces } of shapes.values()) {
        recording?.dispose()
        pieces?.return(undefined as never)
      }
      shapes.clear()
      isPossible = false
    },
  }
}

type Pieces = Generator<void, Recording, void>

/** Tensors of its own, over the same numbers, as an example for as long as it takes. */
function* recordedInPieces(eager: ForwardPass, [parameters, inputs, states]: Arguments): Pieces {
  const copy = <T extends Tensor1D | Tensor2D>(tensor: T): T => tf.keep(tensor.clone() as T)
  const example: Arguments = [copy(parameters), copy(inputs), states.map((ofLayers) => ofLayers.map(copy))]
  try {
    return yield* compileInPieces(
      (...args: Arguments) => eager(...args) as { predictions: Tensor2D; states: NetworkStates },
      example,
      'one',
      'known',
    )
  } finally {
    tf.dispose([example[0], example[1], ...example[2].flat()])
  }
}
