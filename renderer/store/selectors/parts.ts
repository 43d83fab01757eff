import type { PartName, PartRange } from '@contract/data/parts'
import type { RunRivals } from '@contract/run/run-scores'
import type { AppState } from '../state/app-state'
import { SHOW_ALL } from '../state/viewport'

/** The parts that can be looked at beside the windows of training. */
const OTHERS = ['validation', 'test'] as const satisfies readonly PartName[]

/** All rows of a part. Of those that are scored, which may be the last ones alone, each part has the end. */
export function rowsOfPart({ rows }: RunRivals, part: PartName): PartRange {
  switch (part) {
    case 'train':
      return { from: 0, to: rows.train.to }
    case 'validation':
      return { from: rows.train.to, to: rows.validation.to }
    case 'test':
      return { from: rows.validation.to, to: rows.test.to }
  }
}

/** The parts of a run's series that have rows, without the training part; none before they are told, and of the lesson. */
export function partsOfRun(rivals: RunRivals | null, axis: string | undefined): readonly PartName[] {
  if (!rivals || axis !== 'time-steps') return []
  return OTHERS.filter((part) => {
    const { from, to } = rowsOfPart(rivals, part)
    return to > from
  })
}

/** The part that the prediction chart shows: the chosen one, where the run has it, or `train` for the windows of training. */
export function shownPart({
  part,
  rivals,
  description,
}: Pick<AppState, 'part' | 'rivals' | 'description'>): PartName {
  return partsOfRun(rivals, description?.facts.axis).includes(part) ? part : 'train'
}

/** Shows all that the prediction chart has. */
export function showAll(state: AppState) {
  if (shownPart(state) === 'train') state.look(SHOW_ALL)
  else state.lookAtPart(SHOW_ALL)
}
