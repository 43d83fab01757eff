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
  if (phase === 'diverged')
    return fail(
      'run-diverged',
      'This run has diverged: its weights predict nothing any more. Lower the learning rate and press Reset; the table of its updates can still be exported.',
    ).error
  if (format === 'tfjs' && config.network.cell === 'gru')
    return fail(
      'weights-mismatch',
      'The GRU of TensorFlow.js is another function than this one; choose Keras, ONNX or another format.',
    ).error
  return null
}
