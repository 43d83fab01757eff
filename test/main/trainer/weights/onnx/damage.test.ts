import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { describe, expect, it } from 'vitest'
import { decodeOnnx, encodeOnnx } from '../../../../../main/trainer/weights/onnx/codec'
import { isSentence } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { field, METADATA } from './fields'

const ours = encodeOnnx(drawnWeights({ cell: 'rnn-relu', hiddenUnits: 1 }))

function message(...fields: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(fields))
}

const GRAPH = 7
const inGraph = (...fields: Uint8Array[]) => field(GRAPH, message(...fields))
const array = (...fields: Uint8Array[]) => inGraph(field(5, message(...fields)))
const floats = (count: number, name = 'rnn.W_l0') => [field(1, count), field(2, 1), field(8, name)]
const refused = (what: string) =>
  `This file is not an ONNX model as Unroll writes it: ${what}; export the network again.`
const byte = (place: number) => refused(`a field at byte ${place} of a message is broken`)
const elsewhere = refused('the numbers of an array should be in it, but it refers to another file')

const HOSTILE: readonly (readonly [string, Uint8Array, string])[] = [
  ['no byte', new Uint8Array(), refused('it should have an array "out.W" of float32, but has none')],
  ['a text', new TextEncoder().encode('these are not the weights'), byte(0)],
  ['a group, which could nest without end', new Uint8Array(1000).fill(0x0b), byte(0)],
  ['a field that is longer than the file', Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0x7f, 1), byte(0)],
  ['a number that never ends', new Uint8Array(100).fill(0xff), byte(0)],
  [
    'a text without a name',
    message(ours, field(METADATA, '')),
    refused('its texts should be Unroll\'s, each of them once, but one is called ""'),
  ],
  [
    'two graphs',
    message(ours, inGraph()),
    refused('field 7 should be there at most 1 time, as bytes, but is not'),
  ],
  [
    'a graph that is a number',
    field(GRAPH, 1),
    refused('field 7 should be there at most 1 time, as bytes, but is not'),
  ],
  [
    'more arrays than any network has',
    inGraph(...Array.from({ length: 21 }, (_, i) => field(5, field(8, `${i}`)))),
    refused('field 5 should be there at most 20 times, as bytes, but is not'),
  ],
  [
    'one array twice',
    inGraph(...[1, 2].map(() => field(5, field(8, 'a')))),
    refused('"a" should be in it once, but is there twice'),
  ],
  [
    'numbers in another file',
    array(...floats(3), field(13, message(field(1, 'location'), field(2, '/etc/passwd')))),
    elsewhere,
  ],
  ['the place of numbers alone', array(...floats(3), field(14, 1)), elsewhere],
  [
    'a petabyte that is not there',
    array(...floats(2 ** 50), field(9, new Uint8Array(4))),
    refused('"rnn.W_l0" has the shape [0] and needs 0 bytes, but has 4'),
  ],
  [
    'four gigabytes that are not there',
    array(...floats(2 ** 30), field(9, new Uint8Array(4))),
    refused('"rnn.W_l0" has the shape [1073741824] and needs 4,294,967,296 bytes, but has 4'),
  ],
  [
    'numbers in a list instead of bytes',
    array(...floats(1), field(4, new Uint8Array(4))),
    refused('an array should not have field 4, but has'),
  ],
  [
    'more axes than any array has',
    array(...[1, 1, 1, 1, 1].map((size) => field(1, size))),
    refused('an array should not have field 1, but has'),
  ],
  [
    'a kernel that is no float32',
    array(field(8, 'rnn.W_l0'), field(2, 7)),
    refused('it should have an array "rnn.W_l0" of float32, but has none'),
  ],
  [
    'arrays that are of no layer',
    inGraph(
      ...['rnn.W_l0', 'rnn.R_l0', 'rnn.B_l0', 'out.W', 'out.B'].map((name) =>
        field(5, message(...floats(1, name), field(9, new Uint8Array(4)))),
      ),
    ),
    "This file does not fit Unroll's network: W, R and B of layer 1 should be [1, gates · hidden, inputs], [1, gates · hidden, hidden] and [1, 2 · gates · hidden], but are [1], [1] and [1]; export the model again.",
  ],
  [
    'more texts than any file has',
    message(...Array.from({ length: 21 }, () => field(METADATA, ''))),
    refused('field 14 should be there at most 20 times, as bytes, but is not'),
  ],
]

describe('a file that Unroll did not write as an ONNX model is refused with one sentence', () => {
  it.each(HOSTILE)('%s', (_, bytes, says) => {
    const result = decodeOnnx(bytes, LESSON)
    expect(result.ok ? '' : inEnglish(result.error.text)).toBe(says)
    expect(isSentence(says)).toBe(true)
  })

  it('also for one field too many, anywhere and harmless', () => {
    const says =
      /^This file is not an ONNX model as Unroll writes it: from byte [\d,]+ on it should be what these weights give, but is not; export the network again\.$/
    for (const extra of [field(20, 'training'), field(6, 'Another text.'), field(25, '')]) {
      const result = decodeOnnx(message(ours, extra), LESSON)
      expect(result.ok ? '' : inEnglish(result.error.text)).toMatch(says)
    }
  })

  it('at every byte that is another', () => {
    for (let place = 0; place < ours.byteLength; place += 1) {
      const changed = ours.slice()
      changed[place] = (changed[place] as number) ^ 0x01
      const result = decodeOnnx(changed, LESSON)
      // Another number, in the weights or in the settings, is as good as the one before.
      if (result.ok) expect(encodeOnnx(result.value)).toEqual(changed)
    }
  })

  it('at every length that is shorter', () => {
    for (let length = 0; length < ours.byteLength; length += 1)
      expect(decodeOnnx(ours.subarray(0, length), LESSON).ok).toBe(false)
  })
})
