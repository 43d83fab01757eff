// @vitest-environment happy-dom
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Chart } from 'chart.js'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { loadReference } from '../../renderer/commands/reference-runs'
import { createHistory } from '../../renderer/store/curves/history'
import { differenceSoFar, REFERENCED } from '../../renderer/store/curves/reference'
import { referenceRun } from '../helpers/reference'
import { fakeBatch } from './helpers/fake-batch'
import { openPage, type TestPage } from './helpers/page'

const FILES = ['torch-rnn-seed1', 'torch-rnn-head-seed1', 'torch-rnn-dynamic-seed1']

describe('the files', () => {
  it.each(FILES)('%s is small', (name) => {
    const file = resolve(import.meta.dirname, `../../renderer/references/${name}.json`)
    expect(statSync(file).size).toBeLessThan(40_000)
    expect(readFileSync(file, 'utf8')).not.toContain('"initial"')
  })

  it.each([
    ['pytorch', 'torch-rnn-seed1'],
    ['pytorch-dynamic', 'torch-rnn-dynamic-seed1'],
  ] as const)('have the numbers of the whole run of %s, to the last bit of float32', async (id, name) => {
    const run = await loadReference(id)
    const { updates } = referenceRun(name)
    expect(run.losses.map(Math.fround)).toEqual(updates.map(({ loss }) => Math.fround(loss)))
    expect(run.lengths).toEqual(updates.map(({ points }) => points))
    const predictions = updates.flatMap(({ prediction }) => prediction)
    expect(run.predictions.map(Math.fround)).toEqual(predictions.map(Math.fround))
  })

  it.each(REFERENCED)('have as many predictions as time steps for %s', async (id) => {
    const { losses, lengths, predictions } = await loadReference(id)
    expect(lengths).toHaveLength(losses.length)
    expect(predictions).toHaveLength(lengths.reduce((sum, length) => sum + length, 0))
    expect(losses).toHaveLength(id === 'pytorch-later' ? 100 : 60)
  })
})

describe('the largest difference', () => {
  const run = { losses: [0, 0], lengths: [2, 3], predictions: [1, 2, 3, 4, 5] }
  const batch = (lengths: number[], predictions: number[], firstUpdate = 1) => ({
    ...fakeBatch(firstUpdate, 0),
    losses: new Float32Array(lengths.length),
    gradientNorms: new Float32Array(lengths.length),
    lengths: Uint32Array.from(lengths),
    starts: new Float64Array(lengths.length),
    steps: new Float64Array(lengths.length),
    inputs: new Float32Array(predictions.length),
    targets: new Float32Array(predictions.length),
    predictions: Float32Array.from(predictions),
  })

  function difference(...batches: ReturnType<typeof batch>[]) {
    const history = createHistory()
    for (const one of batches) history.append(one)
    return differenceSoFar(history, run)
  }

  it('is that of all time steps that both have', () => {
    expect(difference(batch([2], [1, 2.5]))).toBe(0.5)
    expect(difference(batch([2, 3], [1, 2.5, 3, 4, 3]))).toBe(2)
    expect(difference(batch([2, 3, 1], [1, 2, 3, 4, 5, 99]))).toBe(0)
  })

  it('finds the place of a page that was opened late', () => {
    expect(difference(batch([3], [3, 4, 5.25], 2))).toBe(0.25)
  })

  it('has nothing to say of other windows, and does not take NaN for none', () => {
    expect(difference()).toBeNull()
    expect(difference(batch([3], [1, 2, 3]))).toBeNull()
    expect(difference(batch([2], [1, Number.NaN]))).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('compare with PyTorch', () => {
  let page: TestPage

  afterEach(() => page.close())

  /** Updates whose predictions are PyTorch's and a little more. */
  async function nearlyPyTorch(updates: number, off: number) {
    const { predictions } = await loadReference('pytorch')
    const batch = fakeBatch(1, updates)
    await page.settle(() =>
      page.fake.emit('updates', {
        ...batch,
        predictions: batch.predictions.map((_, index) => (predictions[index] ?? 0) + off),
      }),
    )
  }

  async function show() {
    await page.click('toggle-reference')
    await page.settle(() => vi.dynamicImportSettled())
    await page.settle()
  }

  const referenceLine = () =>
    Chart.getChart(page.get('prediction-chart') as HTMLCanvasElement)?.data.datasets[1]?.data ?? []

  it('draws PyTorch’s prediction and tells how near ours is', async () => {
    page = await openPage()
    await nearlyPyTorch(3, 0.25)
    expect([page.text('reference-difference'), referenceLine()]).toEqual(['', []])
    await show()
    expect(page.text('reference-difference')).toBe('largest difference so far: 2.5e-1')
    // Three windows of ten, a gap before each.
    expect(referenceLine()).toHaveLength(33)
    expect(referenceLine()[1]).toMatchObject({ x: 0, y: expect.closeTo(-0.1065503, 7) })
    await page.click('toggle-reference')
    await page.settle()
    expect([page.text('reference-difference'), referenceLine()]).toEqual(['', []])
  })

  it('has another run for another preset', async () => {
    page = await openPage()
    await nearlyPyTorch(1, 0)
    await show()
    expect(page.world.store.getState().reference?.presetId).toBe('pytorch')
    await page.applyPreset('pytorch-later')
    await page.settle(() => page.fake.train(1))
    await page.settle(() => vi.dynamicImportSettled())
    await page.settle()
    expect(page.world.store.getState().reference?.run.losses).toHaveLength(100)
    expect(page.text('reference-difference')).toMatch(/^largest difference so far: \d\.\de-1$/)
  })

  it('is not offered where the initial weights or the settings are others', async () => {
    page = await openPage()
    await page.click('one-update')
    expect(page.find('toggle-reference')).not.toBeNull()
    await page.type('learning-rate', '0.05')
    expect(page.find('toggle-reference')).toBeNull()
    await page.click('back-to-lesson')
    expect(page.find('toggle-reference')).not.toBeNull()
    await page.type('seed', '2')
    await page.click('reset')
    await page.click('one-update')
    expect(page.find('toggle-reference')).toBeNull()
    await page.applyPreset('tensorflow-carried')
    await page.click('one-update')
    expect(page.find('toggle-reference')).toBeNull()
  })

  it('is not offered for weights from a file', async () => {
    page = await openPage()
    const { description } = page.world.store.getState()
    if (!description) throw new Error('the fake has a run')
    await page.click('one-update')
    await page.settle(() =>
      page.fake.emit('runOpened', { ...description, origin: { kind: 'file', name: 'a.safetensors' } }),
    )
    expect(page.find('toggle-reference')).toBeNull()
  })
})
