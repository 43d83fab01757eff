import { text } from '@contract/language/texts'
import { useSay, useWorld } from '../../app-world'
import type { DataStage } from '../../store/state/open-data'
import { openQuestions } from '../../store/state/table-draft'
import { CancelButton } from './CancelButton'
import { DataProblem } from './DataProblem'
import { PreviewTable } from './PreviewTable'
import { TableFields } from './TableFields'
import { TableQuestions } from './TableQuestions'
import { useStage } from './use-stage'

/** The second step: how the table is read, with its beginning as it is read so. */
export function TableStep() {
  const { commands } = useWorld()
  const say = useSay()
  const stage = useStage('table')
  if (!stage) return null
  const { draft, isReading, reading, problem } = stage
  const { name, bytes, guess } = draft.table
  const isOpen = openQuestions(draft).length > 0
  return (
    <form
      className="data-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!isOpen) void commands.readTable()
      }}
    >
      <div className="dialog-body data-body">
        <p className="data-name" data-testid="data-name">
          {say('openData.table', {
            name: name === null ? text('openData.pastedName') : text('openData.named', { name }),
            bytes: text('runList.size', { bytes }),
          })}
        </p>
        <fieldset className="data-choices" disabled={isReading}>
          <legend className="visually-hidden">{say('openData.choices')}</legend>
          <TableQuestions draft={draft} />
          <TableFields draft={draft} />
        </fieldset>
        <PreviewTable preview={guess.preview} />
      </div>
      {isReading && <Reading reading={reading} size={bytes} />}
      <DataProblem problem={problem} />
      <div className="dialog-foot">
        {!isReading && (
          <button type="button" className="button" data-testid="data-back" onClick={commands.goBack}>
            {say('openData.back')}
          </button>
        )}
        <CancelButton {...(isReading && { onCancel: () => void commands.cancelReading() })} />
        {/* Not disabled while it reads: the focus would be lost. */}
        <button
          type="submit"
          className="button primary"
          data-testid="data-on"
          disabled={isOpen}
          aria-disabled={isReading}
        >
          {say(isReading ? 'openData.reading' : 'openData.read')}
        </button>
      </div>
    </form>
  )
}

type ReadingProps = {
  readonly reading: Extract<DataStage, { kind: 'table' }>['reading']
  readonly size: number
}

/** How far the table is read. */
function Reading({ reading, size }: ReadingProps) {
  const say = useSay()
  const { rows, bytes, of } = reading ?? { rows: 0, bytes: 0, of: size }
  const percent = of > 0 ? Math.floor((100 * bytes) / of) : 0
  return (
    <div className="data-reading" data-testid="data-reading">
      <progress aria-label={say('openData.reading')} max={100} value={percent} />
      <span>{say('openData.readTo', { rows, percent })}</span>
    </div>
  )
}
