import type { Text } from '../language/text'
import { text } from '../language/texts'
import { fail, ok, type Result } from '../result'

/** A form in which a trained network leaves the app. */
export type WeightFormat = 'safetensors' | 'npz' | 'keras' | 'tfjs' | 'onnx'

/** The names and layouts of arrays in a file that allows either. */
export type NameStyle = 'pytorch' | 'keras'

/** What of a run is written: its weights in one of the formats, or its updates as a table. */
export type ExportFormat = WeightFormat | 'csv'

export type FormatDescription = {
  readonly label: Text
  /** The end of its file names, as it is proposed: `.weights.h5`. */
  readonly ending: string
  /** What it is for, in one sentence. */
  readonly purpose: Text
  /** What of a run such a file cannot carry. */
  readonly lacks: Text
  /** Whether Unroll loads it too. */
  readonly loads: boolean
  /** Whether a Python script can be put beside it that rebuilds the network. */
  readonly scripts: boolean
}

/** Every format, in the order in which they are offered. */
export const EXPORT_FORMATS: { readonly [Name in ExportFormat]: FormatDescription } = {
  safetensors: {
    label: text('formats.safetensors'),
    ending: '.safetensors',
    purpose: text('formats.safetensorsPurpose'),
    lacks: text('formats.optimizerLacks'),
    loads: true,
    scripts: true,
  },
  npz: {
    label: text('formats.npz'),
    ending: '.npz',
    purpose: text('formats.npzPurpose'),
    lacks: text('formats.optimizerLacks'),
    loads: true,
    scripts: true,
  },
  keras: {
    label: text('formats.keras'),
    ending: '.weights.h5',
    purpose: text('formats.kerasPurpose'),
    lacks: text('formats.kerasLacks'),
    loads: true,
    scripts: true,
  },
  tfjs: {
    label: text('formats.tfjs'),
    ending: '.json',
    purpose: text('formats.tfjsPurpose'),
    lacks: text('formats.tfjsLacks'),
    loads: true,
    scripts: false,
  },
  onnx: {
    label: text('formats.onnx'),
    ending: '.onnx',
    purpose: text('formats.onnxPurpose'),
    lacks: text('formats.onnxLacks'),
    loads: false,
    scripts: false,
  },
  csv: {
    label: text('formats.csv'),
    ending: '.csv',
    purpose: text('formats.csvPurpose'),
    lacks: text('formats.csvLacks'),
    loads: false,
    scripts: false,
  },
}

/** Endings of files that can be loaded, beside those that are proposed. */
export const ALSO_LOADED: readonly (readonly [string, WeightFormat])[] = [
  ['.h5', 'keras'],
  ['.keras', 'keras'],
]

/** The formats of weights, in order. */
export const WEIGHT_FORMATS = (Object.keys(EXPORT_FORMATS) as ExportFormat[]).filter(
  (format): format is WeightFormat => format !== 'csv',
)

/**
 * The format that a file's name asks for: by its ending, in whatever case.
 *
 * @param name base name of a file
 * @param use what is to be done with it: not every format can be loaded
 */
export function formatOfName(name: string, use: 'save' | 'load'): Result<WeightFormat> {
  const usable = WEIGHT_FORMATS.filter((format) => use === 'save' || EXPORT_FORMATS[format].loads)
  const proposed = usable.map((format) => [EXPORT_FORMATS[format].ending, format] as const)
  const known = use === 'load' ? [...proposed, ...ALSO_LOADED] : proposed
  const found = known.find(([ending]) => name.toLowerCase().endsWith(ending))
  if (found) return ok(found[1])
  const endings = proposed.map(([ending]) => ending)
  return fail('invalid-setting', text('formats.unknownEnding', { endings, name }))
}

/** What a person chose to export. */
export type ExportChoice = {
  readonly format: ExportFormat
  /** Counts for npz alone. */
  readonly names: NameStyle
  /** Whether a Python script is put beside the file, where the format allows it. */
  readonly script: boolean
}

/** A choice of a format that holds weights. */
export type WeightsChoice = ExportChoice & { readonly format: WeightFormat }

/** What Save Weights writes, where nothing is to be chosen but a name: what loads again with all that it holds. */
export const SAVED_AS: WeightsChoice = { format: 'safetensors', names: 'pytorch', script: false }

/** One file that was written. */
export type WrittenFile = { readonly name: string; readonly bytes: number }

/** What came of an export: read back from the disk and tried. */
export type ExportReport = {
  /** The file that was asked for first, then those beside it. */
  readonly files: readonly WrittenFile[]
  /**
   * The largest difference between a prediction of the network and of what was read back from the file, over a
   * fixed probe; null for a table, which is compared number by number instead.
   */
  readonly greatestDifference: number | null
  readonly parameterCount: number
  readonly updatesDone: number
}
