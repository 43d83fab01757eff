import { basename } from 'node:path'
import { text } from '@contract/language/texts'
import { fail, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { partsIn, type WrittenSeries } from '../data/series-options'
import type { LoadOptions } from './train-options'

/**
 * What was given of a series on the command line and is otherwise with the file, as the refusal; null where they agree. A
 * table may be another one than the file's, if it has the same columns.
 *
 * @param brought the settings that came of the file
 */
export function seriesContradiction(
  { file, series }: Pick<LoadOptions, 'file' | 'series'>,
  { data }: Pick<RunConfig, 'data'>,
): Extract<Result<never>, { ok: false }> | null {
  const name = basename(file)
  if (data.source.kind === 'lesson') {
    const [option] = Object.keys(series)
    if (option === undefined) return null
    return fail('invalid-setting', text('train.lessonLoaded', { option: `--${option}`, file: name }))
  }
  const { origin, inputs, targets } = data.source
  const made = origin.kind === 'made'
  const found = [
    differing('series', series.series, origin.name, !made || origin.name !== series.series),
    differing('data', series.data, origin.name, made),
    differing('input', series.input?.join(), inputs.join(), !sameNames(series.input, inputs)),
    differing('target', series.target?.join(), targets.join(), !sameNames(series.target, targets)),
    differing('split', series.split, splitOf(data), !isSplit(series.split, data)),
  ].find((each) => each !== null)
  return found ? fail('invalid-setting', text('train.contradiction', { ...found, file: name })) : null
}

/** An option that was given and does not fit; null for any other. */
function differing(
  option: keyof WrittenSeries,
  given: string | undefined,
  brought: string,
  differs: boolean,
): { readonly option: string; readonly given: string; readonly brought: string } | null {
  return given !== undefined && differs ? { option: `--${option}`, given, brought } : null
}

function sameNames(given: readonly string[] | undefined, brought: readonly string[]): boolean {
  return given?.length === brought.length && given.every((name, i) => name === brought[i])
}

function splitOf({ trainPercent, validationPercent }: RunConfig['data']): string {
  // Hundredths of a per cent are all that a person writes, and 100 − 33.3 − 33.3 is not 33.4 in binary.
  const test = Math.round(100 * (100 - trainPercent - validationPercent)) / 100
  return [trainPercent, validationPercent, test].join('/')
}

function isSplit(given: string | undefined, { trainPercent, validationPercent }: RunConfig['data']): boolean {
  const parts = given === undefined ? null : partsIn(given)
  return parts?.trainPercent === trainPercent && parts.validationPercent === validationPercent
}
