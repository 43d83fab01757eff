import type { Text } from '@contract/language/text'
import type { Result } from '@contract/result'
import type { ReadUpdates } from '../../store/curves/update-table'
import type { DrawContext } from './draw-context'
import type { LegendLine } from './legend'
import type { ViewTable } from './view-table'

/**
 * What a view gives so that it can be saved as SVG, PNG and CSV.
 *
 * To make a view exportable: put `<ExportMenu />` (`panels/stage/chart/ExportMenu`) into the head of its card, and say what
 * is to be saved of it with one line, beside the canvas or the `<svg>` that it is drawn on:
 *
 *     useExportable(ref, () => ({ name: 'hidden-states', title: text('inside.states'), update, picture, table }))
 *
 * (`panels/stage/chart/use-exportable`; outside of React: `offerExport(element, make)`, until what it returns is called.)
 * `make` is called when somebody saves, so that it tells what is seen at that moment; null where there is nothing yet.
 *
 * - `picture` is `{ kind: 'drawn', width, height, draw }` for what draws on a canvas: `draw(ctx)` draws it anew on whatever
 *   it is given, the screen's canvas or an SVG alike, in CSS pixels from (0, 0) (see `DrawContext` for what it may use; a
 *   chart of chart.js is `chartPicture(chart)`). For `<svg>`s of the page it is `{ kind: 'elements', elements }`: they stand to
 *   each other as they do there.
 * - Title, ground and legend are put around it: the legend is all `.legend-key` that are seen in the card, but for those in
 *   a label whose box is not checked, and those that are only another view's (`data-only="its name"`).
 * - `table` gives columns of all that is drawn, in full precision and not thinned out, within what is in sight.
 *
 * A card with two views has a menu for each: `<ExportMenu of={ref} />`.
 */
export type Exportable = {
  /** In names of files, the same in every language: small letters, digits, hyphens. */
  readonly name: string
  /** What stands above the picture; a string is said already. */
  readonly title: Text | string
  /** The update that is seen where that is not the newest; null where it is, or the view is of none. */
  readonly update: number | null
  readonly picture: ViewPicture
  /** A problem is said, and nothing is saved. */
  readonly table: (read: ReadUpdates) => ViewTable | Promise<Result<ViewTable>>
  /** Instead of the legend that is found in the card: for cards that have none. */
  readonly legend?: readonly LegendLine[]
}

/** A view as a picture, sizes in CSS pixels. */
export type ViewPicture =
  | DrawnPicture
  | { readonly kind: 'elements'; readonly elements: readonly SVGSVGElement[] }

/** A view that draws itself on what it is given. */
export type DrawnPicture = {
  readonly kind: 'drawn'
  readonly width: number
  readonly height: number
  readonly draw: (ctx: DrawContext) => void
}

type Make = () => Exportable | null

const offered = new WeakMap<Element, Make>()

/** Lets what an element shows be saved, until the function that this returns is called. */
export function offerExport(element: Element, make: Make): () => void {
  offered.set(element, make)
  return () => {
    if (offered.get(element) === make) offered.delete(element)
  }
}

/** The first of some elements of which something can be saved; null where there is none, or nothing to be seen yet. */
export function exportableOf(elements: Iterable<Element>): Exportable | null {
  for (const element of elements) {
    const make = offered.get(element)
    if (make) return make()
  }
  return null
}
