import type { Say } from '@contract/language/say'
import { formatLoss } from '../../../store/words/format'

/** A figure in three significant digits with a true minus sign: `0.0123`, `−1.05`. */
export function figureWords(value: number, say: Say): string {
  return formatLoss(value, say).replace(/^-/, '−')
}
