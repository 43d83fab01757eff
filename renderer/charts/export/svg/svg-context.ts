import { type Attributes, element, rounded, textElement } from '@contract/svg-markup'
import type { DrawContext } from '../draw-context'
import { growth, IDENTITY, isUpright, type Matrix, placed, times } from './matrix'
import { baselinesOf, svgFont } from './svg-font'
import { createSvgGradient, paintOf, type SvgGradient, seenThrough } from './svg-paint'
import { createSvgPath, type SvgPath } from './svg-path'

/** What measures words: a canvas of the page. */
export type Measurer = Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>

/** A picture that is drawn on as on a canvas, and comes out as SVG. */
export type SvgContext = {
  readonly context: DrawContext & Pick<CanvasRenderingContext2D, 'clearRect' | 'resetTransform'>
  /** Puts SVG that is text already over what was drawn so far. */
  readonly embed: (markup: string) => void
  /** @param title what is drawn, for whoever cannot see it */
  readonly markup: (title: string) => string
}

/** What `save` keeps. */
const STATE = {
  fillStyle: '#000000' as string | CanvasGradient | CanvasPattern,
  strokeStyle: '#000000' as string | CanvasGradient | CanvasPattern,
  lineWidth: 1,
  lineCap: 'butt' as CanvasLineCap,
  lineJoin: 'miter' as CanvasLineJoin,
  miterLimit: 10,
  lineDashOffset: 0,
  globalAlpha: 1,
  font: '10px sans-serif',
  textAlign: 'start' as CanvasTextAlign,
  textBaseline: 'alphabetic' as CanvasTextBaseline,
  imageSmoothingEnabled: true,
}
type Kept = typeof STATE & {
  readonly matrix: Matrix
  readonly dash: readonly number[]
  /** The id of the clip that holds; null: everything is seen. */
  readonly clip: string | null
}

const ANCHORS: Readonly<Record<CanvasTextAlign, string | undefined>> = {
  ...{ left: undefined, start: undefined, center: 'middle', right: 'end', end: 'end' },
}

/**
 * Records what is drawn as SVG: words stay words, lines and surfaces paths in CSS pixels. What cannot be seen is left out;
 * `clearRect` does nothing, as a picture begins empty.
 *
 * @param id begins the names of its parts, so that two pictures can stand in one page
 */
