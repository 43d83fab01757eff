/** The bar at the top: what starts and stops a run, and what is done with files. */
export const transport = {
  'transport.training': 'Training',
  'transport.settings': 'Settings',
  'transport.reset': 'Reset',
  'transport.resetAgain': 'The same initial weights again',
  'transport.resetApplies': 'Makes a new run with the settings that wait',
  'transport.newSeed': 'New seed',
  'transport.newSeedExplained': 'A new network from a seed drawn at random',
  'transport.oneUpdate': 'One update',
  'transport.oneUpdateExplained': 'Makes one update and pauses',

  'transport.pace': 'Pace',
  'transport.updatesPerSecond': 'Updates per second',
  'transport.asFastAsPossible': 'as fast as possible',
  'transport.perSecond': ({ updates }: { updates: number }) => `${updates}/s`,
  'transport.lessonsPace': ({ updates }: { updates: number }) => `${updates}/s, the lesson’s pace`,
  'transport.updatesDone': 'Updates done',

  'transport.file': 'File',
  'transport.openData': 'Open data…',
  'transport.openDataExplained': 'Open a table, paste one or draw a curve, and learn it',
  'transport.load': 'Load…',
  'transport.loadExplained': 'Load weights from a file; you can also drop a file on the window',
  'transport.save': 'Save…',
  'transport.saveExplained': 'Save the weights to a file',
  'transport.export': 'Export…',
  'transport.exportExplained': 'Export the weights for another framework, or the updates as a table',
}
