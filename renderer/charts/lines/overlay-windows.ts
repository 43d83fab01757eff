import type { ShownWindow } from '../../store/selectors/runs/overlaid'
import { type LineDataset, lineDataset } from '../canvas/line-chart'
import { createPointPool } from '../canvas/point-pool'
import type { Theme } from '../canvas/theme'
import { OVERLAY_STYLES } from './overlays'

/** What other runs said in one of their updates. */
export type OverlayWindows = {
  readonly datasets: readonly LineDataset[]
  /** Takes what each says of an output; tells all that is drawn, for the ends of the axis. */
  readonly write: (shown: readonly ShownWindow[], output: number, theme: Theme) => readonly number[]
}

export function createOverlayWindows(): OverlayWindows {
  const lines = OVERLAY_STYLES.map(({ colour, dash }) => {
    const pool = createPointPool()
    return { pool, colour, dataset: { ...lineDataset(pool.points, 1.5), borderDash: [...dash], order: -1 } }
  })
  return {
    datasets: lines.map(({ dataset }) => dataset),
    write(shown, output, theme) {
      const drawn: number[] = []
      for (const [style, { pool, colour, dataset }] of lines.entries()) {
        dataset.borderColor = theme[colour]
        const found = shown.find((each) => each.style === style)
        pool.begin()
        for (const [i, place] of (found?.places ?? []).entries()) {
          const said = found?.window.predictions[i * found.window.outputs + output] ?? Number.NaN
          pool.add(place, said)
          if (Number.isFinite(said)) drawn.push(said)
        }
        pool.end()
      }
      return drawn
    },
  }
}
