import { useSay } from '../../app-world'
import type { AppState } from '../../store/state/app-state'
import { useLive } from '../use-live'

function drawBar(bar: HTMLProgressElement, { run, progress }: AppState) {
  bar.max = Math.max(1, run?.goal ?? 1)
  bar.value = Math.min(bar.max, progress.updatesDone)
}

/** How far the run is on the way to its goal; the numbers stand in the status bar. */
export function RunProgress() {
  const say = useSay()
  const bar = useLive(drawBar)
  return (
    <div className="run-progress">
      <progress ref={bar} data-testid="progress" aria-label={say('transport.updatesDone')} />
    </div>
  )
}
