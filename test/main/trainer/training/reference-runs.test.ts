import { cpus } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { tensorflowVersions } from '../../../../main/trainer/tensorflow'
import { createCompiledEngine, eagerEngine } from '../../../../main/trainer/training/engine/engine'
import { NORM_TOLERANCE } from '../../../helpers/reference'
import { follow, type Greatest, recordedRun } from './follow-reference'

const TORCH = [
  'torch-rnn-seed1',
  'torch-rnn-head-seed1',
  'torch-rnn-dynamic-seed1',
  'torch-rnn-no-carry-seed1',
  'torch-rnn-2layer-seed1',
  'torch-rnn-relu-seed1',
  'torch-rnn-sgd-seed1',
  'torch-rnn-rmsprop-clip-seed1',
  'torch-rnn-batch4-seed1',
  'torch-gru-seed1',
  'torch-gru-3layer-seed1',
  'torch-lstm-seed1',
  'torch-lstm-2layer-seed1',
  'torch-lstm-2layer-batch3-seed1',
]

const TENSORFLOW = [1, 2, 3, 4, 5, 6].map((seed) => `tensorflow-basic-rnn-seed${seed}`)

function expectTheSame(greatest: Greatest) {
  expect(greatest.prediction).toBeLessThan(1e-4)
  expect(greatest.loss).toBeLessThan(1e-4)
  expect(greatest.gradientNorm).toBeLessThan(NORM_TOLERANCE)
  expect(greatest.weight).toBeLessThan(1e-4)
  expect(greatest.state).toBeLessThan(1e-4)
}

describe.each(['eager', 'compiled'])('whole runs of other frameworks, followed by the %s engine', (name) => {
  const engine = name === 'eager' ? eagerEngine : createCompiledEngine()
  afterAll(() => engine.dispose())

  it.each(TORCH)('%s, from its initial weights and from the seed alone', (file) => {
    const run = recordedRun(file)
    expect(run.updates).toHaveLength(run.options.updates)
    for (const start of ['file', 'seed'] as const) expectTheSame(follow(run, start, engine))
  })

  it.each(TENSORFLOW)('%s, before and after each update', (file) => {
    const run = recordedRun(file)
    expect(run.updates).toHaveLength(60)
    for (const shown of ['before-update', 'after-update'] as const) {
      const greatest = follow(run, 'file', engine, { shown })
      // Of its own processor to the last bit; the norm is in no such file.
      if (run.processor === cpus()[0]?.model && run.framework.endsWith(tensorflowVersions().tensorflow))
        expect(greatest).toEqual({ prediction: 0, loss: 0, gradientNorm: 0, weight: 0, state: 0 })
      // As far as TensorFlow with oneDNN is from itself without.
      expect(greatest.prediction).toBeLessThan(1e-3)
      expect(greatest.loss).toBeLessThan(1e-3)
    }
  })
})

describe('a run that is not the same', () => {
  const run = recordedRun('torch-rnn-seed1')

  it('is told from it: no carried state, or the other form of Adam', () => {
    expect(follow(run, 'file', eagerEngine, { carryState: false }).prediction).toBeGreaterThan(0.1)
    const other = follow(run, 'file', eagerEngine, { optimizer: 'adam-tensorflow' })
    expect(other.prediction).toBeGreaterThan(1e-4)
  })

  it('is the same when only the calls of the read-out differ', () => {
    expectTheSame(follow(run, 'file', eagerEngine, { readout: 'batched' }))
  })
})
