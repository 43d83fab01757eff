import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish, sayIn } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWeights } from '../../../../../main/trainer/exchange/import-weights'
import { encodeOnnx } from '../../../../../main/trainer/weights/onnx/codec'
import { tfjsCodec } from '../../../../../main/trainer/weights/tfjs/codec'
import { bytesOfTexts } from '../any-mutation'
import { drawnWeights } from '../drawn-weights'
import { fixture } from '../samples'

const made = JSON.parse(new TextDecoder().decode(fixture('strangers.json'))) as Record<string, string>
const bytesOf = (letters: string) => bytesOfTexts(letters)[0] as Uint8Array

/** What is said of the files that other programs wrote, by the start of their names. */
const MADE: readonly (readonly [RegExp, RegExp])[] = [
  [/^pickle of /, /it is a Python pickle, .*; load it in Python, /],
  [
    /^torch\.save of (?:a state_dict|a module)|^torch\.jit/,
    /it is what torch\.save writes, .* zip archive, /,
  ],
  [/^torch\.save of old/, /it is what older versions of torch\.save write, /],
  [/^numpy\.save/, /it is a single array of NumPy; .*numpy\.savez/],
  [/^zlib/, /it is compressed with zlib, /],
  [/^gzip/, /it is a gzip archive; /],
  [/^bzip2/, /it is a bzip2 archive; /],
  [/^xz/, /it is an xz archive; /],
  [/^tar of torch/, /it is what the first versions of torch\.save wrote, .* tar archive/],
  [/^tar(?: of GNU)?$/, /it is a tar archive; /],
  [/^zip$/, /it is a zip archive of other files; /],
  [/^zip of nothing/, /it is an empty zip archive; /],
  [/^zip of an Office/, /it is an Office document; /],
  [/^zip of a Java/, /it is a Java program; /],
  [/^zip of a SavedModel/, /SavedModel of TensorFlow; /],
  [/^SQLite/, /it is an SQLite database; /],
  [/^[CT]SV(?: with.*)?$/, /it is a table of 2 columns; /],
  [/^CSV in UTF-16/, /it is, in UTF-16, a table of 2 columns; /],
  [/^text in UTF-16/, /it is, in UTF-16, a text, which begins "These are notes\."; /],
  [/^notebook/, /it is a notebook of Jupyter; /],
  [/^list of shards/, /weights lie in several files; /],
]

