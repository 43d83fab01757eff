import type { AppState } from '../../store/app-state'
import { formatCount } from '../../store/format'
import { useLive, writeText } from '../use-live'

function drawBar(bar: HTMLProgressElement, { run, progress }: AppState) {
  bar.max = Math.max(1, run?.goal ?? 1)
  bar.value = Math.min(bar.max, progress.updatesDone)
}

function drawCount(element: HTMLElement, { run, progress }: AppState) {
  writeText(element, run ? `${formatCount(progress.updatesDone)} of ${formatCount(run.goal)}` : '')
}

/** How far the run is on the way to its goal. */
export function RunProgress() {
  const bar = useLive(drawBar)
  const count = useLive<HTMLSpanElement>(drawCount)
  return (
    <div className="run-progress">
      <progress ref={bar} data-testid="progress" aria-label="Updates done" />
      <span ref={count} className="run-progress-count" />
    </div>
  )
}
