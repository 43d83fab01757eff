import { EXPORT_FORMATS, type ExportChoice } from './weight-formats'

/**
 * A file's name without the ending of its format, in whatever case: `run` of `run.weights.h5`. What lies beside it is
 * named after this.
 */
export function stemOf(name: string, { format }: Pick<ExportChoice, 'format'>): string {
  const { ending } = EXPORT_FORMATS[format]
  return name.toLowerCase().endsWith(ending) ? name.slice(0, -ending.length) : name
}

/** The weights that TensorFlow.js keeps beside its model: named as its own exporter names them. */
export function tfjsWeightsName(name: string): string {
  return `${stemOf(name, { format: 'tfjs' })}.weights.bin`
}

/** The Python script that loads a file. */
export function scriptName(name: string, choice: Pick<ExportChoice, 'format'>): string {
  return `${stemOf(name, choice)}.py`
}

/**
 * The names of the files that an export writes beside the one that was chosen. Whoever asks where to save asks about
 * these too, and whoever writes writes no others.
 *
 * @param name base name of the chosen file
 */
export function companionNames(
  name: string,
  choice: Pick<ExportChoice, 'format' | 'script'>,
): readonly string[] {
  const weights = choice.format === 'tfjs' ? [tfjsWeightsName(name)] : []
  const script = choice.script && EXPORT_FORMATS[choice.format].scripts ? [scriptName(name, choice)] : []
  return [...weights, ...script]
}
