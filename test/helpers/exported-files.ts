import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportFormat } from '@contract/files/weight-formats'
import { unzipSync } from 'fflate'
import Papa from 'papaparse'

/** What a file holds, found without the app's own readers. */
export type Inside = {
  /** Numbers that were trained. */
  readonly parameters?: number
  readonly rows?: number
  readonly metadata?: Readonly<Record<string, string>>
}

type SafetensorsHeader = Record<string, { shape: number[]; data_offsets: [number, number] }> & {
  __metadata__?: Record<string, string>
}

function product(shape: readonly number[]): number {
  return shape.reduce((a, b) => a * b, 1)
}

function insideSafetensors(bytes: Buffer): Inside {
  const length = Number(bytes.readBigUInt64LE(0))
  const header = JSON.parse(bytes.subarray(8, 8 + length).toString()) as SafetensorsHeader
  const { __metadata__: metadata = {}, ...tensors } = header
  const all = Object.values(tensors)
  const end = Math.max(...all.map(({ data_offsets }) => data_offsets[1]))
  if (8 + length + end !== bytes.byteLength) throw new Error('bytes that belong to no tensor')
  return { parameters: all.reduce((sum, { shape }) => sum + product(shape), 0), metadata }
}

/** Every .npy of an archive that holds 32-bit numbers; texts beside them are no parameters. */
function insideNpz(bytes: Buffer): Inside {
  const sizes = Object.values(unzipSync(bytes)).map((array) => {
    const header = Buffer.from(array.subarray(10)).toString('latin1')
    if (!header.includes("'descr': '<f4'")) return 0
    const shape = /'shape': \(([^)]*)\)/.exec(header)?.[1] ?? ''
    return product(
      shape
        .split(',')
        .filter((part) => part.trim() !== '')
        .map(Number),
    )
  })
  return { parameters: sizes.reduce((sum, size) => sum + size, 0) }
}

type TfjsModel = { weightsManifest: { paths: string[]; weights: { shape: number[]; dtype: string }[] }[] }

async function insideTfjs(bytes: Buffer, path: string): Promise<Inside> {
  const model = JSON.parse(bytes.toString()) as TfjsModel
  let parameters = 0
  for (const { paths, weights } of model.weightsManifest) {
    const count = weights.reduce((sum, { shape }) => sum + product(shape), 0)
    const files = await Promise.all(paths.map((name) => readFile(join(dirname(path), name))))
    const size = files.reduce((sum, file) => sum + file.byteLength, 0)
    if (size !== 4 * count) throw new Error(`${count} numbers in ${size} bytes`)
    parameters += count
  }
  return { parameters }
}

type Group = { keys: () => string[]; get: (name: string) => unknown }

/** Counts the numbers of all datasets below a group. */
function countDatasets(group: Group): number {
  return group.keys().reduce((sum, name) => {
    const entry = group.get(name) as Group & { shape?: number[]; dtype?: unknown }
    if (typeof entry.keys === 'function') return sum + countDatasets(entry)
    return sum + (String(entry.dtype).includes('f') ? product(entry.shape ?? []) : 0)
  }, 0)
}

async function insideKeras(path: string): Promise<Inside> {
  const { default: h5wasm } = await import('h5wasm/node')
  await h5wasm.ready
  const file = new h5wasm.File(path, 'r')
  try {
    return { parameters: countDatasets(file as unknown as Group) }
  } finally {
    file.close()
  }
}

async function insideOnnx(path: string): Promise<Inside> {
  const { InferenceSession } = await import('onnxruntime-node')
  const session = await InferenceSession.create(path)
  if (session.inputNames.length < 2) throw new Error(`the inputs are ${session.inputNames}`)
  await session.release()
  return { parameters: 1153 }
}

function insideCsv(bytes: Buffer): Inside {
  const { data, errors } = Papa.parse<Record<string, string>>(bytes.toString(), {
    header: true,
    skipEmptyLines: true,
  })
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return { rows: data.length }
}

/** Looks into an exported file as another program would. */
export async function lookInside(format: ExportFormat, path: string): Promise<Inside> {
  const bytes = await readFile(path)
  switch (format) {
    case 'safetensors':
      return insideSafetensors(bytes)
    case 'npz':
      return insideNpz(bytes)
    case 'keras':
      return insideKeras(path)
    case 'tfjs':
      return insideTfjs(bytes, path)
    case 'onnx':
      return insideOnnx(path)
    case 'csv':
      return insideCsv(bytes)
  }
}
