import { OVERLAY_STYLES } from '../../../charts/lines/overlays'

/** How the lines of a run are drawn that lies over the present one. */
export function OverlayKey({ style }: { readonly style: number }) {
  const look = OVERLAY_STYLES[style]
  return (
    <svg className="overlay-key" width="26" height="8" aria-hidden="true">
      <line
        x1="0"
        y1="4"
        x2="26"
        y2="4"
        stroke={`var(--${look?.colour})`}
        strokeWidth="2"
        strokeDasharray={look?.dash.join(' ')}
      />
    </svg>
  )
}
