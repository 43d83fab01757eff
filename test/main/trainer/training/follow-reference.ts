import type { OptimizerName } from '@contract/settings/run-config'
import { runConfigOf } from '@contract/settings/settings'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import type { NamedArrays } from '../../../../main/trainer/network/shape/named-arrays'
import type { Engine } from '../../../../main/trainer/training/engine/engine'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../helpers/lesson-settings'
import { greatestDifference, type ReferenceRun, referenceRun } from '../../../helpers/reference'

/** What torch_reference.py and tensorflow_reference.py write beside the numbers; the oldest files lack the last. */
type Options = {
  readonly cell: 'rnn' | 'rnn-relu' | 'gru' | 'lstm'
  readonly hidden: number
  readonly layers: number
  readonly seed: number
  readonly updates: number
  readonly points: number
  readonly endpoint: boolean
  readonly lr: number
  readonly carryState: boolean
  readonly windowLengths?: readonly number[] | null
  readonly optimizer?: OptimizerName
  readonly momentum?: number
  readonly clipNorm?: number
  readonly batch?: number
}

type RecordedUpdate = ReferenceRun['updates'][number] & {
  readonly gradientNorm?: number
  readonly predictionAfterUpdate?: readonly number[]
}

export type RecordedRun = Omit<ReferenceRun, 'updates'> & {
  readonly framework: string
  /** Of the machine that made it; the files of PyTorch leave it out. */
  readonly processor?: string
  readonly options: Options
  readonly updates: readonly RecordedUpdate[]
}

export function recordedRun(name: string): RecordedRun {
  return referenceRun(name) as RecordedRun
}

/** The settings with which a run of another framework was made. */
export function settingsOf({ framework, options }: RecordedRun): MathSettings {
  const tensorflow = framework.startsWith('tensorflow')
  const { lr, hidden, cell, windowLengths, ...same } = options
  return {
    ...LESSON_SETTINGS,
    ...same,
    learningRate: lr,
    hiddenUnits: hidden,
    cell: cell === 'rnn' ? 'rnn-tanh' : cell,
    span: windowLengths ? 'random' : 'one',
    family: tensorflow ? 'tensorflow' : 'pytorch',
    optimizer: options.optimizer ?? (tensorflow ? 'adam-tensorflow' : 'adam'),
    readout: tensorflow ? 'batched' : 'per-time-step',
  }
}

/** Parameters of a file by our names; TensorFlow's one kernel [1 + H, H] is W_ih^T over W_hh^T. */
function parametersOf(run: RecordedRun, which: 'initial' | 'final'): NamedArrays {
  const values = run[which]
  const network = settingsOf(run)
  const kernel = values['rnn/basic_rnn_cell/kernel'] as number[][] | undefined
  const byName: Record<string, number[] | number[][] | undefined> = kernel
    ? {
        'rnn.weight_ih_l0': kernel[0],
        'rnn.weight_hh_l0': kernel.slice(1).map((_, i) => kernel.slice(1).map((row) => row[i] as number)),
        'rnn.bias_ih_l0': values['rnn/basic_rnn_cell/bias'],
        'out.weight': values['dense/kernel'],
        'out.bias': values['dense/bias'],
      }
    : values
  return new Map(
    describeNetwork(network).parameters.map(({ name, shape }) => [
      name,
      { shape, values: Float32Array.from((byName[name] ?? []).flat()) },
    ]),
  )
}

export type Greatest = {
  prediction: number
  loss: number
  gradientNorm: number
  weight: number
  state: number
}

/**
 * Makes all updates of a recorded run and gives the largest differences of each kind.
 *
 * @param start initial weights from the file, or drawn from its seed
 * @param changes settings other than those of the file
 */
export function follow(
  run: RecordedRun,
  start: 'file' | 'seed',
  engine: Engine,
  changes: Partial<MathSettings> = {},
): Greatest {
  const config = { ...settingsOf(run), ...changes }
  const initial = start === 'file' ? parametersOf(run, 'initial') : initialWeights(config)
  const learner = createLearner(freshSnapshot(initial, config), () => engine)
  const greatest: Greatest = { prediction: 0, loss: 0, gradientNorm: 0, weight: 0, state: 0 }
  const raise = (kind: keyof Greatest, ours: ArrayLike<number>, theirs: ArrayLike<number>) => {
    greatest[kind] = Math.max(greatest[kind], greatestDifference(ours, theirs))
  }
  // Windows of random lengths go one by one, others two in a call.
  const perCall = config.span === 'random' ? 1 : 2
  for (let first = 0; first < run.updates.length; first += perCall) {
    const windows = nextWindows(learner, LESSON_SOURCE, runConfigOf(config), perCall)
    for (const [i, result] of learner.updateAll(windows, config).entries()) {
      const theirs = run.updates[first + i]
      if (result.kind !== 'updated' || !theirs) throw new Error(`update ${first + i + 1} ${result.kind}`)
      const after = config.shown === 'after-update' ? theirs.predictionAfterUpdate : undefined
      raise('prediction', result.predictions, after ?? theirs.prediction)
      raise('loss', [result.loss], [theirs.loss])
      if (theirs.gradientNorm !== undefined)
        raise('gradientNorm', [result.gradientNorm], [theirs.gradientNorm])
    }
  }
  const { parameters, states } = learner.snapshot()
  const final = parametersOf(run, 'final')
  for (const [name, { values }] of parameters) raise('weight', values, final.get(name)?.values ?? [])
  const numbers = states.flatMap(({ values }) => [...values])
  raise('state', numbers, run.finalState.flat(3))
  learner.dispose()
  return greatest
}
