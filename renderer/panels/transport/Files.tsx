import { useAppState, useSay } from '../../app-world'
import { canTrain } from '../../store/selectors/selectors'
import { FOLDED, useMedia } from '../use-media'
import { FileMenu } from './FileMenu'
import { useFileActions } from './file-actions'

/** Open data, Load, Save and Export: four buttons, or one menu where there is no room for them. */
export function Files() {
  const say = useSay()
  const actions = useFileActions()
  const able = useAppState(canTrain)
  if (useMedia(FOLDED)) return <FileMenu actions={actions} able={able} />
  return (
    <div className="group files">
      {actions.map(({ id, label, title, icon, opensDialog, act }) => (
        <button
          key={id}
          type="button"
          className="button"
          data-testid={id}
          title={say(title)}
          aria-haspopup={opensDialog ? 'dialog' : undefined}
          disabled={!able}
          onClick={act}
        >
          {icon}
          <span>{say(label)}</span>
        </button>
      ))}
    </div>
  )
}