export function createSvgContext(
  size: { readonly width: number; readonly height: number },
  id: string,
  measurer: Measurer,
): SvgContext {
  const path = createSvgPath()
  const baseline = baselinesOf(measurer)
  const defs: string[] = []
  const drawn: { readonly clip: string | null; readonly markup: string }[] = []
  const gradients = new Map<unknown, SvgGradient & { id?: string }>()
  /** The ids of clips by what they let through: charts clip to the same area again and again. */
  const clips = new Map<string, string>()
  const stack: Kept[] = []
  let matrix: Matrix = IDENTITY
  let dash: readonly number[] = []
  let clip: string | null = null

  function put(markup: string) {
    drawn.push({ clip, markup })
  }

  /** A style as attributes; null where nothing of it would be seen. */
  function painted(style: Kept['fillStyle'], kind: 'fill' | 'stroke'): Attributes | null {
    const gradient = gradients.get(style)
    const { colour, opacity } = gradient
      ? { colour: `url(#${gradientId(gradient)})`, opacity: 1 }
      : paintOf(String(style))
    const seen = opacity * context.globalAlpha
    if (seen <= 0) return null
    return { [kind]: colour, [`${kind}-opacity`]: seenThrough(seen) }
  }

  function gradientId(gradient: SvgGradient & { id?: string }): string {
    if (gradient.id === undefined) {
      gradient.id = `${id}-${defs.length}`
      defs.push(gradient.markup(gradient.id))
    }
    return gradient.id
  }

  function stroked(): Attributes | null {
    const paint = painted(context.strokeStyle, 'stroke')
    const wide = growth(matrix)
    if (!paint || context.lineWidth * wide === 0) return null
    const { lineCap, lineJoin, miterLimit, lineDashOffset } = context
    return {
      ...paint,
      fill: 'none',
      'stroke-width': context.lineWidth * wide,
      'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
      'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
      'stroke-miterlimit': lineJoin === 'miter' ? miterLimit : undefined,
      'stroke-dasharray': dash.some((length) => length > 0)
        ? dash.map((length) => rounded(length * wide)).join(' ')
        : undefined,
      // chart.js sets some to nothing, which a canvas passes over.
      'stroke-dashoffset': lineDashOffset ? lineDashOffset * wide : undefined,
    }
  }

  /** Draws a rectangle beside the path that is under way. */
  function ofRectangle(paint: Attributes | null, x: number, y: number, width: number, height: number) {
    const own = createSvgPath()
    outline(own, matrix, x, y, width, height)
    if (paint && own.data() !== '') put(element('path', { d: own.data(), ...paint }))
  }

  function words(paint: Attributes | null, said: string, x: number, y: number, most?: number) {
    if (!paint || said === '' || !Number.isFinite(x) || !Number.isFinite(y)) return
    const { font, textAlign, textBaseline } = context
    const foot = y + baseline(font, textBaseline)
    const level = isUpright(matrix) && matrix[0] === 1 && matrix[3] === 1
    const [left, top] = level ? placed(matrix, x, foot) : [x, foot]
    const wide = most === undefined ? 0 : context.measureText(said).width
    const squeezed = most !== undefined && wide > most && most > 0
    put(
      textElement(
        {
          x: left,
          y: top,
          transform: level ? undefined : `matrix(${matrix.map(sixDigits).join(' ')})`,
          'text-anchor': ANCHORS[textAlign],
          textLength: squeezed ? most : undefined,
          lengthAdjust: squeezed ? 'spacingAndGlyphs' : undefined,
          ...svgFont(font),
          ...paint,
        },
        said,
      ),
    )
  }

  const context: SvgContext['context'] = {
    ...STATE,
    save: () => {
      const kept = Object.fromEntries(
        Object.keys(STATE).map((key) => [key, context[key as keyof typeof STATE]]),
      )
      stack.push({ ...(kept as typeof STATE), matrix, dash, clip })
    },
    restore: () => {
      const kept = stack.pop()
      if (!kept) return
      const { matrix: before, dash: dashBefore, clip: clipBefore, ...state } = kept
      Object.assign(context, state)
      matrix = before
      dash = dashBefore
      clip = clipBefore
    },
    translate: (x, y) => {
      matrix = times(matrix, [1, 0, 0, 1, x, y])
    },
    rotate: (angle) => {
      matrix = times(matrix, [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0])
    },
    scale: (x, y) => {
      matrix = times(matrix, [x, 0, 0, y, 0, 0])
    },
    transform: (...inner) => {
      matrix = times(matrix, inner)
    },
    resetTransform: () => {
      matrix = IDENTITY
    },
    beginPath: path.begin,
    closePath: path.close,
    moveTo: (x, y) => path.moveTo(matrix, x, y),
    lineTo: (x, y) => path.lineTo(matrix, x, y),
    quadraticCurveTo: (...points) => path.curveTo(matrix, points),
    bezierCurveTo: (...points) => path.curveTo(matrix, points),
    arc: (x, y, radius, from, until, counterclockwise = false) =>
      path.arc(matrix, [x, y], radius, [from, until], counterclockwise),
    rect: (...corner) => outline(path, matrix, ...corner),
    fill: (rule?: unknown) => {
      const paint = painted(context.fillStyle, 'fill')
      if (!paint || path.data() === '') return
      put(element('path', { d: path.data(), ...paint, 'fill-rule': rule === 'evenodd' ? rule : undefined }))
    },
    stroke: () => {
      const paint = stroked()
      if (paint && path.data() !== '') put(element('path', { d: path.data(), ...paint }))
    },
    clip: () => {
      const outer = clip === null ? undefined : `url(#${clip})`
      const inside = element('path', { d: path.data() || 'M0 0' })
      const key = `${clip} ${inside}`
      const before = clips.get(key)
      clip = before ?? `${id}-${defs.length}`
      if (before !== undefined) return
      clips.set(key, clip)
      defs.push(element('clipPath', { id: clip, 'clip-path': outer }, [inside]))
    },
    clearRect: () => {},
    fillRect: (...corner) => ofRectangle(painted(context.fillStyle, 'fill'), ...corner),
    strokeRect: (...corner) => ofRectangle(stroked(), ...corner),
    fillText: (said, x, y, most) => words(painted(context.fillStyle, 'fill'), said, x, y, most),
    strokeText: (said, x, y, most) => words(stroked(), said, x, y, most),
    measureText: (said) => {
      measurer.font = context.font
      measurer.textBaseline = context.textBaseline
      return measurer.measureText(said)
    },
    setLineDash: (lengths) => {
      dash = [...lengths]
    },
    getLineDash: () => [...dash],
    createLinearGradient: (x1, y1, x2, y2) => {
      const gradient = createSvgGradient(matrix, [x1, y1], [x2, y2])
      gradients.set(gradient, gradient)
      return gradient
    },
    drawImage: (image, x, y, width = image.width, height = image.height) =>
      put(
        element('image', {
          href: image.toDataURL(),
          ...{ x, y, width, height },
          transform: `matrix(${matrix.map(sixDigits).join(' ')})`,
          preserveAspectRatio: 'none',
          opacity: seenThrough(context.globalAlpha),
          'image-rendering': context.imageSmoothingEnabled ? undefined : 'pixelated',
        }),
      ),
  }

  /** What is drawn one after the other under the same clip is one group. */
  function grouped(): string[] {
    const groups: { readonly clip: string | null; readonly inside: string[] }[] = []
    for (const { clip, markup } of drawn) {
      const last = groups.at(-1)
      if (last && last.clip === clip) last.inside.push(markup)
      else groups.push({ clip, inside: [markup] })
    }
    return groups.flatMap(({ clip, inside }) =>
      clip === null ? inside : [element('g', { 'clip-path': `url(#${clip})` }, inside)],
    )
  }

  return {
    context,
    embed: put,
    markup: (title) =>
      element(
        'svg',
        {
          xmlns: 'http://www.w3.org/2000/svg',
          width: size.width,
          height: size.height,
          viewBox: `0 0 ${rounded(size.width)} ${rounded(size.height)}`,
          role: 'img',
        },
        [
          textElement({}, title, 'title'),
          ...(defs.length > 0 ? [element('defs', {}, defs)] : []),
          ...grouped(),
        ],
      ),
  }
}

function outline(path: SvgPath, matrix: Matrix, x: number, y: number, width: number, height: number) {
  if (![x, y, width, height].every(Number.isFinite)) return
  path.moveTo(matrix, x, y)
  path.lineTo(matrix, x + width, y)
  path.lineTo(matrix, x + width, y + height)
  path.lineTo(matrix, x, y + height)
  path.close()
}

function sixDigits(value: number): string {
  return `${Number(value.toFixed(6))}`
}
