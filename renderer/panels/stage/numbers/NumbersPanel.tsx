import { useAppState, useSay, useWorld } from '../../../app-world'
import { useOnlyGrows } from '../../use-only-grows'
import { BestUpdate } from './BestUpdate'
import { FigureTable } from './FigureTable'
import { ForecastButton } from './ForecastButton'
import { HeadlineLine } from './HeadlineLine'
import { LagBadge } from './LagBadge'
import { Residuals } from './Residuals'
import { RivalTable } from './RivalTable'
import { ScoredOf } from './ScoredOf'

const FIGURES = 'all-figures'

/** How good the network is beside simple rules: one figure, and all of them for who asks. */
export function NumbersPanel() {
  const say = useSay()
  const { store } = useWorld()
  const open = useAppState((state) => state.figuresOpen)
  const line = useOnlyGrows<HTMLDivElement>(useAppState(({ run, language }) => `${run?.id} ${language}`))
  return (
    <section className="card numbers" aria-label={say('numbers.title')} data-testid="numbers">
      <div ref={line} className="headline">
        <h2 className="card-title">{say('numbers.title')}</h2>
        <HeadlineLine />
        <LagBadge />
        <div className="card-actions">
          <BestUpdate />
          <ForecastButton />
          <button
            type="button"
            className="button small"
            data-testid="toggle-figures"
            aria-expanded={open}
            aria-controls={FIGURES}
            onClick={() => store.getState().showFigures(!open)}
          >
            {say('numbers.figures')}
          </button>
        </div>
      </div>
      <ScoredOf />
      <div id={FIGURES} className="figures" hidden={!open}>
        {open && (
          <>
            <FigureTable />
            <RivalTable />
            <Residuals />
          </>
        )}
      </div>
    </section>
  )
}
