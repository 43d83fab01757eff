import { counted } from '../../english'
import type { Words } from '../../words'

/** The weights of a network and how far updates move them. */
export const insideWeights = {
  'inside.viewWeights': 'Weights',
  'insideWeights.ratiosTitle': 'How far updates move the weights',
  'insideWeights.ratiosHelp':
    'The change of each parameter in an update over its size, ‖ΔW‖ / ‖W‖, at the updates that are kept of the run. About 0.001 is usual in training that goes well (dashed); the first updates of Adam move each weight by the learning rate itself, which is much more.',
  'insideWeights.ratiosPicture': ({ tensors, updates }: { tensors: number; updates: number }) =>
    `‖ΔW‖ / ‖W‖ of ${counted(tensors, 'parameter')} at ${counted(updates, 'update')}, on a logarithmic axis`,
  'insideWeights.ratioSentence': (
    { tensor, ratio, update }: { tensor: string; ratio: string; update: number },
    words: Words,
  ) => `Update ${words.number(update)} changes ${tensor} by ${ratio} of its size.`,
  'insideWeights.notMade': ({ update }: { update: number }, words: Words) =>
    `Update ${words.number(update)} cannot be made: a number of it is not finite.`,
  'insideWeights.atRest': 'The course over the run is told when the run rests.',
  'insideWeights.update': 'update',
  'insideWeights.ratio': '‖ΔW‖ / ‖W‖',
  'insideWeights.histogramTitle': 'What the weights are',
  'insideWeights.histogramHelp': 'Bars: before this update. Line: at the beginning of the run.',
  'insideWeights.histogramPicture': ({ tensor }: { tensor: string }) =>
    `How many numbers of ${tensor} have which value, now and at the beginning`,
  'insideWeights.histogramSentence': ({
    tensor,
    norm,
    initial,
  }: {
    tensor: string
    norm: string
    initial: string
  }) => `‖${tensor}‖ = ${norm}; at the beginning it was ${initial}.`,
  'insideWeights.value': 'value',
  'insideWeights.count': 'how many',
  'insideWeights.initialCount': 'how many at the beginning',
  'insideWeights.tensor': 'Parameter',
}
