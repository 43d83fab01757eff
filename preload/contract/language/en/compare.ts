import { counted } from '../english'
import type { Text } from '../text'
import type { Words } from '../words'

export const compare = {
  'compare.referenceRun': 'a reference run',
  'compare.chooseReferenceRun': 'the .json file of a reference run',
  'compare.usage': ({ usage }: { usage: string }) => `Usage: ${usage} FILE... [options]`,
  'compare.about': `Makes whole runs of PyTorch or TensorFlow again (the JSON files that the scripts in test/fixtures/make write) and
prints a line for each: the largest difference in any update's loss, gradient norm and prediction, in the final
weights and in the final hidden state. Runs start from the initial weights in the file; those of PyTorch once more
from their seed alone.`,
  'compare.limits': `A comparison is off when a loss or a prediction differs by more than 1e-4, or an initial weight made from the seed by
more than 2e-8. A file that is damaged or no such run is passed over, and the next is compared.`,
  'compare.oneFile':
    'compare must have at least one file, but none was given; name one of a whole run, such as test/fixtures/reference/torch-rnn-seed1.json.',
  'compare.same': 'same',
  'compare.everyBit': 'same, every bit',
  'compare.off': 'OFF',
  'compare.run': ({ framework, updates }: { framework: string; updates: number }) =>
    `${framework}, ${counted(updates, 'update')}`,
  'compare.fromFile': ({ differences }: { differences: string }) => `from the file: ${differences}`,
  'compare.fromSeed': ({ seed, differences }: { seed: number; differences: string }) =>
    `from seed ${seed}: ${differences}`,
  'compare.initialWeights': 'initial weights',
  'compare.loss': 'loss',
  'compare.meanLoss': 'mean loss',
  'compare.gradientNorm': 'gradient norm',
  'compare.prediction': 'prediction',
  'compare.predictionAfterUpdate': 'prediction after update',
  'compare.finalWeights': 'final weights',
  'compare.finalState': 'final state',
  'compare.noWholeRun': ({ name, why }: { name: string; why: Text }, words: Words) =>
    `"${name}" is no whole reference run: ${words.finding(why)}; make it again by the scripts in test/fixtures/make, or choose another.`,
  'compare.noJson': 'it must be JSON, but is not',
  'compare.noObject': ({ field }: { field: string | null }) =>
    `${field === null ? 'the file' : `"${field}"`} must be an object, but is not`,
  'compare.noStates': ({ count }: { count: number }) =>
    `"finalState" must hold ${count === 1 ? 'one state' : 'two states'}, but does not`,
  'compare.noFramework': '"framework" must be torch or tensorflow and its version, but is not',
  'compare.noUpdates': ({ count }: { count: number }) => `"updates" must be a list of ${count}, but is not`,
  'compare.noWindowLength': ({ field }: { field: string }) => `"${field}" must be 1, 2 or 3, but is not`,
  'compare.noNumber': ({ field }: { field: string }) => `"${field}" must be a finite number, but is not`,
  'compare.noNumbers': ({ field, shape }: { field: string; shape: readonly number[] }) =>
    `"${field}" must be finite numbers of shape [${shape.join(', ')}], but is not`,
  'compare.otherTimes': ({
    field,
    from,
    to,
    points,
  }: {
    field: string
    from: string
    to: string
    points: number
  }) => `"${field}" must see t from ${from} to ${to} at ${counted(points, 'point')}, but does not`,
}
