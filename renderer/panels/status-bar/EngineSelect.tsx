import { ENGINES } from '@contract/run/engine-name'
import { useAppState, useWorld } from '../../app-world'

/** What the updates are computed with: of interest to few, so it stands with the versions. */
export function EngineSelect() {
  const { commands } = useWorld()
  const engine = useAppState((state) => state.engine)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <label className="engine">
      Engine
      <select
        className="select small"
        data-testid="engine"
        title="Compiled replays recorded updates as one native graph; eager runs every operation by itself. The numbers are the same but for rounding."
        value={engine}
        disabled={!able}
        onChange={(event) => {
          const chosen = ENGINES.find((name) => name === event.target.value)
          if (chosen) void commands.setEngine(chosen)
        }}
      >
        {ENGINES.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
