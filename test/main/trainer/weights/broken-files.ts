import { rawFile } from './samples'

/** A file that breaks the format, with the exact sentence it gets. */
export type BrokenFile = { readonly what: string; readonly bytes: Uint8Array; readonly says: string }

const CHOOSE = '; choose a .safetensors file saved by Unroll or PyTorch.'
const AGAIN = '; save or copy it again, or choose another one.'

function bytesOf(...parts: (string | number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)),
  )
}

function notWeights(what: string, bytes: Uint8Array, says: string): BrokenFile {
  return { what, bytes, says: `This file is not a weights file: ${says}${CHOOSE}` }
}

/** A file around this header; `says` is the part of the sentence that tells what is wrong. */
function damaged(what: string, header: string | Uint8Array, says: string, dataBytes = 8): BrokenFile {
  return {
    what,
    bytes: rawFile(header, dataBytes),
    says: `This file is a damaged weights file: ${says}${AGAIN}`,
  }
}

function entry(fields: Record<string, string>): string {
  const all = { dtype: '"F32"', shape: '[2]', data_offsets: '[0,8]', ...fields }
  return `{${Object.entries(all).map(([key, value]) => `"${key}":${value}`)}}`
}

/** A header with one tensor "a" of two numbers, some of its fields replaced. */
function one(fields: Record<string, string> = {}): string {
  return `{"a":${entry(fields)}}`
}

function otherType(dtype: string): BrokenFile {
  const says = `holds numbers that Unroll does not read: "a" should be F32, but is "${dtype}"; convert the weights with .float() in PyTorch and save them again.`
  return {
    what: `the type ${dtype}`,
    bytes: rawFile(one({ dtype: `"${dtype}"` }), 8),
    says: `This file ${says}`,
  }
}

const LENGTH =
  'a safetensors file starts with the length of its header, at most 100,000,000 bytes, but this one starts with'
const BRACE = 'the header of a safetensors file is a JSON object and starts with "{", but this one does not'
const NUMBER = 'a whole number from 0 to 9,007,199,254,740,991'
const twoTensors = (first: string, second: string) =>
  `{"a":${entry({ shape: '[1]', data_offsets: first })},"b":${entry({ shape: '[1]', data_offsets: second })}}`

