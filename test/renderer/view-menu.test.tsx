// @vitest-environment happy-dom

import type { ViewFile } from '@contract/files/view-files'
import { fail } from '@contract/result'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { madeUp } from '../helpers/saying'
import { openPage, type TestPage } from './helpers/page'
import { named, parseSvg, pointsOf } from './helpers/parse-svg'

let page: TestPage

beforeEach(() => {
  // A page of tests has no layout: every element has this size.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, 600, 240))
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(
    () => [new DOMRect(0, 0, 20, 20)] as unknown as DOMRectList,
  )
})

afterEach(async () => {
  await page.close()
  vi.restoreAllMocks()
})

const saved = () =>
  page.fake.asked.filter(({ name }) => name === 'saveView').map(({ args }) => args[0] as ViewFile)
const inside = (card: string, testId: string) =>
  document.querySelector<HTMLElement>(`.card.${card} [data-testid="${testId}"]`)

function element(card: string, testId: string): HTMLElement {
  const found = inside(card, testId)
  if (!found) throw new Error(`there is no ${testId} in ${card}`)
  return found
}

async function train(updates: number) {
  page = await openPage()
  await page.settle(() => page.fake.train(updates))
  await page.settle(() => page.frames.next())
  await page.settle(() => page.frames.next())
}

async function save(card: string, format: string): Promise<ViewFile> {
  await page.settle(() => element(card, 'view-menu').click())
  await page.settle(() => element(card, `save-view-${format}`).click())
  await page.settle()
  const file = saved().at(-1)
  if (!file) throw new Error(`nothing was saved: ${page.find('notice')?.textContent}`)
  return file
}

const textOf = ({ bytes }: ViewFile) => new TextDecoder().decode(bytes)

/** The points of a curve; chart.js goes to the first of them twice. */
const lineOf = (path: Element) =>
  pointsOf(path).filter(([x, y], at, all) => at === 0 || x !== all[at - 1]?.[0] || y !== all[at - 1]?.[1])

/** The axis that marks are written along: where a number stands, from two of its marks. */
function axisOf(marks: readonly (readonly [value: number, place: number])[]) {
  const [[value, place], [other, otherPlace]] = [marks[0], marks.at(-1)] as [
    readonly [number, number],
    readonly [number, number],
  ]
  return (at: number) => place + ((at - value) / (other - value)) * (otherPlace - place)
}

describe('the menu of a view', () => {
  it('saves the loss chart as SVG whose curve stands where its axes say', async () => {
    await train(40)
    const file = await save('loss', 'svg')
    expect([file.format, file.view, file.update]).toEqual(['svg', 'loss', null])
    const root = parseSvg(textOf(file))
    const texts = named(root, 'text')
    expect(texts[0]?.textContent).toBe('Loss')
    for (const words of ['update', 'loss'])
      expect(texts.map(({ textContent }) => textContent)).toContain(words)
    // The marks are all that a reader has: numbers along the foot have one height, those at the side one right edge.
    const marks = texts
      .filter(({ textContent }) => /^[\d.]+$/.test(textContent ?? ''))
      .map((text) => ({
        value: Number(text.textContent),
        x: Number(text.getAttribute('x')),
        y: Number(text.getAttribute('y')),
        isAtFoot: text.getAttribute('text-anchor') === 'middle',
      }))
    const across = axisOf(marks.filter(({ isAtFoot }) => isAtFoot).map(({ value, x }) => [value, x]))
    const up = axisOf(marks.filter(({ isAtFoot }) => !isAtFoot).map(({ value, y }) => [value, y]))
    const { history } = page.world
    const curve = named(root, 'path').find(
      (path) => path.getAttribute('fill') === 'none' && lineOf(path).length === 40,
    )
    if (!curve) throw new Error('there is no line of 40 points')
    const points = lineOf(curve)
    for (const [index, [x, y]] of points.entries()) {
      expect(x).toBeCloseTo(across(index + 1), 1)
      expect(y).toBeCloseTo(up(history.losses.at(index)), 1)
    }
  })

  it('saves its numbers as CSV', async () => {
    await train(40)
    const { data } = Papa.parse<string[]>(textOf(await save('loss', 'csv')), { skipEmptyLines: true })
    const { history } = page.world
    expect(data[0]?.slice(0, 2)).toEqual(['update', 'loss'])
    expect(data.slice(1).map(([update]) => Number(update))).toEqual(
      Array.from({ length: 40 }, (_, i) => i + 1),
    )
    expect(data.slice(1).map((row) => Math.fround(Number(row[1])))).toEqual(
      Array.from({ length: 40 }, (_, i) => history.losses.at(i)),
    )
  })

  it('is in the head of every chart, opens and closes by keys, and names its view', async () => {
    await train(3)
    for (const card of ['prediction', 'loss', 'period']) {
      const button = element(card, 'view-menu')
      expect(button.getAttribute('aria-haspopup')).toBe('menu')
      expect(button.getAttribute('aria-label')).toMatch(/^Save this view: ./)
    }
    const button = element('loss', 'view-menu')
    const press = (key: string) =>
      page.settle(() =>
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        ),
      )
    button.focus()
    await press('ArrowDown')
    const focused = () => (document.activeElement as HTMLElement).dataset.testid
    expect(focused()).toBe('save-view-svg')
    await press('End')
    expect(focused()).toBe('save-view-csv')
    await press('Escape')
    expect(inside('loss', 'save-view-csv')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('leaves the chart as it was: it draws on its own canvas afterwards', async () => {
    await train(5)
    await save('loss', 'svg')
    page.written()
    await page.settle(() => page.fake.train(1))
    await page.settle(() => page.frames.next())
    expect(page.written()).toContain('update')
  })

  it('has the title, the axes and the legend in the language that is chosen', async () => {
    page = await openPage({ language: 'zh' })
    await page.settle(() => page.fake.train(5))
    await page.settle(() => page.frames.next())
    const words = named(parseSvg(textOf(await save('prediction', 'svg'))), 'text').map(
      ({ textContent }) => textContent,
    )
    expect(words[0]).toBe('预测')
    expect(words).toContain('预测')
    expect(words.join(' ')).toMatch(/目标.*时间/)
  })

  it('says that a view was saved, or why not', async () => {
    await train(5)
    await save('loss', 'csv')
    expect(page.text('notice')).toContain('Saved unroll-loss.csv')
    page.fake.answer('saveView', fail('file-not-written', madeUp('The disk is full.')))
    await save('loss', 'csv')
    expect(page.text('notice')).toContain('The disk is full.')
    page.fake.answer('saveView', { ok: true, value: null })
    await page.click('dismiss-notice')
    await save('loss', 'csv')
    expect(page.find('notice')).toBeNull()
  })
})
