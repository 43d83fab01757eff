import { counted } from '../english'

type OfScript = { update: number; from: string; to: string; batch: number; lesson: boolean }

/** The comments and the printed words of Python scripts: each line becomes a line of the script. */
export const script = {
  'script.about': ({ library, packages }: { library: string; packages: string }) =>
    `Written by Unroll. Rebuilds its network in ${library}, loads the weights from the file beside this script, and
predicts one window. An installation without a GPU is enough: pip install ${packages}`,
  'script.onlyInstalled':
    'Only installed packages are imported: a file that lies here may happen to have the name of one.',
  'script.whichBackend':
    'Keras computes with TensorFlow unless it is told otherwise: with PyTorch where there is no TensorFlow.',
  'script.lastWindow': (window: OfScript) =>
    `The last window that an update was made on: update ${window.update}, ${span(window)}${ofBatch(window.batch)}.
The states are those that were carried into it. The weights are those from after the update, so
the plot in Unroll, which shows predictions from before it, may differ.`,
  'script.nextWindow': (window: OfScript) =>
    `The window of the next update: update ${window.update}, ${span(window)}${ofBatch(window.batch)}.
The run has made none since it was opened, so the states are its present ones. "One update" in
Unroll predicts the same before it changes the weights.`,
  'script.curves': 'Here are t in radians, what the network sees (sin t), and what it should say (cos t).',
  'script.seriesNumbers': `Here are the time steps, counted from 0, what the network sees at each, and what it should say: all
of them scaled as they were for training.`,
  'script.hiddenBefore': 'The hidden state h before the window, a list for each layer.',
  'script.statesBefore': 'The hidden state h and the cell state c before the window, a list for each layer.',
  'script.predicted': 'What Unroll predicts for the window with the weights in the file.',
  'script.anySteps': ({ inputs }: { inputs: number }) =>
    `any number of time steps, ${inputs === 1 ? 'one number' : counted(inputs, 'number')} at each`,
  'script.findsLayers': 'Finds each layer by its kind and place, and refuses a file of another network.',
  'script.layerByLayer': `Layer by layer, since a Sequential model has no way to be given the states before the window.
Keras wants a window as [batch, time step, feature] and a state as [batch, hidden].`,
  'script.hiddenStates':
    'The hidden states of the highest layer, one for each time step, and the state to carry on.',
  'script.strict': 'Strict, as it is by default: every array must have its place, and every place its array.',
  'script.torchShapes':
    'PyTorch wants a window as [batch, time step, feature] and a state as [layer, batch, hidden].',
  'script.forecast': `With a table as its argument, and the number of time steps, it forecasts from where the table ends:
python THIS_SCRIPT.py data.csv 50. The table has commas, points, and the names of the columns in its first line.
Behind it may stand --time COLUMN or --no-time, and --missing NUMBER or --no-missing.`,
  'script.table':
    'What a table leaves open is refused, as a forecast from a table that was read wrongly looks like any.',
  'script.notRead': 'The table could not be read: {}; write it as CSV in UTF-8.',
  'script.ragged':
    'Line {} of the table should have {} cells, as the first row has, but has {}; separate all cells by commas.',
  'script.notNumber':
    'Line {} of the table should have a number from -1e30 to 1e30 in column "{}", but has "{}"; correct it, or leave the cell empty.',
  'script.whichTime':
    'When the rows of the table were cannot be seen for sure; write --time and the name of the column that says it behind the table, or --no-time.',
  'script.badTimes':
    'Column "{}" should have a later time such as 2020-12-31 in every row, but has not; correct it, or write --no-time behind the table.',
  'script.standIn':
    '"{}" comes {} times in column "{}" and may stand for a missing value; write --missing and the number behind the table, or --no-missing.',
  'script.scalers': 'Each column as (offset, scale): the network sees (value - offset) / scale.',
  'script.saidAhead':
    'What was said at a row is of HORIZON rows later: the last of it is of the rows after the table.',
  'script.noColumn':
    'The table should have a column "{}", but has not; name its columns in the first line, and separate them by commas.',
  'script.tooFewRows': ({ needed }: { needed: number }) =>
    `The table should end with ${counted(needed, 'row')} without a missing input and without a jump of time, but does not; add them.`,
  'script.input': 'input',
  'script.target': 'target',
  'script.prediction': 'prediction',
  'script.largestDifference': ({ figure }: { figure: string }) =>
    `largest difference from Unroll's predictions: ${figure}`,
}

/** t in radians of the lesson's curve, or time steps of a series. */
function span({ lesson, from, to }: OfScript): string {
  return lesson ? `t from ${from} to ${to}` : `time steps ${from} to ${to} of the series`
}

function ofBatch(batch: number): string {
  return batch > 1 ? `, the first of ${counted(batch, 'sequence')}` : ''
}
