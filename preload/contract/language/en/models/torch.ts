import { counted, nounFor } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

const SAVE_A_MODULE =
  'in PyTorch, save the state_dict of a module that has one torch.nn.RNN, GRU or LSTM and one torch.nn.Linear'
const FED_BY_EACH_OTHER =
  'choose weights of one recurrent module, or of several that are fed one by the other'

type Kernel = { path: string; shape: string }
const kernelOf = ({ path, shape }: Kernel, words: Words) =>
  `${words.quote(path)} has a recurrent kernel of [${shape}]`

/** What is wrong with a state_dict of PyTorch, as parts of the sentences of `weightFiles`. Shapes are `8, 1`. */
export const torch = {
  'torch.layerLeftOut': ({ gap, last }: { gap: number; last: number }, words: Words) =>
    `its layers should follow each other from layer 0, but layer ${words.number(gap)} is missing below layer ${words.number(last)}; save the whole state_dict again`,
  'torch.tooManyLayers': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have from 1 to ${most} recurrent layers, but has ${words.number(found)}; choose weights with num_layers=${most} or less`,
  'torch.oddKernel': ({ name, shape }: { name: string; shape: string }, words: Words) =>
    `${words.quote(name)} should have 1, 3 or 4 rows for each of its columns, but has the shape [${shape}]; choose weights of a torch.nn.RNN, GRU or LSTM`,
  'torch.otherSize': ({ least, most, found }: { least: number; most: number; found: number }, words: Words) =>
    `it should have from ${least} to ${most} hidden units, but has ${words.number(found)}; choose weights of a network of such a size`,
  'torch.otherShape': (
    { hiddenUnits, name, shape, found }: { hiddenUnits: number; name: string; shape: string; found: string },
    words: Words,
  ) =>
    `with ${counted(hiddenUnits, 'hidden unit')} ${words.quote(name)} should have the shape [${shape}], but has [${found}]; choose weights whose tensors belong together`,
  /** `value` is written as JavaScript does. */
  'torch.secondBias': (
    { first, second, number, value }: { first: string; second: string; number: number; value: string },
    words: Words,
  ) =>
    `the TensorFlow family has one bias, so that ${words.quote(second)} should be zero, but number ${words.number(number)} of it is ${value}; add it to ${words.quote(first)}`,
  'torch.bothDirections': ({ name }: { name: string }, words: Words) =>
    `it should run forward in time only, but has ${words.quote(name)}; choose weights of a network with bidirectional=False`,
  'torch.projection': ({ name }: { name: string }, words: Words) =>
    `it should hand on its whole hidden state, without a projection, but has ${words.quote(name)}; choose weights of a torch.nn.LSTM with proj_size=0`,
  'torch.otherInputs': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have from 1 to ${most} inputs at each time step, but has ${words.number(found)}; choose weights of a network with input_size=${most} or less`,
  'torch.otherOutputs': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have from 1 to ${most} outputs at each time step, but has ${words.number(found)}; choose weights of a torch.nn.Linear with out_features=${most} or less`,
  'torch.missing': ({ names }: { names: string[] }, words: Words) =>
    `${words.quotedList(names)} ${nounFor(names.length, 'is', 'are')} missing; ${SAVE_A_MODULE}`,
  'torch.notPartOfIt': ({ names }: { names: string[] }, words: Words) =>
    `${words.quotedList(names)} ${nounFor(names.length, 'is', 'are')} not part of it; ${SAVE_A_MODULE}`,
  'torch.partMissing': ({ names }: { names: string[] }, words: Words) =>
    `${words.quotedList(names)} ${nounFor(names.length, 'is', 'are')} missing, which ${nounFor(names.length, 'belongs', 'belong')} to the others; save the whole state_dict again`,
  'torch.noRecurrentLayer': ({ found }: { found: Text[] }, words: Words) =>
    `it should have a recurrent layer, with names like "rnn.weight_ih_l0", but has ${found.length === 0 ? 'no tensor' : words.few(found)}; ${SAVE_A_MODULE}`,
  'torch.alsoHas': ({ found }: { found: Text[] }, words: Words) =>
    `it should be recurrent layers and a Linear alone, but also has ${words.few(found)}; ${SAVE_A_MODULE}`,
  'torch.severalNetworks': ({ modules, matrices }: { modules: string[]; matrices: string[] }, words: Words) =>
    `it should be one network, but has the recurrent modules ${words.quotedList(modules)} and the matrices ${words.quotedList(matrices)}; ${SAVE_A_MODULE}`,
  'torch.notOneReadout': ({ found }: { found: Text[] }, words: Words) =>
    `it should have one read-out, a torch.nn.Linear, but has ${found.length === 0 ? 'none' : words.few(found)}; ${SAVE_A_MODULE}`,
  'torch.matrix': ({ path, shape }: { path: string; shape: string }, words: Words) =>
    `${words.quote(path)} [${shape}]`,
  'torch.moduleOf': ({ path, kind }: { path: string; kind: Text }, words: Words) =>
    `${words.quote(path)} (${words.say(kind)})`,
  'torch.module': ({ path }: { path: string }, words: Words) => words.quote(path),
  'torch.batchNormalisation': 'a batch normalisation',
  'torch.attention': 'an attention layer',
  'torch.normedWeight': 'a normed weight',
  'torch.initialState': 'an initial state',
  'torch.normalisation': 'a normalisation',
  'torch.convolution': 'a convolution',
  'torch.encoderAndDecoder': ({ path }: { path: string }, words: Words) =>
    `its recurrent layers should be fed one by the other, but ${words.quote(path)} is called as a part of an encoder and decoder; ${FED_BY_EACH_OTHER}`,
  'torch.unlikeModules': ({ first, other }: { first: Kernel; other: Kernel }, words: Words) =>
    `its recurrent layers should all be of one cell and size, but ${kernelOf(first, words)} and ${kernelOf(other, words)}; ${FED_BY_EACH_OTHER}`,
  'torch.orderUnknown': ({ paths }: { paths: string[] }, words: Words) =>
    `it has ${counted(paths.length, 'recurrent module')}, ${words.quotedList(paths)}, and does not tell which is fed by which; ${FED_BY_EACH_OTHER}`,
  'torch.otherOrder': (
    { paths, hidden, path, found }: { paths: string[]; hidden: number; path: string; found: number },
    words: Words,
  ) =>
    `its recurrent modules should be fed one by the other in the order of their names, ${words.quotedList(paths)}, each but the first by ${counted(hidden, 'number')}, but ${words.quote(path)} takes ${words.number(found)}; ${FED_BY_EACH_OTHER}`,
}
