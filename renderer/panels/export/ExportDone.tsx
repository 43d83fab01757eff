import type { ExportChoice, ExportReport } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { useLayoutEffect, useRef } from 'react'
import { useSay, useWorld } from '../../app-world'
import { DoneIcon } from '../icons'
import { ExportProblem } from './ExportProblem'
import { contentText, differenceText, verdictText } from './export-texts'

type ExportDoneProps = {
  readonly report: ExportReport
  readonly choice: ExportChoice
  readonly problem: Text | null
}

/** What was written, and what reading it back has shown. */
export function ExportDone({ report, choice, problem }: ExportDoneProps) {
  const { commands } = useWorld()
  const say = useSay()
  const done = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: without this the focus would be nowhere.
  useLayoutEffect(() => done.current?.focus(), [])
  const why = differenceText(choice, report)
  return (
    <>
      <div id="export-report" className="dialog-body export-body export-report" data-testid="export-report">
        <ul className="export-files" aria-label={say('exports.files')}>
          {report.files.map(({ name, bytes }) => (
            <li key={name}>
              <span className="export-file">{name}</span>
              <span className="export-size">{say('runList.size', { bytes })}</span>
            </li>
          ))}
        </ul>
        <p className="export-verdict" data-testid="export-verdict">
          <DoneIcon />
          <span>{say(verdictText(report))}</span>
        </p>
        {why !== null && <p className="export-why">{say(why)}</p>}
        <p className="export-content">{say(contentText(choice.format, report))}</p>
      </div>
      <ExportProblem sentence={problem && say(problem)} />
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          data-testid="show-exported"
          onClick={() => void commands.showExported()}
        >
          {say('exports.showInFolder')}
        </button>
        <button
          ref={done}
          type="button"
          className="button primary"
          data-testid="export-done"
          aria-describedby="export-report"
          onClick={commands.closeExport}
        >
          {say('exports.done')}
        </button>
      </div>
    </>
  )
}
