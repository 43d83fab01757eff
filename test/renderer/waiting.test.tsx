// @vitest-environment happy-dom
import { ok, type Result } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

beforeEach(() => vi.useFakeTimers())
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const spoken = () => document.querySelector('.status-bar [role=status]')?.textContent
const button = () => page.get('start-pause') as HTMLButtonElement

function run() {
  const { run } = page.world.store.getState()
  if (!run) throw new Error('the fake has a run')
  return run
}

async function prepares(preparing: boolean) {
  await page.settle(() =>
    page.fake.emit('runChanged', { ...run(), phase: 'training', preparing, events: [], planned: [] }),
  )
}

const wait = (milliseconds: number) => page.settle(() => void vi.advanceTimersByTime(milliseconds))

describe('a silence of the trainer', () => {
  it('is explained from its first second on, with its seconds', async () => {
    page = await openPage()
    await page.click('start-pause')
    await prepares(true)
    await wait(900)
    expect(page.text('status-phase')).toBe('Training')
    await wait(200)
    expect(page.text('status-phase')).toBe('Preparing the network… 1 s')
    await wait(11_000)
    expect(page.text('status-phase')).toBe('Preparing the network… 12 s')
  })

  it('is spoken of once, without its seconds', async () => {
    page = await openPage()
    await page.click('start-pause')
    await prepares(true)
    await wait(1_100)
    expect(spoken()).toBe('Preparing the network…')
    const changed = vi.fn()
    const region = document.querySelector('.status-bar [role=status]')
    if (region)
      new MutationObserver(changed).observe(region, { childList: true, characterData: true, subtree: true })
    await wait(30_000)
    expect(spoken()).toBe('Preparing the network…')
    expect(changed).not.toHaveBeenCalled()
  })

  it('ends with the first update, and begins anew after it', async () => {
    page = await openPage()
    await page.click('start-pause')
    await prepares(true)
    await wait(3_000)
    await page.settle(() => page.fake.train(1))
    expect(page.text('status-phase')).toBe('Training')
    await wait(2_000)
    expect(page.text('status-phase')).toBe('Preparing the network… 2 s')
    await prepares(false)
    await wait(5_000)
    expect(page.text('status-phase')).toBe('Training')
  })

  it('is explained while one update is made, too, and what is pressed meanwhile is not made after it', async () => {
    page = await openPage()
    const step = vi.spyOn(page.fake.api.request, 'stepRun')
    await page.settle(() =>
      page.fake.emit('runChanged', { ...run(), pausedBy: null, preparing: true, events: [], planned: [] }),
    )
    await wait(2_100)
    expect(page.text('status-phase')).toBe('Preparing the network… 2 s')
    await page.click('one-update')
    expect(step).not.toHaveBeenCalled()
    await page.settle(() =>
      page.fake.emit('runChanged', { ...run(), pausedBy: null, preparing: false, events: [], planned: [] }),
    )
    expect(page.text('status-phase')).toBe('Ready')
    await page.click('one-update')
    expect(step).toHaveBeenCalledTimes(1)
  })

  it('needs no explanation where nothing is prepared: the pace may be slow', async () => {
    page = await openPage()
    await page.click('start-pause')
    await wait(10_000)
    expect(page.text('status-phase')).toBe('Training')
  })
})

describe('a pause', () => {
  it('is answered at once, and waited for', async () => {
    page = await openPage()
    await page.click('start-pause')
    await page.settle(() => page.fake.train(3))
    let hear: (heard: Result<void>) => void = () => {}
    const heard = new Promise<Result<void>>((resolve) => {
      hear = resolve
    })
    const real = page.fake.api.request.pauseRun
    vi.spyOn(page.fake.api.request, 'pauseRun').mockImplementation(() => heard.then(() => real('run-1')))
    await page.click('start-pause')
    expect([page.text('start-pause'), button().disabled]).toEqual(['Pausing…', true])
    expect(page.text('status-phase')).toBe('Pausing…')
    expect(spoken()).toContain('Pausing…')
    await page.settle(() => hear(ok()))
    expect([page.text('start-pause'), button().disabled]).toEqual(['Resume', false])
    expect(page.text('status-phase')).toBe('Paused')
  })

  it('does not wait for settings that the trainer has not heard yet', async () => {
    page = await openPage()
    await page.click('start-pause')
    vi.spyOn(page.fake.api.request, 'changeSettings').mockReturnValue(new Promise(() => {}))
    await page.settle(() => page.world.commands.editSetting('learningRate', '0.05'))
    await page.click('start-pause')
    expect(page.fake.phase()).toBe('paused')
    expect(page.fake.api.request.changeSettings).toHaveBeenCalled()
  })
})
