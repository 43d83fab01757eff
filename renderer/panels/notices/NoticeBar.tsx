import { type ReactNode, useCallback } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import type { Notice } from '../../store/state/app-state'
import { CloseIcon, DoneIcon, UnfinishedIcon, WarningIcon } from '../icons'
import { ProofLine } from '../project/ProofLine'
import { CancelledChange } from './CancelledChange'
import { DeletedExperiments } from './DeletedExperiments'
import { DeletedRuns } from './DeletedRuns'
import { Loading } from './Loading'
import { OverBudget } from './OverBudget'
import { SetAside } from './SetAside'
import { usePassing } from './use-passing'

/** News goes by itself; an error stays until it is dismissed. */
const NEWS_MILLISECONDS = 8000

const ICONS: { readonly [Kind in Notice['kind']]: ReactNode } = {
  error: <WarningIcon />,
  success: <DoneIcon />,
  info: <UnfinishedIcon />,
}

/** One sentence at the foot of the window: news over the stage for a moment; under it an error until it is
 * dismissed, and a load that is under way and the way back to a run that was set aside, which stand long enough to be in the way. */
export function NoticeBar() {
  const notice = useAppState((state) => state.notice)
  return (
    <div className="notices" aria-live={notice?.kind === 'error' ? 'assertive' : 'polite'}>
      <div className="news">
        {notice && notice.kind !== 'error' && <News key={notice.id} notice={notice} />}
      </div>
      <Loading />
      <ProofLine />
      <SetAside />
      <CancelledChange />
      <DeletedRuns />
      <DeletedExperiments />
      <OverBudget />
      {notice?.kind === 'error' && <Said key={notice.id} notice={notice} />}
    </div>
  )
}

type SaidProps = { readonly notice: Notice; readonly held?: ReturnType<typeof usePassing> }

function News({ notice }: SaidProps) {
  const { store } = useWorld()
  const end = useCallback(() => store.getState().dismissNotice(), [store])
  return <Said notice={notice} held={usePassing(NEWS_MILLISECONDS, end)} />
}

function Said({ notice, held }: SaidProps) {
  const { store } = useWorld()
  const say = useSay()
  return (
    <div className={`notice ${notice.kind}`} data-testid="notice" data-kind={notice.kind} {...held}>
      {ICONS[notice.kind]}
      <span className="notice-text">{say(notice.text)}</span>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={say('notices.dismiss')}
        data-testid="dismiss-notice"
        onClick={() => store.getState().dismissNotice()}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
