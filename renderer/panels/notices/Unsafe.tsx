import { useAppState, useSay } from '../../app-world'
import { WarningIcon } from '../icons'

/** A banner while the run cannot be kept on disk; it goes when it can again. */
export function Unsafe() {
  const say = useSay()
  const unsafe = useAppState((state) => state.unsafe)
  return (
    <div role="alert">
      {unsafe !== null && (
        <div className="banner" data-testid="unsafe">
          <WarningIcon />
          <p>{say(unsafe)}</p>
        </div>
      )}
    </div>
  )
}
