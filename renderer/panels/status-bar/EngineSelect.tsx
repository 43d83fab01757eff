import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ENGINES, type EngineName } from '@contract/run/engine-name'
import { useAppState, useSay, useWorld } from '../../app-world'

const NAMES: { readonly [Name in EngineName]: Text } = {
  compiled: text('status.compiled'),
  eager: text('status.eager'),
}

/** What the updates are computed with: of interest to few, so it stands with the versions. */
export function EngineSelect() {
  const say = useSay()
  const { commands } = useWorld()
  const engine = useAppState((state) => state.engine)
  const able = useAppState((state) => state.trainer.kind === 'ready')
  return (
    <label className="engine">
      {say('status.engine')}
      <select
        className="select small"
        data-testid="engine"
        title={say('status.engineExplained')}
        value={engine}
        disabled={!able}
        onChange={(event) => {
          const chosen = ENGINES.find((name) => name === event.target.value)
          if (chosen) void commands.setEngine(chosen)
        }}
      >
        {ENGINES.map((name) => (
          <option key={name} value={name}>
            {say(NAMES[name])}
          </option>
        ))}
      </select>
    </label>
  )
}
