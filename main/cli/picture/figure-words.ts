import type { SourceFacts } from '@contract/data/source-facts'
import type { Say } from '@contract/language/say'
import { hasTimes, placeText } from '../base/series-places'

/** What stands beside the curves of a figure. */
export type FigureWords = {
  readonly target: string
  readonly prediction: string
  readonly horizontal: string
  readonly vertical: string
  /** What stands at a tick of the horizontal axis instead of its number; null for that. */
  readonly placeOf: ((value: number) => string) | null
}

/** The words for the lesson's curve, or for the first target of a series, over its times where these are known. */
export function figureWords(facts: SourceFacts, say: Say): FigureWords {
  const prediction = say('train.picturePrediction')
  if (facts.axis === 'half-periods') {
    const [target, horizontal] = [say('train.pictureTarget'), say('train.pictureTime')]
    return { target, prediction, horizontal, vertical: 'cos t', placeOf: null }
  }
  const { times } = facts
  return {
    target: say('train.pictureSeriesTarget'),
    prediction,
    horizontal: times.kind !== 'rows' && hasTimes(facts) ? times.name : say('train.pictureRow'),
    vertical: facts.targets[0] ?? '',
    placeOf: (row) => placeText(facts, Math.round(row), say),
  }
}
