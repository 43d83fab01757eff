import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { greatestDifference } from '@contract/difference'
import { type Reference, readReference } from '../../main/cli/compare/reference-file'
import { replayFromSeed } from '../../main/cli/compare/replay'
import { stateShapes } from '../../main/trainer/network/shape/cell-shapes'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../main/trainer/network/shape/named-arrays'
import { networkOf } from '../../main/trainer/network/shape/network-of'
import { createCompiledEngine, type Engine } from '../../main/trainer/training/engine/engine'
import { createLearner } from '../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../main/trainer/training/snapshot/fresh-snapshot'

/*
 * `node fidelity.js FOLDER`: repeats the runs in FOLDER/usual from their seeds alone, and single updates of them from all that
 * decides these; takes the runs in FOLDER/other as what PyTorch itself makes of them. Prints a line of JSON for each run.
 */

/** What decides an update, as float32 in base64, and what it leaves. */
type Moment = {
  readonly update: number
  readonly weights: Packed
  readonly exp_avg: Packed
  readonly exp_avg_sq: Packed
  /** None before the first update, or where no state is carried. */
  readonly states: readonly string[]
  readonly after: { readonly weights: Packed; readonly exp_avg: Packed }
}
type Packed = Readonly<Record<string, string>>

type WrittenRun = {
  readonly updates: readonly { readonly loss: number; readonly prediction: readonly number[] }[]
  readonly moments: readonly Moment[]
}

const folder = process.argv[2]
if (folder === undefined) throw new Error('fidelity must be given a folder')
const engine = createCompiledEngine()
try {
  for (const file of readdirSync(join(folder, 'usual')).sort()) {
    const path = join(folder, 'usual', file)
    const reference = await readReference(path)
    if (!reference.ok) throw new Error(`${file}: ${reference.error.text.id}`)
    const usual = written(path)
    const { loss = Number.NaN, prediction = Number.NaN } = replayFromSeed(reference.value, engine)
    const other = join(folder, 'other', file)
    const single = usual.moments.map((moment) => oneUpdate(reference.value, moment, engine))
    const found = {
      run: file.replace('.json', ''),
      ours: Math.max(loss, prediction),
      // The same processor without other kernels has nothing to compare itself with.
      theirs: existsSync(other) ? apart(usual, written(other)) : null,
      once: Math.max(...single.map(({ numbers }) => numbers)),
      weights: Math.max(...single.map(({ weights }) => weights)),
    }
    console.log(JSON.stringify(found))
  }
} finally {
  engine.dispose()
}

function written(path: string): WrittenRun {
  return JSON.parse(readFileSync(path, 'utf8')) as WrittenRun
}

/** The greatest difference of a loss or a prediction. */
function apart(one: WrittenRun, other: WrittenRun): number {
  const numbers = ({ updates }: WrittenRun) =>
    updates.flatMap(({ loss, prediction }) => [loss, ...prediction])
  return greatestDifference(numbers(one), numbers(other))
}

/** The greatest differences that a single update makes from the same numbers. */
type Single = {
  /** Of the loss, the predictions and the mean of the gradient. */
  readonly numbers: number
  /** Of the weights after it: where a gradient is nearly 0, Adam divides by hardly more than that, and rounding is all it has. */
  readonly weights: number
}

function oneUpdate({ config, updates, initial }: Reference, moment: Moment, engine: Engine): Single {
  const expected = updates[moment.update]
  if (!expected) throw new Error(`there is no update ${moment.update}`)
  const shaped = (packed: Packed) =>
    new Map([...initial].map(([name, { shape }]) => [name, unpacked(packed[name], shape)] as const))
  const shapes = stateShapes(networkOf(config), config.training.batch)
  const learner = createLearner(
    {
      ...freshSnapshot(shaped(moment.weights), trainingOf(config)),
      updatesDone: moment.update,
      slotUpdates: moment.update,
      slots: new Map([
        ['first-moment', shaped(moment.exp_avg)],
        ['second-moment', shaped(moment.exp_avg_sq)],
      ]),
      states: shapes.map((shape, i) => unpacked(moment.states[i], shape)),
    },
    () => engine,
  )
  try {
    const made = learner.update(expected.window, config.training)
    if (made.kind !== 'updated')
      return { numbers: Number.POSITIVE_INFINITY, weights: Number.POSITIVE_INFINITY }
    const { parameters, slots } = learner.snapshot()
    const mean = slots.get('first-moment') ?? new Map()
    const { after } = moment
    return {
      numbers: Math.max(
        greatestDifference([made.loss], [expected.loss]),
        greatestDifference(made.predictions, expected.prediction),
        arraysApart(mean, shaped(after.exp_avg)),
      ),
      weights: arraysApart(parameters, shaped(after.weights)),
    }
  } finally {
    learner.dispose()
  }
}

/** Zeros where PyTorch keeps nothing yet. */
function unpacked(base64: string | undefined, shape: readonly number[]): ArrayOf {
  if (base64 === undefined) return { shape, values: new Float32Array(sizeOf(shape)) }
  const bytes = Buffer.from(base64, 'base64')
  return { shape, values: new Float32Array(Uint8Array.from(bytes).buffer) }
}

function arraysApart(ours: NamedArrays, theirs: NamedArrays): number {
  return Math.max(
    ...[...theirs].map(([name, { values }]) => greatestDifference(values, ours.get(name)?.values ?? [])),
  )
}
