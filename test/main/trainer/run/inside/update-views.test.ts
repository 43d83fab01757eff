import type { InsideAsk, InsideKind, InsideTold } from '@contract/inside/inside'
import type { InsideUpdate } from '@contract/inside/update'
import type { RunConfig } from '@contract/settings/run-config'
import { describe, expect, it } from 'vitest'
import { good, smallRun } from '../../judged-bench'
import { answered, type Bench, idOf, lesson, standing, trained } from '../../moment-bench'

async function told<Kind extends InsideKind>(
  bench: Bench,
  update: number | null,
  ask: InsideAsk<Kind> & { readonly kind: Kind },
): Promise<InsideTold<Kind>> {
  const question = { runId: idOf(bench), update, asks: [ask as InsideAsk], lane: 'live' as const }
  const { told } = good(await answered(bench, bench.trainer.inside(question)))
  const [found] = told
  if (!found || 'problem' in found) throw new Error(`nothing was found: ${JSON.stringify(found)}`)
  return found.value as InsideTold<Kind>
}

const lossAt = ({ losses }: Bench, update: number) => losses()[update - 1] ?? Number.NaN
const normAt = ({ payloads }: Bench, update: number) =>
  payloads('updates').flatMap(({ gradientNorms }) => [...gradientNorms])[update - 1] ?? Number.NaN
const root = (sum: number) => Math.sqrt(sum)
const sumOfSquares = (values: readonly number[]) => values.reduce((sum, value) => sum + value ** 2, 0)

/** The optimisers' rules as their papers have them, in float64. */
function ruled({ optimizer, learningRate, momentum, optimizerUpdate: t, weight }: InsideUpdate): number {
  const { before, clipped, slotsBefore } = weight
  const [first = 0, second = 0] = slotsBefore
  const m = 0.9 * first + 0.1 * clipped
  const v = 0.999 * second + 0.001 * clipped ** 2
  switch (optimizer) {
    case 'adam':
      return before - (learningRate * (m / (1 - 0.9 ** t))) / (root(v / (1 - 0.999 ** t)) + 1e-8)
    case 'adam-tensorflow':
      return before - (((learningRate * root(1 - 0.999 ** t)) / (1 - 0.9 ** t)) * m) / (root(v) + 1e-8)
    case 'rmsprop':
      return before - (learningRate * clipped) / (root(0.99 * first + 0.01 * clipped ** 2) + 1e-8)
    case 'sgd':
      return before - learningRate * (momentum * first + clipped)
  }
}

const RUNS: readonly (readonly [string, RunConfig])[] = [
  ['the lesson', lesson({ updates: 8 })],
  [
    'a clipped LSTM of two layers by RMSprop',
    lesson({ updates: 8, cell: 'lstm', layers: 2, optimizer: 'rmsprop', clipNorm: 0.05 }),
  ],
  ['a GRU by SGD with momentum', lesson({ updates: 8, cell: 'gru', optimizer: 'sgd', momentum: 0.8 })],
  ['TensorFlow’s Adam', lesson({ updates: 8, family: 'tensorflow', optimizer: 'adam-tensorflow' })],
  ['a batch of a series', smallRun('lorenz', { updates: 8 })],
]

