import { useAppState, useWorld } from '../../app-world'
import { configInForce } from '../../store/selectors'

/** Whether a window begins where the one before it ended. */
export function CarryStateSwitch() {
  const { commands } = useWorld()
  const carries = useAppState((state) => state.draft.carryState ?? configInForce(state).carryState)
  return (
    <div className="field">
      <label className="field-label" htmlFor="carry-state">
        Carry the state
      </label>
      <input
        id="carry-state"
        data-testid="carry-state"
        type="checkbox"
        className="switch"
        aria-describedby="carry-state-note"
        checked={carries}
        onChange={(event) => void commands.editCarryState(event.target.checked)}
      />
      <p id="carry-state-note" className="field-note">
        {carries ? 'Windows begin where the last ended.' : 'Every window begins with zeros.'}
      </p>
    </div>
  )
}
