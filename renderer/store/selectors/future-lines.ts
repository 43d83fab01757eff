import type { Say } from '@contract/language/say'
import type { Future, Futures } from '@contract/timeline/futures'
import { type History, valueAt } from '../curves/history'
import type { AppState } from '../state/app-state'
import type { NamedChoice } from '../state/futures-state'

/** The line of a future: told from the others by its dashes and its name, not by its colour alone. */
export type FutureLine = {
  /** A point that is no number is a gap. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly name: string
  readonly isPresent: boolean
}

type Known = { readonly choices: readonly NamedChoice[]; readonly futures: Futures }

function known({ futures }: AppState): Known | null {
  return futures.kind === 'known' ? futures : null
}

function linesOf(
  { choices, futures }: Known,
  say: Say,
  points: (future: Future) => FutureLine['points'],
): FutureLine[] {
  return choices.map(({ name, isPresent }, i) => ({
    points: points(futures.futures[i] as Future),
    name: say(name),
    isPresent,
  }))
}

/** The losses of the futures that are known, each from the last loss that all have in common. */
export function lossFutures(state: AppState, history: History, say: Say): FutureLine[] {
  const stage = known(state)
  if (!stage) return []
  const { update } = stage.futures
  const common = { x: update, y: valueAt(history, history.losses, update) }
  return linesOf(stage, say, ({ losses }) => [
    common,
    ...Array.from(losses, (y, i) => ({ x: update + 1 + i, y })),
  ])
}

/** The predictions of one output in the futures that are known, window after window. */
export function predictionFutures(state: AppState, history: History, output: number, say: Say): FutureLine[] {
  const stage = known(state)
  if (!stage) return []
  const outputs = history.outputs.length
  const seen = history.range(stage.futures.update).to
  const isSeries = history.facts.axis === 'time-steps'
  const first = seen > 0 ? history.times.at(seen - 1) + 1 : 0
  return linesOf(stage, say, ({ lengths, starts, steps, predictions }) => {
    const points: { x: number; y: number }[] = []
    let at = 0
    for (const [window, length] of lengths.entries()) {
      const [start = 0, step = 0] = [starts[window], steps[window]]
      for (let i = 0; i < length; i += 1, at += 1) {
        const x = isSeries ? first + at : start + i * step
        points.push({ x, y: predictions[at * outputs + output] ?? Number.NaN })
      }
      // Two windows are two networks' words: no line leads from the one to the other.
      points.push({ x: points.at(-1)?.x ?? 0, y: Number.NaN })
    }
    return points
  })
}
