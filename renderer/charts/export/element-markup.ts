import { paintOf } from './svg/svg-paint'

/** What a style sheet may say of an SVG element, and an attribute of the same name says without one. */
const STYLED = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray'],
  ...['stroke-dashoffset', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit', 'opacity', 'visibility'],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline'],
  ...['letter-spacing', 'shape-rendering', 'image-rendering', 'stop-color', 'stop-opacity', 'color'],
] as const
/** Colours, and how much is seen of them: many readers of SVG know no colour that is seen through. */
const PAINTS = [
  ['fill', 'fill-opacity'],
  ['stroke', 'stroke-opacity'],
  ['stop-color', 'stop-opacity'],
] as const
/** What is of the page alone, and no picture: what it hears, and who may be reached by it. */
const LEFT_OUT = /^(?:class|style|tabindex|role|on.*|aria-.*|data-.*)$/
const NO_PICTURE = 'script, foreignObject, animate, set'

/**
 * An `<svg>` of the page as markup that stands by itself: every element has what the style sheets give it as attributes.
 * What is not displayed is left out.
 *
 * @param place where it stands in the picture that it is put into, in CSS pixels
 */
export function elementMarkup(
  element: SVGSVGElement,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): string {
  const copy = element.cloneNode(true) as SVGSVGElement
  dress(element, copy)
  for (const part of copy.querySelectorAll(NO_PICTURE)) part.remove()
  for (const [name, value] of Object.entries(place)) copy.setAttribute(name, `${value}`)
  if (!element.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${place.width} ${place.height}`)
  copy.setAttribute('overflow', 'hidden')
  return new XMLSerializer().serializeToString(copy)
}

/** Gives a copy, part by part, what the style sheets give what it was made from. */
function dress(from: Element, copy: Element) {
  const style = getComputedStyle(from)
  for (const { name } of [...copy.attributes]) if (LEFT_OUT.test(name)) copy.removeAttribute(name)
  for (const name of STYLED) {
    const value = style.getPropertyValue(name)
    if (value !== '') copy.setAttribute(name, value.replaceAll('"', "'"))
  }
  for (const [name, seen] of PAINTS) {
    const value = style.getPropertyValue(name)
    if (value === '' || value === 'none' || value.startsWith('url(')) continue
    const { colour, opacity } = paintOf(value)
    copy.setAttribute(name, colour)
    const share = Number.parseFloat(style.getPropertyValue(seen) || '1')
    if (opacity * share < 1) copy.setAttribute(seen, `${opacity * share}`)
  }
  const copies = [...copy.children]
  for (const [index, child] of [...from.children].entries()) {
    const own = copies[index] as Element
    if (getComputedStyle(child).display === 'none') own.remove()
    else dress(child, own)
  }
}
