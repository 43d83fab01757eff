import { counted } from '../../english'
import type { Words } from '../../words'

/** One update in slow motion. */
export const insideUpdate = {
  'inside.viewUpdate': 'One update',
  'insideUpdate.title': ({ update }: { update: number }, words: Words) =>
    `Update ${words.number(update)} in slow motion`,
  'insideUpdate.scrub': 'Place within the update',
  'insideUpdate.back': 'One place back',
  'insideUpdate.on': 'One place on',
  'insideUpdate.state': ({ norm }: { norm: string }) =>
    `Before the window: the state that goes into it has ‖h₀‖ = ${norm}.`,
  'insideUpdate.forward': ({ step }: { step: number }, words: Words) =>
    `Forward pass, time step ${words.number(step)}`,
  'insideUpdate.loss': 'The loss: the mean of all squared errors of the window',
  'insideUpdate.batchLoss': ({ batch, loss }: { batch: number; loss: string }) =>
    `Over the whole batch of ${counted(batch, 'sequence')} it is ${loss}; their gradients are averaged.`,
  'insideUpdate.ofBatch': ({ sequence, batch }: { sequence: number; batch: number }, words: Words) =>
    `Forward pass, backward pass and their loss are those of sequence ${words.number(sequence)}. Clipping, the optimiser and the new weights are those of the whole batch of ${counted(batch, 'sequence')}: an update has one gradient for all of them.`,
  'insideUpdate.backward': ({ step }: { step: number }, words: Words) =>
    `Backward pass, time step ${words.number(step)}`,
  'insideUpdate.wall': ({ norm }: { norm: string }) =>
    `The wall between windows: ‖∂L/∂h₀‖ = ${norm} would go on into the window before, but h₀ counts as a constant (h_state.data in PyTorch), so the gradient ends here.`,
  'insideUpdate.clip': 'Clipping',
  'insideUpdate.notClipped': ({ norm }: { norm: string }) =>
    `‖g‖ = ${norm}: clipping is off, the gradient stays as it is.`,
  'insideUpdate.shortEnough': ({ norm, greatest }: Record<'norm' | 'greatest', string>) =>
    `‖g‖ = ${norm} is not above ${greatest}: the gradient stays as it is.`,
  'insideUpdate.clipped': ({ norm, greatest, share }: Record<'norm' | 'greatest' | 'share', string>) =>
    `‖g‖ = ${norm} is above ${greatest}: the gradient is scaled by ${greatest} / (‖g‖ + 10⁻⁶) = ${share}.`,
  'insideUpdate.optimizer': ({ name, weight }: Record<'name' | 'weight', string>) =>
    `${name} moves the weight ${weight}`,
  'insideUpdate.weights': 'The new weights',
  'insideUpdate.lossAfter': ({ before, after }: Record<'before' | 'after', string>) =>
    `On the same window, from the same state, the loss was ${before} and is ${after}.`,
  'insideUpdate.brokeLoss': 'This update cannot be made: its loss is not a finite number.',
  'insideUpdate.brokeGradient': 'This update cannot be made: its gradient is not finite.',
  'insideUpdate.brokeWeights': 'This update cannot be made: a new weight would not be finite.',
  'insideUpdate.comesBack': 'with what comes back from later time steps',
  'insideUpdate.weight': 'Weight that is followed',
  'insideUpdate.mostMoved': 'the one that moves most',
  'insideUpdate.row': ({ last }: { last: number }, words: Words) => `Row, 0 to ${words.number(last)}`,
  'insideUpdate.column': ({ last }: { last: number }, words: Words) => `Column, 0 to ${words.number(last)}`,
  'insideUpdate.help':
    'Go through the update place by place: the forward pass, the loss, the backward pass down to the wall, clipping, the optimiser, the new weights.',
  'insideUpdate.stateNorms': '‖h‖',
  'insideUpdate.gradientNorms': '‖∂L/∂h‖',
  'insideUpdate.statesPicture':
    'Size of the hidden state after each time step, as far as the forward pass has come',
  'insideUpdate.gradientsPicture':
    'Size of the gradient by the hidden state of each time step, as far as the backward pass has come, on a logarithmic axis',
  'insideUpdate.parameter': 'parameter',
  'insideUpdate.gradient': '‖∂L/∂W‖',
  'insideUpdate.size': '‖W‖',
  'insideUpdate.change': '‖ΔW‖',
}
