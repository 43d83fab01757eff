import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type App, screens } from './app'

/** A window's content, in pixels of the screen, and the page's zoom in it. */
export type Size = { readonly width: number; readonly height: number; readonly zoom: number }

/** Every window that the page has to stand in: three sizes, from 100 to 200 per cent. */
export const SIZES: readonly Size[] = [
  [800, 600],
  [1000, 640],
  [1280, 800],
].flatMap(([width = 0, height = 0]) => [1, 1.5, 2].map((zoom) => ({ width, height, zoom })))

export type WindowTheme = 'light' | 'dark'

/** Gives the window a size, a zoom and a theme, and waits until the page has taken them in. */
export async function setWindow({ electron, page }: App, size: Size, theme: WindowTheme): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow, nativeTheme }, { width, height, zoom, source }) => {
      nativeTheme.themeSource = source
      const window = BrowserWindow.getAllWindows()[0]
      window?.setMinimumSize(200, 200)
      window?.setContentSize(width, height)
      window?.webContents.setZoomFactor(zoom)
    },
    { ...size, source: theme },
  )
  const seen = () =>
    page.evaluate(() => [
      innerWidth,
      innerHeight,
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    ])
  const near = (length: number) => Math.floor(length / size.zoom)
  await expect
    .poll(async () => {
      const [width, height, shown] = await seen()
      return (
        Math.abs(Number(width) - near(size.width)) < 2 &&
        Math.abs(Number(height) - near(size.height)) < 2 &&
        shown === theme
      )
    })
    .toBe(true)
  // Media queries and charts answer to a resize in the frames after it.
  await page.evaluate(async () => {
    // To a pixel: a canvas has whole ones, its place may have a part of one.
    const filled = (canvas: HTMLCanvasElement) => {
      const { clientWidth: width = 0, clientHeight: height = 0 } = canvas.parentElement ?? {}
      return Math.abs(width - canvas.clientWidth) <= 1 && Math.abs(height - canvas.clientHeight) <= 1
    }
    // A scroll bar that comes or goes moves things once more. What is not still after all has a fault to be found.
    for (let still = 0, frame = 0; still < 4 && frame < 120; frame += 1) {
      await new Promise(requestAnimationFrame)
      still = [...document.querySelectorAll('canvas')].every(filled) ? still + 1 : 0
    }
  })
}

/** Keeps a picture of the window among the test's artefacts, zoomed as it is: Playwright's own leaves a part out. */
export async function keepPicture({ electron }: App, name: string): Promise<void> {
  const png = await electron.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  await mkdir(screens, { recursive: true })
  await writeFile(join(screens, `${name}.png`), Buffer.from(png, 'base64'))
}

/** What an axis with its marks and its title takes of a chart's height, in CSS pixels: measured on the screen. */
const AXIS = 56
/** Least height of what is between a chart's axes, in CSS pixels: the rule for every chart in every window. */
export const LEAST_PLOT = { prediction: 110, other: 90 } as const

/** A sentence for each chart that is too low to be read, whether it is scrolled into sight or not. */
function lowCharts(page: Page): Promise<string[]> {
  return page.locator('.chart-place canvas').evaluateAll(
    (canvases, { axis, least }) =>
      canvases.flatMap((canvas) => {
        const { width, height } = canvas.getBoundingClientRect()
        const lowest = canvas.closest('.prediction') ? least.prediction : least.other
        const plot = Math.round(height - axis)
        // Of one that is hidden there is nothing to be read.
        return width === 0 || plot >= lowest
          ? []
          : [`${canvas.getAttribute('data-testid')} has a plot of ${plot}, less than ${lowest}`]
      }),
    { axis: AXIS, least: LEAST_PLOT },
  )
}

/** What `coveredFaults` and `lowCharts` find: all that a person could not read or reach. */
export async function layoutFaults(page: Page): Promise<string[]> {
  return [...(await lowCharts(page)), ...(await coveredFaults(page))]
}

