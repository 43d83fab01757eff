import { TENSORFLOW_SETTINGS } from '../../../main/host/tensorflow-settings'
import type { ProgramName } from '../programs/programs'
import type { RaceName } from '../sets'

/** Someone who makes updates, in a process with an environment of its own. */
export type Competitor = {
  readonly name: string
  readonly sets: readonly RaceName[]
  /** Numbers that only come out the same with the same network and the same Adam; others are only alike. */
  readonly followsReference: boolean
  readonly environment: Readonly<Record<string, string>>
} & (
  | { readonly runtime: 'node'; readonly program: ProgramName }
  | { readonly runtime: 'python'; readonly script: string; readonly args: readonly string[] }
)

/** The competitors that ratios are made of. */
export const COMPILED = 'compiled'
export const PLAIN = 'plain tfjs-node'
export const TORCH = 'PyTorch'

/** What the app gives its trainer, but for the number of threads inside an op. */
export function tensorflow(intraOpThreads: number): Record<string, string> {
  return { ...TENSORFLOW_SETTINGS, TF_NUM_INTRAOP_THREADS: String(intraOpThreads) }
}

/** TensorFlow as it comes, but for its chatter: settings are part of what we do to be fast. */
const AS_IT_COMES = { TF_CPP_MIN_LOG_LEVEL: '2' }

function ours(
  name: string,
  program: ProgramName,
  sets: readonly RaceName[],
  environment = tensorflow(1),
): Competitor {
  return { name, sets, runtime: 'node', program, followsReference: program !== 'layers', environment }
}

function torch(threads: number, adam: 'default' | 'fused'): Competitor {
  return {
    name: `${TORCH}, ${threads === 1 ? '1 thread' : `${threads} threads`}${adam === 'fused' ? ', fused Adam' : ''}`,
    sets: ['race'],
    runtime: 'python',
    script: 'torch_rnn.py',
    args: [String(threads), adam],
    followsReference: true,
    environment: { OMP_NUM_THREADS: String(threads) },
  }
}

function tfFunction(name: string, xla: boolean): Competitor {
  return {
    name,
    sets: ['race'],
    runtime: 'python',
    script: 'tf_function.py',
    args: xla ? ['xla'] : [],
    followsReference: true,
    environment: { TF_CPP_MIN_LOG_LEVEL: '3' },
  }
}

export const COMPETITORS: readonly Competitor[] = [
  ours(COMPILED, 'compiled', ['race', 'ladder', 'threads']),
  ours('compiled, 2 threads in an op', 'compiled', ['threads'], tensorflow(2)),
  ours('compiled, one thread in all', 'compiled', ['threads', 'ladder'], {
    ...tensorflow(1),
    TF_NUM_INTEROP_THREADS: '1',
  }),
  ours('compiled, oneDNN', 'compiled', ['threads'], { ...tensorflow(1), TF_ENABLE_ONEDNN_OPTS: '1' }),
  ours('compiled, one update a call', 'compiled-single', ['ladder']),
  ours('recorded, derived gradient, packed', 'recorded-packed', ['ladder']),
  ours('recorded as it is', 'recorded-plain', ['ladder']),
  ours('our eager', 'eager', ['race', 'ladder']),
  ours(PLAIN, 'plain', ['race', 'ladder'], AS_IT_COMES),
  ours(`${PLAIN}, the app's settings`, 'plain', ['ladder']),
  ours('tf.layers + trainOnBatch', 'layers', ['race'], AS_IT_COMES),
  torch(1, 'default'),
  torch(2, 'default'),
  torch(1, 'fused'),
  torch(2, 'fused'),
  tfFunction('tf.function', false),
  tfFunction('tf.function, XLA', true),
]
