/** A stop of the tour: what it points at, and what it says there. */
export type TourStep = {
  /** A selector for the control itself; what is not there is pointed at by nothing. */
  readonly target: string
  /** Where the words stand, seen from the control; another side is taken where there is no room. */
  readonly place: 'below' | 'beside' | 'inside'
  readonly title: string
  readonly text: string
}

/** The whole tour: from the program that is there to the weights that are taken home. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    target: '.preset',
    place: 'beside',
    title: 'Begin with a program you know',
    text: 'The presets are the lesson’s programs in PyTorch and TensorFlow, with all their settings. The first one is ready.',
  },
  {
    target: '.transport .primary',
    place: 'below',
    title: 'Press Start',
    text: 'The network makes 60 updates, 20 a second. Pause it when you like, or make one update at a time.',
  },
  {
    target: '.field:has(.slider)',
    place: 'beside',
    title: 'Change things while it learns',
    text: 'A new learning rate takes effect at the next update. Settings that need a new network take effect at Reset.',
  },
  {
    target: '.stage > :first-child',
    place: 'inside',
    title: 'Watch the prediction bend',
    text: 'Once you press Start, the prediction is drawn here over the target, one window an update. What the network remembers from one time step to the next is its hidden state. Drag to look back, turn the wheel to zoom.',
  },
  {
    target: '.files',
    place: 'below',
    title: 'Take the weights with you',
    text: 'Save or export what was learned: PyTorch, Keras and others read it.',
  },
]
