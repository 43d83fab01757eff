import { useEffect } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { futuresText } from '../../store/selectors/futures'
import { formatLoss } from '../../store/words/format'

/** What the choices of the setting that a person rests on would lead to, in words; Escape does without. */
export function FuturesLine() {
  const say = useSay()
  const { store } = useWorld()
  const isResting = useAppState(({ restingOn }) => restingOn !== null)
  useAppState(({ futures }) => futures)
  const words = futuresText(store.getState(), (loss) => formatLoss(loss, say))
  useEffect(() => {
    if (!isResting) return
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') store.getState().restOn(null)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isResting, store])
  return (
    <p className="futures-line" role="status" aria-live="polite" data-testid="futures">
      {words && say(words)}
    </p>
  )
}