/**
 * Looks at every element of the page for what a person could not read or reach: text that is cut off or lies on other
 * text, controls that no scrolling brings into the window or that something lies over, and places that scroll sideways, tables aside.
 * Returns a sentence for each. What opens over the page on purpose (dialog, menu, drawer, tour, notice) may lie over
 * what is under it, and is looked at by itself. Knows nothing of the app's words, so that it holds for every language.
 */
function coveredFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** Rounding of positions, in CSS pixels. */
    const SLACK = 1.5
    /** Lines of text may share the blank part of their line boxes. */
    const LEADING = 4
    type Box = { left: number; top: number; right: number; bottom: number }
    const faults: string[] = []
    const view: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }
    const css = (element: Element) => getComputedStyle(element)
    const name = (element: Element) => {
      const id = element.closest('[data-testid]')?.getAttribute('data-testid')
      const words = (element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 40)
      return `<${element.tagName.toLowerCase()}${id ? ` in ${id}` : ''}> "${words}"`
    }
    const say = (element: Element, what: string) => faults.push(`${name(element)} ${what}`)
    const common = (a: Box, b: Box): Box => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    })
    // A copy: a DOMRect's edges are no properties of its own.
    const boxOf = (element: Element): Box => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return { left, top, right, bottom }
    }
    const wide = (box: Box) => box.right - box.left
    const high = (box: Box) => box.bottom - box.top
    const round = (box: Box) =>
      [box.left, box.top, box.right, box.bottom].map((edge) => Math.round(edge)).join(' ')

    const visible = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('.visually-hidden') === null

    /** What an element belongs to that lies over the rest of the page; the page itself for most. */
    const layers = ['absolute', 'fixed', 'sticky']
    function layerOf(element: Element): Element {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { position, zIndex } = css(at)
        if (at.matches('dialog:modal, :popover-open')) return at
        if (
          layers.includes(position) &&
          (position !== 'absolute' || zIndex !== 'auto') &&
          !at.matches('.app')
        )
          return at
        if (at.matches('.drawer')) return at
      }
      return document.documentElement
    }

    /**
     * The part of a box that is seen, and whether an ancestor cuts it: one that does not scroll cuts what leaves it, one
     * that scrolls shows it sooner or later.
     */
    function seenPart(element: Element, box: Box): { box: Box; cutBy: Element | null } {
      let seen = box
      // What may still be reached, as a whole: inside a place that scrolls, the place stands for what is in it.
      let whole = box
      let cutBy: Element | null = null
      let inFixed = false
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, overflowY, position } = css(at)
        const rect = boxOf(at)
        const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
        if (at !== document.documentElement && at !== document.body) {
          const [x, y] = [overflowX !== 'visible', overflowY !== 'visible']
          if (cuts(overflowX) && (whole.left < rect.left - SLACK || whole.right > rect.right + SLACK))
            cutBy ??= at
          if (cuts(overflowY) && (whole.top < rect.top - SLACK || whole.bottom > rect.bottom + SLACK))
            cutBy ??= at
          // Before the start of what scrolls nothing leads.
          if (scrolls(overflowY) && whole.top + at.scrollTop < rect.top - SLACK) cutBy ??= at
          if (scrolls(overflowX) && whole.left + at.scrollLeft < rect.left - SLACK) cutBy ??= at
          if (x) seen = common(seen, { ...seen, left: rect.left, right: rect.right })
          if (y) seen = common(seen, { ...seen, top: rect.top, bottom: rect.bottom })
          whole = {
            left: scrolls(overflowX) ? rect.left : whole.left,
            right: scrolls(overflowX) ? rect.right : whole.right,
            top: scrolls(overflowY) ? rect.top : whole.top,
            bottom: scrolls(overflowY) ? rect.bottom : whole.bottom,
          }
        }
        if (position === 'fixed') {
          inFixed = true
          break
        }
      }
      const outside =
        whole.left < view.left - SLACK ||
        whole.right > view.right + SLACK ||
        whole.top < view.top - SLACK ||
        whole.bottom > view.bottom + SLACK
      if (outside) cutBy ??= inFixed ? document.body : document.documentElement
      return { box: common(seen, view), cutBy }
    }

    const open = document.querySelector('dialog:modal')
    const everything = [...(open ?? document.body).querySelectorAll('*')].filter(visible)

    // Text that is cut, and the lines of it that are seen.
    const lines: { element: Element; box: Box; layer: Element }[] = []
    for (const element of everything) {
      if (element.closest('option, svg')) continue
      const style = css(element)
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const rect of range.getClientRects()) {
          if (rect.width < 1 || rect.height < 1) continue
          // A dotted end is no loss where the whole can be read.
          const told = element.closest('[title]')?.getAttribute('title')?.includes(node.textContent.trim())
          const dotted = style.textOverflow === 'ellipsis' && told
          const box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }
          const own = boxOf(element)
          const { box: seen, cutBy } = seenPart(element, dotted ? common(box, own) : box)
          if (cutBy) say(element, `is cut off by ${name(cutBy)}: ${round(box)}`)
          if (wide(seen) > 0 && high(seen) > 0) lines.push({ element, box: seen, layer: layerOf(element) })
        }
      }
      if (element instanceof HTMLInputElement && element.type === 'text') {
        const room = document.createElement('canvas').getContext('2d')
        if (!room) continue
        room.font = style.font
        const text = room.measureText(element.value).width
        const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
        if (text > element.clientWidth - padding + SLACK) say(element, `is too narrow for "${element.value}"`)
      }
    }

    // Text on text, and text on controls that it is not the text of.
    const controls = everything.filter((element) =>
      element.matches('button, input, select, summary, canvas, a[href], progress'),
    )
    const blocks = [
      ...lines,
      ...controls.map((element) => ({
        element,
        box: seenPart(element, boxOf(element)).box,
        layer: layerOf(element),
      })),
    ]
    for (const [index, a] of blocks.entries())
      for (const b of blocks.slice(index + 1)) {
        if (a.layer !== b.layer || a.element === b.element) continue
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue
        const both = common(a.box, b.box)
        if (wide(both) > SLACK && high(both) > LEADING)
          say(a.element, `lies on ${name(b.element)}: ${round(both)}`)
      }

    // Every control can be brought into the window, and is not covered there.
    const scrolled = everything.filter((element) => element.scrollTop > 0 || element.scrollLeft > 0)
    const places = scrolled.map((element) => ({ element, top: element.scrollTop, left: element.scrollLeft }))
    const covering = 'dialog, .tour, .notice, .drawer, [role="menu"]'
    for (const element of controls) {
      if (element.matches('progress, :disabled') && element.tagName === 'PROGRESS') continue
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const rect = boxOf(element)
      const { box, cutBy } = seenPart(element, rect)
      if (
        cutBy ||
        wide(box) < Math.min(wide(rect), innerWidth) - SLACK ||
        high(box) < Math.min(high(rect), 40) - SLACK
      ) {
        say(element, `cannot be brought into the window: ${round(rect)}`)
        continue
      }
      const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      const own = over && (element.contains(over) || over.contains(element))
      if (!own && !over?.closest(covering)) say(element, `is covered by ${over ? name(over) : 'nothing'}`)
    }
    for (const element of everything)
      if (!scrolled.includes(element) && !element.matches('input')) {
        element.scrollTop = 0
        element.scrollLeft = 0
      }
    for (const { element, top, left } of places) element.scrollTo({ top, left, behavior: 'instant' })

    // Nothing scrolls sideways but a table in a place that keys reach, and the frame is where it was.
    for (const element of everything) {
      if (element.matches('[tabindex="0"]') && element.querySelector(':scope > table')) continue
      const { overflowX } = css(element)
      if ((overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1)
        say(element, `scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`)
    }
    const frame = document.getElementById('root')?.firstElementChild?.getBoundingClientRect()
    const moved = [
      scrollX,
      scrollY,
      document.body.scrollTop,
      document.body.scrollLeft,
      frame?.left,
      frame?.top,
    ]
    if (moved.some((by) => by !== 0)) faults.push(`the page was pushed out of place: ${moved.join(' ')}`)
    return [...new Set(faults)]
  })
}
