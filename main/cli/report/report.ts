import { basename } from 'node:path'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { EXIT } from '../base/exit-code'
import { writeText } from '../base/output-file'
import { checkOutputs } from '../base/outputs'
import type { Terminal } from '../base/terminal'
import { columnOf } from '../sweep/table/run-row'
import { readRunsFile } from '../sweep/table/runs-file'
import { readRuns } from '../sweep/table/runs-table'
import { cellsIn } from './cells'
import { drawRuns } from './draw-runs'
import type { ReportOptions } from './report-options'
import { summaryOf } from './summary'
import { summaryJson, summaryLines } from './summary-lines'

/**
 * Says what the runs in the table of a sweep were: of each cell, and which is the best; draws them where it is asked to.
 *
 * @returns the exit code of the process
 */
export async function report(options: ReportOptions, terminal: Terminal): Promise<number> {
  const { file, measure, below, figure, json } = options
  const refuse = (why: Text) => {
    terminal.warn(why)
    return EXIT.refused
  }
  const picture = figure === null ? null : terminal.pathOf(figure)
  const path = terminal.pathOf(file)
  const outputs = picture === null ? [] : [{ path: picture, beside: null }]
  const possible = await checkOutputs(outputs, false, [path])
  if (!possible.ok) return refuse(possible.error.text)
  const content = await readRunsFile(path)
  if (!content.ok) return refuse(content.error.text)
  const read = readRuns(content.value, basename(path))
  if (!read.ok) return refuse(read.error.text)
  const { varied } = read.value
  if (picture !== null && varied.length > 2)
    return refuse(
      text('reportCommand.figureOfMany', { name: basename(path), settings: varied.map(columnOf) }),
    )
  const cells = cellsIn(read.value, measure, basename(path))
  if (!cells.ok) return refuse(cells.error.text)
  const summary = summaryOf(cells.value, varied, below)
  const say = sayIn(terminal.language)
  const reported = { varied, measure, below }
  const lines = json ? [summaryJson(summary, reported)] : summaryLines(summary, reported, say)
  await terminal.say(lines.join('\n'))
  if (picture === null) return EXIT.done
  const written = await writeText(picture, drawRuns(summary, varied, measure, say))
  terminal.warn(written.ok ? written.value : written.error.text)
  return written.ok ? EXIT.done : EXIT.failed
}
