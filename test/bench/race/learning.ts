import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** How far a loss may lie from the reference: float32, 60 updates long. */
export const TOLERANCE = 1e-3

/** Whether a competitor has learned what all must learn, so that nobody is fast by doing nothing. */
export type Learned = {
  readonly ok: boolean
  /** Loss after the case's checked updates. */
  readonly loss: number
  /** Greatest difference from the reference's losses, where there is a reference that it must follow. */
  readonly difference: number | null
}

/**
 * Judges the losses of a competitor's first updates: they must go down, and be those of the reference where there is one and
 * the same network is computed.
 *
 * @param follows whether it computes the very same network
 * @param reference losses of the same updates from the same weights
 */
export function judge(
  losses: readonly number[],
  follows: boolean,
  reference: readonly number[] | null,
): Learned {
  const difference =
    follows && reference ? Math.max(...reference.map((loss, i) => Math.abs(loss - at(losses, i)))) : null
  const wentDown = mean(losses.slice(-5)) < mean(losses.slice(0, 5)) / 2
  const near = difference === null || difference < TOLERANCE
  return { ok: wentDown && near, loss: at(losses, losses.length - 1), difference }
}

/** The losses of a run of the lesson in PyTorch that was written down. */
export function lessonLosses(): number[] {
  const file = resolve('test/fixtures/reference/torch-rnn-seed1.json')
  const { updates } = JSON.parse(readFileSync(file, 'utf8')) as { updates: { loss: number }[] }
  return updates.map(({ loss }) => loss)
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? Number.NaN
}
