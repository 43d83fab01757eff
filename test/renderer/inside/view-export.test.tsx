// @vitest-environment happy-dom
import type { ViewFile } from '@contract/files/view-files'
import { ok } from '@contract/result'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPage, type TestPage } from '../helpers/page'
import { named, parseSvg } from '../helpers/parse-svg'
import { toldOf } from './states-told'

let page: TestPage
beforeEach(() => {
  // A page of a test has no layout: its plots stand one under the other.
  vi.spyOn(SVGElement.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
    const plots = [...document.querySelectorAll('svg.plot')]
    return new DOMRect(30, 100 + 200 * plots.indexOf(this), 400, 190)
  })
  vi.spyOn(SVGElement.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
})
afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

/** Saves from the menu of a card, and gives what came to main. */
async function saved(card: string, format: ViewFile['format']): Promise<ViewFile> {
  const press = (testId: string) =>
    page.settle(() => page.get(card).querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click())
  await press('view-menu')
  await press(`save-view-${format}`)
  await page.settle()
  const [file] = page.fake.asked.filter(({ name }) => name === 'saveView').at(-1)?.args ?? []
  return file as ViewFile
}

const written = ({ bytes }: ViewFile) => new TextDecoder().decode(bytes)

async function opened(options: Parameters<typeof openPage>[0] = {}) {
  page = await openPage(options)
  await page.settle(() => page.fake.train(3))
  page.fake.tellInside(({ runId, asks }) => ok({ runId, update: 3, told: toldOf(asks) }))
  await page.click('tab-inside')
  await page.settle()
}

describe('a view of the inside', () => {
  it('is saved as SVG with its title and its legend, its words as words', async () => {
    await opened()
    const file = await saved('inside-curve', 'svg')
    expect(file).toMatchObject({ format: 'svg', view: 'inside-curve', update: null })
    const words = named(parseSvg(written(file)), 'text').map(({ textContent }) => textContent)
    expect(words).toEqual(expect.arrayContaining(['The window', 'time step']))
  })

  it('is saved as CSV: English whatever the page speaks, and in as many digits as its numbers have', async () => {
    await opened({ language: 'zh' })
    expect(page.get('inside-states').querySelector('h2')?.textContent).toBe('各单元保存的内容')
    const file = await saved('inside-states', 'csv')
    expect(written(file)).toBe('time step,1,2\r\n1,0.1,-0.2\r\n2,0.3,-0.4\r\n')
    const curve = await saved('inside-curve', 'csv')
    expect(written(curve).split('\r\n')).toEqual([
      'time step,place,input sin t,target cos t,prediction cos t',
      '1,0,0.1,1,0.5',
      '2,0.5,0.2,,0.75',
      '',
    ])
  })
})
