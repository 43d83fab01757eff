import type { ShownOverlay } from '../../store/selectors/runs/overlaid'
import type { Span } from '../../store/state/viewport'
import { countingAxis } from '../axes/axis'
import type { LineChart } from '../canvas/line-chart'
import type { Theme } from '../canvas/theme'
import { type CurveLine, createCurveLine } from './curve-line'
import { drawNames } from './end-names'

/** Colours that stay apart for colour-blind eyes, each with dashes of its own: whoever sees no colours goes by these and the names. */
export const OVERLAY_STYLES = [
  { colour: 'input', dash: [10, 3] },
  { colour: 'target', dash: [3, 3] },
  { colour: 'norm', dash: [10, 3, 2, 3] },
  { colour: 'rival', dash: [6, 2] },
  { colour: 'input', dash: [2, 2] },
  { colour: 'target', dash: [12, 4, 4, 4] },
  { colour: 'norm', dash: [5, 5] },
  { colour: 'rival', dash: [2, 4] },
] as const

/** The losses of other runs. */
export type OverlayLines = {
  readonly datasets: readonly CurveLine['dataset'][]
  readonly write: (shown: readonly ShownOverlay[], span: Span, columns: number, theme: Theme) => void
  readonly drawDense: (chart: LineChart) => void
  /** Writes the name of each at its end. */
  readonly drawNames: (chart: LineChart, say: (overlay: ShownOverlay) => string, theme: Theme) => void
}

export function createOverlayLines(): OverlayLines {
  const lines = OVERLAY_STYLES.map(({ dash }) => createCurveLine(1.75, dash))
  let drawn: readonly ShownOverlay[] = []
  return {
    datasets: lines.map(({ dataset }) => dataset),
    write(shown, span, columns, theme) {
      drawn = shown
      for (const [style, line] of lines.entries()) {
        const overlay = shown.find((each) => each.style === style)
        const look = OVERLAY_STYLES[style]
        if (!overlay || !look) {
          line.hide()
          continue
        }
        const { firstUpdate, losses } = overlay.curve
        const axis = countingAxis(firstUpdate, losses.values.length)
        line.write({ axis, curve: losses }, span, columns, undefined, { as: 'band-with-mean' })
        line.dress({ colour: theme[look.colour] })
      }
    },
    drawDense(chart) {
      for (const line of lines) line.drawDense(chart)
    },
    drawNames(chart, say, theme) {
      const { x, y } = chart.scales
      if (!x || !y) return
      const names = drawn.flatMap((overlay) => {
        const look = OVERLAY_STYLES[overlay.style]
        const last = lines[overlay.style]?.points.findLast(({ y }) => Number.isFinite(y))
        if (!look || !last) return []
        return [
          {
            words: say(overlay),
            at: x.getPixelForValue(last.x),
            height: y.getPixelForValue(last.y),
            colour: theme[look.colour],
          },
        ]
      })
      drawNames(chart, names, theme.surface, theme.font)
    },
  }
}
