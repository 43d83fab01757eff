import { counted } from '../../english'
import type { Words } from '../../words'
import { short } from '../run/figures'

/** The gradient through time. */
export const gradient = {
  'gradient.view': 'Gradient through time',
  'gradient.title': 'How far each loss reaches back',
  'gradient.picture': ({ steps }: { steps: number }) =>
    `How large the gradient of each loss is at each of ${counted(steps, 'time step')} before it, as colours`,
  'gradient.lossOf': 'loss of time step',
  'gradient.scale': '‖∂ℓ/∂h‖, logarithmic',
  'gradient.help':
    'Row s is the loss of time step s, column t the hidden state after time step t. The colour is the size of the gradient ∂ℓ_s/∂h_t: how much that loss has to say about that state. It is of the sequence of the batch that is chosen above, and before any clipping.',
  'gradient.wall': 'Here the window begins: the carried state comes in, but no gradient goes further back.',
  'gradient.sampled': ({ rows, steps }: { rows: number; steps: number }, words: Words) =>
    `The losses of ${words.number(rows)} of ${counted(steps, 'time step')} are followed, evenly spaced: all would take too long.`,
  'gradient.healthy': ({ reach }: { reach: number }) =>
    `Healthy: 1% of a gradient still arrives ${counted(reach, 'time step')} back, within the window, and it neither vanishes at once nor grows.`,
  'gradient.vanishing': ({ reach }: { reach: number }) =>
    `Vanishing: of a gradient 1% or more arrives only ${counted(reach, 'time step')} back, so the network learns nothing from most of the window. GRU and LSTM keep more of it.`,
  'gradient.exploding': ({ growth }: { growth: number }, words: Words) =>
    `Exploding: on its way a gradient grows to ${short(growth, words)} times its size, so a single update may throw the weights far off. Gradient clipping and a lower learning rate help.`,
  'gradient.cut': ({ left }: { left: number }, words: Words) =>
    `Cut by the window: where the window begins, ${short(100 * left, words)}% of a gradient is left, and it ends there. This is common and no fault; a longer window would let the network learn from further back.`,
  'gradient.noLoss':
    'There is no gradient to follow: no time step of this window has a loss that reaches this layer.',
  'gradient.notFinite':
    'There is no gradient to follow: numbers of this network are not finite any more. Go back to an earlier update, or start again with a lower learning rate.',
  'gradient.figures': (
    { slope, reach, most }: { slope: number | null; reach: number; most: number },
    words: Words,
  ) =>
    `slope ${decades(slope, words)} decades a time step   reach (1%) ${words.number(reach)} of ${counted(most, 'time step')}`,
  'gradient.noLayer': ({ layer, layers }: { layer: number; layers: number }, words: Words) =>
    `The network has ${counted(layers, 'layer')}; layer ${words.number(layer)} is none of them.`,
  'gradient.hint': 'Point at the picture to read it; arrow keys go from one time step to the next.',
  'gradient.reading': (at: { loss: number; step: number; norm: number; share: number }, words: Words) =>
    `loss of time step ${words.number(at.loss)}, at time step ${words.number(at.step)}: ${short(at.norm, words)}, ${short(100 * at.share, words)}% of what it is at its own`,
  'gradient.readingLater': (at: { loss: number; step: number }, words: Words) =>
    `loss of time step ${words.number(at.loss)}: it does not depend on what comes later, at time step ${words.number(at.step)}`,
  'gradient.profileTitle': 'What arrives at each time step',
  'gradient.profilePicture': 'The size of the gradient of the whole loss at each time step, logarithmic',
  'gradient.profileAxis': '‖∂L/∂h‖',
  'gradient.profileHelp':
    'The gradient of the whole loss by the hidden state after each time step: all rows of the picture above together, where they may also cancel each other out.',
  'gradient.profileReading': (at: { step: number; norm: number }, words: Words) =>
    `time step ${words.number(at.step)}: ‖∂L/∂h‖ ${short(at.norm, words)}`,
  'gradient.falloffTitle': 'What is left after so many time steps',
  'gradient.falloffPicture':
    'The share of a gradient that is left, by the time steps it has gone back, logarithmic',
  'gradient.distance': 'time steps back',
  'gradient.share': 'share left',
  'gradient.falloffHelp':
    'The median over all losses that go so far back. Their slope is the dashed line; the reach is where they cross 1% for the last time, the thin line.',
}

/** A slope with its sign, ∞ where it is beyond all numbers; a dash where there is none. */
export function decades(slope: number | null, words: Words): string {
  if (slope === null) return '–'
  if (!Number.isFinite(slope)) return slope < 0 ? '−∞' : '∞'
  return words.decimals(slope, 3)
}
