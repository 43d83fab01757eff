import { MOST_RUNS, MOST_SEEDS, MOST_VALUES } from '@contract/experiment/limits'
import { placeOfRun, runCount } from '@contract/experiment/plan-runs'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import { formRead } from '../../../../store/selectors/experiments/experiments'
import { configInForce } from '../../../../store/selectors/selectors'
import { type ExperimentForm, shownCounts } from '../../../../store/state/experiments/experiment-form'
import { originText } from '../../../../store/words/run-texts'
import { ViewChoice } from '../../../fields/ViewChoice'
import { CloseIcon } from '../../../icons'
import { EstimateLine } from './EstimateLine'
import { FormNumber } from './FormNumber'
import { RaceFields } from './race/RaceFields'
import { VariedFields } from './VariedFields'

const KINDS = ['seeds', 'sweep', 'race'] as const
const NAMES = {
  seeds: text('experiments.seeds'),
  sweep: text('experiments.sweep'),
  race: text('race.name'),
} as const
const EXPLAINED = {
  seeds: 'experiments.seedsExplained',
  sweep: 'experiments.sweepExplained',
  race: 'race.explained',
} as const

/** What a new experiment is made of, what it will take, and its start. */
export function NewExperiment() {
  const say = useSay()
  const { commands, store } = useWorld()
  const id = useId()
  const form = useAppState((state) => state.experimentForm)
  const base = useAppState(configInForce)
  const read = useAppState(formRead)
  const mayClose = useAppState((state) => state.experiments.length > 0)
  const canStart = useAppState((state) => state.run !== null)
  const edit = (changes: Partial<ExperimentForm>) => store.getState().editExperiment({ ...form, ...changes })
  const origin = originText(base)
  const { plan } = read
  return (
    <section className="card experiment-form" aria-labelledby={id} data-testid="experiment-form">
      <div className="card-head">
        <h2 id={id} className="card-title">
          {say('experiments.new')}
        </h2>
        {mayClose && (
          <div className="card-actions">
            <button
              type="button"
              className="button quiet icon-only"
              aria-label={say('experiments.close')}
              data-testid="close-experiment-form"
              onClick={() => store.getState().openExperimentForm(false)}
            >
              <CloseIcon />
            </button>
          </div>
        )}
      </div>
      <p className="card-note">{say('experiments.about')}</p>
      {origin && form.kind !== 'race' && (
        <p data-testid="experiment-base">{say('experiments.base', { origin })}</p>
      )}
      <ViewChoice
        name="experiment-kind"
        legend={say('experiments.kind')}
        views={KINDS}
        nameOf={(kind) => NAMES[kind]}
        shown={form.kind}
        show={(kind) => edit({ kind })}
      />
      <p className="card-note">{say(EXPLAINED[form.kind])}</p>
      {form.kind === 'race' ? (
        <RaceFields form={form} edit={edit} />
      ) : (
        <SeedsFields form={form} edit={edit} />
      )}
      {read.problem && (
        <p className="problem" role="alert" data-testid="experiment-problem">
          {say(read.problem)}
        </p>
      )}
      <EstimateLine />
      <div className="form-row">
        <button
          type="button"
          className="button primary"
          data-testid="start-experiment"
          disabled={!plan || !canStart}
          onClick={() => plan && void commands.startExperiment(plan)}
        >
          {say(startText(form.kind, plan ? runCount(plan) : 0))}
        </button>
        {form.kind !== 'race' && (
          <p className="card-aside">
            {say('experiments.limits', { seeds: MOST_SEEDS, values: MOST_VALUES, runs: MOST_RUNS })}
          </p>
        )}
      </div>
    </section>
  )
}

/** What a press on the button of the start does. */
function startText(kind: ExperimentForm['kind'], count: number): Text {
  if (kind === 'race') return text('race.start', { lanes: count })
  return kind === 'seeds'
    ? text('experiments.trainSeeds', { count })
    : text('experiments.trainRuns', { count })
}

/** Which seeds, and what is varied beside them. */
function SeedsFields({
  form,
  edit,
}: {
  readonly form: ExperimentForm
  readonly edit: (changes: Partial<ExperimentForm>) => void
}) {
  const say = useSay()
  const base = useAppState(configInForce)
  const read = useAppState(formRead)
  const { count, perCell, first } = shownCounts(form, base)
  const isSeeds = form.kind === 'seeds'
  return (
    <>
      {!isSeeds && <VariedFields form={form} edit={edit} />}
      <div className="form-row">
        <FormNumber
          testId="experiment-seeds"
          label={say(isSeeds ? 'experiments.count' : 'experiments.perCell')}
          text={isSeeds ? count : perCell}
          problem={read.problems.get(isSeeds ? 'count' : 'perCell')}
          onType={(typed) => edit(isSeeds ? { count: typed } : { perCell: typed })}
        />
        <FormNumber
          testId="experiment-first"
          label={say('experiments.first')}
          text={first}
          problem={read.problems.get('first')}
          onType={(typed) => edit({ first: typed })}
        />
      </div>
      <SeedsNote />
    </>
  )
}

/** Which seeds these are, and why. */
function SeedsNote() {
  const say = useSay()
  const { plan } = useAppState(formRead)
  const present = useAppState((state) => configInForce(state).network.seed)
  if (!plan || plan.kind === 'race') return null
  const { first, count } = plan.seeds
  const last = placeOfRun(plan, count - 1).seed
  const isAmong = present >= first && present <= last
  return (
    <p className="card-aside" data-testid="experiment-seeds-note">
      {plan.kind === 'seeds'
        ? say('experiments.seedsNote', { first, last, present, isAmong })
        : say('experiments.sweepSeedsNote', { first, last })}
    </p>
  )
}
