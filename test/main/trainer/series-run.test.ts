import { suggestedRun } from '@contract/data/made-series'
import { inEnglish } from '@contract/language/say'
import type { RunDescription, UpdateBatch } from '@contract/run/run'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { MadeName, SeriesSource } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { madeSeries } from '../../../main/trainer/data/made/made-series'
import { fitScaler } from '../../../main/trainer/data/windows/scaler'
import { createPresentTrainer } from '../../helpers/present-trainer'

/** Makes updates one by one, and gives what was told of the run. */
async function stepped(name: MadeName, updates: number, changes: Partial<Settings> = {}) {
  const batches: UpdateBatch[] = []
  const described: RunDescription[] = []
  const clock = { now: () => 0, soon: () => () => {}, later: () => () => {} }
  const trainer = createPresentTrainer((event, payload) => {
    if (event === 'updates') batches.push(payload as UpdateBatch)
    if (event === 'runOpened') described.push(payload as RunDescription)
  }, clock)
  const config = withSettings(suggestedRun(name), changes)
  const created = await trainer.createRun(config)
  if (!created.ok) throw new Error(inEnglish(created.error.text))
  for (let i = 0; i < updates; i += 1) await trainer.stepRun()
  return { trainer, config, batches, description: described.at(-1) }
}

const columnOf = (name: MadeName, column: string, seed = 1) =>
  madeSeries(name, seed).columns.find((each) => each.name === column)?.values ?? new Float64Array(0)

describe('a run of a series', () => {
  it('tells targets and predictions in their own units, and a loss in those of the network', async () => {
    const changes = {
      batch: 1,
      order: 'consecutive',
      carryState: true,
      window: 20,
      scaling: 'standard',
    } as const
    const { batches, config, description } = await stepped('lorenz', 3, changes)
    const { inputs, targets } = config.data.source as SeriesSource
    expect(description?.facts).toMatchObject({ axis: 'time-steps', inputs, targets })
    expect(description?.summary).toContain(`(${inputs.length} → `)
    const series = madeSeries('lorenz', 1)
    const train = {
      from: 0,
      to: Math.round(((series.columns[0]?.values.length ?? 0) * config.data.trainPercent) / 100),
    }
    const columns = targets.map((name) => columnOf('lorenz', name))
    const scalers = columns.map((values) => fitScaler(values, train, 'standard'))
    for (const [update, batch] of batches.entries()) {
      const start = config.data.horizon + update * 20
      expect([batch.firstUpdate, batch.outputs, ...batch.starts]).toEqual([update + 1, targets.length, start])
      let squares = 0
      for (let t = 0; t < 20; t += 1)
        for (const [output, values] of columns.entries()) {
          const at = t * columns.length + output
          const target = values[start + t] as number
          expect(batch.targets[at]).toBe(Math.fround(target))
          const scale = scalers[output]?.scale ?? 1
          squares += (((batch.predictions[at] as number) - target) / scale) ** 2
        }
      expect(batch.losses[0]).toBeCloseTo(squares / (20 * columns.length), 4)
      expect([...batch.inputs]).toEqual(
        [...columnOf('lorenz', inputs[0] as string).slice(update * 20, update * 20 + 20)].map(Math.fround),
      )
    }
  })

  it('leaves missing targets out of the loss, and shows them as missing', async () => {
    const { batches, config } = await stepped('adding', 1)
    const [batch] = batches
    const { targets } = config.data.source as SeriesSource
    const values = columnOf('adding', targets[0] as string)
    const start = batch?.starts[0] ?? -1
    expect([...(batch?.targets ?? [])]).toEqual(
      [...values.slice(start, start + config.data.window)].map(Math.fround),
    )
    expect([...(batch?.targets ?? [])].some(Number.isNaN)).toBe(true)
    expect(batch?.losses[0]).toBeGreaterThan(0)
    expect(batch?.losses[0]).toBeLessThan(10)
  })

  it('learns: the yearly sunspots, better than their mean', async () => {
    const { batches } = await stepped('sunspots', 150)
    const losses = batches.flatMap(({ losses }) => [...losses])
    expect(losses).toHaveLength(150)
    expect(losses.slice(-20).reduce((sum, loss) => sum + loss, 0) / 20).toBeLessThan(0.5)
  })

  it('is not opened where there are too few windows, and the present run stays', async () => {
    const { trainer, config, batches } = await stepped('nile', 1)
    const refused = await trainer.createRun(withSettings(config, { window: 90 }))
    expect(!refused.ok && inEnglish(refused.error.text)).toMatch(
      /^The training part of 50 time steps has 0 windows of 90, but a batch of \d+ needs \d+; choose shorter windows/,
    )
    await trainer.stepRun()
    expect(batches.at(-1)?.firstUpdate).toBe(2)
  })

  it('is told of its horizon, and of no gap where none is, when that leaves no window', async () => {
    const { trainer, config } = await stepped('nile', 0)
    const refused = await trainer.createRun(withSettings(config, { horizon: 1000 }))
    expect(!refused.ok && inEnglish(refused.error.text)).toMatch(
      /^The training part of 50 time steps has 0 windows of \d+ with their targets 1,000 time steps later, but a batch of/,
    )
  })

  it('is told what is in a row, where missing values leave no window', async () => {
    const { trainer, config } = await stepped('co2', 0)
    const values = [...(madeSeries('co2', 1).columns[0]?.values ?? [])]
    // Weeks of the training part that are followed by another of its weeks, from one that is missing to the next.
    const weeks = values.slice(0, Math.round(0.7 * values.length) - 1)
    const known = weeks.map((value) => (Number.isNaN(value) ? ' ' : 'x')).join('')
    const longest = Math.max(...known.split(' ').map((row) => row.length))
    expect(longest).toBeLessThan(500)
    const refused = await trainer.createRun(withSettings(config, { window: 500, stride: 500 }))
    expect(!refused.ok && inEnglish(refused.error.text)).toContain(
      `has 0 windows of 500, as missing inputs and jumps of time leave at most ${longest} in a row, but`,
    )
  })

  it('is described with what the leak alarm says of it', async () => {
    const { trainer, config } = await stepped('sunspots', 0)
    const picture = await trainer.describeSeries(config.data)
    if (!picture.ok) throw new Error(inEnglish(picture.error.text))
    expect(picture.value.leak.found).toBe(false)
    expect(inEnglish(picture.value.leak.words)).toMatch(/^No leak: /)
  })

  it('is not opened where its series is not there', async () => {
    const { trainer, config } = await stepped('nile', 0)
    const source: SeriesSource = {
      ...(config.data.source as SeriesSource),
      origin: { kind: 'table', name: 'my data.csv', sha256: 'a'.repeat(64) },
    }
    const refused = await trainer.createRun(withSettings(config, { source }))
    expect(!refused.ok && inEnglish(refused.error.text)).toBe(
      'The series "my data.csv" is not there any more; open its file again.',
    )
  })
})
