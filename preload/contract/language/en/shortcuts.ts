/** What the keys do. The keys themselves are named as they stand on keyboards, which is the same everywhere. */
export const shortcuts = {
  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.close': 'Close',
  'shortcuts.keysTogether': ({ held, pressed }: { held: string; pressed: string }) =>
    `${held} with ${pressed}`,

  'shortcuts.run': 'Run',
  'shortcuts.startOrPause': 'Start, Pause or go on',
  'shortcuts.oneUpdate': 'One update',
  'shortcuts.reset': 'Reset',
  'shortcuts.newSeed': 'New seed',

  'shortcuts.file': 'File',
  'shortcuts.openProject': 'Open project',
  'shortcuts.saveProject': 'Save project',
  'shortcuts.saveProjectAs': 'Save project as',
  'shortcuts.openData': 'Open data',
  'shortcuts.loadWeights': 'Load weights',
  'shortcuts.runs': 'Runs',
  'shortcuts.saveWeights': 'Save weights',
  'shortcuts.export': 'Export',

  'shortcuts.view': 'View',
  'shortcuts.toggleInput': 'Show or hide the input',
  'shortcuts.toggleLogLoss': 'Logarithmic loss scale on or off',
  'shortcuts.followNewestUpdates': 'Follow the newest updates',
  'shortcuts.showAllUpdates': 'Show all updates',
  'shortcuts.zoomWindow': 'Larger, smaller, usual size',
  'shortcuts.fullScreen': 'Full screen',
  'shortcuts.thisList': 'This list',

  'shortcuts.predictionChart': 'Prediction chart, when it has the focus',
  'shortcuts.readTimeSteps': 'Read one time step after the other',
  'shortcuts.goByWindows': 'Go from window to window',
  'shortcuts.toEnds': 'To the first, to the newest',
  'shortcuts.markUpdate': 'Mark the update and pin the time step',
  'shortcuts.scroll': 'Scroll',
  'shortcuts.zoom': 'Zoom in and out',
  'shortcuts.followNewest': 'Follow the newest',
  'shortcuts.showAll': 'Show all',

  'shortcuts.rail': 'Rail under the charts, when it has the focus',
  'shortcuts.goByUpdates': 'Go to the update before or after',
  'shortcuts.goByTenths': 'A tenth of the run on',
  'shortcuts.toFirstOrNow': 'To the first update, to now',

  'shortcuts.lossChart': 'Loss chart, when it has the focus',
  'shortcuts.readUpdates': 'Read one update after the other',
  'shortcuts.tenUpdates': 'Ten updates on',
  'shortcuts.markAndShow': 'Mark the update and show its window',
}
