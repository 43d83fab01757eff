import { useAppState, useSay } from '../../app-world'
import { configInForce } from '../../store/selectors/selectors'
import type { Described } from './use-series-picture'

/** How many windows there are and what one update sees of them, what is in none of them and why, and whether any sees the future. */
export function WindowsCard({ described: { data, picture } }: { readonly described: Described }) {
  const say = useSay()
  const { batch, carryState } = useAppState((state) => configInForce(state).training)
  const { window, stride, order } = data
  const { pairs, lost, gaps, rows, leak } = picture
  const isCarried = order === 'consecutive' && carryState
  const lacking = picture.columns.filter(({ missing }) => missing > 0)
  return (
    <section className="card windows" aria-label={say('dataPicture.windows')} data-testid="windows-card">
      <div className="card-head">
        <h2 className="card-title">{say('dataPicture.windows')}</h2>
      </div>
      <p>
        {say('dataPicture.oneUpdate', {
          batch,
          window,
          inputs: picture.columns.filter(({ isInput }) => isInput).length,
          targets: picture.targets.length,
        })}
      </p>
      {order === 'random' && <p>{say('dataPicture.anywhere', { count: picture.windows.random })}</p>}
      {/* Where the state is carried windows meet, whatever the stride is. */}
      {order === 'consecutive' && (!carryState || stride === window) && (
        <p>{say('dataPicture.inOrder', { count: picture.windows.consecutive, stride })}</p>
      )}
      {isCarried && <p>{say('dataPicture.carried')}</p>}
      {lost.length === 0 ? (
        <p>{say('dataPicture.pairs', { pairs })}</p>
      ) : (
        <>
          <p>
            {say('dataPicture.lostPairs', { pairs, lost: lost.reduce((sum, one) => sum + one.pairs, 0) })}
          </p>
          <ul>
            {lost.map((one) => (
              <li key={one.why.id}>{say('dataPicture.lostWhy', one)}</li>
            ))}
          </ul>
        </>
      )}
      {gaps.count > 0 && <p>{say('dataPicture.gaps', { count: gaps.count })}</p>}
      {lacking.map(({ name, missing }) => (
        <p key={name}>{say('dataPicture.missing', { name, missing, rows })}</p>
      ))}
      <p className={leak.found ? 'leak-found' : undefined}>{say(leak.words)}</p>
    </section>
  )
}
