import { inEnglish } from '@contract/language/say'
// @vitest-environment happy-dom
import { checkSetting } from '@contract/settings/parse-settings'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { fakeBatch } from './helpers/fake-batch'
import { LIVE, openPage, type TestPage } from './helpers/page'

let page: TestPage

afterEach(() => page.close())

const button = (testId: string) => page.get(testId) as HTMLButtonElement
const field = (testId: string) => page.get(testId) as HTMLInputElement

describe('before the first update', () => {
  it('says that TensorFlow is loading, and shows the data', async () => {
    page = await openPage({ loaded: false })
    expect(page.text('start-pause')).toBe('Loading TensorFlow…')
    expect(button('start-pause').disabled).toBe(true)
    expect(page.text('data-picture')).toContain('target (cos)')
    await page.settle(page.fake.ready)
    expect(page.text('start-pause')).toBe('Start')
    expect(button('start-pause').disabled).toBe(false)
    expect(page.text('status-versions')).toBe('TensorFlow 2.21.0 · tfjs-node 4.22.0')
  })

  it('shows the network in words', async () => {
    page = await openPage()
    expect(page.text('model-summary')).toBe('RNN(1 → 32) → Linear(32 → 1)')
    expect(page.text('parameter-count')).toBe('1,153 parameters')
    expect(document.querySelectorAll('.parameters tbody tr')).toHaveLength(6)
    expect(page.text('status-origin')).toBe('Weights from seed 1')
  })

  it('makes another network at once', async () => {
    page = await openPage()
    await page.type('hidden-units', '8')
    expect(page.text('model-summary')).toBe('RNN(1 → 8) → Linear(8 → 1)')
    expect(page.find('hidden-units-waits')).toBeNull()
  })
})

describe('a load that takes longer than a moment', () => {
  it('is told with the name of its file, can be called off, and is told no longer when it has ended', async () => {
    page = await openPage()
    expect(page.find('loading')).toBeNull()
    await page.settle(() => page.fake.emit('loadingChanged', 'large.weights.h5'))
    expect(page.text('loading')).toBe('Loading large.weights.h5…Cancel')
    await page.click('cancel-load')
    expect(page.fake.asked.at(-1)).toEqual({ name: 'cancelLoad', args: [] })
    await page.settle(() => page.fake.emit('loadingChanged', null))
    expect(page.find('loading')).toBeNull()
  })
})

describe('a run', () => {
  it('is started, paused, gone on with, finished and trained further by one button', async () => {
    page = await openPage()
    await page.click('start-pause')
    expect(page.text('start-pause')).toBe('Pause')
    expect(button('one-update').disabled).toBe(true)
    await page.settle(() => page.fake.train(20))
    await page.click('start-pause')
    expect(page.text('start-pause')).toBe('Resume')
    await page.click('start-pause')
    await page.settle(() => page.fake.train(40))
    expect(page.text('start-pause')).toBe('Train 60 more')
    expect(page.text('status-phase')).toBe('Finished')
    expect(page.text('status-updates')).toBe('60 / 60')
    await page.click('start-pause')
    expect(page.text('status-updates')).toBe('60 / 120')
  })

  it('shows its curves in place of the data from the first update on', async () => {
    page = await openPage()
    await page.click('one-update')
    for (const chart of ['prediction-chart', 'loss-chart']) {
      expect(page.get(chart).getAttribute('role')).toBe('slider')
      expect(page.get(chart).getAttribute('aria-valuetext')).toMatch(/update.*, loss 0\.\d+$/)
    }
    expect(page.get('prediction-chart').getAttribute('aria-valuetext')).toContain('1 update,')
    expect(page.get('period-chart').getAttribute('role')).toBe('img')
    expect(page.text('period-updates')).toBe('update 1')
    expect(page.find('data-picture')).toBeNull()
    expect(page.text('status-loss')).toMatch(/^0\.\d+$/)
    await page.click('reset')
    expect(page.find('prediction-chart')).toBeNull()
    expect(page.find('data-picture')).not.toBeNull()
  })

  it('that broke says where, cannot go on, and is reset by the first button', async () => {
    page = await openPage()
    const { run } = page.world.store.getState()
    if (!run) throw new Error('the fake has a run')
    const broke = { update: 16_300, what: 'gradient', tensor: 'rnn.weight_hh_l0' } as const
    await page.settle(() =>
      page.fake.emit('runChanged', { ...run, updatesDone: 16_299, phase: 'diverged', broke }),
    )
    expect([button('start-pause').disabled, button('one-update').disabled]).toEqual([false, true])
    expect(page.text('status-phase')).toBe('Broke at update 16,300')
    expect(page.text('notice')).toContain('broke at update 16,300')
    expect(page.text('notice')).toContain('the gradient of rnn.weight_hh_l0 is no longer finite')
    expect(page.text('notice')).toContain('Lower the learning rate and press Reset')
    expect(page.text('start-pause')).toBe('Reset')
    // One Reset is enough.
    expect(page.find('reset')).toBeNull()
    await page.click('start-pause')
    expect(page.fake.asked.map(({ name }) => name)).not.toContain('startRun')
    expect(page.text('start-pause')).toBe('Start')
    expect(page.find('reset')).not.toBeNull()
  })

  it('that reached its goal without learning is not dressed as a success', async () => {
    page = await openPage()
    await page.click('start-pause')
    const { run } = page.world.store.getState()
    if (!run) throw new Error('the fake has a run')
    const batch = fakeBatch(1, 60)
    await page.settle(() => page.fake.emit('updates', { ...batch, losses: batch.losses.map(() => 8.02) }))
    await page.settle(() => page.fake.emit('runChanged', { ...run, updatesDone: 60, phase: 'finished' }))
    expect(page.text('status-phase')).toBe('Finished, not learned')
    expect(page.get('status-phase').parentElement?.dataset.phase).toBe('unlearned')
  })
})

