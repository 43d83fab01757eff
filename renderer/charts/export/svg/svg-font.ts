/** A font as SVG's attributes name it: readers of SVG that are no browsers know no shorthand. */
export type SvgFont = {
  readonly 'font-family': string
  readonly 'font-size': string
  readonly 'font-weight': string | undefined
  readonly 'font-style': string | undefined
}

const GENERIC = /(?:^|,)\s*(?:sans-serif|serif|monospace|system-ui|ui-[a-z-]+)\s*$/

/** A canvas's font, such as `600 11px Inter, sans-serif`; families without a generic one at their end get one. */
export function svgFont(font: string): SvgFont {
  const [, before = '', size = '10', family = 'sans-serif'] =
    /^(.*?)([\d.]+)px(?:\/\S+)?\s+(.+)$/.exec(font.trim().replace(/\s+/g, ' ')) ?? []
  const words = before.trim().split(/\s+/)
  const weight = words.find((word) => /^(?:bold|bolder|lighter|[1-9]\d*)$/.test(word))
  const style = words.find((word) => word === 'italic' || word === 'oblique')
  const families = GENERIC.test(family) ? family : `${family}, sans-serif`
  return {
    'font-family': families.replaceAll('"', "'"),
    'font-size': `${Number(size)}`,
    'font-weight': weight === '400' ? undefined : weight,
    'font-style': style,
  }
}

/** Where the line lies that letters stand on, below the place that a canvas is told, in CSS pixels. */
export type BaselineOf = (font: string, baseline: CanvasTextBaseline) => number

/** Asks a canvas: SVG has names for baselines too, which few readers hear. */
export function baselinesOf(
  ctx: Pick<CanvasRenderingContext2D, 'font' | 'textBaseline' | 'measureText'>,
): BaselineOf {
  const known = new Map<string, number>()
  const ascent = (baseline: CanvasTextBaseline) => {
    ctx.textBaseline = baseline
    return ctx.measureText('x').fontBoundingBoxAscent
  }
  return (font, baseline) => {
    if (baseline === 'alphabetic') return 0
    const key = `${baseline} ${font}`
    const before = known.get(key)
    if (before !== undefined) return before
    ctx.font = font
    const below = ascent('alphabetic') - ascent(baseline)
    ctx.textBaseline = 'alphabetic'
    const found = Number.isFinite(below) ? below : 0
    known.set(key, found)
    return found
  }
}
