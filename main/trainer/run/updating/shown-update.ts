import type { OpenedSource } from '../../data/open-source'
import type { Window } from '../../data/source/window'
import type { MadeUpdate } from '../../training/update-result'
import type { ShownUpdate } from '../update-stream'

/** An update on a window as the page is to see it. */
export function shownUpdate(
  source: OpenedSource,
  window: Window,
  { loss, gradientNorm, predictions }: Omit<MadeUpdate, 'kind'>,
  validationLoss: number,
): ShownUpdate {
  return {
    start: window.start,
    step: window.step,
    ...source.shown(window),
    predictions: source.inOwnUnits(predictions),
    loss,
    gradientNorm,
    validationLoss,
  }
}