describe('settings', () => {
  it('say what is wrong under their field and send nothing', async () => {
    page = await openPage()
    await page.type('learning-rate', '20')
    const sentence = checkSetting('learningRate', 20)
    expect(page.text('learning-rate-problem')).toBe(sentence.ok ? '' : inEnglish(sentence.error.text))
    expect(field('learning-rate').getAttribute('aria-invalid')).toBe('true')
    expect(page.fake.asked.map(({ name }) => name)).not.toContain('changeSettings')
  })

  it('of the network wait for Reset once something is learned', async () => {
    page = await openPage()
    await page.click('one-update')
    await page.type('seed', '5')
    expect(page.text('seed-waits')).toBe('Takes effect at Reset')
    expect(page.text('status-origin')).toBe('Weights from seed 1')
    await page.click('reset')
    expect(page.find('seed-waits')).toBeNull()
    expect(page.text('status-origin')).toBe('Weights from seed 5')
  })

  it('take effect in the running run', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(5))
    await page.type('learning-rate', '0.05')
    expect(page.fake.asked.at(-1)).toEqual({
      name: 'changeSettings',
      args: ['run-1', { ...LIVE, learningRate: 0.05 }],
    })
    expect(page.text('status-phase')).toBe('Training')
    expect(page.text('status-updates')).toBe('5 / 60')
  })

  it('lead back to the preset’s', async () => {
    page = await openPage()
    expect(button('back-to-lesson').disabled).toBe(true)
    await page.type('updates', '20')
    await page.click('carrying-reset')
    expect(button('back-to-lesson').disabled).toBe(false)
    await page.click('back-to-lesson')
    expect([field('updates').value, field('carrying-keep').checked]).toEqual(['60', true])
    expect(button('back-to-lesson').disabled).toBe(true)
  })
})

describe('a number that is being typed', () => {
  it('is judged after a pause or when it is left, not at every letter', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    page = await openPage()
    const input = field('learning-rate')
    const letters = (text: string) =>
      page.settle(() => {
        input.focus()
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
      })
    for (const text of ['0', '0.', '0.0', '0.00']) {
      await letters(text)
      await page.settle(() => vi.advanceTimersByTime(300))
      expect(page.find('learning-rate-problem')).toBeNull()
    }
    await page.settle(() => vi.advanceTimersByTime(1000))
    expect(page.get('learning-rate-problem')).toBeTruthy()
    await letters('0.005')
    expect(page.find('learning-rate-problem')).toBeNull()
    await letters('20')
    await page.settle(() => input.blur())
    expect(page.get('learning-rate-problem')).toBeTruthy()
    vi.useRealTimers()
  })
})

