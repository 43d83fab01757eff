import { text } from '@contract/language/texts'
import type { ProjectChoices } from '@contract/project/project'
import type { RunState } from '@contract/run/run'
import type { FileDialogs } from '../files/dialogs'
import type { Family } from './family-of'

/** What beside a run goes into its file. */
export type Contents = Pick<ProjectChoices, 'series' | 'family'>

/** Asks what goes into a file, where there is a choice; undefined where the person has turned back. */
export async function askContents(
  state: Pick<RunState, 'config'>,
  { runs, bytes, more }: Family,
  { choose }: Pick<FileDialogs, 'choose'>,
): Promise<Contents | undefined> {
  const { source } = state.config.data
  const learnsTable = source.kind === 'series' && source.origin.kind === 'table'
  const series = learnsTable
    ? await choose(text('projects.whichSeries'), {
        included: text('projects.included'),
        hash: text('projects.hash'),
      })
    : 'included'
  if (series === undefined) return undefined
  const family =
    runs.length > 0
      ? await choose(text('projects.whichFamily', { count: runs.length, bytes, more }), {
          included: text('projects.withFamily'),
          'left-out': text('projects.withoutFamily'),
        })
      : 'included'
  return family && { series, family }
}
