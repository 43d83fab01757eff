import type { ListedRun } from '@contract/run/kept-run'
import { LESSON } from '@contract/settings/lesson'
import type { Settings } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'

/** A run that is kept, of the lesson with some settings changed. */
export function listedRun(
  id: string,
  settings: Partial<Settings> = {},
  changes: Partial<ListedRun> = {},
): ListedRun {
  return {
    id,
    name: id,
    branch: null,
    network: 'RNN(1 → 32) → Linear(32 → 1)',
    config: withSettings(LESSON, settings),
    updatesDone: 60,
    goal: 60,
    phase: 'finished',
    loss: 0.5,
    keptAt: Date.UTC(2026, 0, 2, 3, 4),
    bytes: 20_000,
    ...changes,
  }
}
