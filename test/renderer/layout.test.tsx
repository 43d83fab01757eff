// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DRAWER, FOLDED } from '../../renderer/panels/use-media'
import { openPage, type TestPage } from './helpers/page'

let page: TestPage
const real = window.matchMedia

beforeEach(() => {
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const list = real.call(window, query)
    return query === DRAWER || query === FOLDED
      ? Object.defineProperty(list, 'matches', { value: true })
      : list
  })
})

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

const press = (key: string) =>
  page.settle(() =>
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    ),
  )
const settings = () => document.querySelector<HTMLElement>('.settings')

describe('in a narrow window', () => {
  it('the settings are a drawer that takes the focus, and gives it back', async () => {
    page = await openPage()
    expect(settings()?.hidden).toBe(true)
    await page.click('open-settings')
    expect(settings()?.hidden).toBe(false)
    expect(document.activeElement).toBe(page.get('close-settings'))
    expect(page.get('open-settings').getAttribute('aria-expanded')).toBe('true')
    await press('Escape')
    expect(settings()?.hidden).toBe(true)
    expect(document.activeElement).toBe(page.get('open-settings'))
  })

  it('Escape in a field of the drawer takes back what was typed, and closes nothing', async () => {
    page = await openPage()
    await page.click('open-settings')
    await page.settle(() => page.get('learning-rate').focus())
    await press('Escape')
    expect(settings()?.hidden).toBe(false)
  })

  it('the drawer gives way when somebody goes on in the stage', async () => {
    page = await openPage()
    await page.settle(() => page.fake.train(1))
    await page.click('open-settings')
    await page.settle(() => page.get('prediction-chart').focus())
    expect(settings()?.hidden).toBe(true)
    expect(document.activeElement).toBe(page.get('prediction-chart'))
  })

  it('files are one menu, gone through by arrow keys', async () => {
    page = await openPage()
    expect(page.find('save-weights')).toBeNull()
    await page.click('file-menu')
    const focused = () => (document.activeElement as HTMLElement).dataset.testid
    const seen = [focused()]
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await press(key)
      seen.push(focused())
    }
    expect(seen).toEqual([
      'open-data',
      'load-weights',
      'save-weights',
      'export',
      'save-weights',
      'open-data',
      'export',
    ])
    await press('Escape')
    expect(page.find('export')).toBeNull()
    expect(focused()).toBe('file-menu')
    await page.click('file-menu')
    await page.click('save-weights')
    expect(page.fake.asked.at(-1)?.name).toBe('saveWeights')
    expect(page.find('save-weights')).toBeNull()
  })
})
