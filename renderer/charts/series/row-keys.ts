/** Pages of what is in sight. */
const PAGES = 20

/**
 * The row that a key leads to from `row` (null: no crosshair yet), in strides that can be seen; null for other keys.
 *
 * @param stride rows that are drawn as one
 * @param inSight rows that are
 */
export function nextRow(
  key: string,
  row: number | null,
  rows: number,
  stride: number,
  inSight: number,
): number | null {
  const within = (next: number) => Math.min(Math.max(next, 0), rows - 1)
  const page = Math.max(stride, Math.round(inSight / PAGES))
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return row === null ? rows - 1 : within(row - stride)
    case 'ArrowRight':
    case 'ArrowUp':
      return row === null ? 0 : within(row + stride)
    case 'PageUp':
      return within((row ?? rows - 1) - page)
    case 'PageDown':
      return within((row ?? 0) + page)
    case 'Home':
      return 0
    case 'End':
      return rows - 1
    default:
      return null
  }
}
