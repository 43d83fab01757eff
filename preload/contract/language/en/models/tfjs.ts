import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

/** What is wrong with a layers model of TensorFlow.js; values out of it are texts of `jsonValue`. */
export const tfjs = {
  'tfjs.notAModel': ({ file, what }: { file: string | null; what: Text }, words: Words) =>
    `${words.file(file)} is not a layers model of TensorFlow.js: ${words.say(what)}; choose a .json file saved by Unroll or by model.save.`,
  'tfjs.noJson': 'it should be a JSON object, but is no JSON text',
  'tfjs.noObject': ({ found }: { found: Text }, words: Words) =>
    `it should be a JSON object, but is ${words.say(found)}`,
  'tfjs.graphModel': 'it is a graph model, in which the layers have been taken apart',
  'tfjs.otherFormat': ({ found }: { found: Text }, words: Words) =>
    `its "format" should be "layers-model", but is ${words.say(found)}`,
  'tfjs.noTopology': ({ found }: { found: Text }, words: Words) =>
    `it should have a "modelTopology", but has ${words.say(found)}`,
  'tfjs.notAText': ({ key, found }: { key: string; found: Text }, words: Words) =>
    `${words.quote(key)} should be a text, but is ${words.say(found)}`,
  'tfjs.noManifest': ({ found }: { found: Text }, words: Words) =>
    `it should have a list "weightsManifest" of its weights, but has ${words.say(found)}`,
  'tfjs.incompleteGroup':
    'every group of its "weightsManifest" should list "paths" and "weights", but one does not',
  'tfjs.pathTwice': ({ path }: { path: Text }, words: Words) =>
    `it should name each weights file once, but names ${words.say(path)} twice`,
  'tfjs.otherFolder': ({ path }: { path: Text }, words: Words) =>
    `its weights should lie in the same folder, but it names ${words.say(path)}`,
  'tfjs.tooLarge': (
    { file, most, found }: { file: string | null; most: number; found: number },
    words: Words,
  ) =>
    `${words.file(file)} is too large to be weights: its arrays should have at most ${counted(most, 'byte')}, but say ${words.number(found)}; choose a smaller one.`,
  'tfjs.notListed': ({ name }: { name: string }, words: Words) =>
    `it should list the weights ${words.quote(name)}, but does not`,
  'tfjs.noShape': ({ name, found }: { name: Text; found: Text }, words: Words) =>
    `${words.say(name)} should have a shape, but has ${words.say(found)}`,
  'tfjs.ofNoLayer': ({ name }: { name: Text }, words: Words) =>
    `its weights should be those of its layers alone, but ${words.say(name)} is of none`,
  'tfjs.listedTwice': ({ name }: { name: Text }, words: Words) =>
    `its weights should be listed once, but ${words.say(name)} is there twice`,
  'tfjs.otherShape': ({ name, shape, found }: { name: Text; shape: string; found: Text }, words: Words) =>
    `by its layers ${words.say(name)} should have the shape [${shape}], but has ${words.say(found)}`,
  'tfjs.sameLayerNames': ({ name }: { name: string }, words: Words) =>
    `its layers should have different names, but two are called ${words.quote(name)}`,
  'tfjs.otherNumbers': (
    { file, name, found }: { file: string | null; name: Text; found: Text },
    words: Words,
  ) =>
    `${words.file(file)} holds numbers that Unroll does not read: ${words.say(name)} should be float32, but is ${words.say(found)}; save the model again in float32.`,
  'tfjs.otherQuantization': (
    {
      file,
      name,
      found,
      scale,
      min,
    }: { file: string | null; name: Text; found: Text; scale: Text; min: Text },
    words: Words,
  ) =>
    `${words.file(file)} holds numbers that Unroll does not read: ${words.say(name)} should be quantized to float16, or to uint8 or uint16 with a scale and a min, but is to ${words.say(found)} with ${words.say(scale)} and ${words.say(min)}; convert the model again.`,
  'tfjs.otherBytes': (
    { needed, paths, found }: { needed: number; paths: string[]; found: number },
    words: Words,
  ) =>
    `its weights should be ${counted(needed, 'byte')} in ${paths.length === 1 ? words.quotedList(paths) : counted(paths.length, 'file')}, but ${found > needed ? 'there are more' : `are ${words.number(found)}`}`,
  'tfjs.notOneExport': ({ file, beside }: { file: string | null; beside: string[] }, words: Words) =>
    `${words.file(file)} and ${words.quotedList(beside)} are not of one export: one of them was replaced alone, or saving both was cut short; export the model again.`,
  'tfjs.holdsNoGru': ({ file }: { file: string | null }, words: Words) =>
    `${words.file(file)} cannot hold a GRU: that of TensorFlow.js applies its reset gate before the recurrent product, which is another function; choose another format.`,
  'tfjs.holdsNoSuchBiases': ({ file }: { file: string | null }, words: Words) =>
    `${words.file(file)} cannot hold these biases: TensorFlow.js has one where there are two here, and their sum is no finite float32; choose another format.`,
  'tfjs.otherNetwork': (
    { key, expected, found }: { key: string; expected: Text; found: Text },
    words: Words,
  ) =>
    `${words.quote(key)} should say ${words.say(expected)} as the layers have it, but says ${words.say(found)}`,
}
