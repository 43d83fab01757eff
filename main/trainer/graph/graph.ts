import type { Folded } from './folded'
import { type FunctionMessage, type GraphMessage, type NodeMessage, shapeMessage } from './native/messages'
import { outputName } from './recording/ops'
import type { RecordedConstant, Recording, Source, ValueType } from './recording/recording'

/*
 * A recording becomes the body of a function, and the graph one call of it. Left in the graph itself it would be
 * rewritten by Grappler, which counts on (x + a) - a being x, or x / sqrt(y) being x · rsqrt(y): true of numbers, not
 * of their float32 forms. A function can keep Grappler away, so a graph gives what eager execution gives, to the bit.
 *
 * Around the call there is as little as can be, since TensorFlow prepares a session in its first run, and of a large
 * recording that took ten times as long as an update and more. It is called by its name: `PartitionedCall` would have the
 * function placed, taken apart and put together again for devices that there are not. And of fewer than four nodes
 * Grappler does not even look at what they call, which it otherwise translates and copies a dozen times.
 */

const FUNCTION = 'recorded'
const CALL = 'call'
const FED = 'fed'

/**
 * Who runs the ops of a graph. One thread takes one op after another, which for ops of some microseconds is quicker than
 * to hand them over. Several take what does not wait for each other: as many as TF_NUM_INTEROP_THREADS says.
 */
export type Threads = 'one' | 'several'

/** TensorFlow's names for them; the empty one is its usual executor. */
const EXECUTORS: Readonly<Record<Threads, string>> = { one: 'SINGLE_THREADED_EXECUTOR', several: '' }

/** Writes a recording down as a graph: something to feed, and the call. */
export function graphOf({ main, functions }: Folded, threads: Threads): GraphMessage {
  const types = main.inputs.map(({ dtype }) => dtype)
  const call: NodeMessage = {
    name: CALL,
    op: FUNCTION,
    input: types.map((_, index) => `${FED}:${index}`),
    attr: callAttributes(threads),
  }
  const written = [[FUNCTION, main] as const, ...functions].map(([name, recording]) =>
    functionOf(name, recording, new Set(functions.keys()), threads),
  )
  return { node: [...fedNode(types), call], library: { function: written } }
}

function callAttributes(threads: Threads): NodeMessage['attr'] {
  return {
    _executor: { s: new TextEncoder().encode(EXECUTORS[threads]) },
    // Nobody asks the graph for its shapes.
    _disable_call_shape_inference: { b: true },
  }
}

/** A node of its own for each input would be too many: any op will do that has so many outputs, as it is never run. */
function fedNode(types: readonly number[]): readonly NodeMessage[] {
  return types.length === 0
    ? []
    : [{ name: FED, op: 'Unstage', input: [], attr: { dtypes: { list: { type: types } } } }]
}

/** The names by which so many inputs are fed, as the binding wants them. */
export function inputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `${FED}:${index}`).join()
}

/** The names by which so many outputs are fetched, as the binding wants them. */
export function outputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `${CALL}:${index}`).join()
}

/** @param called names of the functions that nodes may call */
function functionOf(
  name: string,
  { inputs, constants, nodes, outputs }: Recording,
  called: ReadonlySet<string>,
  threads: Threads,
): FunctionMessage {
  const outputOf = (op: string, output: number) =>
    called.has(op) ? `result${output}:0` : outputName(op, output)

  const nameOf = (source: Source) => {
    switch (source.kind) {
      case 'input':
        return `argument${source.index}`
      case 'constant':
        return `constant${source.index}:output:0`
      case 'node':
        return `node${source.index}:${outputOf(nodes[source.index]?.op ?? '', source.output)}`
    }
  }
  return {
    signature: {
      name,
      inputArg: inputs.map(argument('argument')),
      outputArg: outputs.map(argument('result')),
    },
    nodeDef: [
      ...constants.map(constantNode),
      ...nodes.map(({ op, attributes, inputs: from }, index) => ({
        name: `node${index}`,
        op,
        input: from.map(nameOf),
        attr: called.has(op) ? callAttributes(threads) : attributes,
      })),
    ],
    ret: Object.fromEntries(outputs.map(({ source }, index) => [`result${index}`, nameOf(source)])),
    // Not put into the graph around it, and not optimised with it: functions of tf.data, as this attribute marks
    // them, are left alone until they are called, and the call has its own settings.
    attr: { _noinline: { b: true }, _tf_data_function: { b: true } },
  }
}

function argument(name: string) {
  return ({ dtype }: ValueType, index: number) => ({ name: `${name}${index}`, type: dtype })
}

function constantNode({ shape, dtype, bytes }: RecordedConstant, index: number): NodeMessage {
  const tensor = { dtype, tensorShape: shapeMessage(shape), tensorContent: bytes }
  const attr = { dtype: { type: dtype }, value: { tensor } }
  return { name: `constant${index}`, op: 'Const', input: [], attr }
}
