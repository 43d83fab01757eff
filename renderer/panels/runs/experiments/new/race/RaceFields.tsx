import { LANES } from '@contract/experiment/limits'
import { weightShapes } from '@contract/experiment/weight-shapes'
import { useAppState, useSay } from '../../../../../app-world'
import { formRead } from '../../../../../store/selectors/experiments/experiments'
import { configInForce } from '../../../../../store/selectors/selectors'
import type { ExperimentForm } from '../../../../../store/state/experiments/experiment-form'
import { type LaneDraft, proposedLanes } from '../../../../../store/state/experiments/race-form'
import { LaneFields } from './LaneFields'
import { RacePresets } from './RacePresets'

/** A new race: of presets, or lane by lane. */
export function RaceFields({
  form,
  edit,
}: {
  readonly form: ExperimentForm
  readonly edit: (changes: Partial<ExperimentForm>) => void
}) {
  const say = useSay()
  const base = useAppState(configInForce)
  const lanes = form.lanes ?? proposedLanes(base)
  const change = (at: number, lane: LaneDraft) =>
    edit({ lanes: lanes.map((each, place) => (place === at ? lane : each)) })
  return (
    <>
      <RacePresets />
      <p className="race-by-hand">{say('race.byHand')}</p>
      {lanes.map((lane, at) => (
        <LaneFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
          key={at}
          at={at}
          lane={lane}
          change={(changed) => change(at, changed)}
          remove={
            lanes.length > LANES.min ? () => edit({ lanes: lanes.filter((_, place) => place !== at) }) : null
          }
        />
      ))}
      {lanes.length < LANES.max && (
        <div>
          <button
            type="button"
            className="button small"
            data-testid="race-add"
            onClick={() => edit({ lanes: [...lanes, { from: null, changes: [] }] })}
          >
            {say('race.add')}
          </button>
        </div>
      )}
      <SeedNote />
    </>
  )
}

/** That one seed is not one network. */
function SeedNote() {
  const say = useSay()
  const { plan } = useAppState(formRead)
  if (plan?.kind !== 'race') return null
  const shapes = new Set(plan.lanes.map((lane) => JSON.stringify([lane.network.family, weightShapes(lane)])))
  const seed = plan.lanes[0]?.network.seed ?? 0
  return (
    <p className="card-aside" data-testid="race-seed-note">
      {say('race.seedNote', { seed, isAlike: shapes.size === 1 })}
    </p>
  )
}
