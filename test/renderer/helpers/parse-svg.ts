import { DOMParser } from '@xmldom/xmldom'

/** Parses markup as XML, which forgives nothing: whatever is not well formed is thrown. */
export function parseSvg(markup: string): Element {
  const fault = (message: string) => {
    throw new Error(message)
  }
  const parser = new DOMParser({ errorHandler: { warning: fault, error: fault, fatalError: fault } })
  return parser.parseFromString(markup, 'image/svg+xml').documentElement
}

/** All elements of a name under another, in order. */
export function named(root: Element, name: string): Element[] {
  return Array.from(root.getElementsByTagName(name))
}

/** The points of a path of straight lines. */
export function pointsOf(path: Element): (readonly [number, number])[] {
  const data = path.getAttribute('d') ?? ''
  return [...data.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
}
