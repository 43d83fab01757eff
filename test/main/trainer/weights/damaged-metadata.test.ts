import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { decodeSafetensors } from '../../../../main/trainer/weights/safetensors/reader'
import { encodeSafetensors } from '../../../../main/trainer/weights/safetensors/writer'
import { decodeWeights, encodeWeights } from '../../../../main/trainer/weights/weight-file'
import { saying } from '../../../helpers/saying'
import { CONFIG, weightsOf } from './samples'

const good = encodeWeights({ snapshot: freshSnapshot(weightsOf(), trainingOf(CONFIG)), config: CONFIG })

function inTexts(bytes: Uint8Array): Record<string, string> {
  const file = decodeSafetensors(bytes)
  if (!file.ok) throw new Error(inEnglish(file.error.text))
  return Object.fromEntries(file.value.metadata)
}

/** Weights of ours with some texts replaced, or left out. */
function withTexts(changes: Record<string, string | null>): Uint8Array {
  const texts = Object.entries({ ...inTexts(good), ...changes }).filter(([, text]) => text !== null)
  return encodeSafetensors(weightsOf(), Object.fromEntries(texts) as Record<string, string>)
}

const AGAIN = '; save it again, or choose another one.'
const config = (changes: object) => ({
  'unroll.config': JSON.stringify({ ...settingsOf(CONFIG), ...changes }),
})
const CONFIG_SAYS = 'has damaged metadata: "unroll.config" should hold the settings of a run, but'
const HALF_PERIODS_SAY = 'has damaged metadata: "unroll.half_periods" should be a whole number from 0, but is'
const UPDATES_SAY = 'has damaged metadata: "unroll.updates" should be a whole number from 0, but is'
const STATES_SAY =
  'has damaged metadata: "unroll.states" should be a list of one list of 2 float32 numbers, but is'
const states = (text: string) => ({ 'unroll.states': text })

