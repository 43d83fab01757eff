/** The series that the app makes by itself or brings along. */
export const MADE_NAMES = [
  'square',
  'saw',
  'sines',
  'am',
  'fm',
  'chirp',
  'delay',
  'adding',
  'copy',
  'noisy-sine',
  'mackey-glass',
  'lorenz',
  'narma-10',
  'random-walk',
  'sunspots',
  'nile',
  'co2',
  'el-nino',
] as const
export type MadeName = (typeof MADE_NAMES)[number]

/** Of these, another seed makes another series. */
const DRAWN: readonly MadeName[] = [
  'delay',
  'adding',
  'copy',
  'noisy-sine',
  'mackey-glass',
  'lorenz',
  'narma-10',
  'random-walk',
]

/** Whether a made series is drawn by chance, so that another seed makes another one. */
export function isDrawn(name: MadeName): boolean {
  return DRAWN.includes(name)
}

/** Where a series comes from, in what it takes to have the very same again. */
export type SeriesOrigin =
  | { readonly kind: 'made'; readonly name: MadeName }
  /** A file that a person opened: its name without the folder, and the SHA-256 of the numbers that were read from it. */
  | { readonly kind: 'table'; readonly name: string; readonly sha256: string }

/** A series, and what each of its columns is for; those in neither list are not used. */
export type SeriesSource = {
  readonly kind: 'series'
  readonly origin: SeriesOrigin
  /** Columns that the network sees, from 1 to 32; a target may be among them: then it sees its own past. */
  readonly inputs: readonly string[]
  /** Columns that it must say, from 1 to 16, `horizon` time steps later. */
  readonly targets: readonly string[]
}

/** What a run learns from: the lesson's own curve, cosine from sine, or a series. */
export type SourceConfig = { readonly kind: 'lesson' } | SeriesSource

/** The most columns of each kind. */
export const MAX_INPUTS = 32
export const MAX_OUTPUTS = 16

/** Numbers at each time step: those that the network sees, and those that it must say. */
export type Sizes = { readonly inputs: number; readonly outputs: number }

/** The sizes of a source; the lesson has the sine alone, and the cosine. */
export function sizesOf(source: SourceConfig): Sizes {
  if (source.kind === 'lesson') return { inputs: 1, outputs: 1 }
  return { inputs: source.inputs.length, outputs: source.targets.length }
}

/** Whether two runs learn the same from the same columns. */
export function sameSource(a: SourceConfig, b: SourceConfig): boolean {
  // Both are plain lists of texts, always written in one order.
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether a run learns the lesson's own curve. */
export function isOfLesson({ source }: { readonly source: SourceConfig }): boolean {
  return source.kind === 'lesson'
}

/** Whether a run learns a series. */
export function isOfSeries({ source }: { readonly source: SourceConfig }): boolean {
  return source.kind === 'series'
}
