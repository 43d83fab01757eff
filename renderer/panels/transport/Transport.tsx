import { assertNever } from '@contract/result'
import { useAppState, useSay, useWorld } from '../../app-world'
import { canTrain, networkWaits, type PrimaryAction, primaryAction } from '../../store/selectors/selectors'
import { OneUpdateIcon, PauseIcon, PlayIcon, ResetIcon, SeedIcon, SettingsIcon } from '../icons'
import { SETTINGS_BUTTON } from '../layout/SettingsPlace'
import { DRAWER, useMedia } from '../use-media'
import { Files } from './Files'
import { PaceSelect } from './PaceSelect'
import { RunProgress } from './RunProgress'

function ActionIcon({ does }: Pick<PrimaryAction, 'does'>) {
  switch (does) {
    case 'start':
      return <PlayIcon />
    case 'pause':
      return <PauseIcon />
    case 'reset':
      return <ResetIcon />
    default:
      return assertNever(does)
  }
}

/** The first button: what a run at rest is waiting for. */
export const START_PAUSE = 'start-pause'

function StartPause() {
  const say = useSay()
  const { commands } = useWorld()
  const label = useAppState((state) => say(primaryAction(state).label))
  const enabled = useAppState((state) => primaryAction(state).enabled)
  const does = useAppState((state) => primaryAction(state).does)
  const loads = useAppState((state) => state.trainer.kind === 'starting')
  return (
    <button
      type="button"
      className="button primary"
      id={START_PAUSE}
      data-testid={START_PAUSE}
      disabled={!enabled}
      onClick={() => void commands.startOrPause()}
    >
      {loads ? null : <ActionIcon does={does} />}
      <span>{label}</span>
    </button>
  )
}

function Network() {
  const say = useSay()
  const { commands } = useWorld()
  const able = useAppState(canTrain)
  const waits = useAppState(networkWaits)
  // Of a run that broke the first button resets: two of one name would be one too many.
  const isFirst = useAppState((state) => primaryAction(state).does === 'reset')
  const resetTitle = say(waits ? 'transport.resetApplies' : 'transport.resetAgain')
  return (
    <>
      {!isFirst && (
        <button
          type="button"
          className={waits ? 'button waiting' : 'button'}
          data-testid="reset"
          title={resetTitle}
          disabled={!able}
          onClick={() => void commands.reset()}
        >
          <ResetIcon />
          <span>{say('transport.reset')}</span>
        </button>
      )}
      <button
        type="button"
        className="button"
        data-testid="new-seed"
        title={say('transport.newSeedExplained')}
        disabled={!able}
        onClick={() => void commands.newSeed()}
      >
        <SeedIcon />
        <span>{say('transport.newSeed')}</span>
      </button>
    </>
  )
}

/** Opens the settings where they are a drawer. */
function SettingsButton() {
  const say = useSay()
  const { store } = useWorld()
  const open = useAppState((state) => state.settingsOpen)
  return (
    <button
      type="button"
      id={SETTINGS_BUTTON}
      className="button"
      data-testid="open-settings"
      aria-expanded={open}
      onClick={() => store.getState().showSettings(!open)}
    >
      <SettingsIcon />
      <span>{say('transport.settings')}</span>
    </button>
  )
}

function OneUpdate() {
  const say = useSay()
  const { commands } = useWorld()
  const able = useAppState(canTrain)
  const phase = useAppState((state) => state.run?.phase)
  return (
    <button
      type="button"
      className="button"
      data-testid="one-update"
      title={say('transport.oneUpdateExplained')}
      disabled={!able || phase === 'training' || phase === 'diverged'}
      onClick={() => void commands.oneUpdate()}
    >
      <OneUpdateIcon />
      <span>{say('transport.oneUpdate')}</span>
    </button>
  )
}

/** The bar at the top: start, stop, begin again, and how far the run is. */
export function Transport() {
  const say = useSay()
  return (
    <header className="transport">
      <h1 className="visually-hidden">Unroll</h1>
      {useMedia(DRAWER) && <SettingsButton />}
      <div className="group" role="toolbar" aria-label={say('transport.training')}>
        <StartPause />
        <OneUpdate />
        <Network />
      </div>
      <PaceSelect />
      <RunProgress />
      <Files />
    </header>
  )
}
