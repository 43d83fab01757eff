// @vitest-environment happy-dom
import type { InsideAsk, InsideFound } from '@contract/inside/inside'
import type { InsideUpdate, UpdateAsk } from '@contract/inside/update'
import { ok } from '@contract/result'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../../helpers/saying'
import { openPage, type TestPage } from '../helpers/page'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()
function update(tensor: string, index: number, shape: readonly number[], batch = 1): InsideUpdate {
  const way = { tensor, index, shape, before: 1, after: 0.9, gradient: 2, clipped: 2 }
  return {
    ...{ kind: 'update', timeSteps: 1, outputs: 1, batch, loss: 0.25, batchLoss: 0.25, lossAfter: 0.2 },
    stateNorms: [Float64Array.of(0, 1)],
    gradientNorms: [Float64Array.of(0.1, 1)],
    ...{ predictions: Float64Array.of(0.5), targets: Float64Array.of(1), byPredictions: Float64Array.of(-1) },
    ...{
      norm: 2,
      greatest: 0,
      share: 1,
      optimizer: 'sgd',
      learningRate: 0.05,
      momentum: 0,
      optimizerUpdate: 1,
    },
    weight: { ...way, slotsBefore: [0], slotsAfter: [2] },
    tensors:
      state().description?.parameters.map(({ name }) => ({ name, gradient: 1, norm: 1, change: 1 })) ?? [],
    broke: null,
  }
}

/** Answers every question from now on, and keeps the weights that are asked for. */
function answering(batch = 1) {
  const weights: UpdateAsk['weight'][] = []
  const told = (ask: InsideAsk): InsideFound => {
    if (ask.kind !== 'update') return { problem: madeUp('Nothing of that.') }
    weights.push(ask.weight)
    const { tensor, index } = ask.weight ?? { tensor: 'out.bias', index: 0 }
    return { value: update(tensor, index, tensor === 'out.bias' ? [1] : [1, 32], batch) }
  }
  vi.spyOn(page.fake.api.request, 'inside').mockImplementation(async ({ runId, asks }) =>
    ok({ runId, update: 3, told: asks.map(told) }),
  )
  return weights
}

describe('one update in slow motion', () => {
  it('goes from place to place, and follows the weight that is chosen, as long as the network has it', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(3))
    const weights = answering()
    await page.settle(() => state().showInsideView('update'))
    await page.click('tab-inside')
    await page.settle()
    expect(weights).toEqual([null])
    expect(page.text('update-words')).toBe('Before the window: the state that goes into it has ‖h₀‖ = 0.')
    await page.click('update-on')
    expect(page.text('update-words')).toContain('Forward pass, time step 1')
    await page.choose('update-tensor', 'out.weight')
    await page.settle()
    await page.type('update-column', '5')
    await page.settle()
    // What is not there is not asked.
    await page.type('update-column', '32')
    await page.type('update-column', '1.5')
    expect(weights).toEqual([null, { tensor: 'out.weight', index: 0 }, { tensor: 'out.weight', index: 5 }])
    const { description } = state()
    if (!description) throw new Error('there is no run')
    const parameters = description.parameters.filter(({ name }) => name !== 'out.weight')
    await page.settle(() => page.fake.emit('runOpened', { ...description, id: 'other', parameters }))
    expect(page.find('update-column')).toBeNull()
  })

  it('names no update before it knows one, and of a batch says what is of all its sequences', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(3))
    vi.spyOn(page.fake.api.request, 'inside').mockReturnValue(new Promise(() => {}))
    await page.settle(() => state().showInsideView('update'))
    await page.click('tab-inside')
    await page.settle()
    const title = () => page.get('inside-update').querySelector('h2')?.textContent
    expect([title(), page.text('inside-update-summary')]).toEqual(['One update', 'Looking inside …'])
    answering(4)
    await page.settle(() => page.fake.train(1))
    await page.settle()
    expect(title()).toBe('Update 3 in slow motion')
    expect(page.text('update-of-batch')).toMatch(/those of sequence 1\. .* the whole batch of 4 sequences/)
  })
})
