// @vitest-environment happy-dom
import type { Metrics } from '@contract/data/scores'
import type { ViewFile } from '@contract/files/view-files'
import type { BestUpdate } from '@contract/run/run'
import { Chart } from 'chart.js'
import { afterEach, describe, expect, it } from 'vitest'
import { viewOf } from '../../renderer/events/keep-view'
import { fakeDescription } from './helpers/fake-api'
import { fakeRivals, fakeScores, type RivalErrors } from './helpers/fake-scores'
import { openPage, type TestPage } from './helpers/page'
import { SERIES, seriesBatch } from './helpers/series-batch'

let page: TestPage
afterEach(() => page.close())

const state = () => page.world.store.getState()
const OUTPUT = { ...SERIES, targets: ['load'] }
const ALL: RivalErrors = { mean: 1, persistence: 0.5, 'seasonal-naive': 2, linear: 0.25 }

/** A run of a series after 20 updates, with these rivals and a network of this error. */
async function judged(rivals: RivalErrors, mse: number | null, change: Partial<Metrics> = {}) {
  page = await openPage()
  await page.settle(() => {
    page.fake.emit('runOpened', { ...fakeDescription('series'), facts: OUTPUT })
    page.fake.emit('updates', {
      ...seriesBatch({
        lengths: new Array<number>(20).fill(4),
        starts: Array.from({ length: 20 }, (_, i) => i),
        outputs: 1,
      }),
      runId: 'series',
      validationLosses: Float32Array.from({ length: 20 }, (_, i) => (i % 5 === 4 ? 2 / (i + 1) : Number.NaN)),
    })
  })
  await page.settle(() => {
    page.fake.emit('rivalsFound', fakeRivals('series', rivals))
    if (mse !== null) page.fake.emit('scored', fakeScores('series', mse, { change }))
  })
  await page.settle()
}

/** The run at rest after its 20 updates, with this best one. */
async function rest(change: { best?: BestUpdate; endedBy?: 'goal' | 'patience' }) {
  await page.settle(() => {
    const { run } = state()
    if (!run) throw new Error('there is no run')
    const { best = null, endedBy = 'goal' } = change
    page.fake.emit('runChanged', { ...run, id: 'series', phase: 'finished', updatesDone: 20, endedBy, best })
  })
  await page.settle()
}

const tone = () => page.get('skill').dataset.tone
const cells = (row: string) => [...page.get(row).querySelectorAll('td')].map((cell) => cell.textContent)