export const BROKEN_FILES: readonly BrokenFile[] = [
  // Other things than safetensors.
  notWeights(
    'no byte',
    bytesOf(),
    'a safetensors file starts with 8 bytes that say how long its header is, but this one has 0 bytes in all',
  ),
  notWeights(
    'seven bytes',
    bytesOf('1234567'),
    'a safetensors file starts with 8 bytes that say how long its header is, but this one has 7 bytes in all',
  ),
  notWeights('a text', bytesOf('these are not the weights'), `${LENGTH} 8,241,904,413,164,529,780`),
  // The length of the header.
  notWeights('a header length of 2^63', rawFile(one(), 8, 2n ** 63n), `${LENGTH} 9,223,372,036,854,775,808`),
  notWeights(
    'a header length of 2^64 - 1',
    rawFile(one(), 8, 2n ** 64n - 1n),
    `${LENGTH} 18,446,744,073,709,551,615`,
  ),
  notWeights('a header length beyond the cap', rawFile(one(), 8, 100_000_001n), `${LENGTH} 100,000,001`),
  notWeights('no header', rawFile('', 8), BRACE),
  {
    what: 'a header beyond the end',
    bytes: rawFile('{}', 0, 3n),
    says: `This file is a damaged weights file: its header should be 3 bytes long, but only 2 follow${AGAIN}`,
  },
  // The text of the header.
  notWeights('a list as header', rawFile('[]', 0), BRACE),
  notWeights('a header after space', rawFile(' {}', 0), BRACE),
  notWeights('a byte order mark', rawFile('\ufeff{}', 0), BRACE),
  damaged('bad UTF-8', bytesOf('{"', [0xff], '":1}'), 'its header should be UTF-8 text, but is not'),
  damaged(
    'half a surrogate pair',
    '{"\\ud800":1}',
    'character 2 of its header should be a text of whole Unicode characters, but is "\\"\\\\ud800\\""',
  ),
  damaged(
    'half of a UTF-8 character',
    bytesOf('{"', [0xc3], '"}'),
    'its header should be UTF-8 text, but is not',
  ),
  damaged('not JSON', '{a:1}', 'character 2 of its header should be a text in quotes, but is "a:1}"'),
  damaged(
    'single quotes',
    "{'a':1}",
    `character 2 of its header should be a text in quotes, but is "'a':1}"`,
  ),
  damaged('a header that stops', '{"a":', 'character 6 of its header should be "{", but is its end'),
  damaged('a name that stops', '{"a', 'character 2 of its header should be a text in quotes, but is "\\"a"'),
  damaged(
    'a comma too many',
    `{"a":${entry({})},}`,
    'character 55 of its header should be a text in quotes, but is "}"',
  ),
  damaged(
    'a comma too few',
    '{"__metadata__":{"a":"b" "c":"d"}}',
    'character 26 of its header should be "," or "}", but is "\\"c\\":\\"d\\"}"',
  ),
  damaged(
    'an unknown escape',
    '{"\\x":1}',
    'character 2 of its header should be a text in quotes, but is "\\"\\\\x\\":1}"',
  ),
  damaged(
    'a line feed inside a name',
    '{"\n":1}',
    'character 2 of its header should be a text in quotes, but is "\\"\\n\\":1}"',
  ),
  damaged('text after the header', `${one()} x`, 'character 56 of its header should be its end, but is "x"'),
  damaged(
    'a NUL after the header',
    `${one()}\0`,
    'character 55 of its header should be its end, but is "\\u0000"',
  ),
  damaged(
    'a great depth',
    `{"a":${'['.repeat(100_000)}`,
    'character 6 of its header should be "{", but is "[[[[[[[["',
  ),
  // Names.
  damaged('a duplicate name', `{"a":${entry({})},"a":${entry({})}}`, '"a" is in its header twice'),
  damaged(
    'a duplicate name, once escaped',
    `{"a":${entry({})},"\\u0061":${entry({})}}`,
    '"a" is in its header twice',
  ),
  damaged('a duplicate field', '{"a":{"dtype":"F32","dtype":"F32"}}', '"dtype" is in its header twice'),
  damaged(
    'two __metadata__',
    '{"__metadata__":{},"__metadata__":{}}',
    '"__metadata__" is in its header twice',
  ),
  damaged('duplicate metadata', '{"__metadata__":{"x":"1","x":"2"}}', '"x" is in its header twice'),
  damaged(
    'metadata that are no text',
    '{"__metadata__":{"x":1}}',
    'character 22 of its header should be a text in quotes, but is "1}}"',
  ),
  damaged(
    'metadata that are null',
    '{"__metadata__":null}',
    'character 17 of its header should be "{", but is "null}"',
  ),
  damaged(
    'an unknown field',
    one({ extra: '1' }),
    '"a" has a field "extra", which safetensors does not know',
  ),
  damaged('no dtype', '{"a":{"shape":[2],"data_offsets":[0,8]}}', '"a" has no "dtype"'),
  damaged('no shape', '{"a":{"dtype":"F32","data_offsets":[0,8]}}', '"a" has no "shape"'),
  damaged('no offsets', '{"a":{"dtype":"F32","shape":[2]}}', '"a" has no "data_offsets"'),
  damaged('a tensor that is null', '{"a":null}', 'character 6 of its header should be "{", but is "null}"'),
  damaged(
    'a name longer than a sentence',
    `{"${'n'.repeat(1000)}":{}}`,
    `"${'n'.repeat(60)}…" has no "dtype"`,
  ),
  // Numbers.
  damaged(
    'a float offset',
    one({ data_offsets: '[0,8.0]' }),
    `character 51 of its header should be ${NUMBER}, but is "8.0"`,
  ),
  damaged(
    'an exponent',
    one({ data_offsets: '[0,8e0]' }),
    `character 51 of its header should be ${NUMBER}, but is "8e0"`,
  ),
  damaged(
    'a negative offset',
    one({ data_offsets: '[-8,0]' }),
    `character 49 of its header should be ${NUMBER}, but is "-8"`,
  ),
  damaged(
    'minus zero',
    one({ data_offsets: '[-0,8]' }),
    `character 49 of its header should be ${NUMBER}, but is "-0"`,
  ),
  damaged(
    'a leading zero',
    one({ data_offsets: '[00,8]' }),
    `character 49 of its header should be ${NUMBER}, but is "00"`,
  ),
  damaged(
    'a text as offset',
    one({ data_offsets: '["0",8]' }),
    `character 49 of its header should be ${NUMBER}, but is "\\"0\\",8]}}"`,
  ),
  damaged(
    'an offset of 2^53',
    one({ data_offsets: '[0,9007199254740992]' }),
    `character 51 of its header should be ${NUMBER}, but is "9007199254740992"`,
  ),
  damaged(
    'an offset of 1e400',
    one({ data_offsets: '[0,1e400]' }),
    `character 51 of its header should be ${NUMBER}, but is "1e400"`,
  ),
  damaged(
    'three offsets',
    one({ data_offsets: '[0,4,8]' }),
    'the "data_offsets" of "a" should be two numbers, but are 3',
  ),
  damaged(
    'one offset',
    one({ data_offsets: '[0]' }),
    'the "data_offsets" of "a" should be two numbers, but are 1',
  ),
  damaged(
    'a shape that is a number',
    one({ shape: '2' }),
    'character 29 of its header should be "[", but is "2,\\"data_"',
  ),
  // Where the numbers lie.
  damaged('a truncated file', one(), 'its header describes 8 bytes of numbers, but 7 follow it', 7),
  damaged('trailing bytes', one(), 'its header describes 8 bytes of numbers, but 9 follow it', 9),
  damaged('numbers that no tensor has', '{}', 'its header describes 0 bytes of numbers, but 8 follow it'),
  damaged(
    'a hole',
    twoTensors('[0,4]', '[8,12]'),
    '"b" should begin at byte 4 of the numbers, where those before it end, but begins at 8',
    12,
  ),
  damaged(
    'a hole at the start',
    twoTensors('[4,8]', '[8,12]'),
    '"a" should begin at byte 0 of the numbers, where those before it end, but begins at 4',
    12,
  ),
  damaged(
    'an overlap',
    twoTensors('[0,4]', '[2,6]'),
    '"b" should begin at byte 4 of the numbers, where those before it end, but begins at 2',
  ),
  damaged(
    'the same numbers twice',
    twoTensors('[0,4]', '[0,4]'),
    '"b" should begin at byte 4 of the numbers, where those before it end, but begins at 0',
    4,
  ),
  damaged(
    'an end before the beginning',
    one({ data_offsets: '[8,0]' }),
    '"a" has the shape [2] and needs 8 bytes, but has those from 8 to 0',
  ),
  damaged(
    'a shape that needs more',
    one({ shape: '[3]' }),
    '"a" has the shape [3] and needs 12 bytes, but has those from 0 to 8',
  ),
  damaged(
    'a shape that needs less',
    one({ shape: '[]' }),
    '"a" has the shape [] and needs 4 bytes, but has those from 0 to 8',
  ),
  damaged(
    'a shape that overflows to the right size',
    one({ shape: '[4294967296,4294967296,2]' }),
    '"a" has the shape [4294967296, 4294967296, 2], which is more than any file can hold',
  ),
  damaged(
    'a huge shape before a zero',
    one({ shape: '[9007199254740991,9007199254740991,0]', data_offsets: '[0,0]' }),
    '"a" has the shape [9007199254740991, 9007199254740991, 0], which is more than any file can hold',
    0,
  ),
  damaged(
    'a shape of many sizes',
    one({ shape: `[${'2,'.repeat(99)}2]` }),
    '"a" has the shape [2, 2, 2, 2, 2, 2, 2, 2, …], which is more than any file can hold',
  ),
]

/** Numbers of other kinds than float32, which is all that Unroll itself writes. */
export const OTHER_TYPES = ['F64', 'F16', 'BF16', 'I64', 'BOOL', 'f32', 'X9', ''].map(otherType)