const DAMAGED: readonly [string, Record<string, string | null>, string][] = [
  [
    'no format',
    { 'unroll.format': null },
    `has damaged metadata: it should have "unroll.format", but has not${AGAIN}`,
  ],
  [
    'no settings',
    { 'unroll.config': null },
    `has damaged metadata: it should have "unroll.config", but has not${AGAIN}`,
  ],
  [
    'no updates',
    { 'unroll.updates': null },
    `has damaged metadata: it should have "unroll.updates", but has not${AGAIN}`,
  ],
  [
    'no half periods',
    { 'unroll.half_periods': null },
    `has damaged metadata: it should have "unroll.half_periods", but has not${AGAIN}`,
  ],
  [
    'no states',
    { 'unroll.states': null },
    `has damaged metadata: it should have "unroll.states", but has not${AGAIN}`,
  ],
  [
    'a later format',
    { 'unroll.format': '2', 'unroll.config': null },
    'is of a format that this Unroll does not know: "unroll.format" should be "1", but is "2"; open it with a newer Unroll, or choose another one.',
  ],
  [
    'settings that are no JSON',
    { 'unroll.config': '{"learningRate"' },
    `has damaged metadata: "unroll.config" should be JSON, but is "{\\"learningRate\\""${AGAIN}`,
  ],
  [
    'settings that are a list',
    { 'unroll.config': 'null' },
    `${CONFIG_SAYS}: The settings of a run must be an object, but null was given${AGAIN}`,
  ],
  [
    'a learning rate of 0',
    config({ learningRate: 0 }),
    `${CONFIG_SAYS}: Learning rate must be a number from 0.000001 to 10, but 0 was given${AGAIN}`,
  ],
  [
    'a learning rate of 1e400',
    { 'unroll.config': JSON.stringify(settingsOf(CONFIG)).replace('0.015625', '1e400') },
    `${CONFIG_SAYS}: Learning rate must be a number from 0.000001 to 10, but Infinity was given${AGAIN}`,
  ],
  [
    'no seed',
    config({ seed: undefined }),
    `${CONFIG_SAYS}: Seed must be a whole number from 0 to 4,294,967,295, but nothing was given${AGAIN}`,
  ],
  [
    'a text for a switch',
    config({ carryState: 'yes; no.' }),
    `${CONFIG_SAYS}: Carry the state must be true or false, but "yes; no." was given${AGAIN}`,
  ],
  [
    'a text for a number',
    config({ points: 'a;b;c' }),
    `${CONFIG_SAYS}: Points per window must be a whole number from 2 to 200, but "a;b;c" was given${AGAIN}`,
  ],
  [
    'other hidden units',
    config({ hiddenUnits: 3 }),
    `has damaged metadata: "unroll.config" should say 2 hidden units as the weights have them, but says 3${AGAIN}`,
  ],
  [
    'another cell',
    config({ cell: 'gru' }),
    `has damaged metadata: "unroll.config" should say rnn-tanh as the weights have it, but says gru${AGAIN}`,
  ],
  [
    'another cell and more layers',
    config({ cell: 'lstm', layers: 2 }),
    `has damaged metadata: "unroll.config" should say 1 layer of simple RNN, tanh as the weights have it, but says 2 layers of LSTM${AGAIN}`,
  ],
  [
    "a GRU of TensorFlow's family",
    config({ cell: 'gru', family: 'tensorflow' }),
    `${CONFIG_SAYS}: The TensorFlow family has one layer of the simple RNN, but was asked for 1 layer of GRU${AGAIN}`,
  ],
  [
    'no cell',
    config({ cell: undefined }),
    `${CONFIG_SAYS}: Cell must be one of rnn-tanh, rnn-relu, gru, lstm, but nothing was given${AGAIN}`,
  ],
  ['a fraction of an update', { 'unroll.updates': '1.5' }, `${UPDATES_SAY} "1.5"${AGAIN}`],
  ['fewer than no update', { 'unroll.updates': '-1' }, `${UPDATES_SAY} "-1"${AGAIN}`],
  ['no number of updates', { 'unroll.updates': '' }, `${UPDATES_SAY} ""${AGAIN}`],
  ['a line feed after the updates', { 'unroll.updates': '1\n' }, `${UPDATES_SAY} "1\\n"${AGAIN}`],
  [
    'more updates than can be counted',
    { 'unroll.updates': '9007199254740993' },
    `${UPDATES_SAY} "9007199254740993"${AGAIN}`,
  ],
  ['a fraction of a half period', { 'unroll.half_periods': '0.5' }, `${HALF_PERIODS_SAY} "0.5"${AGAIN}`],
  ['states that are no JSON', states('[[0,NaN]]'), `${STATES_SAY} "[[0,NaN]]"${AGAIN}`],
  ['states that are no list', states('{"length":1}'), `${STATES_SAY} "{\\"length\\":1}"${AGAIN}`],
  ['a state that is no list', states('[0,0]'), `${STATES_SAY} "[0,0]"${AGAIN}`],
  ['no states', states('[]'), `${STATES_SAY} "[]"${AGAIN}`],
  ['a state too many', states('[[0,0],[0,0]]'), `${STATES_SAY} "[[0,0],[0,0]]"${AGAIN}`],
  ['a shorter state', states('[[0]]'), `${STATES_SAY} "[[0]]"${AGAIN}`],
  ['a state of texts', states('[["0","1"]]'), `${STATES_SAY} "[[\\"0\\",\\"1\\"]]"${AGAIN}`],
  ['a state beyond float32', states('[[0,1e39]]'), `${STATES_SAY} "[[0,1e39]]"${AGAIN}`],
  ['a state that float32 would round', states('[[0,0.1]]'), `${STATES_SAY} "[[0,0.1]]"${AGAIN}`],
]

describe('metadata of ours that are damaged are refused with one sentence', () => {
  it.each(DAMAGED)('%s', (_, texts, says) => {
    const error = { code: 'file-not-weights', text: saying(`This file ${says}`) }
    expect(decodeWeights(withTexts(texts), LESSON)).toEqual({ ok: false, error })
  })

  it('and those of others are left alone', () => {
    expect(decodeWeights(withTexts({ author: 'someone', 'unrolled.format': '9' }), LESSON).ok).toBe(true)
  })

  it('and a batch or an LSTM makes more states, each as long as it takes', () => {
    const of = (changes: Partial<Settings>) => {
      const settings = withSettings(CONFIG, changes)
      const weights = weightsOf({}, networkOf(settings))
      const texts = inTexts(
        encodeWeights({ snapshot: freshSnapshot(weights, trainingOf(settings)), config: settings }),
      )
      const file = encodeSafetensors(weights, { ...texts, 'unroll.states': '[[0,0]]' })
      const result = decodeWeights(file, LESSON)
      return result.ok ? '' : inEnglish(result.error.text)
    }
    expect(of({ batch: 3, layers: 2 })).toContain(
      'should be a list of one list of 12 float32 numbers, but is',
    )
    expect(of({ cell: 'lstm' })).toContain('should be a list of 2 lists of 2 float32 numbers, but is')
  })
})
