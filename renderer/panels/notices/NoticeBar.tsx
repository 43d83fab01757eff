import { type ReactNode, useEffect } from 'react'
import { useAppState, useWorld } from '../../app-world'
import type { Notice } from '../../store/app-state'
import { CloseIcon, DoneIcon, UnfinishedIcon, WarningIcon } from '../icons'
import { SetAside } from './SetAside'

/** News goes by itself; an error stays until it is dismissed. */
const NEWS_MILLISECONDS = 8000

const ICONS: { readonly [Kind in Notice['kind']]: ReactNode } = {
  error: <WarningIcon />,
  success: <DoneIcon />,
  info: <UnfinishedIcon />,
}

/** One sentence at the foot of the window: news over the stage for a moment, an error under it until it is dismissed. */
export function NoticeBar() {
  const { store } = useWorld()
  const notice = useAppState((state) => state.notice)
  useEffect(() => {
    if (!notice || notice.kind === 'error') return
    const timer = setTimeout(() => {
      // Another notice may have come meanwhile.
      if (store.getState().notice === notice) store.getState().dismissNotice()
    }, NEWS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [notice, store])
  return (
    <div className="notices" aria-live={notice?.kind === 'error' ? 'assertive' : 'polite'}>
      <div className="news">
        <SetAside />
        {notice && notice.kind !== 'error' && <Said notice={notice} />}
      </div>
      {notice?.kind === 'error' && <Said notice={notice} />}
    </div>
  )
}

function Said({ notice }: { readonly notice: Notice }) {
  const { store } = useWorld()
  return (
    <div key={notice.id} className={`notice ${notice.kind}`} data-testid="notice" data-kind={notice.kind}>
      {ICONS[notice.kind]}
      <span className="notice-text">{notice.text}</span>
      <button
        type="button"
        className="button quiet icon-only"
        aria-label="Dismiss"
        data-testid="dismiss-notice"
        onClick={() => store.getState().dismissNotice()}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
