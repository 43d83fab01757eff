import { useId } from 'react'
import { useSay } from '../../../app-world'

/** Experiments of many runs; none was made yet. */
export function ExperimentsView() {
  const say = useSay()
  const id = useId()
  return (
    <section className="card" aria-labelledby={id} data-testid="experiments">
      <div className="card-head">
        <h2 id={id} className="card-title">
          {say('runsTab.viewExperiments')}
        </h2>
      </div>
      <p>{say('runsTab.noExperiments')}</p>
    </section>
  )
}
