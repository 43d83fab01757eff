import { text } from '../language/texts'
import { type AppError, fail } from '../result'
import type { RunState } from '../run/run'
import type { ExportFormat } from './weight-formats'

/**
 * Why a run cannot leave the app in a format, whatever its numbers; null when it can. The page says so beside the
 * format, before the person tries, and main to whoever asks all the same.
 */
export function exportRefusal(
  format: ExportFormat,
  { phase, config }: Pick<RunState, 'phase' | 'config'>,
): AppError | null {
  // What was learned on the way there can still be looked at.
  if (format === 'csv') return null
  if (phase === 'diverged') return fail('run-diverged', text('formats.diverged')).error
  if (format === 'tfjs' && config.network.cell === 'gru')
    return fail('weights-mismatch', text('formats.otherGru')).error
  return null
}
