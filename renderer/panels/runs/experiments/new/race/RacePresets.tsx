import { useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../../../../app-world'
import { configInForce } from '../../../../../store/selectors/selectors'
import {
  presetLanes,
  RACE_PRESETS,
  type RacePreset,
  racePlan,
} from '../../../../../store/state/experiments/race-form'

/** Races that begin with a click. */
export function RacePresets() {
  const say = useSay()
  return (
    <fieldset className="race-presets">
      <legend>{say('race.presets')}</legend>
      {RACE_PRESETS.map((preset) => (
        <Preset key={preset} preset={preset} />
      ))}
    </fieldset>
  )
}

function Preset({ preset }: { readonly preset: RacePreset }) {
  const say = useSay()
  const { commands } = useWorld()
  const base = useAppState(configInForce)
  const canStart = useAppState((state) => state.run !== null)
  const plan = useMemo(() => racePlan(presetLanes(preset, base)), [preset, base])
  const explained =
    preset === 'cells'
      ? say('race.cellsExplained')
      : say('race.optimisersExplained', { rate: base.training.learningRate })
  return (
    <div className="form-row">
      <button
        type="button"
        className="button"
        data-testid={`race-preset-${preset}`}
        disabled={!plan.ok || !canStart}
        onClick={() => plan.ok && void commands.startExperiment(plan.value)}
      >
        {say(preset === 'cells' ? 'race.cells' : 'race.optimisers')}
      </button>
      <p className="card-aside">{plan.ok ? explained : say('race.notPossible', { why: plan.error.text })}</p>
    </div>
  )
}
