import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

const BUILD_WITH = 'keras.Sequential or keras.Model(inputs, outputs)'
const SAVE_WHOLE = 'save the whole model with model.save("model.keras") and load that'
const FLOATS = 'floating-point numbers'

/** What is wrong with a file of Keras, or with where its arrays are, as parts of the sentences of `weightFiles`. */
export const kerasFile = {
  'kerasFile.choose': 'a file that model.save or save_weights of Keras, or Unroll has written',
  'kerasFile.otherArchive': ({ config, weights }: { config: string; weights: string }, words: Words) =>
    `a .keras archive holds ${words.quotedList([config, weights])}, but this one does not`,
  'kerasFile.noJson': ({ name }: { name: string }, words: Words) =>
    `its ${words.quote(name)} should be a JSON text, but is not`,
  'kerasFile.notHdf5': 'a .weights.h5 file is HDF5 and begins so, but this one does not',
  'kerasFile.unreadable': 'it is meant as HDF5, but cannot be read as such',
  'kerasFile.otherNumbers': (
    { file, name, kind, bits }: { file: string | null; name: string; kind: Text; bits: number },
    words: Words,
  ) =>
    `${words.file(file)} holds numbers that Unroll does not read: ${words.quote(name)} should hold ${FLOATS}, but holds ${words.say(kind)} of ${counted(bits, 'bit')}; save the model again in float32.`,
  'kerasFile.integers': 'whole numbers',
  'kerasFile.floats': FLOATS,
  'kerasFile.times': 'times',
  'kerasFile.texts': 'texts',
  'kerasFile.bitFields': 'bit fields',
  'kerasFile.opaqueBytes': 'opaque bytes',
  'kerasFile.somethingElse': 'something else',
  'kerasFile.numbersElsewhere': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should hold ${FLOATS} itself, but refers to other files for them`,
  'kerasFile.tooManyNumbers': (
    { name, most, shape }: { name: string; most: number; shape: string },
    words: Words,
  ) =>
    `${words.quote(name)} should hold ${FLOATS} of one or two axes and no more than ${words.number(most)}, but says [${shape}]`,
  'kerasFile.unreadableNumbers': ({ name, shape }: { name: string; shape: string }, words: Words) =>
    `${words.quote(name)} should hold ${FLOATS} in the shape [${shape}], but they cannot be read`,
  'kerasFile.noModel': ({ weights, model }: { weights: string; model: string }, words: Words) =>
    `it has the weights of a whole model, ${words.quote(weights)}, but not the model, ${words.quote(model)}`,
  'kerasFile.noLayers': ({ own }: { own: string[] }, words: Words) =>
    `a weight file of Keras 3 has a group "layers", but this one has none${own.length === 0 ? '' : `, and ${words.quotedList(own)} instead`}; if it is of a model of your own class, build that with ${BUILD_WITH}`,
  'kerasFile.otherShape': (
    {
      place,
      variable,
      layer,
      shape,
      found,
    }: { place: string; variable: string; layer: string; shape: string; found: string },
    words: Words,
  ) =>
    `by its model ${words.quote(place)}, the ${variable} of its layer ${words.quote(layer)}, should have the shape [${shape}], but has [${found}]; save the model again`,
  'kerasFile.notThere': (
    { place, variable, layer, shape }: { place: string; variable: string; layer: string; shape: string },
    words: Words,
  ) =>
    `by its model ${words.quote(place)}, the ${variable} of its layer ${words.quote(layer)}, should have the shape [${shape}], but is not there; save the model again`,
  'kerasFile.noWeights': 'it has a model without weights; save it with model.save',
  'kerasFile.otherArrayCount': (
    { layer, expected, found }: { layer: string; expected: number; found: number },
    words: Words,
  ) =>
    `by its model the layer ${words.quote(layer)} should have ${counted(expected, 'array')}, but has ${words.number(found)}; save the model again`,
  'kerasFile.noArrayList': ({ layer }: { layer: string }, words: Words) =>
    `its layer ${words.quote(layer)} should list its arrays, but does not`,
  'kerasFile.noBytes': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should hold bytes, but does not`,
  'kerasFile.noTexts': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should be a JSON object of texts, but is not`,
  'kerasFile.noLayerList': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should list its layers, but does not`,
  'kerasFile.manyLayers': ({ found }: { found: number }) =>
    `it should have from 1 to 4 recurrent layers and a Dense one, but has ${counted(found, 'layer')}; in Keras, ${SAVE_WHOLE}`,
  'kerasFile.emptyLayer': ({ layer }: { layer: string }, words: Words) =>
    `it is a weight file of Keras 2, which does not say what the layer ${words.quote(layer)} does, and that has no weights; in Keras, ${SAVE_WHOLE}`,
  'kerasFile.arrayMissing': ({ name }: { name: string }, words: Words) =>
    `${words.quote(name)} should be an array, but is not there`,
  'kerasFile.oddArrays': ({ layer, arrays }: { layer: string; arrays: string[] }, words: Words) =>
    `its layers should be SimpleRNN, GRU or LSTM, and a Dense one, but ${words.quote(layer)} has ${words.quotedList(arrays)}; choose weights of such a model`,
  'kerasFile.otherLayerCounts': ({ recurrent, dense }: { recurrent: number; dense: number }, words: Words) =>
    `it should have recurrent layers and then one Dense layer, but has ${words.number(recurrent)} and ${words.number(dense)}; choose weights of such a model`,
  'kerasFile.ownClass': ({ groups }: { groups: string[] }, words: Words) =>
    `it is of a model of a class of somebody's own, which has ${words.quotedList(groups)}: how that is connected is in Python code, which is not in the file; build the model with ${BUILD_WITH}`,
  'kerasFile.manyGroups': ({ found }: { found: number }) =>
    `it should have from 1 to 4 recurrent layers and a Dense one, but has ${counted(found, 'group')} of layers; choose weights of such a model`,
  'kerasFile.otherLayer': ({ path }: { path: string }, words: Words) =>
    `it should be of SimpleRNN, GRU or LSTM layers and a Dense one, but has ${words.quote(path)}, of which it does not say what it does; choose weights of such a model, or ${SAVE_WHOLE}`,
  'kerasFile.severalClasses': ({ classes }: { classes: string[] }, words: Words) =>
    `its recurrent layers should be of one class, but are of ${classes.length === 0 ? 'none' : words.list(classes)}; choose weights of SimpleRNN, GRU or LSTM layers alone`,
  'kerasFile.severalModels': ({ paths }: { paths: string[] }, words: Words) =>
    `it should say in which order its recurrent layers are, but has them in several models: ${words.quotedList(paths)}; ${SAVE_WHOLE}`,
  'kerasFile.otherDenseCount': ({ found }: { found: number }, words: Words) =>
    `it should have one Dense layer, but has ${words.number(found)}; choose weights of a model that ends in Dense(1), or ${SAVE_WHOLE}`,
  'kerasFile.otherColumns': (
    { path, gates, shape }: { path: string; gates: number; shape: string },
    words: Words,
  ) =>
    `${words.quote(path)} should have a recurrent kernel with ${counted(gates, 'column')} for each row, but it is [${shape}]; choose weights of such layers`,
  'kerasFile.notBuilt': ({ place, count }: { place: string; count: number }, words: Words) =>
    `${words.quote(place)} should hold ${counted(count, 'array')}, or one less without a bias, but does not; choose weights of a model that was built`,
}