describe('a network beside its rivals', () => {
  it('is better than all', async () => {
    await judged(ALL, 0.1)
    expect([page.text('skill'), tone()]).toEqual(['+60%', 'better'])
    expect(page.text('headline')).toBe(
      'Better than the best rival, Linear least squares: its mean squared error on the validation part is 60% less.',
    )
    await page.settle(() => state().languageChanged('zh'))
    await page.settle()
    expect(page.text('headline')).toBe('胜过最好的参照规则“线性最小二乘”：在验证部分上，均方误差小 60%。')
  })

  it('is better than some', async () => {
    await judged(ALL, 0.75)
    expect([page.text('skill'), tone()]).toEqual(['−200%', 'worse'])
    expect(page.text('headline')).toBe(
      'Worse than the best rival, Linear least squares: its mean squared error on the validation part is 3.0 times as large. Better than Seasonal naive and Mean.',
    )
  })

  it('is worse than all', async () => {
    await judged(ALL, 25)
    expect([page.text('skill'), tone()]).toEqual(['< −999%', 'worse'])
    expect(page.text('headline')).toBe(
      'Worse than every rival: its mean squared error on the validation part is 100 times as large as that of the best rival, Linear least squares.',
    )
  })

  it('is as good as the best', async () => {
    await judged(ALL, 0.2495)
    expect([page.text('skill'), tone()]).toEqual(['0%', 'level'])
    expect(page.text('headline')).toContain('no better than a simple rule')
  })

  it('is never said to be perfect when it is not, nor to be billions of times worse', async () => {
    await judged(ALL, 0.00001)
    expect(page.text('skill')).toBe('+99.9%')
    expect(page.text('headline')).toContain('its mean squared error on the validation part is 99.9% less.')
    await page.settle(() => page.fake.emit('scored', fakeScores('series', 1e9)))
    expect(page.text('headline')).toContain('more than a million times as large as')
    await page.settle(() => state().languageChanged('zh'))
    await page.settle()
    expect(page.text('headline')).toContain('均方误差是最好的参照规则“线性最小二乘”的 1,000,000 倍以上。')
  })

  it('is told that it was better once, and has no green mark when it ends worse', async () => {
    const dot = () => page.get('status-phase').parentElement?.dataset
    await judged(ALL, 0.2)
    await rest({ best: { update: 8, loss: 0.2 } })
    expect([dot()?.phase, dot()?.worse]).toEqual(['finished', undefined])
    expect(page.text('headline')).not.toContain('At its best')
    await page.settle(() => page.fake.emit('scored', fakeScores('series', 0.3)))
    expect([dot()?.phase, dot()?.worse]).toEqual(['finished', 'true'])
    expect(page.text('headline')).toContain('At its best, after update 8, it was better than that rival.')
    await rest({ best: { update: 8, loss: 0.26 } })
    expect(page.text('headline')).not.toContain('At its best')
  })

  it('has none to be compared with', async () => {
    await judged({}, 0.1)
    expect([page.text('skill'), tone()]).toEqual(['–', 'none'])
    expect(page.text('headline')).toBe('There is no rival to compare with; the figures say why.')
    await page.click('toggle-figures')
    expect(cells('rival-linear')).toEqual(['The autocorrelation of the target shows no season.'])
  })

  it('cannot be better than one that is exact, and is told so in words and by no line at 0', async () => {
    await judged({ mean: 0.5, linear: 0 }, 0.25)
    expect(page.text('skill')).toBe('+50%')
    expect(page.text('headline')).toContain('Better than the best rival that can be passed, Mean: ')
    expect(page.text('headline')).toContain(
      'A simple rule is right but for rounding, and no network can be better: Linear least squares, cos t = 3.0777·sin(t) − 3.2361·sin(t−1).',
    )
    await page.click('toggle-log-loss')
    await page.settle()
    const { y } = lossChart().options.scales ?? {}
    expect([y?.type, (y as { min: number }).min]).toEqual(['logarithmic', 0.01])
    expect(page.get('toggle-rivals').closest('label')?.textContent).toBe('rival: Mean')
    await page.click('toggle-figures')
    expect(page.text('passed-linear')).toBe('cannot be passed')
  })

  it('is not judged before it is, nor by what is said of a run that was left', async () => {
    await judged(ALL, null)
    expect(page.text('headline')).toBe(
      'The network is not judged yet; the best rival, Linear least squares, has a mean squared error of 0.250.',
    )
    await page.settle(() => page.fake.emit('scored', fakeScores('another', 0.1)))
    expect(page.text('skill')).toBe('–')
    await page.settle(() => page.fake.emit('runOpened', { ...fakeDescription('next'), facts: OUTPUT }))
    expect([state().rivals, state().scores]).toEqual([null, null])
  })
})

