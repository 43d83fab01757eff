import type { ReactNode } from 'react'

/** A line or a mark of a chart, as it is drawn there, and its name. */
export function LegendKey(props: {
  readonly line:
    | 'target'
    | 'prediction'
    | 'input'
    | 'reference'
    | 'mean-loss'
    | 'norm'
    | 'loss'
    | 'validation'
    | 'best'
    | 'rival'
    | 'passed'
    | 'ghost'
    | 'wall'
    | 'touched'
    | 'band'
    | 'median'
    | 'hair'
    | 'each-run'
    | 'broke'
    | 'present'
  readonly children: ReactNode
}) {
  return (
    <span className="legend-key">
      <span className={`legend-line ${props.line}`} aria-hidden="true" />
      {props.children}
    </span>
  )
}
