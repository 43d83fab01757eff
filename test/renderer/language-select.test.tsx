// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { openPage } from './helpers/page'

describe('the language in the status bar', () => {
  it('turns the whole page into another language at once, and back', async () => {
    const page = await openPage()
    expect(page.get('language').getAttribute('aria-label')).toBe('Language')
    expect(page.get('reset').textContent).toBe('Reset')
    await page.choose('language', 'zh')
    expect(page.fake.asked.at(-1)).toEqual({ name: 'setLanguage', args: ['zh'] })
    expect(document.documentElement.lang).toBe('zh-CN')
    expect(page.get('language').getAttribute('aria-label')).toBe('语言')
    expect(page.get('reset').textContent).toBe('重置')
    await page.choose('language', 'en')
    expect(page.get('reset').textContent).toBe('Reset')
    await page.close()
  })

  it('offers every language by its own name, and the pseudo-language only where it is on', async () => {
    const page = await openPage()
    const names = () => [...page.get('language').querySelectorAll('option')].map((one) => one.textContent)
    expect(names()).toEqual(['English', '简体中文'])
    await page.settle(() => page.fake.emit('languageChanged', 'pseudo'))
    expect(names()).toEqual(['English', '简体中文', 'pseudo'])
    await page.close()
  })
})
