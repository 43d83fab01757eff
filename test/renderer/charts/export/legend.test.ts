// @vitest-environment happy-dom

import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawBox, legendIn } from '../../../../renderer/charts/export/legend'
import { createSvgContext } from '../../../../renderer/charts/export/svg/svg-context'
import { paintOf } from '../../../../renderer/charts/export/svg/svg-paint'
import { named, parseSvg, pointsOf } from '../../helpers/parse-svg'

const MEASURER = {
  font: '',
  textBaseline: 'alphabetic' as const,
  measureText: () => ({ width: 1 }) as TextMetrics,
}

function boxed(size: { width: number; height: number }, style: Readonly<Record<string, string>>): Element[] {
  const { context, markup } = createSvgContext({ width: 50, height: 50 }, 'key', MEASURER)
  drawBox(size, { getPropertyValue: (name) => style[name] ?? '' })(context)
  return named(parseSvg(markup('')), 'path')
}

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('a mark of a legend', () => {
  it('is the triangle that a box without an inside is', () => {
    const all = boxed(
      { width: 10, height: 9 },
      {
        'background-color': 'transparent',
        'border-left-width': '5px',
        'border-left-color': 'rgba(0, 0, 0, 0)',
        'border-right-width': '5px',
        'border-right-color': 'rgba(0, 0, 0, 0)',
        'border-bottom-width': '9px',
        'border-bottom-color': 'rgb(1, 2, 3)',
      },
    )
    const [triangle] = all
    expect(all.map((path) => path.getAttribute('fill'))).toEqual(['rgb(1,2,3)'])
    expect(new Set(pointsOf(triangle as Element).map(String))).toEqual(new Set(['0,9', '10,9', '5,0']))
  })

  it('is a ring where it is all round, and dashes where its sides are its borders', () => {
    const round = {
      'border-top-left-radius': '50%',
      'border-top-width': '2px',
      'border-top-color': '#123456',
    }
    const [ring] = boxed({ width: 9, height: 9 }, round)
    expect(ring?.getAttribute('d')).toMatch(/^M8 4\.5A3\.5 3\.5/)
    expect(ring?.getAttribute('stroke-width')).toBe('2')
    const dashes = boxed(
      { width: 20, height: 2 },
      {
        'background-color': 'transparent',
        'border-left-width': '7px',
        'border-left-color': '#111',
        'border-right-width': '7px',
        'border-right-color': '#111',
      },
    )
    const spans = dashes.map((path) => pointsOf(path).map(([x]) => x))
    expect(spans.map((xs) => [Math.min(...xs), Math.max(...xs)])).toEqual([
      [13, 20],
      [0, 7],
    ])
  })

  it('has the colour of a ground that a style sheet has mixed', () => {
    expect(paintOf('color(srgb 0.2 0.4 1 / 0.14)')).toEqual({ colour: 'rgb(51,102,255)', opacity: 0.14 })
    expect(paintOf('rebeccapurple')).toEqual({ colour: 'rebeccapurple', opacity: 1 })
  })
})

describe('the legend of a card', () => {
  it('has what is shown of this view, in order', () => {
    vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function rects(this: Element) {
      return (this.closest('[hidden]') ? [] : [new DOMRect(0, 0, 9, 9)]) as unknown as DOMRectList
    })
    document.body.innerHTML = `
      <section class="card">
        <span class="legend-key"><span></span> target </span>
        <label><input type="checkbox" checked><span class="legend-key"><span></span>input</span></label>
        <label><input type="checkbox"><span class="legend-key"><span></span>walls</span></label>
        <span data-only="horizon"><span class="legend-key"><span></span>error</span></span>
        <span data-only="forecast" class="legend-key"><span></span>teacher</span>
        <div hidden><span class="legend-key"><span></span>unseen</span></div>
      </section>`
    const card = document.querySelector('.card') as Element
    expect(legendIn(card, 'forecast').map(({ label }) => label)).toEqual(['target', 'input', 'teacher'])
  })
})
