/** The tutorial programs: their names, where they come from, and what to watch in them. */
export const presets = {
  'presets.pytorch': 'PyTorch',
  'presets.pytorchSource':
    'PyTorch-Tutorial, 403_RNN_regressor.py, as it was first published: 60 updates, manual_seed(1).',
  'presets.pytorchWatch':
    'The prediction begins as a flat line, drifts away more than once, and at update 60 is still off by about 0.3.',
  'presets.batched': 'PyTorch, batched read-out',
  'presets.batchedSource':
    'The same script with its shorter forward: all time steps reshaped to rows, one linear call.',
  'presets.batchedWatch':
    'The curves are those of the first preset to within rounding: only the way the read-out is called differs.',
  'presets.later': 'PyTorch, later script',
  'presets.laterSource': 'PyTorch-Tutorial, 403_RNN_regressor.py, since 2018: 100 updates, endpoint=False.',
  'presets.laterWatch':
    'No time step appears twice where two windows meet. The loss falls below 0.01 and still swings at the end.',
  'presets.dynamic': 'PyTorch, dynamic windows',
  'presets.dynamicSource':
    'PyTorch-Tutorial, 501_why_torch_dynamic_graph.py: 1, 2 or 3 half periods in each update.',
  'presets.dynamicWatch':
    'Windows of 10, 20 or 30 time steps, drawn at random: the same network takes each of them.',
  'presets.runningMean': 'TensorFlow, running mean',
  'presets.runningMeanSource':
    'A TensorFlow twin of the lesson: BasicRNNCell, one dense layer, the mean of all losses printed.',
  'presets.runningMeanWatch':
    'The prediction is made again after each update, so it shows what the update has changed.',
  'presets.fixedAxis': 'TensorFlow, fixed axis',
  'presets.fixedAxisSource':
    'Tensorflow-Tutorial, 403_RNN_regression.py, first version: BasicRNNCell, axis from -1.2 to 1.2.',
  'presets.fixedAxisWatch':
    'The axis is fixed, so predictions beyond ±1.2, as in updates 4 to 6, leave the picture.',
}