describe('the lesson', () => {
  it('is judged by its last updates, and is told that a weighted sum does it, too', async () => {
    page = await openPage()
    const id = state().run?.id ?? ''
    await page.settle(() => page.fake.train(3))
    await page.settle(() =>
      page.fake.emit(
        'rivalsFound',
        fakeRivals(id, { mean: 0.5, linear: 0 }, { outputs: ['cos t'], validated: false }),
      ),
    )
    await page.settle()
    const losses = [...page.world.history.losses.values.data.subarray(0, 3)]
    const share = Math.round(100 * (1 - losses.reduce((sum, loss) => sum + loss) / 3 / 0.5))
    expect(Number(page.text('skill').replace('−', '-').replace('%', ''))).toBe(share)
    expect(page.text('headline')).toContain('over the last 3 updates')
    expect(page.text('headline')).toContain('No network is needed: cos t = 3.0777·sin(t) − 3.2361·sin(t−1).')
    expect([page.find('forecast'), page.find('load-best'), page.find('lag-badge')]).toEqual([
      null,
      null,
      null,
    ])
    await page.click('toggle-figures')
    expect([page.find('figure-table'), page.find('residuals')]).toEqual([null, null])
    expect(cells('rival-mean').slice(0, 3)).toEqual(['0.707', '0.707', '–'])
  })
})

describe('all figures', () => {
  it('stand in a table of every part, or say why there is none', async () => {
    await judged(ALL, 0.25)
    expect(page.find('figure-table')).toBeNull()
    await page.click('toggle-figures')
    expect(page.get('toggle-figures').getAttribute('aria-expanded')).toBe('true')
    const none = 'no prediction of a known target'
    expect(cells('figure-rmse')).toEqual(['0.500', '0.500', none])
    expect(cells('figure-mae')).toEqual(['0.250', '0.250', none])
    expect(cells('figure-r2')).toEqual(['−0.500', '−0.500', none])
    expect(cells('figure-rows')).toEqual(['1,234', '1,234', none])
    expect(page.get('figure-table').querySelectorAll('th[scope=col]').length).toBe(4)
    expect(page.get('figure-table').querySelectorAll('th[scope=row]').length).toBe(7)
    await page.settle(() => page.fake.emit('scored', fakeScores('series', 0.25, { change: { lag: null } })))
    expect(cells('figure-lag')[0]).toBe('It cannot be said: there are too few rows, or nothing changes.')
  })

  it('tell the skill against each rival, its rule, and where it was passed', async () => {
    await judged(ALL, 0.25)
    await page.click('toggle-figures')
    expect(cells('rival-mean')).toEqual(['+50% 1.00', '+50% 1.00', '–', '5'])
    expect(cells('rival-persistence')).toEqual(['−125% 0.707', '−125% 0.707', '–', '5'])
    expect(cells('rival-seasonal-naive')[0]).toBe('The autocorrelation of the target shows no season. 1.41')
    expect(page.get('rival-persistence').querySelector('th')?.textContent).toBe(
      'Persistence load(t+1) = load(t)',
    )
    // Validation losses 0.4, 0.2, 0.133 and 0.1, after every fifth update.
    expect(page.text('passed-linear')).toBe('10')
    await page.settle(() => page.fake.emit('rivalsFound', fakeRivals('series', { ...ALL, linear: 0.01 })))
    expect(page.text('passed-linear')).toBe('not yet')
  })

  it('show what is left over in the residuals', async () => {
    await judged(ALL, 0.25)
    await page.click('toggle-figures')
    expect(page.get('residuals').textContent).toContain(
      '1 of 3 lags is outside of ±0.20, where 5% are by chance; the farthest is -0.50 at lag 2.'.replace(
        '-',
        '−',
      ),
    )
    expect(page.get('residuals').querySelectorAll('rect.outside').length).toBe(1)
    await page.settle(() =>
      page.get('residuals').querySelector<HTMLElement>('[data-testid="view-menu"]')?.click(),
    )
    await page.click('save-view-csv')
    const saved = page.fake.asked.find(({ name }) => name === 'saveView')?.args[0] as ViewFile
    expect([saved.view, saved.update]).toEqual(['residuals', state().scores?.update])
    const [names, ...lags] = new TextDecoder().decode(saved.bytes).trim().split('\r\n')
    expect(names).toMatch(/^lag \[time steps\],residualAutocorrelation .*,chanceBand$/)
    expect(lags.map((line) => line.split(',').map(Number).slice(0, 2))).toEqual([
      ...[1, 2, 3].map((lag) => [lag, expect.any(Number)]),
    ])
    expect(Number(lags[1]?.split(',')[1])).toBeCloseTo(-0.5, 6)
  })

  it('warn of predictions that repeat what was seen', async () => {
    await judged(ALL, 0.25)
    expect(page.find('lag-badge')).toBeNull()
    const lag = { best: 1, correlation: 0.98, correlationInTime: 0.91, delayed: true }
    await page.settle(() => page.fake.emit('scored', fakeScores('series', 0.25, { change: { lag } })))
    expect(page.text('lag-badge')).toBe('repeats the value of 1 time step before')
  })
})

