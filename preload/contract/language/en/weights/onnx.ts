import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What is wrong with an ONNX model that Unroll should have written; and what such a model says of itself. */
export const onnx = {
  'onnx.notOurs': ({ file, what }: { file: string | null; what: Text }, words: Words) =>
    `${words.file(file)} is not an ONNX model as Unroll writes it: ${words.say(what)}; export the network again.`,
  'onnx.noSettings': 'it should have the settings of a run, but has none',
  'onnx.otherByte': ({ place }: { place: number }, words: Words) =>
    `from byte ${words.number(place)} on it should be what these weights give, but is not`,
  'onnx.arrayTwice': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should be in it once, but is there twice`,
  'onnx.noArray': ({ name }: { name: string }, words: Words) =>
    `it should have an array ${words.quote(name)} of float32, but has none`,
  'onnx.otherText': ({ key }: { key: string }, words: Words) =>
    `its texts should be Unroll's, each of them once, but one is called ${words.quote(key)}`,
  'onnx.brokenField': ({ place }: { place: number }, words: Words) =>
    `a field at byte ${words.number(place)} of a message is broken`,
  'onnx.otherField': ({ field }: { field: number }, words: Words) =>
    `an array should not have field ${words.number(field)}, but has`,
  'onnx.fieldMoreOften': ({ field, most }: { field: number; most: number }, words: Words) =>
    `field ${words.number(field)} should be there at most ${counted(most, 'time')}, as bytes, but is not`,
  'onnx.elsewhere': 'the numbers of an array should be in it, but it refers to another file',
  'onnx.otherBytes': (
    { name, shape, needed, found }: { name: string; shape: string; needed: number; found: number },
    words: Words,
  ) =>
    `${words.quote(name)} has the shape [${shape}] and needs ${counted(needed, 'byte')}, but has ${words.number(found)}`,
  'onnx.model':
    'A recurrent network with a linear read-out, trained by Unroll. Give it one window of the input curve, time steps first, and the states before it; it gives the prediction at every time step and the states after the window, which go into the next one.',
  'onnx.curve': 'The input curve, one window of it.',
  'onnx.inputs': 'One window of the series, at each time step all inputs.',
  'onnx.stateBefore': ({ name }: { name: string }) => `${name} before the window, zeros at first.`,
  'onnx.predictions': 'The prediction at every time step.',
  'onnx.stateAfter': ({ name }: { name: string }) => `${name} after the window, to go on from.`,
}
