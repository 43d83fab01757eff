import type { ExperimentSummary } from '@contract/experiment/experiment'
import { runCount } from '@contract/experiment/plan-runs'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { isFormOpen, secondsLeft, shownExperiment } from '../../../store/selectors/experiments/experiments'
import { begunText, experimentText, progressText } from '../../../store/words/experiment-texts'

/** The experiments that there are, the newest first, how far each is, and what can be done with it. */
export function ExperimentList() {
  const say = useSay()
  const { store } = useWorld()
  const id = useId()
  const experiments = useAppState((state) => state.experiments)
  const isOpen = useAppState(isFormOpen)
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id} className="card-title">
          {say('experiments.title')}
        </h2>
        {!isOpen && (
          <div className="card-actions">
            <button
              type="button"
              className="button small"
              data-testid="new-experiment"
              onClick={() => store.getState().openExperimentForm(true)}
            >
              {say('experiments.new')}
            </button>
          </div>
        )}
      </div>
      <ul className="experiment-list">
        {experiments.map((experiment) => (
          <Row key={experiment.id} experiment={experiment} />
        ))}
      </ul>
    </section>
  )
}

function Row({ experiment }: { readonly experiment: ExperimentSummary }) {
  const say = useSay()
  const { store } = useWorld()
  const { id, plan, made, failed, phase } = experiment
  const isShown = useAppState((state) => shownExperiment(state)?.id === id)
  const left = useAppState((state) => secondsLeft(state, experiment))
  const title = experimentText(plan)
  return (
    <li className="experiment-row" data-testid="experiment" data-phase={phase}>
      <label className="experiment-name">
        <input
          type="radio"
          name="experiment"
          data-testid="show-experiment"
          aria-label={say('experiments.show', { experiment: title })}
          checked={isShown}
          onChange={() => store.getState().chooseExperiment(id)}
        />
        <span>
          <span className="listed-run-title">{say(title)}</span>
          <span className="listed-run-origin">{say(begunText(experiment))}</span>
        </span>
      </label>
      <div className="experiment-progress">
        <progress
          max={runCount(plan)}
          value={made}
          aria-label={say('experiments.progress', { experiment: title })}
        />
        <span data-testid="experiment-progress">{say(progressText(experiment, left))}</span>
        {failed > 0 && phase !== 'running' && (
          <span className="problem">{say('experiments.failed', { failed })}</span>
        )}
      </div>
      <Actions experiment={experiment} />
    </li>
  )
}

function Actions({ experiment: { id, plan, phase, failed } }: { readonly experiment: ExperimentSummary }) {
  const say = useSay()
  const { commands } = useWorld()
  const named = { experiment: experimentText(plan) }
  return (
    <div className="listed-run-actions">
      {phase === 'running' && (
        <button
          type="button"
          className="button small"
          data-testid="stop-experiment"
          aria-label={say('experiments.stopThis', named)}
          onClick={() => void commands.stopExperiment(id)}
        >
          {say('experiments.stop')}
        </button>
      )}
      {(phase === 'stopped' || (phase === 'finished' && failed > 0)) && (
        <button
          type="button"
          className="button small"
          data-testid="resume-experiment"
          aria-label={say('experiments.resumeThis', named)}
          onClick={() => void commands.resumeExperiment(id)}
        >
          {say('experiments.resume')}
        </button>
      )}
      <button
        type="button"
        className="button small"
        data-testid="delete-experiment"
        aria-label={say('experiments.deleteThis', named)}
        onClick={() => void commands.deleteExperiment(id)}
      >
        {say('runList.delete')}
      </button>
    </div>
  )
}
