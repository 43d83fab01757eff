import type { ExportChoice, ExportReport } from '@contract/files/weight-formats'
import { useLayoutEffect, useRef } from 'react'
import { useWorld } from '../../app-world'
import { formatBytes } from '../../store/words/format'
import { DoneIcon } from '../icons'
import { ExportProblem } from './ExportProblem'
import { contentWords, differenceWords, verdictWords } from './export-words'

type ExportDoneProps = {
  readonly report: ExportReport
  readonly choice: ExportChoice
  readonly problem: string | null
}

/** What was written, and what reading it back has shown. */
export function ExportDone({ report, choice, problem }: ExportDoneProps) {
  const { commands } = useWorld()
  const done = useRef<HTMLButtonElement>(null)
  // The button that was pressed is gone: without this the focus would be nowhere.
  useLayoutEffect(() => done.current?.focus(), [])
  const why = differenceWords(choice, report)
  return (
    <>
      <div id="export-report" className="dialog-body export-body export-report" data-testid="export-report">
        <ul className="export-files" aria-label="Files">
          {report.files.map(({ name, bytes }) => (
            <li key={name}>
              <span className="export-file">{name}</span>
              <span className="export-size">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
        <p className="export-verdict" data-testid="export-verdict">
          <DoneIcon />
          <span>{verdictWords(report)}</span>
        </p>
        {why !== null && <p className="export-why">{why}</p>}
        <p className="export-content">{contentWords(choice.format, report)}</p>
      </div>
      <ExportProblem text={problem} />
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          data-testid="show-exported"
          onClick={() => void commands.showExported()}
        >
          Show in folder
        </button>
        <button
          ref={done}
          type="button"
          className="button primary"
          data-testid="export-done"
          aria-describedby="export-report"
          onClick={commands.closeExport}
        >
          Done
        </button>
      </div>
    </>
  )
}
