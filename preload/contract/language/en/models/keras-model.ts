import { counted } from '../../english'
import type { Text } from '../../text'
import type { Words } from '../../words'

const BUILD_WITH = 'keras.Sequential or keras.Model(inputs, outputs)'

type OfLayer = { layer: Text }
type Found = OfLayer & { found: Text }

/** What a model of Keras or TensorFlow.js computes that no network of Unroll does. Values out of it are texts of `jsonValue`. */
export const kerasModel = {
  'kerasModel.otherModel': ({ what }: { what: Text }, words: Words) =>
    `${words.say(what)}; choose a model of SimpleRNN, GRU or LSTM layers one after the other, then a linear Dense layer at every time step`,
  'kerasModel.layer': ({ name, className }: { name: string; className: Text }, words: Words) =>
    `its layer ${words.quote(name)} (${words.say(className)})`,
  'kerasModel.quantized': ({ layer, policy }: OfLayer & { policy: Text }, words: Words) =>
    `${words.say(layer)} should compute with floating-point numbers, but is quantized (${words.say(policy)})`,
  'kerasModel.ownClass': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} is of a class of somebody's own: what it computes is in Python code, which is not in the file`,
  'kerasModel.ownClassInside': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have a Dense layer in it, but has ${words.say(found)}, a class of somebody's own`,
  'kerasModel.hasActivation': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have no activation, but has ${words.say(found)}`,
  'kerasModel.activationInside': ({ layer, className, found }: Found & { className: string }, words: Words) =>
    `${words.say(layer)}, which applies a ${className} at every time step, should have no activation, but has ${words.say(found)}`,
  'kerasModel.appliesInside': ({ layer, className }: OfLayer & { className: Text }, words: Words) =>
    `${words.say(layer)} applies a ${words.say(className)} at every time step`,
  'kerasModel.noSuchLayer': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} is none of those that Unroll has`,
  'kerasModel.bothDirections': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} reads the window backwards in time as well, which no network of Unroll does`,
  'kerasModel.masking': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} passes over time steps, which no network of Unroll does`,
  'kerasModel.pythonCode': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} is Python code, which no network of Unroll runs`,
  'kerasModel.turnsAxis': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} turns an axis round, which no network of Unroll does`,
  'kerasModel.repeatsVector': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} repeats one vector at every time step, which no network of Unroll does`,
  'kerasModel.joinsTimeSteps': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} joins the time steps, which no network of Unroll does`,
  'kerasModel.otherUnits': (
    { layer, least, most, found }: Found & { least: number; most: number },
    words: Words,
  ) => `${words.say(layer)} should have from ${least} to ${most} units, but has ${words.say(found)}`,
  'kerasModel.otherUseBias': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have use_bias true or false, but has ${words.say(found)}`,
  'kerasModel.returnsLastOnly': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have return_sequences=True, so that there is a prediction at every time step, but has ${words.say(found)}`,
  'kerasModel.goesBackwards': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have go_backwards=False, but has ${words.say(found)}: the input is read backwards in time`,
  'kerasModel.timeMajor': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have time_major=False, but has ${words.say(found)}`,
  'kerasModel.otherCellCount': (
    { layer, most, found }: OfLayer & { most: number; found: number },
    words: Words,
  ) => `${words.say(layer)} should have from 1 to ${most} cells, but has ${words.number(found)}`,
  'kerasModel.otherCells': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have cells of SimpleRNN, GRU or LSTM, but has ${words.say(found)}`,
  'kerasModel.otherActivation': ({ layer, expected, found }: Found & { expected: string[] }, words: Words) =>
    `${words.say(layer)} should have the activation ${words.list(expected, 'or')}, but has ${words.say(found)}`,
  'kerasModel.otherGateActivation': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should have the recurrent activation sigmoid, but has ${words.say(found)}`,
  'kerasModel.noGateActivation': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should have the recurrent activation sigmoid, but has none, which in TensorFlow.js is hardSigmoid`,
  'kerasModel.resetsBefore': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should apply its reset gate after the recurrent product (reset_after=True), but has reset_after ${words.say(found)}`,
  'kerasModel.resetLeftOut': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should apply its reset gate after the recurrent product (reset_after=True), but has reset_after left out, which is false in older versions of Keras and in TensorFlow.js`,
  'kerasModel.noClass': ({ found }: { found: Text }, words: Words) =>
    `it should say of which class its model is, but says ${words.say(found)}; save the whole model again`,
  'kerasModel.ownModelClass': ({ className }: { className: string }, words: Words) =>
    `it is a model of a class of somebody's own, ${words.quote(className)}: what that computes is in Python code, which is not in the file; build the model with ${BUILD_WITH} and save that`,
  'kerasModel.noLayers': ({ found }: { found: Text }, words: Words) =>
    `its model should list layers, but has ${words.say(found)}`,
  'kerasModel.manyMoreLayers':
    'it should have from 1 to 4 recurrent layers and a Dense one, but has many more',
  'kerasModel.namelessLayer': ({ number }: { number: number }, words: Words) =>
    `every layer of it should have a class and a name, but layer ${words.number(number)} has not`,
  'kerasModel.sameNames': ({ name }: { name: string }, words: Words) =>
    `the names of its layers should differ, but two are called ${words.quote(name)}`,
  'kerasModel.returnsState': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should have return_state=False in a Sequential model, but has true`,
  'kerasModel.laterInput': ({ layer, number }: OfLayer & { number: number }, words: Words) =>
    `${words.say(layer)} should be the first, but is number ${words.number(number)}`,
  'kerasModel.otherInputs': ({ layers }: { layers: string[] }, words: Words) =>
    `it should have 1 input, but has ${layers.length === 0 ? 'none' : `${words.number(layers.length)}: ${words.quotedList(layers)}`}`,
  'kerasModel.otherOutputs': ({ layers }: { layers: string[] }, words: Words) =>
    `it should have 1 output, but has ${layers.length === 0 ? 'none' : `${words.number(layers.length)}: ${words.quotedList(layers)}`}`,
  'kerasModel.leadsNowhere': ({ name }: { name: string }, words: Words) =>
    `its layers should lead from input to output, but do not at ${words.quote(name)}`,
  'kerasModel.comesFromElsewhere': ({ name }: { name: string }, words: Words) =>
    `its output should come from its input, but comes from ${words.quote(name)}`,
  'kerasModel.usesStates': ({ layer, number }: OfLayer & { number: number }, words: Words) =>
    `the output of ${words.say(layer)} should be used, but its states are (output ${words.number(number)})`,
  'kerasModel.noCall': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should say what it is called with, but does not`,
  'kerasModel.operation': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} is an operation on outputs of layers, which no network of Unroll does`,
  'kerasModel.otherCalls': ({ layer, found }: OfLayer & { found: number }, words: Words) =>
    `${words.say(layer)} should be called once, but is called ${counted(found, 'time')}`,
  'kerasModel.calledWithNone': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should be called with the output of one layer, but is with none`,
  'kerasModel.calledWithSeveral': ({ layer, layers }: OfLayer & { layers: string[] }, words: Words) =>
    `${words.say(layer)} should be called with the output of one layer, but is with those of ${words.quotedList(layers)}`,
  'kerasModel.calledAsInTraining': ({ layer }: OfLayer, words: Words) =>
    `${words.say(layer)} should be called with the output of the layer before it alone, but is with training=True, so that it does at all times what it does in training`,
  'kerasModel.calledWithMore': ({ layer, found }: Found, words: Words) =>
    `${words.say(layer)} should be called with the output of the layer before it alone, but is with ${words.say(found)}`,
  'kerasModel.notAnOutput': 'something else than the output of a layer',
  'kerasModel.anotherArgument': 'a number or another argument',
  'kerasModel.otherInput': ({ most, found }: { most: number; found: Text }, words: Words) =>
    `its input should be [batch, time steps, inputs] with from 1 to ${most} inputs, but is ${words.say(found)}`,
  'kerasModel.noRecurrentLayer': (
    { most, classNames }: { most: number; classNames: string[] },
    words: Words,
  ) =>
    `it should have from 1 to ${most} recurrent layers, but has none${classNames.length === 0 ? '' : `: ${words.quotedList(classNames)}`}`,
  'kerasModel.tooManyRecurrent': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have from 1 to ${most} recurrent layers, but has ${words.number(found)}`,
  'kerasModel.severalCells': ({ cells }: { cells: string[] }, words: Words) =>
    `its recurrent layers should be of one cell, but are ${words.list(cells)}`,
  'kerasModel.severalSizes': ({ sizes }: { sizes: number[] }, words: Words) =>
    `its recurrent layers should be of one size, but have ${words.list(sizes.map(words.number))} units`,
  'kerasModel.otherEnd': ({ className }: { className: string }, words: Words) =>
    `it should end in a Dense layer, but ends in ${words.quote(className)}`,
  'kerasModel.manyOutputs': ({ most, found }: { most: number; found: number }, words: Words) =>
    `it should have from 1 to ${most} outputs at each time step, but has ${words.number(found)}`,
}