describe('one update in slow motion', () => {
  it.each(RUNS)('has the numbers of the run itself, of %s', async (_, config) => {
    const bench = await trained(config)
    for (const number of [1, 5]) {
      const update = await told(bench, number, { kind: 'update', weight: null })
      expect(update.broke).toBeNull()
      expect(Math.fround(update.batchLoss)).toBe(lossAt(bench, number))
      expect(Math.fround(update.norm)).toBe(normAt(bench, number))
      const ofTensors = root(sumOfSquares(update.tensors.map(({ gradient }) => gradient)))
      expect(ofTensors / update.norm).toBeCloseTo(1, 5)
      const clipped = config.training.clipNorm > 0 && update.norm > config.training.clipNorm
      expect(update.share).toBeCloseTo(clipped ? config.training.clipNorm / (update.norm + 1e-6) : 1, 6)
      // The rule of its paper leads to the new weight, within float32's last digits of the change.
      const { weight } = update
      const change = Math.abs(weight.after - weight.before)
      expect(Math.abs(ruled(update) - weight.after)).toBeLessThan(1e-4 * change + 2e-7)
      if (config.training.batch === 1) expect(update.loss / update.batchLoss).toBeCloseTo(1, 4)
    }
  })

  it('ends its gradient at the wall, and follows the weight that is asked for', async () => {
    const bench = await trained(lesson({ updates: 8, hiddenUnits: 4 }))
    const update = await told(bench, 3, { kind: 'update', weight: { tensor: 'out.weight', index: 2 } })
    expect(update.weight).toMatchObject({ tensor: 'out.weight', index: 2, shape: [1, 4] })
    expect(update.gradientNorms[0]?.length).toBe(11)
    expect(update.stateNorms[0]?.length).toBe(11)
    // dL/dW of the read-out is Σ ∂L/∂ŷ_t h_t, and that by the bias Σ ∂L/∂ŷ_t.
    const bias = await told(bench, 3, { kind: 'update', weight: { tensor: 'out.bias', index: 0 } })
    const sum = [...bias.byPredictions].reduce((total, each) => total + each, 0)
    expect(bias.weight.gradient).toBeCloseTo(sum, 5)
    const question = { runId: idOf(bench), update: 3, lane: 'live' as const }
    const wrong = { kind: 'update' as const, weight: { tensor: 'out.bias', index: 1 } }
    const answer = good(await answered(bench, bench.trainer.inside({ ...question, asks: [wrong] })))
    expect(answer.told[0]).toHaveProperty('problem.id', 'inside.noWeight')
  })

  it('lowers the loss of its own window at a small rate, as gradient descent must', async () => {
    const bench = await trained(lesson({ updates: 8, optimizer: 'sgd', learningRate: 0.001 }))
    const update = await told(bench, 4, { kind: 'update', weight: null })
    // To first order the loss falls by the rate times the squared norm.
    expect((update.loss - update.lossAfter) / (0.001 * update.norm ** 2)).toBeCloseTo(1, 1)
  })

  it('says of an update that cannot be made what was not finite', async () => {
    const bench = await trained(lesson({ updates: 50, learningRate: 10, optimizer: 'sgd', cell: 'rnn-relu' }))
    expect(bench.state()?.phase).toBe('diverged')
    const update = await told(bench, null, { kind: 'update', weight: null })
    expect(update.broke).toBe(bench.state()?.broke?.what)
  })
})

describe('the weights', () => {
  it('are those before the update, against those at the beginning, with how far it moves them', async () => {
    const bench = await trained(lesson({ updates: 8 }))
    const { initial, present } = standing(bench)
    const { tensors } = await told(bench, null, { kind: 'weights' })
    for (const tensor of tensors) {
      const now = [...(present.parameters.get(tensor.name)?.values ?? [])]
      const first = [...(initial.parameters.get(tensor.name)?.values ?? [])]
      expect(tensor.norm).toBeCloseTo(root(sumOfSquares(now)), 6)
      expect(tensor.initialNorm).toBeCloseTo(root(sumOfSquares(first)), 6)
      expect([...tensor.bars].reduce((sum, bar) => sum + bar, 0)).toBe(now.length)
      // numpy.histogram's bars of one width, the last with its upper edge.
      const width = (tensor.to - tensor.from) / tensor.bars.length
      const inFirst = now.filter((value) => value < tensor.from + width).length
      expect(Math.abs((tensor.bars[0] ?? 0) - inFirst)).toBeLessThanOrEqual(1)
    }
    // Adam's first update moves every weight by the rate: the change is the rate times the root of their number.
    const fresh = await told(bench, 1, { kind: 'weights' })
    const kernel = fresh.tensors.find(({ name }) => name === 'rnn.weight_hh_l0')
    expect(kernel?.change).toBeCloseTo(0.02 * 8, 3)
  })

  it('have ratios over the run that are those of each update by itself', async () => {
    const bench = await trained(lesson({ updates: 40 }), [[20, { learningRate: 0.001 }]])
    const { updates, tensors } = await told(bench, 40, { kind: 'ratios' })
    expect(updates.at(-1)).toBe(40)
    expect([...updates]).toEqual([...updates].toSorted((a, b) => a - b))
    for (const at of [0, updates.length - 1]) {
      const single = await told(bench, updates[at] ?? 1, { kind: 'weights' })
      for (const { name, ratios } of tensors) {
        const tensor = single.tensors.find((other) => other.name === name)
        expect(ratios[at]).toBe((tensor?.change ?? 0) / (tensor?.norm ?? 1))
      }
    }
  })
})
