import {
  encodeUnoptimizedConfig,
  type FunctionMessage,
  type GraphMessage,
  type NodeMessage,
  shapeMessage,
} from './native/messages'
import { outputName } from './recording/ops'
import type { RecordedConstant, Recording, Source, ValueType } from './recording/recording'

/*
 * A recording becomes the body of a function, and the graph one call of it. Left in the graph itself it would be
 * rewritten by Grappler, which counts on (x + a) - a being x, or x / sqrt(y) being x · rsqrt(y): true of numbers, not
 * of their float32 forms. A function can keep Grappler away, so a graph gives what eager execution gives, to the bit.
 */

const FUNCTION = 'recorded'

/**
 * Who runs the ops of a graph. One thread takes one op after another, which for ops of some microseconds is quicker than
 * to hand them over. Several take what does not wait for each other: as many as TF_NUM_INTEROP_THREADS says.
 */
export type Threads = 'one' | 'several'

/** TensorFlow's names for them; the empty one is its usual executor. */
const EXECUTORS: Readonly<Record<Threads, string>> = { one: 'SINGLE_THREADED_EXECUTOR', several: '' }

/** Writes a recording down as a graph: placeholders, the call, and an identity for each output. */
export function graphOf(recording: Recording, threads: Threads): GraphMessage {
  const { inputs, outputs } = recording
  return {
    node: [
      ...inputs.map(({ shape, dtype }, index) => ({
        name: `input${index}`,
        op: 'Placeholder',
        input: [],
        attr: { dtype: { type: dtype }, shape: { shape: shapeMessage(shape) } },
      })),
      {
        name: 'call',
        op: 'PartitionedCall',
        input: inputs.map((_, index) => `input${index}`),
        attr: {
          Tin: { list: { type: inputs.map(({ dtype }) => dtype) } },
          Tout: { list: { type: outputs.map(({ dtype }) => dtype) } },
          f: { func: { name: FUNCTION } },
          executor_type: { s: new TextEncoder().encode(EXECUTORS[threads]) },
          config_proto: { s: encodeUnoptimizedConfig() },
        },
      },
      ...outputs.map(({ dtype }, index) => ({
        name: `output${index}`,
        op: 'Identity',
        input: [`call:${index}`],
        attr: { T: { type: dtype } },
      })),
    ],
    library: { function: [functionOf(recording)] },
  }
}

/** The names by which so many inputs are fed, as the binding wants them. */
export function inputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `input${index}:0`).join()
}

/** The names by which so many outputs are fetched, as the binding wants them. */
export function outputNames(count: number): string {
  return Array.from({ length: count }, (_, index) => `output${index}:0`).join()
}

function functionOf({ inputs, constants, nodes, outputs }: Recording): FunctionMessage {
  const nameOf = (source: Source) => {
    switch (source.kind) {
      case 'input':
        return `argument${source.index}`
      case 'constant':
        return `constant${source.index}:output:0`
      case 'node':
        return `node${source.index}:${outputName(nodes[source.index]?.op ?? '', source.output)}`
    }
  }
  return {
    signature: {
      name: FUNCTION,
      inputArg: inputs.map(argument('argument')),
      outputArg: outputs.map(argument('result')),
    },
    nodeDef: [
      ...constants.map(constantNode),
      ...nodes.map(({ op, attributes, inputs: from }, index) => ({
        name: `node${index}`,
        op,
        input: from.map(nameOf),
        attr: attributes,
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
