import { describe, expect, it } from 'vitest'
import type { DrawContext } from '../../../../renderer/charts/export/draw-context'
import { createSvgContext } from '../../../../renderer/charts/export/svg/svg-context'
import { named, parseSvg, pointsOf } from '../../helpers/parse-svg'

/** Letters are 7 pixels wide; a font rises 9 above the line that letters stand on, of which 5 are above the middle. */
const MEASURER = {
  font: '',
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  measureText(words: string) {
    const ascent = this.textBaseline === 'middle' ? 5 : this.textBaseline === 'top' ? 0 : 9
    return { width: words.length * 7, fontBoundingBoxAscent: ascent } as TextMetrics
  },
}

function drawn(draw: (ctx: DrawContext) => void, title = 'a view'): Element {
  const { context, markup } = createSvgContext({ width: 200, height: 100 }, 'view', MEASURER)
  draw(context)
  return parseSvg(markup(title))
}

function paths(draw: (ctx: DrawContext) => void): Element[] {
  return named(drawn(draw), 'path')
}

describe('a canvas that records SVG', () => {
  it('gives well-formed XML of its size, with its title, whatever that holds', () => {
    const title = 'loss <a> & "b" \u0000\ud800 损失 🙂'
    const root = drawn(() => {}, title)
    expect(root.getAttribute('viewBox')).toBe('0 0 200 100')
    expect(named(root, 'title')[0]?.textContent).toBe('loss <a> & "b" \ufffd\ufffd 损失 🙂')
  })

  it('places lines where they are drawn, through every change of coordinates', () => {
    const [path] = paths((ctx) => {
      ctx.translate(10, 20)
      ctx.save()
      ctx.rotate(Math.PI / 2)
      ctx.scale(2, 3)
      ctx.beginPath()
      ctx.moveTo(1, 2)
      ctx.restore()
      ctx.lineTo(5, 6)
      ctx.stroke()
    })
    // By hand: (1, 2) is (2, 6) scaled, (-6, 2) turned, (4, 22) moved.
    expect(path && pointsOf(path)).toEqual([
      [4, 22],
      [15, 26],
    ])
  })

  it('begins a path with its first line, and passes over what is not finite, as a canvas does', () => {
    const [path] = paths((ctx) => {
      ctx.lineTo(1, 1)
      ctx.lineTo(Number.NaN, 2)
      ctx.lineTo(3, 3)
      ctx.stroke()
    })
    expect(path?.getAttribute('d')).toBe('M1 1L3 3')
  })

  it('has the style of the moment, and the one before after restore', () => {
    const [thick, thin] = paths((ctx) => {
      ctx.save()
      ctx.strokeStyle = '#11223380'
      ctx.lineWidth = 4
      ctx.lineCap = 'round'
      ctx.setLineDash([6, 2])
      ctx.globalAlpha = 0.5
      ctx.strokeRect(1, 2, 3, 4)
      ctx.restore()
      ctx.strokeRect(1, 2, 3, 4)
    })
    expect(thick?.getAttribute('stroke')).toBe('#112233')
    expect(Number(thick?.getAttribute('stroke-opacity'))).toBeCloseTo((0.5 * 128) / 255, 3)
    expect(thick?.getAttribute('stroke-width')).toBe('4')
    expect(thick?.getAttribute('stroke-linecap')).toBe('round')
    expect(thick?.getAttribute('stroke-dasharray')).toBe('6 2')
    expect(thin?.getAttribute('stroke')).toBe('#000000')
    expect(thin?.hasAttribute('stroke-dasharray')).toBe(false)
    expect(thin?.hasAttribute('stroke-opacity')).toBe(false)
  })

  it('knows colours as canvases and style sheets write them, and leaves out what nobody would see', () => {
    const fills = paths((ctx) => {
      for (const colour of [
        'rgba(1, 2, 3, 0.25)',
        'rgb(4 5 6 / 50%)',
        'transparent',
        '#abc',
        'rgba(0,0,0,0)',
      ]) {
        ctx.fillStyle = colour
        ctx.fillRect(0, 0, 1, 1)
      }
    }).map((path) => [path.getAttribute('fill'), path.getAttribute('fill-opacity')])
    expect(fills).toEqual([
      ['rgb(1,2,3)', '0.25'],
      ['rgb(4,5,6)', '0.5'],
      ['#abc', ''],
    ])
  })

  it('draws circles and parts of them', () => {
    const [whole, quarter] = paths((ctx) => {
      ctx.beginPath()
      ctx.arc(10, 10, 4, 0, 2 * Math.PI)
      ctx.fill()
      ctx.beginPath()
      ctx.arc(10, 10, 4, 0, Math.PI / 2, true)
      ctx.fill()
    })
    expect(whole?.getAttribute('d')).toBe('M14 10A4 4 0 0 1 6 10A4 4 0 0 1 14 10')
    // Against the clock it takes the long way round: 270°.
    expect(quarter?.getAttribute('d')).toMatch(/^M14 10A4 4 0 0 0 .* 10 14$/)
  })

  it('shows what is clipped within every clip that holds, and nothing of them afterwards', () => {
    const root = drawn((ctx) => {
      ctx.save()
      ctx.beginPath()
      ctx.rect(0, 0, 50, 50)
      ctx.clip()
      ctx.beginPath()
      ctx.rect(10, 10, 50, 50)
      ctx.clip()
      ctx.fillRect(0, 0, 90, 90)
      ctx.fillRect(1, 1, 90, 90)
      ctx.restore()
      ctx.fillRect(2, 2, 90, 90)
    })
    const [group, ...others] = named(root, 'g')
    expect(others).toEqual([])
    expect(group && named(group, 'path')).toHaveLength(2)
    const [outer, inner] = named(root, 'clipPath')
    expect(group?.getAttribute('clip-path')).toBe(`url(#${inner?.getAttribute('id')})`)
    expect(inner?.getAttribute('clip-path')).toBe(`url(#${outer?.getAttribute('id')})`)
    expect(named(root, 'path').at(-1)?.parentNode).toBe(root)
  })

  it('keeps words as words: their font, where they stand and which way they go', () => {
    const words = named(
      drawn((ctx) => {
        ctx.font = '600 11px "Noto Sans",\n  system-ui'
        ctx.textBaseline = 'middle'
        ctx.textAlign = 'right'
        ctx.fillText('3 < 4', 50, 20)
        ctx.translate(5, 60)
        ctx.rotate(-Math.PI / 2)
        ctx.font = 'italic 12px Inter'
        ctx.fillText('损失', 0, 0, 10)
      }),
      'text',
    )
    const [level, upright] = words.map((one) => (name: string) => one.getAttribute(name))
    expect(words.map(({ textContent }) => textContent)).toEqual(['3 < 4', '损失'])
    expect([level?.('x'), level?.('y'), level?.('text-anchor')]).toEqual(['50', '24', 'end'])
    expect(level?.('font-family')).toBe("'Noto Sans', system-ui")
    expect([level?.('font-size'), level?.('font-weight')]).toEqual(['11', '600'])
    expect(upright?.('font-family')).toBe('Inter, sans-serif')
    expect(upright?.('font-style')).toBe('italic')
    expect(upright?.('transform')).toBe('matrix(0 -1 1 0 5 60)')
    // 14 pixels wide, for which there are 10.
    expect(upright?.('textLength')).toBe('10')
  })

  it('lets colours run into each other', () => {
    const root = drawn((ctx) => {
      const gradient = ctx.createLinearGradient(0, 0, 100, 0)
      gradient.addColorStop(0, '#fff')
      gradient.addColorStop(1, '#00000080')
      ctx.translate(0, 50)
      ctx.fillStyle = gradient
      ctx.fillRect(0, 0, 100, 10)
    })
    const [gradient] = named(root, 'linearGradient')
    expect(named(root, 'path')[0]?.getAttribute('fill')).toBe(`url(#${gradient?.getAttribute('id')})`)
    expect(named(root, 'stop').map((stop) => stop.getAttribute('stop-opacity'))).toEqual(['', '0.502'])
  })

  it('puts a canvas into the picture as it is', () => {
    const canvas = { width: 2, height: 3, toDataURL: () => 'data:image/png;base64,AA==' } as HTMLCanvasElement
    const [image] = named(
      drawn((ctx) => {
        ctx.imageSmoothingEnabled = false
        ctx.translate(1, 2)
        ctx.drawImage(canvas, 3, 4, 50, 60)
      }),
      'image',
    )
    expect(image?.getAttribute('href')).toBe('data:image/png;base64,AA==')
    expect(['x', 'y', 'width', 'height'].map((name) => image?.getAttribute(name))).toEqual([
      '3',
      '4',
      '50',
      '60',
    ])
    expect(image?.getAttribute('transform')).toBe('matrix(1 0 0 1 1 2)')
    expect(image?.getAttribute('image-rendering')).toBe('pixelated')
  })
})
