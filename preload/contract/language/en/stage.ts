import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

/** The cards of the stage: what is learned, the network, and the curves. */
export const stage = {
  'stage.data': 'The data',
  'stage.dataExplained':
    'At each time step t the network sees sin\u00a0t and must predict cos\u00a0t. The same sine value occurs twice in a period, with two different cosines. To know which, the network must remember what came before: that memory is the hidden state.',
  'stage.backToCurves': 'Back to the curves',
  'stage.target': 'target',
  'stage.input': 'input',
  'stage.prediction': 'prediction',
  'stage.targetNamed': ({ name }: { name: string }, words: Words) => `target ${words.quote(name)}`,
  'stage.inputNamed': ({ name }: { name: string }, words: Words) => `input ${words.quote(name)}`,
  'stage.output': 'Output that is shown',
  'stage.targetCosine': 'target (cos)',
  'stage.inputSine': 'input (sin)',

  'stage.network': 'The network',
  'stage.networkComes': 'It is made as soon as TensorFlow is loaded.',
  'stage.parameters': 'Parameters',
  'stage.parameter': 'Parameter',
  'stage.shape': 'Shape',
  'stage.numbers': 'Numbers',
  'stage.parameterCount': ({ count }: { count: number }) => counted(count, 'parameter'),
  'stage.drawnFromSeed': ({ seed }: { seed: number }) => `Initial weights drawn from seed ${seed}.`,
  'stage.loadedAfter': ({ file, updates }: { file: string; updates: number }) =>
    `Weights loaded from ${file}, after ${counted(updates, 'update')}.`,
  'stage.bestUpdate': ({ update }: { update: number }, words: Words) =>
    `Weights of an earlier run as they were after update ${words.number(update)}, its best.`,

  'stage.oneUpdate': 'One update',
  'stage.predictsWindow': (
    { points, random, batch }: { points: number; random: boolean; batch: number },
    words: Words,
  ) => {
    const window = random
      ? `${words.number(points)}, ${words.number(2 * points)} or ${counted(3 * points, 'time step')}: one window, drawn at random`
      : `${counted(points, 'time step')}: one window, half a period`
    return `The network predicts ${window}${batch === 1 ? '' : `, ${words.number(batch)} side by side`}.`
  },
  'stage.predictsOfSeries': ({ steps, batch }: { steps: number; batch: number }, words: Words) =>
    `The network predicts ${counted(steps, 'time step')}: one window${batch === 1 ? '' : `, ${words.number(batch)} side by side`}.`,
  'stage.lossOfWindow': 'The loss is the mean squared error against the target.',
  'stage.lossOfScaledWindow': 'The loss is the mean squared error against the target, both scaled.',
  'stage.gradientMoves': ({ optimizer, count }: { optimizer: Text; count: number }, words: Words) =>
    `Its gradient goes back through the window, and the optimiser (${words.say(optimizer)}) moves all ${counted(count, 'number')} a little.`,
  'stage.walls': 'walls',
  'stage.wallCarried':
    'The last hidden state passes on, and the next window starts from it; the gradient does not pass: it is cut at the window’s start (truncated back-propagation through time), which is what h_state.data does in the lesson’s program.',
  'stage.wallFrozen':
    'Every window starts from the frozen state: neither the state of the window before it nor the gradient passes.',
  'stage.wallZeros':
    'The hidden state is forgotten, and the next window starts from zeros: neither the state nor the gradient passes.',

  'stage.predictionTitle': 'Prediction',
  'stage.windowLength': ({ steps }: { steps: number }) => `window of ${counted(steps, 'time step')}`,
  'stage.followNewest': 'Follow newest',
  'stage.followUnseen': ({ updates }: { updates: number }, words: Words) =>
    `Follow newest (${words.number(updates)} out of sight)`,
  'stage.showAll': 'Show all',
  'stage.whatIsThis': 'What is this?',
  'stage.explains': 'The data, the network and what one update does, while the training goes on',
  'stage.pytorchRun': 'PyTorch’s run',
  'stage.pytorchRunExplained': 'The same run in PyTorch, from the same initial weights',
  'stage.largestDifference': ({ difference }: { difference: string }) =>
    `largest difference so far: ${difference}`,

  'stage.loss': 'Loss',
  'stage.lossExplained': 'Mean squared error of each window, before its update',
  'stage.lossOfScaled': 'Mean squared error of each window, before its update, in scaled numbers',
  'stage.meanSoFar': 'mean so far',
  'stage.trainingLoss': 'training',
  'stage.validationLoss': 'validation',
  'stage.best': 'best update',
  'stage.rivalPassed': 'rival passed',
  'stage.rivals': 'rivals',
  'stage.rivalNamed': ({ rival }: { rival: Text }, words: Words) => `rival: ${words.say(rival)}`,
  'stage.rivalsExplained':
    'The mean squared error of the best simple rule that a network can beat, and a mark at each update at which the network passed one',
  'stage.logarithmic': 'logarithmic',
  'stage.gradientNorm': 'gradient norm',
  'stage.gradientNormExplained': 'Length of each gradient, before it was clipped; its axis is at the right',

  'stage.onePeriod': 'One period',
}
