import { useAppState, useSay } from '../../../app-world'
import { formatCount } from '../../../store/words/format'
import { OneUpdateWords } from './OneUpdateWords'

function product(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1)
}

/** The model in words: what it is made of, and every parameter's name and shape. */
export function ModelCard() {
  const say = useSay()
  const description = useAppState((state) => state.description)
  if (!description)
    return (
      <section className="card model" aria-label={say('stage.network')}>
        <h2 className="card-title">{say('stage.network')}</h2>
        <p className="card-note">{say('stage.networkComes')}</p>
      </section>
    )
  const { summary, parameters, parameterCount, origin, updatesBefore } = description
  return (
    <section className="card model" aria-label={say('stage.network')}>
      <h2 className="card-title">{say('stage.network')}</h2>
      <p className="model-summary">
        <code data-testid="model-summary">{summary}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it. */}
      <section className="parameters-place" aria-label={say('stage.parameters')} tabIndex={0}>
        <table className="parameters">
          <thead>
            <tr>
              <th scope="col">{say('stage.parameter')}</th>
              <th scope="col">{say('stage.shape')}</th>
              <th scope="col">{say('stage.numbers')}</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ name, shape }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{shape.map((size) => formatCount(size, say)).join(' × ')}</td>
                <td>{formatCount(product(shape), say)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3} data-testid="parameter-count">
                {say('stage.parameterCount', { count: parameterCount })}
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="card-note">
        {origin.kind === 'seed' && say('stage.drawnFromSeed', { seed: origin.seed })}
        {origin.kind === 'file' && say('stage.loadedAfter', { file: origin.name, updates: updatesBefore })}
        {origin.kind === 'best' && say('stage.bestUpdate', { update: origin.update })}
      </p>
      <OneUpdateWords />
    </section>
  )
}