describe('what is spoken', () => {
  it('is the headline of a rest, and nothing of the training', async () => {
    await judged(ALL, null)
    const spoken = () => page.text('headline-spoken')
    await page.settle(() => {
      const { run } = state()
      if (run) page.fake.emit('runChanged', { ...run, phase: 'training' })
    })
    await page.settle(() => page.fake.emit('scored', fakeScores('series', 0.1)))
    expect(spoken()).toBe('')
    await rest({})
    expect(spoken()).toContain('Better than the best rival')
  })
})

describe('the weights that are judged', () => {
  const said = () => page.text('scored-of')

  it('are the present ones at a rest, the best or not', async () => {
    await judged(ALL, 0.25)
    expect(said()).toBe('Judged with the weights after update 20: the present ones.')
    await rest({ best: { update: 15, loss: 0.125 } })
    expect(said()).toBe('Judged with the weights after update 20: the present ones, not the best.')
    await rest({ best: { update: 20, loss: 0.1 } })
    expect(said()).toBe('Judged with the weights after update 20: the present ones, the best so far.')
    await page.settle(() => state().languageChanged('zh'))
    await page.settle()
    expect(said()).toBe('以第 20 次更新之后的权重评判：当前的权重，也是迄今最好的。')
  })

  it('are some updates old in training, until the next are told', async () => {
    await judged(ALL, 0.25)
    await rest({ best: { update: 20, loss: 0.1 } })
    const { run } = state()
    if (!run) throw new Error('there is no run')
    const batch = (first: number, count: number) => ({
      ...seriesBatch({
        lengths: new Array<number>(count).fill(4),
        starts: Array.from({ length: count }, (_, i) => i),
        outputs: 1,
      }),
      ...{ runId: 'series', firstUpdate: first },
    })
    await page.settle(() => page.fake.emit('runChanged', { ...run, phase: 'training' }))
    await page.settle(() => page.fake.emit('updates', batch(21, 7)))
    await page.settle()
    expect(said()).toBe('Judged with the weights after update 20: those of 7 updates ago, the best so far.')
    // The way back is there as soon as the present weights are others.
    expect(page.find('load-best')).not.toBeNull()
    await page.settle(() => page.fake.emit('scored', { ...fakeScores('series', 0.2), update: 26 }))
    await page.settle()
    expect(said()).toBe('Judged with the weights after update 26: those of 1 update ago, not the best.')
  })

  it('are the best where a run begins with them, and after that nobody knows', async () => {
    await judged(ALL, 0.25)
    const { description } = state()
    if (!description) throw new Error('there is no run')
    const best = { kind: 'best', update: 20 } as const
    const begin = async (updatesDone: number) => {
      await page.settle(() => {
        page.fake.emit('runOpened', {
          ...description,
          id: 'series',
          origin: best,
          updatesBefore: updatesDone,
        })
        page.fake.emit('rivalsFound', fakeRivals('series', ALL))
        page.fake.emit('scored', { ...fakeScores('series', 0.2), update: updatesDone })
      })
      await page.settle(() => {
        const { run } = state()
        if (run) page.fake.emit('runChanged', { ...run, updatesDone, best: { update: 21, loss: 9 } })
      })
      await page.settle()
    }
    await begin(20)
    expect(said()).toBe('Judged with the weights after update 20: the present ones, the best so far.')
    await begin(21)
    expect(said()).toBe('Judged with the weights after update 21: the present ones.')
  })

  it('are none where nothing is judged, and of no update that is to come', async () => {
    await judged(ALL, null)
    expect([page.get('scored-of').hidden, said()]).toEqual([true, ''])
    await page.settle(() => page.fake.emit('scored', { ...fakeScores('series', 0.2), update: 21 }))
    await page.settle()
    expect(said()).toBe('')
  })
})

