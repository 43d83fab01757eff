/** The parts that a series is cut into by time: what is trained on, what training is judged by, what is left for the end. */
export type PartName = 'train' | 'validation' | 'test'
export const PARTS: readonly PartName[] = ['train', 'validation', 'test']

/** Consecutive rows of a series: from `from` up to, not including, `to`. */
export type PartRange = { readonly from: number; readonly to: number }
