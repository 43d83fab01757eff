import { useEffect } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { CloseIcon, DoneIcon, WarningIcon } from '../icons'

/** Good news goes by itself; an error stays until it is dismissed. */
const SUCCESS_MILLISECONDS = 8000

/** One sentence at the foot of the window, over it and in nobody's way. */
export function NoticeBar() {
  const { store } = useWorld()
  const notice = useAppState((state) => state.notice)
  useEffect(() => {
    if (notice?.kind !== 'success') return
    const timer = setTimeout(() => {
      // Another notice may have come meanwhile.
      if (store.getState().notice === notice) store.getState().dismissNotice()
    }, SUCCESS_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [notice, store])
  return (
    <div className="notices" aria-live={notice?.kind === 'error' ? 'assertive' : 'polite'}>
      {notice && (
        <div key={notice.id} className={`notice ${notice.kind}`} data-testid="notice" data-kind={notice.kind}>
          {notice.kind === 'error' ? <WarningIcon /> : <DoneIcon />}
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
      )}
    </div>
  )
}
