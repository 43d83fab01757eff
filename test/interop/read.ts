import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { greatestDifference } from '@contract/difference'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { readWeights } from '../../main/trainer/exchange/import-weights'
import { type Tensor3D, tf } from '../../main/trainer/tensorflow'
import { predict } from '../../main/trainer/training/snapshot/predict'
import { probe } from '../../main/trainer/training/snapshot/probe'
import { compareScores, type ScoreCases } from '../helpers/score-cases'
import { CASES } from './cases'

/*
 * Loads what the real libraries wrote (`theirs.json` of each case names the files and has their own predictions) and
 * compares; then lets TensorFlow.js itself load our models, and compares what scores.json says of series. Prints a line of JSON for each: what, and its difference.
 */

type Theirs = Readonly<Record<string, readonly number[]>>

const TIME_STEPS = 20
/** Time steps by which each input is ahead of the one before it, as in the probe. */
const APART = 7

const folder = process.argv[2]
if (folder === undefined) throw new Error('read must be given a folder')
for (const { name, config } of CASES) {
  const place = join(folder, name)
  const theirs = JSON.parse(readFileSync(join(place, 'theirs.json'), 'utf8')) as Theirs
  for (const [file, predictions] of Object.entries(theirs))
    tell(name, `our ${file}`, await ours(place, file, config, predictions))
  if (readdirSync(place).includes('model.json')) tell(name, 'tfjs', await byTensorFlowJs(place, config))
}

tellScores(JSON.parse(readFileSync(join(folder, 'scores.json'), 'utf8')) as ScoreCases)

function tell(name: string, what: string, difference: number | string) {
  console.log(JSON.stringify({ case: name, what, difference }))
}

/** Numbers in float64, by other orders of the same sums: they have to agree much better than predictions. */
function tellScores(cases: ScoreCases) {
  for (const { name, difference } of compareScores(cases)) {
    const [, part = 'all', what = name] = /^(train|validation|test) (.*)$/.exec(name) ?? []
    // What JSON has no word for is a failure all the same.
    const finding = {
      case: `seed ${cases.seed}, ${part}`,
      what,
      difference: Number.isFinite(difference) ? difference : `${difference}`,
    }
    console.log(JSON.stringify({ ...finding, atMost: 1e-8 }))
  }
}

async function ours(
  place: string,
  file: string,
  config: RunConfig,
  theirs: readonly number[],
): Promise<number | string> {
  const read = await readWeights(join(place, file), withSettings(LESSON, { cell: config.network.cell }))
  if (!read.ok) return inEnglish(read.error.text)
  return greatestDifference(probe(read.value.weights.snapshot), Float32Array.from(theirs))
}

/** One window from a zero state: a model of TensorFlow.js carries none. */
async function byTensorFlowJs(place: string, config: RunConfig): Promise<number | string> {
  const read = await readWeights(join(place, 'weights.safetensors'), config)
  if (!read.ok) return inEnglish(read.error.text)
  const { snapshot } = read.value.weights
  const zeros = snapshot.states.map(({ shape, values }) => ({
    shape,
    values: new Float32Array(values.length),
  }))
  const { inputs } = snapshot.network
  const seen = Float32Array.from({ length: TIME_STEPS * inputs }, (_, at) =>
    Math.sin((Math.floor(at / inputs) + APART * (at % inputs)) / 3),
  )
  const expected = predict(snapshot, seen, zeros)
  const model = await tf.loadLayersModel(pathToFileURL(join(place, 'model.json')).href)
  const window = tf.tensor3d(seen, [1, TIME_STEPS, inputs])
  const predictions = (model.predict(window) as Tensor3D).dataSync<'float32'>()
  return greatestDifference(Float32Array.from(predictions), expected)
}