describe('notices', () => {
  it('show a failure until it is dismissed', async () => {
    page = await openPage()
    page.fake.answer('stepRun', { ok: false, error: { code: 'no-run', text: madeUp('It trains.') } })
    await page.click('one-update')
    expect(page.text('notice')).toContain('It trains.')
    expect(page.get('notice').dataset.kind).toBe('error')
    await page.click('dismiss-notice')
    expect(page.find('notice')).toBeNull()
  })

  it('let good news go by itself, and errors stay', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    page = await openPage()
    await page.click('save-weights')
    expect(page.text('notice')).toContain('Saved weights.safetensors, 5 kB')
    await page.settle(() => vi.advanceTimersByTime(60_000))
    expect(page.find('notice')).toBeNull()
    page.fake.answer('saveWeights', { ok: false, error: { code: 'file-not-written', text: madeUp('Full.') } })
    await page.click('save-weights')
    await page.settle(() => vi.advanceTimersByTime(60_000))
    expect(page.text('notice')).toContain('Full.')
    vi.useRealTimers()
  })

  it('tell at once that the trainer is gone, keep the curves and offer the way on', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(37))
    await page.settle(() => page.fake.die({ resumableAt: 30 }))
    expect(page.text('trainer-gone')).toContain('stopped unexpectedly (exit code 139). Your curves are kept.')
    expect(page.text('go-on')).toBe('Resume from update 30')
    expect(page.world.history.updates).toBe(37)
    expect(page.text('status-rate')).toBe('–')
    expect(button('start-pause').disabled).toBe(true)
    await page.click('go-on')
    expect(page.find('trainer-gone')).toBeNull()
    expect(page.text('status-updates')).toBe('30 / 60')
    expect(page.world.history.updates).toBe(37)
  })

  it.each([
    ['killed', 'was ended from outside', 'Start the trainer again'],
    ['not-started', 'TensorFlow could not be loaded', 'Try again'],
  ] as const)('have words of their own for a trainer that was %s', async (reason, words, again) => {
    page = await openPage({ loaded: false })
    await page.settle(() => page.fake.die({ reason, resumableAt: null }))
    expect(page.text('trainer-gone')).toContain(words)
    expect(page.text('trainer-gone')).not.toContain('curves')
    expect(page.text('go-on')).toBe(again)
  })
})

describe('the view', () => {
  it('offers to follow the newest when it does not', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(30))
    expect(page.find('follow-newest')).toBeNull()
    await page.settle(() =>
      page
        .get('prediction-chart')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true })),
    )
    expect(page.world.store.getState().viewMode).toMatchObject({ kind: 'free', min: 0 })
    await page.click('follow-newest')
    expect(page.find('follow-newest')).toBeNull()
    await page.click('show-all')
    expect(button('show-all').disabled).toBe(true)
  })
})

describe('training flat out', () => {
  it('draws numbers that go on with a training some fifteen times a second, and all others at once', async () => {
    page = await openPage({ apart: 16 })
    await page.click('start-pause')
    const shown = () => Number(page.text('status-updates').split(' ')[0])
    const seen: number[] = []
    for (let frame = 0; frame < 20; frame++) {
      await page.settle(() => page.fake.train(1))
      seen.push(shown())
    }
    // Of 320 ms, with never more than 66 between two numbers and the next frame.
    expect(new Set(seen).size).toBeLessThanOrEqual(5)
    expect(seen.every((number, frame) => frame + 1 - number < 6)).toBe(true)
    await page.click('start-pause')
    expect(page.text('status-updates')).toBe('20 / 60')
  })

  it('renders no component for a batch, and draws every chart once a frame', async () => {
    page = await openPage()
    await page.click('start-pause')
    // With the second one the rail appears.
    await page.settle(() => page.fake.train(2))
    await page.settle()
    const [renders, clears] = [page.renders(), page.clears()]
    const frames = 5
    for (let frame = 0; frame < frames; frame++)
      await page.settle(() => {
        for (let batch = 0; batch < 8; batch++) page.fake.train(1)
      })
    expect(page.world.history.updates).toBe(42)
    expect(page.text('status-updates')).toBe('42 / 60')
    expect(page.renders() - renders).toBe(0)
    // Three charts.
    expect(page.clears() - clears).toBe(3 * frames)
  })
})
