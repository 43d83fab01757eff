import { describeCase } from '../cases/case-run'
import type { Case } from '../cases/cases'
import { layTable, microseconds, times } from '../table'
import { COMPETITORS, COMPILED, PLAIN, TORCH } from './competitors'
import { judge, type Learned, lessonLosses } from './learning'
import type { Outcome } from './race'

/** A competitor's place in a case. */
export type Place = Outcome & {
  /** How many times as long as the compiled engine it takes; null when either did not race. */
  readonly ratio: number | null
  readonly learned: Learned | null
}

/** A case with everybody's times; what `--json` prints. */
export type CaseReport = {
  readonly case: Case
  readonly places: readonly Place[]
  /** How many times as fast the compiled engine is, beside what it must be; null without the two. */
  readonly against: {
    readonly plain: number | null
    /** PyTorch at its best. */
    readonly torch: number | null
  }
}

export function report(one: Case, outcomes: readonly Outcome[]): CaseReport {
  const compiled = medianOf(outcomes, (name) => name === COMPILED)
  const ratio = (other: number | null) => (compiled && other ? other / compiled : null)
  const reference = referenceOf(one, outcomes)
  const follows = new Map(COMPETITORS.map(({ name, followsReference }) => [name, followsReference]))
  return {
    case: one,
    places: outcomes.map((outcome) => ({
      ...outcome,
      ratio: outcome.kind === 'raced' ? ratio(outcome.spread.median) : null,
      learned:
        outcome.kind === 'raced' ? judge(outcome.losses, follows.get(outcome.name) ?? true, reference) : null,
    })),
    against: {
      plain: ratio(medianOf(outcomes, (name) => name === PLAIN)),
      torch: ratio(medianOf(outcomes, (name) => name.startsWith(TORCH))),
    },
  }
}

/** Losses that all of one network must have: of the lesson those written down, else PyTorch's own in the same race. */
function referenceOf(one: Case, outcomes: readonly Outcome[]): readonly number[] | null {
  if (one.name === 'lesson') return lessonLosses()
  const torch = outcomes.find(({ name }) => name.startsWith(TORCH))
  return torch?.kind === 'raced' ? torch.losses : null
}

/** The least median of those whose name fits. */
function medianOf(outcomes: readonly Outcome[], fits: (name: string) => boolean): number | null {
  const medians = outcomes.flatMap((outcome) =>
    outcome.kind === 'raced' && fits(outcome.name) ? [outcome.spread.median] : [],
  )
  return medians.length > 0 ? Math.min(...medians) : null
}

/** A case for people: a table, and how it stands with the bar. */
export function describeReport({ case: one, places, against }: CaseReport): string {
  const head = [
    '',
    'µs per update',
    'spread',
    'processor µs',
    'against compiled',
    `loss after ${one.checkedUpdates}`,
  ]
  const title = `${one.name}: ${describeCase(one)}`
  const lines = [title, '', layTable(head, places.map(cells)), '']
  if (against.plain) lines.push(verdict(PLAIN, against.plain, one.bar.plain))
  if (against.torch) lines.push(verdict(`${TORCH} at its best`, against.torch, one.bar.torch))
  return lines.join('\n')
}

function cells(place: Place): string[] {
  if (place.kind === 'missing') return [place.name, `${place.what} is not on this machine`, '', '', '', '']
  const { spread, processor, ratio, learned } = place
  const loss = learned?.loss.toFixed(4) ?? ''
  return [
    place.name,
    microseconds(spread.median),
    `${microseconds(spread.least)} – ${microseconds(spread.most)}`,
    microseconds(processor),
    ratio === null ? '' : times(ratio),
    learned?.ok ? loss : `${loss} (has not learned!)`,
  ]
}

function verdict(other: string, ratio: number, bar: number | null): string {
  const fact = `${times(ratio)} as fast as ${other}`
  return bar ? `${fact}; the bar is ${bar}×: ${ratio >= bar ? 'reached' : 'not reached'}` : fact
}
