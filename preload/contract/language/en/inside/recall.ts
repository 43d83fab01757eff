import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** How long the data, the window and the network remember. */
export const recall = {
  'recall.title': 'Needs, sees, keeps',
  'recall.help':
    'Needs: how far back the autocorrelation of the target reaches, or its season. Sees: the window. Keeps: how long the predictions feel one input that is 1% of the standard deviation of its column larger, up to the last time step at which they move by more than 5% of their greatest move; beside it the same for 10%, as a network is not linear. It is measured from the state of this window, whose inputs go on forth and back. Capacity (Jaeger 2001): how many of the last numbers of white noise can be read out of the hidden state of the layer by a linear read-out, scored on numbers that it was not fitted to. What could be chance counts as nothing, all else in full (Dambre et al. 2012), so that a delay line of n units has n; of independent inputs it is no more than there are units. Layers of more than 256 units are not measured.',
  'recall.told': (
    { needs, sees, keeps }: { needs: Text | null; sees: number; keeps: Text },
    words: Words,
  ) => {
    const rest = `the window sees ${words.number(sees)}, the network keeps ${words.say(keeps)}.`
    return needs ? `The data needs ${words.say(needs)}, ${rest}` : `Counted in time steps: ${rest}`
  },
  'recall.steps': ({ steps }: { steps: number }) => counted(steps, 'time step'),
  'recall.more': ({ steps }: { steps: number }) => `${counted(steps, 'time step')} or more`,
  'recall.nothing': 'no time step',
  'recall.needs': 'needs',
  'recall.sees': 'sees',
  'recall.keeps': 'keeps, 1%',
  'recall.keepsMore': 'keeps, 10%',
  'recall.axis': 'time steps',
  'recall.picture':
    'How long the data, the window and the network remember, as bars on one axis of time steps',
  'recall.setWindow': ({ steps }: { steps: number }) => `Set the window to ${counted(steps, 'time step')}`,
  'recall.capacity': (
    { total, units, layer }: { total: number; units: number; layer: number },
    words: Words,
  ) =>
    `Capacity of layer ${words.number(layer)}: ${words.decimals(total, 1)} with ${counted(units, 'unit')}.`,
  'recall.noCapacity': ({ units }: { units: number }) =>
    `The capacity of a layer of ${counted(units, 'unit')} is not measured: it would take too long.`,
  'recall.tooSmall':
    'The input stands still in this window, or moves by less than float32 can tell apart, so there is no size for an impulse; look at another update.',
  'recall.lag': 'lag',
  'recall.responseOf': ({ share }: { share: number }, words: Words) =>
    `response to ${words.number(share * 100)}%`,
  'recall.perLag': 'capacity',
}
