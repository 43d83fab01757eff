import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** A stop of the tour: what it points at, and what it says there. */
export type TourStep = {
  /** A selector for the control itself; what is not there is pointed at by nothing. */
  readonly target: string
  /** Where the words stand, seen from the control; another side is taken where there is no room. */
  readonly place: 'below' | 'beside' | 'inside'
  readonly title: Text
  readonly words: Text
}

/** The whole tour: from the program that is there to the weights that are taken home. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    target: '.preset',
    place: 'beside',
    title: text('tour.presetTitle'),
    words: text('tour.preset'),
  },
  {
    target: '.transport .primary',
    place: 'below',
    title: text('tour.startTitle'),
    words: text('tour.start'),
  },
  {
    target: '.field:has(.slider)',
    place: 'beside',
    title: text('tour.settingsTitle'),
    words: text('tour.settings'),
  },
  {
    target: '.stage > :first-child',
    place: 'inside',
    title: text('tour.predictionTitle'),
    words: text('tour.prediction'),
  },
  {
    target: '.files',
    place: 'below',
    title: text('tour.weightsTitle'),
    words: text('tour.weights'),
  },
]
