// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  // Charts without a size are not drawn.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 300))
})
afterEach(async () => {
  await page.close()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

it('what a picture is called follows what it shows, however soon after the last change', async () => {
  page = await openPage()
  const label = () => page.get('period-chart').getAttribute('aria-label')
  const shown = () => page.text('period-updates')
  await page.click('start-pause')
  for (const count of [3, 4, 5]) {
    await page.settle(() => page.fake.train(count))
    page.frames.next()
  }
  await page.settle(() => page.world.store.getState().mark(2))
  page.frames.next()
  expect(label()).not.toContain(shown())
  await page.settle(() => vi.advanceTimersByTime(1000))
  expect(label()).toContain(shown())
})
