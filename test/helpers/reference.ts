import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A whole run of another framework, as test/fixtures/make/torch_reference.py writes it. */
export type ReferenceRun = {
  readonly initial: Record<string, number[] | number[][]>
  readonly updates: readonly {
    readonly from: number
    readonly to: number
    readonly points: number
    readonly loss: number
    readonly prediction: readonly number[]
  }[]
  readonly final: Record<string, number[] | number[][]>
  readonly finalState: readonly number[][][][]
}

/**
 * How far the norm of a gradient may be from that of the other framework, where a prediction may be off by 1e-4. Its
 * matrix products, and so the roundings, differ from processor to processor (of x86: SSE 4.1, AVX, AVX2, AVX-512), and the
 * norm answers to them several times as strongly as the prediction: 1.4e-4 against 3.8e-5 in 100 updates was seen.
 */
export const NORM_TOLERANCE = 5e-4

/** Reads one reference run by its name: `torch-rnn-seed1`. */
export function referenceRun(name: string): ReferenceRun {
  const file = resolve(import.meta.dirname, `../fixtures/reference/${name}.json`)
  return JSON.parse(readFileSync(file, 'utf8')) as ReferenceRun
}

/** The greatest absolute difference between two lists of the same length. */
export function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new Error(`${a.length} numbers against ${b.length}`)
  let greatest = 0
  for (let i = 0; i < a.length; i += 1) {
    const difference = Math.abs((a[i] as number) - (b[i] as number))
    // NaN compares false with everything: it must not pass for "no difference".
    if (!(difference <= greatest)) greatest = difference
  }
  return greatest
}