describe('the best update', () => {
  it('is gone back to where it is not the present one', async () => {
    await judged(ALL, 0.25)
    await rest({ best: { update: 15, loss: 0.125 } })
    expect(page.text('best-update')).toBe('Best validation loss 0.125 at update 15')
    await page.click('load-best')
    expect(page.fake.asked.filter(({ name }) => name === 'loadBest').length).toBe(1)
    await rest({ best: { update: 20, loss: 0.1 } })
    expect(page.find('load-best')).toBeNull()
  })

  it('is why a run ended early', async () => {
    await judged(ALL, 0.25)
    await page.settle(() => {
      const { run } = state()
      if (!run) return
      const config = { ...run.config, training: { ...run.config.training, patience: 50 } }
      page.fake.emit('runChanged', { ...run, config, phase: 'finished', endedBy: 'patience' })
    })
    expect(page.text('status-phase')).toBe('Stopped early: no better validation loss in 50 updates')
  })
})

function lossChart(): Chart {
  const made = Chart.getChart(page.get('loss-chart') as HTMLCanvasElement)
  if (!made) throw new Error('there is no chart')
  return made
}

describe('the loss chart', () => {
  it('has the validation loss as a line of its own, and reads it', async () => {
    await judged(ALL, 0.25)
    await rest({ best: { update: 20, loss: 0.1 } })
    expect(lossChart().data.datasets[3]?.data.map((point) => (point as { x: number }).x)).toEqual([
      5, 10, 15, 20,
    ])
    expect(page.get('loss-legend').textContent).toBe('trainingvalidationbest updaterival passed')
    const press = (key: string) =>
      page.settle(() =>
        page.get('loss-chart').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
      )
    await press('Home')
    await page.settle()
    expect(page.text('loss-reading')).toBe('update 1   loss 1.00')
    await press('End')
    await press('ArrowLeft')
    await page.settle()
    expect(page.text('loss-reading')).toBe('update 19   loss 0.0526   validation 0.133 (update 15)')
  })

  it('explains the marks that it has, and no others', async () => {
    // The validation losses are 2/update, down to 0.1.
    await judged({ mean: 0.01 }, 0.25)
    expect(page.find('loss-legend')).toBeNull()
    await rest({ best: { update: 20, loss: 0.1 } })
    expect(page.get('loss-legend').textContent).toBe('trainingvalidationbest update')
    await page.settle(() => page.fake.emit('rivalsFound', fakeRivals('series', ALL)))
    expect(page.get('loss-legend').textContent).toBe('trainingvalidationbest updaterival passed')
    await page.click('toggle-rivals')
    expect(page.get('loss-legend').textContent).toBe('trainingvalidationbest update')
  })

  it('names the best rival at its line, has room for it, and hides it when asked to', async () => {
    await judged({ mean: 9, persistence: 4 }, 0.25)
    expect(page.get('toggle-rivals').closest('label')?.textContent).toBe('rival: Persistence')
    expect(lossChart().options.scales?.y).toMatchObject({ min: 0, max: 5 })
    await page.click('toggle-rivals')
    await page.settle()
    expect(lossChart().options.scales?.y).toMatchObject({ min: 0, max: 1.5 })
    expect(viewOf(state()).showRivals).toBe(false)
  })
})
