import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'

/**
 * What a run of a series is to learn, in one sentence: from which columns, which, and how much later. Null for the
 * lesson's curve.
 *
 * @param windows of the training part, or null while their number is not known
 */
export function sourceSentence({ data }: RunConfig, windows: number | null): Text | null {
  const { source, horizon, window } = data
  if (source.kind === 'lesson') return null
  const { inputs, targets } = source
  if (horizon === 0) return text('seriesPage.translates', { inputs, targets, window, windows })
  const isOwnPast = inputs.length === targets.length && inputs.every((name, at) => name === targets[at])
  if (isOwnPast) return text('seriesPage.ownFuture', { names: inputs, window, horizon, windows })
  return text('seriesPage.predicts', { inputs, targets, window, horizon, windows })
}
