/** The stops of the tour, and the way through them. */
export const tour = {
  'tour.presetTitle': 'Begin with a program or a series',
  'tour.preset':
    'The presets are the lesson’s programs in PyTorch and TensorFlow and series to try, each with its settings. The one that is chosen is ready.',
  'tour.startTitle': 'Press Start',
  'tour.start':
    'The network learns, update by update, at the pace that is chosen beside. Pause it when you like, or make one update at a time.',
  'tour.settingsTitle': 'Change things while it learns',
  'tour.settings':
    'A new learning rate takes effect at the next update. Settings that need a new network take effect at Reset.',
  'tour.predictionTitle': 'Watch the prediction bend',
  'tour.prediction':
    'Once you press Start, the prediction is drawn here over the target, one window an update. What the network remembers from one time step to the next is its hidden state. Drag to look back, turn the wheel to zoom.',
  'tour.weightsTitle': 'Take the weights with you',
  'tour.weights': 'Save or export what was learned: PyTorch, Keras and others read it.',

  'tour.place': ({ stop, stops }: { stop: number; stops: number }) => `${stop} of ${stops}`,
  'tour.back': 'Back',
  'tour.next': 'Next',
  'tour.done': 'Done',
  'tour.close': 'Close the tour',
}
