import type { InsideGradient } from '@contract/inside/gradient'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** What becomes of the gradient, in a sentence; where there is none, why. */
export function diagnosisOf({ diagnosis, reach, ratios, profile }: InsideGradient): Text {
  switch (reach === null ? null : diagnosis) {
    case 'healthy':
      return text('gradient.healthy', { reach: reach ?? 0 })
    case 'vanishing':
      return text('gradient.vanishing', { reach: reach ?? 0 })
    case 'exploding':
      return text('gradient.exploding', {
        growth: Math.max(...ratios.filter((ratio) => !Number.isNaN(ratio))),
      })
    case 'cut-by-window':
      return text('gradient.cut', { left: ratios.at(-1) ?? Number.NaN })
    default:
      return text(profile.every(Number.isFinite) ? 'gradient.noLoss' : 'gradient.notFinite')
  }
}

/** What is read at a time step, of the loss of a row. */
export function readingAt({ rows, norms, timeSteps }: InsideGradient, row: number, step: number): Text {
  const last = rows[row] ?? 0
  const at = { loss: last + 1, step: step + 1 }
  if (step > last) return text('gradient.readingLater', at)
  const norm = norms[row * timeSteps + step] ?? Number.NaN
  return text('gradient.reading', { ...at, norm, share: norm / (norms[row * timeSteps + last] ?? 0) })
}
