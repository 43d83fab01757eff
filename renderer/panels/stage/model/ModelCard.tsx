import { counted } from '@contract/words'
import { useAppState } from '../../../app-world'
import { formatCount } from '../../../store/words/format'
import { OneUpdateWords } from './OneUpdateWords'

function product(shape: readonly number[]): number {
  return shape.reduce((size, length) => size * length, 1)
}

/** The model in words: what it is made of, and every parameter's name and shape. */
export function ModelCard() {
  const description = useAppState((state) => state.description)
  if (!description)
    return (
      <section className="card model" aria-label="The network">
        <h2 className="card-title">The network</h2>
        <p className="card-note">It is made as soon as TensorFlow is loaded.</p>
      </section>
    )
  const { summary, parameters, parameterCount, origin, updatesBefore } = description
  return (
    <section className="card model" aria-label="The network">
      <h2 className="card-title">The network</h2>
      <p className="model-summary">
        <code data-testid="model-summary">{summary}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must be able to scroll it. */}
      <section className="parameters-place" aria-label="Parameters" tabIndex={0}>
        <table className="parameters">
          <thead>
            <tr>
              <th scope="col">Parameter</th>
              <th scope="col">Shape</th>
              <th scope="col">Numbers</th>
            </tr>
          </thead>
          <tbody>
            {parameters.map(({ name, shape }) => (
              <tr key={name}>
                <td>
                  <code>{name}</code>
                </td>
                <td>{shape.map(formatCount).join(' × ')}</td>
                <td>{formatCount(product(shape))}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3} data-testid="parameter-count">
                {counted(parameterCount, 'parameter')}
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="card-note">
        {origin.kind === 'seed'
          ? `Initial weights drawn from seed ${origin.seed}.`
          : `Weights loaded from ${origin.name}, after ${counted(updatesBefore, 'update')}.`}
      </p>
      <OneUpdateWords />
    </section>
  )
}
