import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Case } from './cases'

/** How far a loss may lie from the reference: float32, 60 updates long. */
const TOLERANCE = 1e-3

/** Whether a competitor has learned what all must learn, so that nobody is fast by doing nothing. */
export type Learned = {
  readonly ok: boolean
  /** Loss after the case's checked updates. */
  readonly loss: number
  /** Greatest difference from the reference's losses, where there is a reference. */
  readonly difference: number | null
}

/**
 * Judges the losses of a competitor's first updates. In the lesson they must be those of the reference run in PyTorch,
 * which starts from the same weights; in any case they must go down.
 *
 * @param follows whether it computes the very same network
 */
export function judge(one: Case, losses: readonly number[], follows: boolean): Learned {
  const reference = one.name === 'lesson' ? lessonLosses() : null
  const difference = reference && Math.max(...reference.map((loss, i) => Math.abs(loss - at(losses, i))))
  const wentDown = mean(losses.slice(-5)) < mean(losses.slice(0, 5)) / 2
  const near = !follows || difference === null || difference < TOLERANCE
  return { ok: wentDown && near, loss: at(losses, losses.length - 1), difference }
}

function lessonLosses(): number[] {
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