/** Others, by their first bytes: a letter stands for a byte. */
const BEGINNINGS: readonly (readonly [string, string, RegExp])[] = [
  [
    'a pointer of Git LFS',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    /Git LFS, .*git lfs pull/,
  ],
  ['a web page', '\n<!DOCTYPE html><html><body>404</body></html>', /it is a web page, /],
  ['a web page without a type', '<html lang="en"><head>', /it is a web page, /],
  [
    'an SVG picture',
    '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>',
    /it is an SVG picture; /,
  ],
  ['an XML text', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', /it is an XML text; /],
  ['a JSON text', '{"model": "lstm"}', /it is a JSON text; /],
  [
    'a text in Latin-1',
    'caf\xe9 du monde, rue du P\xe8re',
    /it is, in an encoding older than UTF-8, a text, .*"café du monde, /,
  ],
  [
    'a table in Latin-1',
    'ann\xe9e;co\xfbt\n1;2\n3;4\n5;6\n',
    /it is, in an encoding older than UTF-8, a table of 2 columns; /,
  ],
  ['half a JSON text', '{"model": ', /it is a text that begins like JSON; /],
  [
    'our table',
    'update,t,input,target,prediction,loss\r\n1,0,0,1,0,1\r\n',
    /it is a table of updates, .*has no weights; /,
  ],
  ['a text', 'these are not the weights', /it is a text, which begins "these are not the weights"; /],
  ['a list of checkpoints', 'model_checkpoint_path: "model-1"\n', /TensorFlow checkpoints; /],
  ['a PNG picture', '\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR', /it is a PNG picture; /],
  ['a JPEG picture', '\xff\xd8\xff\xe0\0\x10JFIF\0', /it is a JPEG picture; /],
  ['a GIF picture', 'GIF89a\x01\0\x01\0', /it is a GIF picture; /],
  ['a WebP picture', 'RIFF\x10\0\0\0WEBPVP8 ', /it is a WebP picture; /],
  ['a BMP picture', 'BM\x0e\0\0\0\0\0\0\0\x36\0\0\0', /it is a BMP picture; /],
  ['a sound file', 'RIFF\x10\0\0\0WAVEfmt ', /it is a sound file; /],
  ['a PDF document', '%PDF-1.7\n%\xe2\xe3', /it is a PDF document; /],
  ['a GGUF model', 'GGUF\x03\0\0\0', /it is a GGUF model/],
  ['a TensorFlow Lite model', '\x1c\0\0\0TFL3\x14\0', /it is a TensorFlow Lite model; /],
  ['a SavedModel', '\x08\x01\x12\x04\x0a\x02\x0a\x00', /it is a SavedModel of TensorFlow; /],
  [
    'an index of a checkpoint',
    `\0\x01\x02${'\0'.repeat(40)}\x57\xfb\x80\x8b\x24\x75\x47\xdb`,
    /index of a TensorFlow checkpoint; /,
  ],
  [
    'an ONNX model of PyTorch',
    '\x08\x08\x12\x07pytorch\x3a\x02\x0a\x00\x42\x02\x10\x11',
    /it is an ONNX model, which Unroll writes and does not load; /,
  ],
  ['a MATLAB file of version 5', 'MATLAB 5.0 MAT-file, Platform: GLNXA64', /it is a MATLAB file; /],
  [
    'a MATLAB file of version 7.3',
    `MATLAB 7.3 MAT-file${' '.repeat(493)}\x89HDF\r\n\x1a\n`,
    /it is a MATLAB file; /,
  ],
  ['a Parquet table', 'PAR1\x15\x04\x15', /it is a Parquet table; /],
  ['an Arrow table', 'ARROW1\0\0\xff\xff\xff\xff', /it is an Arrow table; /],
  ['a program for Linux', '\x7fELF\x02\x01\x01\0', /it is a program for Linux; /],
  ['a program for Windows', `MZ${'\0'.repeat(58)}\x40\0\0\0PE\0\0`, /it is a program for Windows; /],
  ['a 7z archive', '7z\xbc\xaf\x27\x1c\0\x04', /it is a 7z archive; /],
  ['a zstd archive', '\x28\xb5\x2f\xfd\x04\x58', /it is a zstd archive; /],
  ['a RAR archive', 'Rar!\x1a\x07\x01\0', /it is a RAR archive; /],
  ['zeros', '\0'.repeat(4096), /nothing but zeros, /],
]

const ENDINGS = [
  '.safetensors',
  '.npz',
  '.weights.h5',
  '.h5',
  '.keras',
  '.json',
  '.pt',
  '.onnx',
  '.csv',
  '.bin',
  '',
]

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unroll-strangers-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function said(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  const read = await readWeights(path, LESSON)
  return read.ok ? 'it was read' : inEnglish(read.error.text)
}

/** One sentence that names the file, says what it is and what to do, whatever its name ends with. */
async function expectStranger(bytes: Uint8Array, what: RegExp, endings = ENDINGS) {
  for (const ending of endings) {
    const message = await said(`a${ending}`, bytes)
    expect(message).toMatch(what)
    expect(message).toMatch(/^"a[^"]*" is not a weights file: it [^\n]+; [^\n]+\.$/)
  }
}

describe('a file of another kind is called by its name, whatever it ends with', () => {
  it.each(Object.keys(made))('%s', async (name) => {
    const known = MADE.find(([start]) => start.test(name))
    await expectStranger(new Uint8Array(Buffer.from(made[name] ?? '', 'base64')), known?.[1] ?? /no sentence/)
  })

  it('a project of Unroll, which is to be opened as one, in both languages', async () => {
    const members = {
      'run.json': bytesOf('{}'),
      'updates.record': bytesOf('x'),
      'manifest.json': bytesOf('{}'),
    }
    const project = zipSync(members, { level: 0 })
    await expectStranger(
      project,
      /it is a project of Unroll; give its name the ending \.unroll, and File > Open/,
    )
    const read = await readWeights(join(folder, 'a.safetensors'), LESSON)
    expect(read.ok ? '' : sayIn('zh')(read.error.text)).toMatch(/这是 Unroll 的项目；请把扩展名改为 \.unroll/)
    // One of its names alone is anybody's.
    await expectStranger(zipSync({ 'manifest.json': bytesOf('{}') }), /it is a zip archive of other files; /)
  })

  it.each(BEGINNINGS)('%s', async (_, letters, what) => {
    // Of a JSON text the reader of models tells more.
    const endings = letters.startsWith('{') ? ENDINGS.filter((ending) => ending !== '.json') : ENDINGS
    await expectStranger(bytesOf(letters), what, endings)
  })

  it('our own ONNX model', async () => {
    await expectStranger(encodeOnnx(drawnWeights({ hiddenUnits: 2 })), /it is an ONNX model of Unroll, /)
  })

  it('the numbers beside a TensorFlow.js model', async () => {
    const numbers = new Uint8Array(new Float32Array([1.5, -2.25, 3e-3]).buffer)
    for (const name of ['run.weights.bin', 'group1-shard1of1.bin', 'group1-shard1of1'])
      expect(await said(name, numbers)).toBe(
        `"${name}" is not a weights file: it holds the numbers of a TensorFlow.js model alone; choose the .json file beside it.`,
      )
  })
})

describe('weights whose name ends otherwise', () => {
  it.each([
    ['torch-gru.safetensors', 'a.npz', 'a safetensors file', '.safetensors'],
    ['torch-gru.safetensors', 'a.json', 'a safetensors file', '.safetensors'],
    ['numpy-gru.npz', 'a.safetensors', 'a NumPy archive', '.npz'],
    ['numpy-gru.npz', 'a.zip', 'a NumPy archive', '.npz'],
    ['keras-relu.keras', 'a.npz', 'a model of Keras', '.keras'],
    ['keras-gru.weights.h5', 'a.safetensors', 'an HDF5 file, such as Keras writes', '.weights.h5'],
    ['keras-gru.weights.h5', 'a', 'an HDF5 file, such as Keras writes', '.weights.h5'],
  ])('%s as %s are told the ending that they need', async (file, name, what, ending) => {
    expect(await said(name, fixture(file))).toBe(
      `"${name}" is ${what}, but is not called so; give its name the ending ${ending} and load it again.`,
    )
  })

  it('are read where they are safetensors and the ending is of no format', async () => {
    for (const name of ['a', 'a.bin', 'a.weights'])
      expect(await said(name, fixture('torch-gru.safetensors'))).toBe('it was read')
  })
})

describe('what is damaged is still told by the reader of its format', () => {
  it.each([
    [
      'a.npz',
      () => fixture('numpy-gru.npz').slice(0, 900),
      /is a damaged weights file: it should be a zip archive/,
    ],
    [
      'a.safetensors',
      () => fixture('torch-gru.safetensors').slice(0, 100),
      /is a damaged weights file: its header/,
    ],
    ['a.weights.h5', () => fixture('keras-gru.weights.h5').slice(0, 900), /HDF5/],
    [
      'a.pt',
      () => fixture('numpy-gru.npz').slice(0, 900),
      /it is a zip archive that is damaged or was cut off; /,
    ],
  ] as const)('%s', async (name, bytes, what) => {
    expect(await said(name, bytes())).toMatch(what)
  })
})

it.each(['model.onnx', 'model.pt', 'model', 'x.bin'])(
  'bytes of which nothing is known are not measured by the rules of a format: %s',
  async (name) => {
    const message = await said(name, Uint8Array.of(8, 11, 0x12, 7, 0xff, 0xfe, 3, 200, 1, 99, 0, 1))
    expect(message).toBe(
      `"${name}" is not a weights file: it holds nothing that Unroll knows; choose a file of weights: .safetensors, .npz, .weights.h5, .keras or .json.`,
    )
  },
)

it('a model without the file of its numbers names both, and says what to do', async () => {
  const files = await tfjsCodec.encode(drawnWeights({}), { name: 'alone.json', names: 'pytorch' })
  const [model] = files.ok ? files.value : []
  expect(await said('alone.json', model?.bytes ?? new Uint8Array())).toMatch(
    /^"alone\.json" should have its numbers beside it, in "[^"]+", but there is no file of this name; put both files into one folder\.$/,
  )
})

it('bytes that begin with a small number, but with no header of safetensors, are no damaged weights', async () => {
  const bytes = Uint8Array.of(0x0e, 3, 0x13, 1, 0, 0, 0, 0, 0xd0, 7, 1, 0xff)
  expect(await said('a.safetensors', bytes)).toMatch(
    /^"a\.safetensors" is not a weights file: .* starts with "\{", but /,
  )
})
