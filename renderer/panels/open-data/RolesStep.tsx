import { text } from '@contract/language/texts'
import { useAppState, useSay, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import { readRoles } from '../../store/state/data-roles'
import { sourceSentence } from '../../store/words/source-sentence'
import { CancelButton } from './CancelButton'
import { DataProblem } from './DataProblem'
import { ReadNotes } from './roles/ReadNotes'
import { RoleTable } from './roles/RoleTable'
import { SeriesFields } from './roles/SeriesFields'
import { useStage } from './use-stage'

/** The last step: what each column is for, and how windows are cut out of the series. */
export function RolesStep() {
  const { commands } = useWorld()
  const say = useSay()
  const stage = useStage('roles')
  const inForce = useAppState(configInForce)
  if (!stage) return null
  const { series, roles, draft, isWaiting, problem } = stage
  const read = readRoles(inForce, series, roles)
  const { window } = read.config.data
  const noWindow = stage.windows === 0 ? text('openData.noWindow', { window }) : null
  const sentence = sourceSentence(read.config, stage.windows)
  return (
    <form
      className="data-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (read.problem === null) void commands.trainOnData()
      }}
    >
      <div className="dialog-body data-body">
        <ReadNotes stage={stage} />
        {draft === null ? (
          <p>{say('openData.ownPast')}</p>
        ) : (
          <RoleTable series={series} roles={roles} isWaiting={isWaiting} />
        )}
        <SeriesFields stage={stage} read={read} />
      </div>
      {read.problem === null && (
        <p className="data-sentence" data-testid="data-sentence">
          {sentence && say(sentence)}
        </p>
      )}
      <DataProblem problem={read.problem ?? noWindow ?? problem} />
      <div className="dialog-foot">
        <button
          type="button"
          className="button"
          data-testid="data-back"
          disabled={isWaiting}
          onClick={commands.goBack}
        >
          {say('openData.back')}
        </button>
        <CancelButton />
        <button
          type="submit"
          className="button primary"
          data-testid="data-on"
          disabled={read.problem !== null || noWindow !== null}
          aria-disabled={isWaiting}
        >
          {say(isWaiting ? 'openData.making' : 'openData.use')}
        </button>
      </div>
    </form>
  )
}
